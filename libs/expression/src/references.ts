import type { Json } from '@millrace/workflow-model';
import type { CharacterRange, ParamPath } from './expression-error';

/** One place where a param names a root. */
export interface Reference {
  /** Name of the root as the scope knows it. */
  readonly root: string;
  /** Keys and indexes after the root, as far as they are literal. */
  readonly path: readonly (string | number)[];
  /** Root and path within the string. */
  readonly range: CharacterRange;
  /** The root alone within the string. */
  readonly rootRange: CharacterRange;
  /** Where in the param the string is. */
  readonly at: ParamPath;
  /** Whether it stands inside a section, where a key of the section's value comes before the root. */
  readonly relative: boolean;
}

/** Every root that a param names. Strings that cannot be read have none. */
export function findReferences(_param: Json): Reference[] {
  throw new Error('not there yet');
}

/** The param with every reference to root `from` naming `to` instead; the same value when there is none. */
export function renameRoot(_param: Json, _from: string, _to: string): Json {
  throw new Error('not there yet');
}
