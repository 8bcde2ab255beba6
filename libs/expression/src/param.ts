import type { Json } from '@millrace/workflow-model';
import type { EvaluationLimits } from './limits';
import type { Scope } from './scope';

/** A param that was read once and can be evaluated often. */
export interface CompiledParam {
  /** Whether it holds no template and no expression; then every evaluation gives the same frozen value. */
  readonly isStatic: boolean;
  /** @throws ExpressionError when a path is missing, an expression fails or a limit is passed */
  evaluate(scope: Scope, limits?: EvaluationLimits): Json;
}

/**
 * Reads a param: strings with `{{` are templates, objects that are exactly `{ "$expr": string }` are CEL, the rest is literal.
 * @throws ExpressionError with the path inside the param when a template or expression cannot be read
 */
export function compileParam(_param: Json): CompiledParam {
  throw new Error('not there yet');
}

/** Compiles with a bounded cache and evaluates. */
export function evaluateParam(_param: Json, _scope: Scope): Json {
  throw new Error('not there yet');
}

/**
 * Parses JSON text first and then evaluates the strings inside, so that no value can break out of its string.
 * @throws ExpressionError `INVALID_JSON` when the text is no JSON
 */
export function evaluateJsonText(_text: string, _scope: Scope): Json {
  throw new Error('not there yet');
}
