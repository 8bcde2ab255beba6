import { ExpressionError, evaluateParam, scopeOf } from '@millrace/expression';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { NodeError } from '../outcome';

/** What the templates of the node under test can see. */
export interface TrialScope {
  /** Data of finished nodes by alias; templates see it in its envelope. */
  readonly nodes: JsonObject;
  /** Plain values by name. */
  readonly roots: JsonObject;
}

/**
 * Evaluates a param as the runner does.
 * @throws NodeError `EXPRESSION_ERROR`
 */
export function evaluateTrial(param: Json, { nodes, roots }: TrialScope): Json {
  const envelopes = Object.entries(nodes).map(([alias, data]) => [alias, { success: true, data }] as const);
  const scope = scopeOf({ ...Object.fromEntries(envelopes), ...roots }, { envelopes: Object.keys(nodes) });
  try {
    return evaluateParam(param, scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new NodeError({ code: 'EXPRESSION_ERROR', fault: 'user', message: error.message }, { cause: error });
  }
}
