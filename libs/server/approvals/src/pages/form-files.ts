import type { Json, JsonObject } from '@millrace/workflow-model';
import { html, type Html } from './html';

const MB = 1024 * 1024;
/** Files of one field. */
const MOST_FILES = 10;
const LONGEST_NAME = 255;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;
const ANY_TYPE = 'application/octet-stream';

/** Which files a field takes. */
export interface FileRule {
  readonly isMultiple: boolean;
  /** Ends of names such as `.pdf`, and media types such as `image/*`; any file when empty. */
  readonly accept: readonly string[];
  /** Of one file; absent when only what the form takes as a whole counts. */
  readonly maxBytes?: number;
}

/** A file as it came. */
export interface SentFile {
  /** Name of the field. */
  readonly field: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: number;
  /** Empty when it is larger than what is taken. */
  readonly content: Buffer;
}

/** Files that came with a form, and how many bytes of them are taken. */
export interface SentFiles {
  readonly files: readonly SentFile[];
  readonly maxBytes: number;
}

/** Of forms that cannot bring any. */
export const NO_FILES: SentFiles = { files: [], maxBytes: 0 };

/** The rule in JSON of a field. */
export function fileRuleIn({ multiple, accept, maxMegabytes }: JsonObject): FileRule {
  const kinds = typeof accept === 'string' ? accept.split(/[\s,;]+/).filter((kind) => kind !== '') : [];
  return {
    isMultiple: multiple === true,
    accept: kinds.map((kind) => kind.toLowerCase()),
    ...(typeof maxMegabytes === 'number' && maxMegabytes > 0 ? { maxBytes: Math.floor(maxMegabytes * MB) } : {}),
  };
}

interface FileField {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly help?: string;
  readonly files?: FileRule;
}

interface FileDrawing {
  readonly id: string;
  readonly value: Json | undefined;
  readonly error: string | undefined;
  readonly maxBytes: number;
  /** Whether it is the first field that is wrong: it gets the focus. */
  readonly isFirst: boolean;
}

/** The field as markup. Browsers fill in no file again: after a mistake elsewhere it has to be said. */
export function fileHtml(
  { name, label, isRequired, help }: FileField,
  rule: FileRule,
  { id, value, error, maxBytes, isFirst }: FileDrawing,
): Html {
  const isThere = error === undefined && value !== null && value !== undefined && !isEmptyList(value);
  const notes: readonly (readonly [string, string, string | undefined])[] = [
    ['help', 'soft', help],
    ['limits', 'soft', limitsOf(rule, maxBytes)],
    ['again', 'error', isThere ? `Choose ${namesIn(value)} again: browsers do not keep files.` : undefined],
    ['error', 'error', error],
  ];
  const shown = notes.filter(([, , text]) => text !== undefined && text !== '');
  const described = shown.map(([part]) => `${id}-${part}`).join(' ');
  const accept = rule.accept.length > 0 ? html` accept="${rule.accept.join(',')}"` : '';
  const state = html`${isRequired ? html` required` : ''}${rule.isMultiple ? html` multiple` : ''}${
    error === undefined ? '' : html` aria-invalid="true"`
  }${isFirst ? html` autofocus` : ''}`;
  return html`<div class="field">
    <label for="${id}">${label}${isRequired ? html` <span class="required" aria-hidden="true">*</span>` : ''}</label>
    <input type="file" id="${id}" name="${name}" ${accept}${state} aria-describedby="${described}" />
    ${shown.map(([part, look, text]) => html`<p class="${look}" id="${id}-${part}">${text}</p>`)}
  </div>`;
}

