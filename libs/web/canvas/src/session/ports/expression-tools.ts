import type * as expression from '@millrace/expression';

/** What the session needs of `@millrace/expression`. The library is large, so the browser loads it after the first paint. */
export type ExpressionTools = Pick<
  typeof expression,
  | 'ExpressionError'
  | 'checkExpressions'
  | 'checkNodeExpressions'
  | 'checkParam'
  | 'completionsAt'
  | 'evaluateParam'
  | 'findReferences'
  | 'mayHoldReferences'
  | 'renameRoot'
  | 'rewriteReferences'
  | 'scopeOf'
>;

/** Loads the library as a chunk of its own. */
export function loadExpressionTools(): Promise<ExpressionTools> {
  return import('@millrace/expression');
}
