import type { Json, JsonObject } from '@millrace/workflow-model';
import { fileHtml, fileRuleIn, NO_FILES, readFiles, type FileRule, type SentFiles } from './form-files';
import { html, type Html } from './html';

/** What a field takes. */
export const FIELD_KINDS = [
  'text',
  'textarea',
  'number',
  'email',
  'url',
  'date',
  'time',
  'select',
  'radio',
  'checkbox',
  'multi',
  'file',
  'hidden',
  'json',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One thing that a form asks for. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly help?: string;
  readonly placeholder?: string;
  /** What can be chosen. */
  readonly options?: readonly string[];
  /** What it begins with. */
  readonly value?: Json;
  /** Of files: which are taken. */
  readonly files?: FileRule;
}

/** What somebody sent, by field. */
export interface FormReading {
  readonly values: JsonObject;
  /** By name of the field: what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>;
}

const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 50_000;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Fields out of JSON of a node; what is not in form is left out. */
export function fieldsIn(list: Json | undefined): FormField[] {
  return Array.isArray(list) ? list.flatMap((one) => fieldIn(one) ?? []) : [];
}

function fieldIn(given: Json): FormField | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const { name, label, kind, required, help, placeholder, options, value } = given;
  if (typeof name !== 'string' || name === '') return undefined;
  const known = FIELD_KINDS.find((one) => one === kind) ?? 'text';
  return {
    ...{ name, kind: known, isRequired: required === true },
    label: typeof label === 'string' && label !== '' ? label : name,
    ...(typeof help === 'string' ? { help } : {}),
    ...(typeof placeholder === 'string' ? { placeholder } : {}),
    ...(Array.isArray(options) ? { options: options.map(String) } : {}),
    ...(value === undefined || known === 'file' ? {} : { value }),
    ...(known === 'file' ? { files: fileRuleIn(given) } : {}),
  };
}

/** What pages are drawn with beside the fields. */
export interface FormDrawing {
  /** What was entered and what is wrong. */
  readonly reading?: FormReading | undefined;
  /** Bytes that all files of a form may have together. */
  readonly maxFileBytes?: number | undefined;
}

/** The fields as markup, with what was entered and what is wrong. */
export function fieldsHtml(fields: readonly FormField[], drawing: FormDrawing = {}): Html[] {
  const first = fields.find(({ name }) => drawing.reading?.errors[name] !== undefined);
  return fields.map((field, index) => fieldHtml(field, `f${index}`, { ...drawing, isFirst: field === first }));
}

/** How one field is drawn; the first that is wrong gets the focus. */
type FieldDrawing = FormDrawing & { readonly isFirst: boolean };

function fieldHtml(field: FormField, id: string, { reading, maxFileBytes = 0, isFirst }: FieldDrawing): Html {
  const value = reading ? reading.values[field.name] : field.value;
  const error = reading?.errors[field.name];
  if (field.files) return fileHtml(field, field.files, { id, value, error, maxBytes: maxFileBytes, isFirst });
  if (field.kind === 'hidden') return html`<input type="hidden" name="${field.name}" value="${textOf(value)}" />`;
  const notes = [
    field.help && html`<p class="soft" id="${id}-help">${field.help}</p>`,
    error && html`<p class="error" id="${id}-error">${error}</p>`,
  ];
  const described = [field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  const focus = isFirst ? html` autofocus` : '';
  const state = html`${described ? html` aria-describedby="${described}"` : ''}${error ? html` aria-invalid="true"` : ''}`;
  const label = html`${field.label}${field.isRequired ? html` <span class="required" aria-hidden="true">*</span>` : ''}`;
  if (field.kind === 'checkbox') {
    const box = html`<input
      type="checkbox"
      id="${id}"
      name="${field.name}"
      value="true"
      ${value === true || value === 'true' ? html` checked` : ''}${state}${focus}
    />`;
    return html`<div class="field">
      <div class="choice">${box}<label for="${id}">${label}</label></div>
      ${notes}
    </div>`;
  }
  if (field.kind === 'radio' || field.kind === 'multi') {
    return html`<fieldset${state}><legend>${label}</legend>${choicesHtml(field, id, { value, focus })}${notes}</fieldset>`;
  }
  return html`<div class="field">
    <label for="${id}">${label}</label>${controlHtml(field, { id, value, state: html`${state}${focus}` })}${notes}
  </div>`;
}

function choicesHtml(
  { name, kind, options = [] }: FormField,
  id: string,
  { value, focus }: { value: Json | undefined; focus: Html | string },
): Html[] {
  const chosen = Array.isArray(value) ? value.map(String) : [textOf(value)];
  const type = kind === 'radio' ? 'radio' : 'checkbox';
  return options.map((option, index) => {
    const checked = chosen.includes(option) ? html` checked` : '';
    return html`<div class="choice">
      <input
        type="${type}"
        id="${id}-${index}"
        name="${name}"
        value="${option}"
        ${checked}${index === 0 ? focus : ''}
      /><label for="${id}-${index}">${option}</label>
    </div>`;
  });
}

function controlHtml(
  field: FormField,
  { id, value, state }: { id: string; value: Json | undefined; state: Html },
): Html {
  const { kind, name, options = [], placeholder } = field;
  const required = field.isRequired ? html` required` : '';
  const hint = placeholder ? html` placeholder="${placeholder}"` : '';
  const common = html` id="${id}" name="${name}"${required}${hint}${state}`;
  if (kind === 'textarea') return html`<textarea${common} maxlength="${LONGEST_TEXT}">${textOf(value)}</textarea>`;
  if (kind === 'json') {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? null, null, 2);
    return html`<textarea class="code" spellcheck="false" ${common}>${text}</textarea>`;
  }
  if (kind === 'select') {
    const items = options.map(
      (option) => html`<option value="${option}" ${textOf(value) === option ? html` selected` : ''}>${option}</option>`,
    );
    return html`<select${common}><option value="">Choose…</option>${items}</select>`;
  }
  const step = kind === 'number' ? html` step="any"` : '';
  return html`<input type="${kind}" ${common}${step} value="${textOf(value)}" />`;
}

