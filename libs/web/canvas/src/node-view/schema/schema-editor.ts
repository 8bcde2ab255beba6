import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import {
  Button,
  Checkbox,
  CodeEditor,
  IconButton,
  type MenuEntry,
  MenuTrigger,
  type Option,
  Segmented,
  Select,
  nextId,
} from '@millrace/web-ui';
import { readJson, writeJson } from '../model/json-text';
import {
  ROW_TYPES,
  type RowType,
  type SchemaRow,
  described,
  retyped,
  rowOf,
  rowsOfSchema,
  schemaOfRows,
} from '../model/schema-rows';

/** A property that is offered beside an empty one. */
export interface SuggestedProperty {
  readonly name: string;
  readonly title: string;
  readonly schema: Json;
}

type SchemaView = 'fields' | 'json';
const VIEWS: readonly Option<SchemaView>[] = [
  { value: 'fields', label: 'Fields' },
  { value: 'json', label: 'JSON' },
];

/** A JSON Schema of an object: its fields in rows, or the schema itself. What rows cannot say is kept. */
@Component({
  selector: 'mr-schema-editor',
  imports: [Button, Checkbox, CodeEditor, IconButton, MenuTrigger, Segmented, Select],
  templateUrl: './schema-editor.html',
  styleUrl: './schema-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchemaEditor {
  readonly value = input.required<Json | undefined>();
  /** What it is the schema of, as headings name it. */
  readonly label = input.required<string>();
  readonly readonly = input(false);
  readonly suggestions = input<readonly SuggestedProperty[]>([]);
  readonly valueChange = output<Json | undefined>();
  protected readonly views = VIEWS;
  protected readonly rowId = nextId('schema-row');
  readonly #chosenView = signal<SchemaView | undefined>(undefined);
  readonly #parsed = computed((): Json | undefined => {
    const value = this.value();
    const read = typeof value === 'string' ? readJson(value) : undefined;
    return read?.ok === true ? read.value : value;
  });
  /** Rows as they are written, those without a name too. */
  protected readonly rows = linkedSignal<Json | undefined, readonly SchemaRow[] | undefined>({
    source: () => this.#parsed(),
    computation: (value, before) => {
      const isOwn = before?.value !== undefined && same(schemaOfRows(before.value, before.source), value);
      return isOwn ? before.value : rowsOfSchema(value);
    },
  });
  /** Rows cannot show it: there is only the schema itself. */
  protected readonly isOnlyJson = computed(() => this.rows() === undefined);
  protected readonly view = computed((): SchemaView => (this.isOnlyJson() ? 'json' : (this.#chosenView() ?? 'fields')));
  protected readonly text = linkedSignal<Json | undefined, string>({
    source: () => this.#parsed(),
    computation: (value, before) => {
      const read = before === undefined ? undefined : readJson(before.value);
      return read?.ok === true && before !== undefined && same(read.value, value) ? before.value : writeJson(value);
    },
  });
  protected readonly flaw = signal<string | undefined>(undefined);
  readonly #offered = computed(() => {
    const taken = new Set((this.rows() ?? []).map(({ name }) => name));
    return this.suggestions().filter(({ name }) => !taken.has(name));
  });
  protected readonly hasOffers = computed(() => this.#offered().length > 0);

  protected readonly offers = (): readonly MenuEntry[] => [
    { label: 'A field of your own', icon: 'plus', run: () => this.add() },
    'divider',
    ...this.#offered().map(({ name, title, schema }): MenuEntry => ({
      label: title,
      hint: name,
      run: () => this.add(rowOf(name, schema, false)),
    })),
  ];

  protected show(view: SchemaView): void {
    this.#chosenView.set(view);
  }

  protected typesFor(row: SchemaRow): readonly Option<RowType>[] {
    return row.type === 'other' ? [...ROW_TYPES, { value: 'other', label: 'As in JSON' }] : ROW_TYPES;
  }

  protected add(row: SchemaRow = rowOf('', { type: 'string' }, true)): void {
    const at = this.rows()?.length ?? 0;
    this.#write([...(this.rows() ?? []), row]);
    setTimeout(() => document.getElementById(`${this.rowId}-${at}`)?.focus());
  }

  protected remove(at: number): void {
    this.#write((this.rows() ?? []).filter((_row, place) => place !== at));
  }

  protected rename(at: number, event: Event): void {
    const name = textIn(event);
    this.#change(at, (row) => ({ ...row, name }));
  }

  protected retype(at: number, type: RowType | null): void {
    this.#change(at, (row) => retyped(row, type ?? row.type));
  }

  protected describe(at: number, event: Event): void {
    const words = textIn(event);
    this.#change(at, (row) => described(row, words));
  }

  protected require(at: number, required: boolean): void {
    this.#change(at, (row) => ({ ...row, required }));
  }

  protected take(text: string): void {
    this.text.set(text);
    if (text.trim() === '') {
      this.flaw.set(undefined);
      return this.valueChange.emit(undefined);
    }
    const read = readJson(text);
    this.flaw.set(read.ok ? undefined : read.message);
    if (read.ok) this.valueChange.emit(read.value);
  }

  #change(at: number, change: (row: SchemaRow) => SchemaRow): void {
    this.#write((this.rows() ?? []).map((row, place) => (place === at ? change(row) : row)));
  }

  #write(rows: readonly SchemaRow[]): void {
    const value = schemaOfRows(rows, this.#parsed());
    this.rows.set(rows);
    this.valueChange.emit(value);
  }
}

function textIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
