import type { Json } from '@millrace/workflow-model';
import { type Step, stepInto } from './data-path';
import { type CharacterRange, ExpressionError } from './expression-error';
import { clip, hintFor } from './hint';
import { FORBIDDEN_KEYS } from '@millrace/workflow-model';

/** The error for a root that nobody knows. */
export function missingRoot(name: string, known: readonly string[], range?: CharacterRange): ExpressionError {
  const message = `There is no "${clip(name, 100)}" here.${hintFor(name, known)}`;
  return new ExpressionError('UNKNOWN_REFERENCE', message, range === undefined ? {} : { range });
}

/**
 * The error for a path that ends early: names the path, the nearest part of it that exists and what is there.
 * `from` is the value in which `steps` begin, `prefix` how a person would write the way to it.
 */
export function missingPath(
  prefix: string,
  from: Json | undefined,
  steps: readonly Step[],
  range?: CharacterRange,
): ExpressionError {
  let value = from;
  let written = prefix;
  const failing = steps.find((step) => {
    const next = stepInto(value, step);
    if (next === undefined) return true;
    value = next;
    written += writtenStep(step);
    return false;
  });
  const whole = prefix + steps.map(writtenStep).join('');
  const key = failing?.key ?? '';
  const message = `"${clip(whole, 200)}" was not found: ${why(clip(written, 200), value, key)}`;
  return new ExpressionError('PATH_NOT_FOUND', message, range === undefined ? {} : { range });
}

function why(written: string, value: Json | undefined, key: string): string {
  const shown = `"${clip(key, 100)}"`;
  if (value === undefined) return `"${written}" is not there.`;
  if (value === null) return `"${written}" is null, so ${shown} cannot be read from it.`;
  if (Array.isArray(value)) {
    if (/^\d+$/.test(key)) return `"${written}" has ${value.length} elements, so there is no [${key}].`;
    return `"${written}" is a list of ${value.length} elements; name one by its index, such as [0].`;
  }
  if (typeof value !== 'object') return `"${written}" is a ${typeof value}, so ${shown} cannot be read from it.`;
  const keys = Object.keys(value).filter((candidate) => !FORBIDDEN_KEYS.has(candidate));
  return `"${written}" has no ${shown}.${hintFor(key, keys)}`;
}

function writtenStep(step: Step): string {
  if (step.index >= 0) return `[${step.key}]`;
  return /^[\p{L}\p{N}_-]+$/u.test(step.key) ? `.${step.key}` : `[${JSON.stringify(step.key)}]`;
}
