import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { Button, IconButton, Input } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import { ParamControl } from '../form/param-control';
import { variantOf } from '../model/schema';

/** A date and time, or several where the schema takes a list. Several are instants; a single one is read in the workflow's zone. */
@Component({
  selector: 'mr-date-time-control',
  imports: [Button, IconButton, Input],
  template: `
    @for (text of texts(); track $index) {
      <div class="row">
        <input
          mrInput
          type="datetime-local"
          step="1"
          [id]="$index === 0 ? undefined : field().name + '-' + $index"
          [value]="localOf(text)"
          [readonly]="form().isReadonly()"
          [attr.aria-label]="isList() ? field().title + ' ' + ($index + 1) : null"
          (change)="take($index, $event)"
        />
        @if (isList() && texts().length > 1) {
          <button mr-icon-button type="button" size="s" icon="x" label="Remove time" (click)="remove($index)"></button>
        }
      </div>
    }
    @if (isList() && !form().isReadonly()) {
      <button mr-button type="button" size="s" variant="ghost" icon="plus" (click)="add()">Add time</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 6px;
      align-items: flex-start;
    }

    .row {
      display: flex;
      gap: 4px;
      align-items: center;
      width: 100%;
    }

    input {
      max-width: 260px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DateTimeControl extends ParamControl {
  protected readonly isList = computed(() => variantOf(this.field().schema, this.field().root, 'array') !== undefined);
  protected readonly texts = computed((): readonly string[] => {
    const value = this.value();
    const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return list.length === 0 ? [''] : list.map(String);
  });

  protected take(at: number, event: Event): void {
    const local = (event.target as HTMLInputElement).value;
    this.#write(this.texts().map((text, place) => (place === at ? this.#stored(local) : text)));
  }

  protected add(): void {
    this.#write([...this.texts(), this.#stored(localText(new Date(Date.now() + 86_400_000)))]);
  }

  protected remove(at: number): void {
    this.#write(this.texts().filter((_text, place) => place !== at));
  }

  /** As the field shows it: local time without a zone. */
  protected localOf(text: string): string {
    if (text === '' || !/(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return text.slice(0, 19);
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? '' : localText(date);
  }

  #stored(local: string): string {
    return this.isList() && local !== '' ? new Date(local).toISOString() : local;
  }

  #write(texts: readonly string[]): void {
    const written: Json[] = texts.filter((text) => text !== '');
    if (written.length === 0) this.set(undefined);
    else this.set(this.isList() ? written : written[0]);
  }
}

function localText(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
