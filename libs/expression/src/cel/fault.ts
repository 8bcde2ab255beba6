import { EvaluationError } from '@marcbachmann/cel-js';
import type { ExpressionErrorCode } from '../expression-error';

/**
 * An error that a function or operator throws. The library adds where in the expression it happened, and `&&`, `||`, `all`
 * and `exists` may recover from it.
 */
export function fault(code: ExpressionErrorCode, message: string, cause?: unknown): EvaluationError {
  return new EvaluationError({ code, message, cause });
}

/** Codes that mean "there is no such thing", from which `has` and `orElse` recover. */
const MISSING = new Set([
  'PATH_NOT_FOUND',
  'UNKNOWN_REFERENCE',
  'unknown_variable',
  'no_such_key',
  'index_out_of_bounds',
]);

/** Whether something evaluated to "there is no such thing". */
export function isMissing(result: unknown): boolean {
  return result instanceof EvaluationError && MISSING.has(result.code);
}
