import type { Json } from '@millrace/workflow-model';
import { isExpression, isTemplate } from '@millrace/workflow-model';
import type { CharacterRange, ParamPath } from '../expression-error';

/** One place where a param names a root. */
export interface Reference {
  /** Name of the root as it was written; `nodes["x"]` names `x`. */
  readonly root: string;
  /** Keys and indexes after the root, as far as they are literal. */
  readonly path: readonly (string | number)[];
  /** Root and path within the string. */
  readonly range: CharacterRange;
  /** What has to be replaced to name another root. */
  readonly rootRange: CharacterRange;
  /** Where in the param the string is. */
  readonly at: ParamPath;
  /** Whether it stands inside a section, where a key of the section's value comes before the root. */
  readonly relative: boolean;
  /** Whether it opens or closes a section, for which nothing needs to be there. */
  readonly testsPresence: boolean;
  /** Whether it stands in the closing tag of a section. */
  readonly isClosing: boolean;
  /** How it is written: as a path in a template, as a CEL name, or as a quoted key after `nodes`. */
  readonly form: 'path' | 'name' | 'key';
}

/** A template or expression inside a param. */
export interface DynamicText {
  readonly kind: 'template' | 'expression';
  readonly text: string;
  readonly at: ParamPath;
}

/** All templates and expressions of a param. The path of an expression leads to the object that holds it. */
export function dynamicTexts(param: Json, at: ParamPath = []): DynamicText[] {
  if (isTemplate(param)) return [{ kind: 'template', text: param, at }];
  if (isExpression(param)) return [{ kind: 'expression', text: param.$expr, at }];
  if (typeof param !== 'object' || param === null) return [];
  if (Array.isArray(param)) return param.flatMap((element, index) => dynamicTexts(element, [...at, index]));
  return Object.entries(param).flatMap(([key, element]) => dynamicTexts(element, [...at, key]));
}

/** The param with some of its templates and expressions rewritten; the same value when none changed. */
export function mapDynamicTexts(param: Json, change: (text: DynamicText) => string, at: ParamPath = []): Json {
  if (isTemplate(param)) return change({ kind: 'template', text: param, at });
  if (isExpression(param)) {
    const text = change({ kind: 'expression', text: param.$expr, at });
    return text === param.$expr ? param : { $expr: text };
  }
  if (typeof param !== 'object' || param === null) return param;
  if (Array.isArray(param)) {
    const list = param.map((element, index) => mapDynamicTexts(element, change, [...at, index]));
    return list.every((element, index) => element === param[index]) ? param : list;
  }
  const entries = Object.entries(param).map(
    ([key, element]) => [key, mapDynamicTexts(element, change, [...at, key])] as const,
  );
  return entries.every(([key, element]) => element === param[key]) ? param : Object.fromEntries(entries);
}
