import type { DataPath, Json, JsonObject } from '@millrace/workflow-model';
import type { ControlKind, ParamField, ParamOption, ParamRow, ShowWhen } from './param-field';
import { isObject, resolved, textAt, typesOf, variantOf, variantsOf, wordsOf } from './schema';

/** Where fields are read from. */
export interface FieldsAt {
  /** Schema of the object that holds the params. */
  readonly schema: JsonObject;
  /** What references point into. */
  readonly root: JsonObject;
  readonly path?: DataPath;
  /** Top-level params that are handed over unevaluated. */
  readonly rawParams?: readonly string[];
  readonly isRaw?: boolean;
}

/** Params that a conditions builder draws itself, because they say the same in another form. */
const ABSORBED = new Set(['field', 'operator', 'value', 'combinator']);

/** The params of an object in the order of its schema; without hidden ones. */
export function fieldsOf({ schema, root, path = [], rawParams = [], isRaw = false }: FieldsAt): readonly ParamField[] {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const fields = Object.entries(properties).map(([name, property]) =>
    fieldOf(property, root, {
      name,
      path: [...path, name],
      required: required.includes(name),
      isRaw: isRaw || rawParams.includes(name),
    }),
  );
  const hasBuilder = fields.some((field) => field.control === 'conditions');
  return fields.filter(
    (field) => field.control !== 'hidden' && !(hasBuilder && field.path.length > 0 && ABSORBED.has(field.name)),
  );
}

type Place = Pick<ParamField, 'name' | 'path' | 'required' | 'isRaw'>;

