import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Button, Field, IconButton, Input, type Option, Segmented, Select, nextId } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { ParamFieldView } from '../form/param-field-view';
import type { ParamField } from '../model/param-field';
import { fieldsOf } from '../model/param-fields';
import { isObject } from '../model/schema';
import { TOOL_KINDS, type ToolKind, argumentNames, fixedValue, kindOf, withKind } from '../model/tool-model';
import { textOf } from '../model/value-mode';
import { SchemaEditor, type SuggestedProperty } from '../schema/schema-editor';

/** A value that the model cannot change, as it is written. */
interface ValueRow {
  readonly name: string;
  readonly text: string;
}

const METHODS: readonly Option[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((value) => ({
  value,
  label: value,
}));
/** Values of HTTP calls that have fields of their own. */
const OF_CALLS: ReadonlySet<string> = new Set(['method', 'url']);

/** One tool of an agent: what it does, what the model is told of it, what the model gives, and what it cannot change. */
@Component({
  selector: 'mr-tool-form',
  imports: [Button, Field, IconButton, Input, ParamFieldView, SchemaEditor, Segmented, Select],
  templateUrl: './tool-form.html',
  styleUrl: './tool-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToolForm {
  readonly form = input.required<NodeForm>();
  readonly tool = input.required<JsonObject>();
  /** Params of one tool, as the schema has them. */
  readonly fields = input.required<readonly ParamField[]>();
  readonly toolChange = output<JsonObject>();
  protected readonly kinds = TOOL_KINDS;
  protected readonly methods = METHODS;
  protected readonly listId = nextId('tool-params');
  protected readonly kind = computed(() => kindOf(this.tool()));
  protected readonly target = computed(() => this.#field(this.kind() === 'workflow' ? 'workflowId' : 'action'));
  protected readonly nameField = computed(() => this.#field('name'));
  protected readonly descriptionField = computed(() => this.#field('description'));
  protected readonly values = computed((): JsonObject => {
    const { values } = this.tool();
    return isObject(values) ? values : {};
  });
  protected readonly rows = linkedSignal<JsonObject, readonly ValueRow[]>({
    source: () => this.values(),
    computation: (values, before) => {
      const isOwn = before !== undefined && same(this.#written(before.value), withoutCall(values, this.kind()));
      if (isOwn) return before.value;
      return Object.entries(withoutCall(values, this.kind())).map(([name, value]) => ({ name, text: textOf(value) }));
    },
  });
  protected readonly args = computed(() => argumentNames(this.tool()));
  /** Params of the node that the tool performs. */
  readonly #params = computed((): readonly ParamField[] => {
    const type = this.kind() === 'http' ? 'http-request' : String(this.tool()['action'] ?? '');
    const definition = this.form().session.catalogue.lookup(type);
    const schema = definition?.paramsSchema;
    return schema === undefined || this.kind() === 'workflow' ? [] : fieldsOf({ schema, root: schema });
  });
  protected readonly suggestions = computed((): readonly SuggestedProperty[] =>
    this.kind() === 'action'
      ? this.#params().map(({ name, title, schema, help }) => ({ name, title, schema: plain(schema, help ?? title) }))
      : [],
  );
  protected readonly valueNames = computed(() =>
    this.#params().filter(({ name }) => this.kind() !== 'http' || !OF_CALLS.has(name)),
  );
  protected readonly accounts = computed((): readonly Option[] => {
    const slots = this.form().definition()?.credentials ?? [];
    const own = slots.filter(({ id }) => id.startsWith('tools'));
    return [{ value: '', label: 'None' }, ...own.map(({ id, title }) => ({ value: id, label: title ?? id }))];
  });
  protected readonly account = computed(() => String(this.tool()['account'] ?? ''));
  readonly #last = signal<number | 'url'>('url');

  protected textAt(key: string): string {
    return textOf(this.values()[key]);
  }

  protected choose(kind: ToolKind): void {
    if (kind !== this.kind()) this.toolChange.emit(withKind(this.tool(), kind));
  }

  protected set(key: string, value: Json | undefined): void {
    const { [key]: _before, ...rest } = this.tool();
    this.toolChange.emit(value === undefined || value === '' ? rest : { ...rest, [key]: value });
  }

  protected setValue(key: string, event: Event | string | null): void {
    const text = typeof event === 'object' && event !== null ? textIn(event) : (event ?? '');
    const { [key]: _before, ...rest } = this.values();
    this.set('values', text === '' ? rest : { ...rest, [key]: text });
  }

  protected addRow(): void {
    this.rows.update((rows) => [...rows, { name: '', text: '' }]);
  }

  protected renameRow(at: number, event: Event): void {
    const name = textIn(event).trim();
    this.#writeRows(this.rows().map((row, place) => (place === at ? { ...row, name } : row)));
  }

  protected rewriteRow(at: number, event: Event): void {
    const text = textIn(event);
    this.#writeRows(this.rows().map((row, place) => (place === at ? { ...row, text } : row)));
  }

  protected removeRow(at: number): void {
    this.#writeRows(this.rows().filter((_row, place) => place !== at));
  }

  protected remember(at: number | 'url'): void {
    this.#last.set(at);
  }

  /** Puts what the model gives into the value that was written last. */
  protected insert(name: string): void {
    const reference = `{{ args.${name} }}`;
    const last = this.#last();
    if (last === 'url' && this.kind() === 'http') return this.setValue('url', `${this.textAt('url')}${reference}`);
    const at = typeof last === 'number' && last < this.rows().length ? last : this.rows().length;
    const rows = at < this.rows().length ? this.rows() : [...this.rows(), { name, text: '' }];
    this.#writeRows(rows.map((row, place) => (place === at ? { ...row, text: `${row.text}${reference}` } : row)));
  }

  #field(name: string): ParamField | undefined {
    return this.fields().find((field) => field.name === name);
  }

  #writeRows(rows: readonly ValueRow[]): void {
    this.rows.set(rows);
    const { method, url } = this.values();
    const call =
      this.kind() === 'http' ? { ...(method !== undefined && { method }), ...(url !== undefined && { url }) } : {};
    this.set('values', { ...call, ...this.#written(rows) });
  }

  #written(rows: readonly ValueRow[]): JsonObject {
    return Object.fromEntries(rows.filter(({ name }) => name !== '').map(({ name, text }) => [name, fixedValue(text)]));
  }
}

function withoutCall(values: JsonObject, kind: ToolKind): JsonObject {
  if (kind !== 'http') return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !OF_CALLS.has(name)));
}

/** A param's schema without what only forms need. */
function plain(schema: JsonObject, description: string): JsonObject {
  const { type, items } = schema;
  return { ...(type !== undefined && { type }), ...(items !== undefined && { items }), description };
}

function textIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function same(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
