import { formatPath, nearestKey } from '@millrace/workflow-model';
import type { CharacterRange, ExpressionError, ParamPath } from '../expression-error';
import { hintFor } from '../hint';
import { missingRoot } from '../missing';
import type { PathVerdict } from './known-roots';

/** Something wrong with a param, found without running it. */
export interface ParamProblem {
  readonly code: string;
  /** Warnings may be mistaken: a schema left the door open. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Where in the string. */
  readonly range?: CharacterRange;
  /** Where in the param the string is. */
  readonly path: ParamPath;
  /** The name that nobody knows, with the code `UNKNOWN_REFERENCE`. */
  readonly root?: string;
}

/** Where in a param something stands. */
export interface Place {
  readonly at: ParamPath;
  readonly range: CharacterRange;
}

/** A template or expression that cannot be read or does not fit together. */
export function problemOf(error: ExpressionError, at: ParamPath): ParamProblem {
  const range = error.range === undefined ? {} : { range: error.range };
  return { code: error.code, severity: 'error', message: error.message, ...range, path: at };
}

/** A root that nobody knows. */
export function unknownRoot(name: string, known: readonly string[], place: Place): ParamProblem {
  return { ...problemOf(missingRoot(name, known, place.range), place.at), root: name };
}

/** A path that leaves what a schema describes; undefined when it may well be right. */
export function missingField(
  written: readonly (string | number)[],
  verdict: Extract<PathVerdict, { is: 'missing' }>,
  place: Place,
): ParamProblem | undefined {
  const [key = ''] = written.slice(verdict.missing + 1);
  // An open schema says nothing against a key, but a near miss of a declared one is more likely a slip than data.
  if (!verdict.certain && nearestKey(verdict.keys, String(key)) === undefined) return undefined;
  const parent = asWritten(written.slice(0, verdict.missing + 1));
  const why =
    verdict.keys.length === 0 && verdict.what !== 'an object'
      ? `"${parent}" is ${verdict.what}, so "${key}" cannot be read from it.`
      : `"${parent}" has no "${key}".${hintFor(String(key), verdict.keys)}`;
  return {
    code: 'PATH_NOT_FOUND',
    severity: verdict.certain ? 'error' : 'warning',
    message: `"${asWritten(written)}" was not found: ${why}`,
    range: place.range,
    path: place.at,
  };
}

/** The start as it stands in the text, and the keys after it. */
function asWritten([start = '', ...keys]: readonly (string | number)[]): string {
  return String(start) + formatPath(['', ...keys]).replace(/^\[""\]/, '');
}