/** One param. */
export function fieldOf(property: Json | undefined, root: JsonObject, place: Place): ParamField {
  const schema = resolved(property, root);
  const ui = isObject(schema['ui']) ? schema['ui'] : {};
  const rows = ui['rows'];
  const help = textAt(schema, 'description')?.replace(/`([^`]+)`/g, '“$1”');
  const placeholder = textAt(ui, 'placeholder');
  const showWhen = showWhenOf(ui['showWhen']);
  const hasDefault = Object.hasOwn(schema, 'default');
  return {
    ...place,
    title: textAt(schema, 'title') ?? wordsOf(place.name),
    ...(help !== undefined && { help }),
    control: controlOf(schema, root, textAt(ui, 'control')),
    schema,
    root,
    ...(hasDefault && { defaultValue: schema['default'] as Json }),
    ...(placeholder !== undefined && { placeholder }),
    options: optionsOf(schema, root, ui),
    ...(isObject(ui['aliases']) && { aliases: ui['aliases'] as Readonly<Record<string, string>> }),
    ...(typeof ui['language'] === 'string' && { language: ui['language'] as 'json' }),
    ...(typeof rows === 'number' && { rows }),
    advanced: ui['advanced'] === true,
    ...(showWhen && { showWhen }),
  };
}

/** The control that is asked for, else the one that fits the type. */
function controlOf(schema: JsonObject, root: JsonObject, asked: string | undefined): ControlKind {
  if (asked === 'json' && /^JSON Schema\b/.test(textAt(schema, 'description') ?? '')) return 'schema';
  if (asked === 'list' && hasElements(schema, root, TOOL)) return 'tools';
  if (asked === 'list' && hasElements(schema, root, FORM_FIELD)) return 'form-fields';
  if (asked !== undefined) return asked as ControlKind;
  const variants = variantsOf(schema, root);
  const types = new Set(variants.flatMap(typesOf));
  if (Array.isArray(schema['enum'])) return 'select';
  if (types.has('object')) return variants.some((variant) => isObject(variant['properties'])) ? 'object' : 'key-values';
  if (types.has('array')) return listControl(variantOf(schema, root, 'array') ?? {}, root);
  if (types.has('string')) return 'text';
  if (types.has('boolean')) return 'toggle';
  return types.has('number') || types.has('integer') ? 'number' : 'json';
}

/** What elements that are tools of an agent have. */
const TOOL = ['kind', 'parameters', 'values', 'workflowId'];
/** What elements that are fields of a form have. */
const FORM_FIELD = ['name', 'label', 'kind', 'required', 'options'];

/** Whether the elements of a list have all of these properties. */
function hasElements(schema: JsonObject, root: JsonObject, names: readonly string[]): boolean {
  const properties = resolved((variantOf(schema, root, 'array') ?? schema)['items'], root)['properties'];
  return isObject(properties) && names.every((name) => Object.hasOwn(properties, name));
}

function listControl(schema: JsonObject, root: JsonObject): ControlKind {
  return Array.isArray(resolved(schema['items'], root)['enum']) ? 'multi-select' : 'list';
}

/** What can be chosen: the values of the schema, of its elements, its examples, or what the labels name; no other names for the same. */
function optionsOf(schema: JsonObject, root: JsonObject, ui: JsonObject): readonly ParamOption[] {
  const labels = isObject(ui['labels']) ? ui['labels'] : {};
  const aliases = isObject(ui['aliases']) ? ui['aliases'] : {};
  const list = variantOf(schema, root, 'array');
  const elements = list === undefined ? undefined : resolved(list['items'], root)['enum'];
  const values = [schema['enum'], elements, schema['examples'], Object.keys(labels)].find(
    (each): each is Json[] => Array.isArray(each) && each.length > 0,
  );
  return (values ?? [])
    .filter(isPlain)
    .filter((value) => !Object.hasOwn(aliases, String(value)))
    .map((value) => ({ value, label: textAt(labels, String(value)) ?? String(value) }));
}

function isPlain(value: Json): value is string | number | boolean {
  return typeof value !== 'object';
}

function showWhenOf(hint: Json | undefined): ShowWhen | undefined {
  if (!isObject(hint) || typeof hint['param'] !== 'string') return undefined;
  const { param, is, isNot } = hint;
  if (Array.isArray(is)) return { param, values: is, wanted: true };
  return Array.isArray(isNot) ? { param, values: isNot, wanted: false } : undefined;
}

/** Whether a param is shown. `valueOf` looks up a param of the same object, else of one around it, defaults included. */
export function isShown(field: ParamField, valueOf: (param: string) => Json | undefined): boolean {
  if (field.showWhen === undefined) return true;
  const value = valueOf(field.showWhen.param);
  // What is only known at run time may turn out to be any of them.
  if (typeof value === 'string' && value.includes('{{')) return true;
  if (isObject(value)) return true;
  return field.showWhen.values.some((each) => each === value) === field.showWhen.wanted;
}

const SHORT: ReadonlySet<ControlKind> = new Set(['select', 'number', 'timezone', 'duration']);
/** Longest label of a select that leads the field after it, as a method leads its address. */
const LEAD_LETTERS = 8;

/** Fields in rows: related short ones share one. */
export function rowsOf(fields: readonly ParamField[]): readonly ParamRow[] {
  const rows: ParamRow[] = [];
  for (let at = 0; at < fields.length;) {
    const row = rowAt(fields, at);
    rows.push(row);
    at += row.fields.length;
  }
  return rows;
}

function rowAt(fields: readonly ParamField[], at: number): ParamRow {
  const field = fields[at] as ParamField;
  const next = fields[at + 1];
  if (field.control === 'toggle') return { layout: 'switches', fields: runOf(fields, at, (each) => each === 'toggle') };
  if (next !== undefined && isLead(field) && next.control === 'text') return { layout: 'lead', fields: [field, next] };
  const short = runOf(fields, at, (each) => SHORT.has(each)).slice(0, 2);
  return short.length === 2 ? { layout: 'even', fields: short } : { layout: 'one', fields: [field] };
}

function runOf(
  fields: readonly ParamField[],
  at: number,
  fits: (control: ControlKind) => boolean,
): readonly ParamField[] {
  const end = fields.findIndex((field, place) => place >= at && !fits(field.control));
  return fields.slice(at, end < 0 ? undefined : end);
}

function isLead(field: ParamField): boolean {
  return field.control === 'select' && field.options.every(({ label }) => label.length <= LEAD_LETTERS);
}
