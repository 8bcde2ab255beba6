import type { Json } from '@millrace/workflow-model';
import { ExpressionError } from '../expression-error';
import type { EvaluationLimits } from '../limits';
import { compileParam } from '../param';
import { type Scope, scopeOf } from '../scope';

/** A scope in which `Fetch` and the others named are node results. */
export function scopeWith(roots: Record<string, Json>, envelopes: readonly string[] = ['Fetch', 'node-1']): Scope {
  return scopeOf(roots, { envelopes });
}

/** Value of a param. */
export function valueOf(param: Json, scope: Scope, limits?: EvaluationLimits): Json {
  return compileParam(param).evaluate(scope, limits);
}

/** Value of an expression. */
export function celValue(source: string, scope: Scope): Json {
  return valueOf({ $expr: source }, scope);
}

/** The error of something that has to fail. */
export function errorOf(run: () => unknown): ExpressionError {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
