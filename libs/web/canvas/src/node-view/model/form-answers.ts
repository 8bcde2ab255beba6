import type { Json, JsonObject } from '@millrace/workflow-model';
import { isObject } from './schema';

/** A field of a form that is filled in by hand. */
export interface AnswerField {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly options: readonly string[];
  readonly help?: string;
  readonly placeholder?: string;
  /** Of files. */
  readonly isMultiple: boolean;
  readonly accept: string;
}

/** What was entered, by name: text as it was typed, choices and files as values. */
export type Answers = Readonly<Record<string, Json>>;

/** Bytes of files in a run by hand: what starts it is sent as JSON, which is larger. */
export const MAX_FILE_BYTES = 2.5 * 1024 * 1024;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The fields of a node's config; what is none yet is left out. */
export function answerFields(value: Json | undefined): readonly AnswerField[] {
  return listIn(value).flatMap((one): AnswerField[] => {
    if (!isObject(one) || typeof one['name'] !== 'string' || one['name'] === '') return [];
    const { name, label, kind, required, options, help, placeholder, multiple, accept } = one;
    return [
      {
        ...{ name, isRequired: required === true, isMultiple: multiple === true },
        label: textIn(label) ?? name,
        kind: textIn(kind) ?? 'text',
        options: listIn(options).map(String),
        accept: textIn(accept) ?? '',
        ...(textIn(help) !== undefined && { help: textIn(help) as string }),
        ...(textIn(placeholder) !== undefined && { placeholder: textIn(placeholder) as string }),
      },
    ];
  });
}

/** What the form begins with. */
export function firstAnswers(value: Json | undefined): Answers {
  const entries = listIn(value).flatMap((one): [string, Json][] => {
    if (!isObject(one) || typeof one['name'] !== 'string') return [];
    return one['value'] === undefined || one['kind'] === 'file' ? [] : [[one['name'], one['value']]];
  });
  return Object.fromEntries(entries);
}

/** What the trigger gives for the answers, as its page reads them, and what is wrong by name of the field. */
export function readAnswers(
  fields: readonly AnswerField[],
  answers: Answers,
): { readonly values: JsonObject; readonly errors: Readonly<Record<string, string>> } {
  const values: Record<string, Json> = {};
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const value = valueOf(field, answers[field.name]);
    values[field.name] = value;
    const error = flawOf(field, value);
    if (error !== undefined) errors[field.name] = error;
  }
  return { values, errors };
}

function valueOf({ kind, isMultiple, options }: AnswerField, answer: Json | undefined): Json {
  if (kind === 'checkbox') return answer === true || answer === 'true';
  if (kind === 'multi') return options.filter((option) => listIn(answer).includes(option));
  if (kind === 'file') return isMultiple ? [...listIn(answer)] : (answer ?? null);
  const text = answer === undefined || answer === null ? '' : String(answer);
  if (kind !== 'number') return kind === 'email' || kind === 'url' ? text.trim() : text;
  if (text.trim() === '') return null;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

function flawOf({ kind, isRequired, options }: AnswerField, value: Json): string | undefined {
  const isEmpty = value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return isRequired ? (MISSING[kind] ?? 'This is needed.') : undefined;
  if (kind === 'file') {
    const files = Array.isArray(value) ? value : [value];
    const bytes = files.reduce<number>((sum, file) => sum + (isObject(file) ? Number(file['bytes']) : 0), 0);
    return bytes > MAX_FILE_BYTES
      ? 'A run by hand takes files of 2.5 MB together. The page of the form takes more.'
      : undefined;
  }
  const text = String(value);
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? undefined : 'Enter a number.';
    case 'email':
      return ADDRESS.test(text) ? undefined : 'Enter an address such as ada@example.com.';
    case 'url':
      return /^https?:\/\//i.test(text) && URL.canParse(text)
        ? undefined
        : 'Enter an address that begins with https://.';
    case 'select':
    case 'radio':
      return options.includes(text) ? undefined : 'Choose from the list.';
    default:
      return undefined;
  }
}

const MISSING: Readonly<Record<string, string>> = {
  checkbox: 'This has to be checked.',
  multi: 'Choose at least one.',
  file: 'Choose a file.',
};

function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
