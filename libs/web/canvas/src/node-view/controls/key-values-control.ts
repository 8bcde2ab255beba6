import { ChangeDetectionStrategy, Component, computed, linkedSignal } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { Button, IconButton, Input, draggedPath, dragsPath } from '@millrace/web-ui';
import { ValueEditor } from '../expression/value-editor';
import { ParamControl } from '../form/param-control';
import { type KeyValueRow, formOf, readRows, repeatedKeys, writeRows } from '../model/key-value-rows';
import { reference } from '../model/value-mode';

/** Names with values: headers, fields, mappings. A path that is dropped on it makes a row. */
@Component({
  selector: 'mr-key-values-control',
  imports: [Button, IconButton, Input, ValueEditor],
  templateUrl: './key-values-control.html',
  styleUrl: './key-values-control.scss',
  host: { '(dragover)': 'allowDrop($event)', '(drop)': 'drop($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyValuesControl extends ParamControl {
  /** Rows as they are written, those without a name too. */
  protected readonly rows = linkedSignal<Json | undefined, readonly KeyValueRow[]>({
    source: () => this.value(),
    computation: (value, before) =>
      before !== undefined && same(writeRows(before.value, formOf(value)), value) ? before.value : readRows(value),
  });
  protected readonly repeated = computed(() => repeatedKeys(this.rows()));

  protected rename(at: number, event: Event): void {
    const key = (event.target as HTMLInputElement).value;
    this.#write(this.rows().map((row, place) => (place === at ? { ...row, key } : row)));
  }

  protected revalue(at: number, value: Json | undefined): void {
    this.#write(this.rows().map((row, place) => (place === at ? { ...row, value: value ?? '' } : row)));
  }

  protected add(row: KeyValueRow = { key: '', value: '' }): void {
    this.#write([...this.rows(), row]);
  }

  protected remove(at: number): void {
    this.#write(this.rows().filter((_row, place) => place !== at));
  }

  protected pathOf(row: KeyValueRow): readonly string[] {
    return [...this.field().path.map(String), row.key];
  }

  protected allowDrop(event: DragEvent): void {
    if (dragsPath(event.dataTransfer) && !this.form().isReadonly()) event.preventDefault();
  }

  protected drop(event: DragEvent): void {
    const path = draggedPath(event.dataTransfer);
    if (path === undefined || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.add({ key: /([A-Za-z_]\w*)\W*$/.exec(path)?.[1] ?? '', value: reference(path, 'template') });
  }

  #write(rows: readonly KeyValueRow[]): void {
    this.rows.set(rows);
    const value = writeRows(rows, formOf(this.value()));
    const isNothing = rows.every(({ key }) => key.trim() === '');
    this.set(isNothing ? undefined : value);
  }
}

function same(one: Json, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other ?? (Array.isArray(one) ? [] : {}));
}