/** What was sent, checked. Only fields of the form are read. */
export function readFields(fields: readonly FormField[], body: unknown, files: SentFiles = NO_FILES): FormReading {
  const sent =
    typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
  const values: Record<string, Json> = {};
  const errors: Record<string, string> = {};
  const ofFiles = readFiles(fields, files);
  for (const field of fields) {
    if (field.files) {
      values[field.name] = ofFiles.values[field.name] ?? null;
      if (ofFiles.errors[field.name] !== undefined) errors[field.name] = ofFiles.errors[field.name] as string;
      continue;
    }
    const given = Object.hasOwn(sent, field.name) ? sent[field.name] : undefined;
    const { value, error } = readField(field, textsOf(given));
    if (value !== undefined) values[field.name] = value;
    if (error !== undefined) errors[field.name] = error;
  }
  return { values, errors };
}

/** What was sent for one field, as texts, with the line breaks that forms make CR LF as they were. Only who writes JSON by hand sends objects; they are no text. */
function textsOf(given: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list
    .filter((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
    .map((one) => String(one).replaceAll('\r\n', '\n'));
}

interface FieldReading {
  readonly value?: Json;
  readonly error?: string;
}

function readField(field: FormField, list: readonly string[]): FieldReading {
  const { kind, options = [], isRequired } = field;
  const text = list[0] ?? '';
  if (kind === 'checkbox') {
    const value = text === 'true' || text === 'on';
    return isRequired && !value ? { value, error: 'This has to be checked.' } : { value };
  }
  if (kind === 'multi') {
    if (list.some((one) => !options.includes(one))) return { error: 'Choose from the list.' };
    return isRequired && list.length === 0
      ? { value: [], error: 'Choose at least one.' }
      : { value: [...new Set(list)] };
  }
  if (text.trim() === '')
    return isRequired
      ? { value: text, error: 'This is needed.' }
      : { value: kind === 'number' || kind === 'json' ? null : '' };
  const longest = kind === 'textarea' || kind === 'json' ? LONGEST_TEXT : LONGEST_LINE;
  if (text.length > longest) return { value: text, error: `At most ${longest} characters.` };
  return readText(field, text);
}

function readText({ kind, options = [] }: FormField, text: string): FieldReading {
  switch (kind) {
    case 'number':
      return Number.isFinite(Number(text)) ? { value: Number(text) } : { value: text, error: 'Enter a number.' };
    case 'email':
      return ADDRESS.test(text.trim())
        ? { value: text.trim() }
        : { value: text, error: 'Enter an address such as ada@example.com.' };
    case 'url':
      return /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim())
        ? { value: text.trim() }
        : { value: text, error: 'Enter an address that begins with https://.' };
    case 'date':
      return isDate(text) ? { value: text } : { value: text, error: 'Enter a date.' };
    case 'time':
      return TIME.test(text) ? { value: text } : { value: text, error: 'Enter a time such as 09:30.' };
    case 'select':
    case 'radio':
      return options.includes(text) ? { value: text } : { error: 'Choose from the list.' };
    case 'json':
      return readJson(text);
    default:
      return { value: text };
  }
}

/** `Date` takes February 30 for March 2. */
function isDate(text: string): boolean {
  const at = DATE.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function readJson(text: string): FieldReading {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { value: text, error: `This is no JSON: ${error.message}.` };
  }
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
