import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';
import { nextId } from '../overlay/next-id';
import { carryPath, pathText } from './data-path';
import { dataRows, valueText, type DataRow, type DataType } from './data-rows';
import { VirtualRows } from './virtual-rows';

const TYPE_ICONS: Readonly<Record<DataType, IconName>> = {
  text: 'type',
  number: 'hash',
  boolean: 'toggle-left',
  null: 'circle-slash',
  object: 'braces',
  list: 'brackets',
};

/** A value as a tree: `schema` shows fields and their types, `json` every value. Rows are dragged, copied and chosen. */
@Component({
  selector: 'mr-data-tree',
  imports: [Icon, VirtualRows],
  templateUrl: './data-tree.html',
  styleUrl: './data-tree.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataTree {
  readonly data = input.required<unknown>();
  readonly mode = input<'schema' | 'json'>('json');
  readonly root = input('');
  readonly query = input('');
  readonly label = input('Data');
  readonly draggable = input(true);
  /** Enter or double click on a row. */
  readonly chosen = output<string>();
  /** Ctrl/Cmd+C, Alt for the value instead of the path. */
  readonly copied = output<{ readonly what: 'path' | 'value'; readonly text: string }>();
  readonly #toggled = linkedSignal<unknown, ReadonlySet<string>>({ source: this.data, computation: () => new Set() });
  readonly rows = computed(() =>
    dataRows(this.data(), {
      toggled: this.#toggled(),
      openDepth: this.mode() === 'schema' ? 3 : 2,
      query: this.query(),
      mode: this.mode(),
    }),
  );
  readonly active = signal(0);
  protected readonly name = nextId('tree');
  protected readonly icons = TYPE_ICONS;
  protected readonly virtual = viewChild.required(VirtualRows);
  protected readonly shown = computed(() => {
    const { from, to } = this.virtual().range();
    return this.rows()
      .slice(from, to)
      .map((row, index) => ({ row, index: from + index }));
  });
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected isIndex(row: DataRow): boolean {
    return typeof row.steps.at(-1) === 'number';
  }

  protected pathOf(row: DataRow): string {
    return pathText(this.root(), row.steps);
  }

  /** As JSON, a text stands in quotes: "5" is not 5. */
  protected textOf({ value }: DataRow): string {
    return this.mode() === 'json' && typeof value === 'string' ? JSON.stringify(valueText(value)) : valueText(value);
  }

  protected toggle(row: DataRow): void {
    if (row.size === 0) return;
    this.#toggled.update((toggled) => {
      const next = new Set(toggled);
      if (!next.delete(row.key)) next.add(row.key);
      return next;
    });
  }

  protected drag(event: DragEvent, row: DataRow): void {
    carryPath(event.dataTransfer, this.pathOf(row));
  }

  protected copy(row: DataRow, what: 'path' | 'value'): void {
    const text = typeof row.value === 'string' ? row.value : JSON.stringify(row.value, null, 2);
    this.copied.emit({ what, text: what === 'path' ? this.pathOf(row) : text });
  }

  protected onKey(event: KeyboardEvent): void {
    const row = this.rows()[this.active()];
    if (row === undefined || !this.#act(event, row)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #act(event: KeyboardEvent, row: DataRow): boolean {
    const at = this.active();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c')
      this.copy(row, event.altKey ? 'value' : 'path');
    else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (event.key === 'ArrowDown') this.#moveTo(at + 1);
    else if (event.key === 'ArrowUp') this.#moveTo(at - 1);
    else if (event.key === 'Home') this.#moveTo(0);
    else if (event.key === 'End') this.#moveTo(this.rows().length - 1);
    else if (event.key === 'PageDown') this.#moveTo(at + 12);
    else if (event.key === 'PageUp') this.#moveTo(at - 12);
    else if (event.key === 'ArrowRight') this.#inwards(row, at);
    else if (event.key === 'ArrowLeft') this.#outwards(row, at);
    else if (event.key === 'Enter') this.chosen.emit(this.pathOf(row));
    else return false;
    return true;
  }

  #inwards(row: DataRow, at: number): void {
    if (row.expanded) this.#moveTo(at + 1);
    else this.toggle(row);
  }

  #outwards(row: DataRow, at: number): void {
    if (row.expanded) return this.toggle(row);
    const parent = this.rows().findLastIndex((other, index) => index < at && other.depth < row.depth);
    if (parent >= 0) this.#moveTo(parent);
  }

  #moveTo(index: number): void {
    const next = Math.min(Math.max(index, 0), this.rows().length - 1);
    this.active.set(next);
    this.virtual().reveal(next);
    this.#element.querySelector<HTMLElement>('[role=tree]')?.focus({ preventScroll: true });
  }
}