/** What came for the fields that take files, as nodes hand files on, and what is wrong with it. */
export function readFiles(
  fields: readonly FileField[],
  { files, maxBytes }: SentFiles,
): { readonly values: JsonObject; readonly errors: Readonly<Record<string, string>> } {
  const values: Record<string, Json> = {};
  const errors: Record<string, string> = {};
  const taking = fields.flatMap(({ name, isRequired, files: rule }) => (rule ? [{ name, isRequired, rule }] : []));
  for (const { name, isRequired, rule } of taking) {
    const own = files.filter(({ field }) => field === name);
    const error = flawOf(own, rule, { isRequired, maxBytes });
    if (error !== undefined) errors[name] = error;
    const list = error === undefined ? own.map(fileValue) : [];
    values[name] = rule.isMultiple ? list : (list[0] ?? null);
  }
  const sum = files.reduce((bytes, file) => bytes + file.bytes, 0);
  const last = taking.findLast(({ name }) => files.some(({ field }) => field === name));
  if (sum > maxBytes && last !== undefined && Object.keys(errors).length === 0)
    errors[last.name] = `All files together have ${sizeOf(sum)}; this form takes ${sizeOf(maxBytes)}.`;
  return { values, errors };
}

function flawOf(
  files: readonly SentFile[],
  rule: FileRule,
  { isRequired, maxBytes }: { isRequired: boolean; maxBytes: number },
): string | undefined {
  if (files.length === 0) return isRequired ? 'Choose a file.' : undefined;
  if (!rule.isMultiple && files.length > 1) return 'Choose one file.';
  if (files.length > MOST_FILES) return `Choose at most ${MOST_FILES} files.`;
  const most = Math.min(rule.maxBytes ?? maxBytes, maxBytes);
  for (const { fileName, mimeType, bytes } of files) {
    const name = `“${shortName(fileName)}”`;
    if (bytes === 0) return `${name} is empty.`;
    if (bytes > most) return `${name} has ${sizeOf(bytes)}; at most ${sizeOf(most)} are taken.`;
    if (!isTaken(rule.accept, nameOf(fileName), mimeType))
      return `${name} is of another kind. Choose ${kindsOf(rule.accept)}.`;
  }
  return undefined;
}

/** What browsers say of a file's type is a hint: its name has to fit, or else its type. */
function isTaken(accept: readonly string[], fileName: string, mimeType: string): boolean {
  const [name, type] = [fileName.toLowerCase(), mimeType.toLowerCase()];
  return (
    accept.length === 0 ||
    accept.some((kind) => {
      if (kind.startsWith('.')) return name.endsWith(kind);
      return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
    })
  );
}

function fileValue({ fileName, mimeType, bytes, content }: SentFile): Json {
  return {
    fileName: nameOf(fileName),
    mimeType: MEDIA_TYPE.test(mimeType) ? mimeType.toLowerCase() : ANY_TYPE,
    bytes,
    base64: content.toString('base64'),
  };
}

/** Without folders, and without what no name of a file has. */
function nameOf(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim();
  return name === '' || name === '.' || name === '..' ? 'file' : name.slice(-LONGEST_NAME);
}

function shortName(given: string): string {
  const name = nameOf(given);
  return name.length > 60 ? `${name.slice(0, 40)}…${name.slice(-15)}` : name;
}

function limitsOf({ accept, isMultiple, maxBytes }: FileRule, most: number): string {
  const limit = Math.min(maxBytes ?? most, most);
  const size = `At most ${sizeOf(limit)}${isMultiple ? ` each, ${MOST_FILES} files` : ''}.`;
  return accept.length === 0 ? size : `${kindsOf(accept)}. ${size}`;
}

function kindsOf(accept: readonly string[]): string {
  return accept.length < 2 ? accept.join('') : `${accept.slice(0, -1).join(', ')} or ${accept.at(-1)}`;
}

/** Such as `3.4 MB`, never rounded to a limit that it is above. */
function sizeOf(bytes: number): string {
  if (bytes < MB / 10) return `${Math.ceil(bytes / 1024)} kB`;
  return `${Math.ceil((bytes / MB) * 10) / 10} MB`;
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

function namesIn(value: Json): string {
  const files = (Array.isArray(value) ? value : [value]) as readonly JsonObject[];
  return files.map(({ fileName }) => `“${shortName(String(fileName))}”`).join(', ');
}
