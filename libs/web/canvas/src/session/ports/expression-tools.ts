import type * as expression from '@millrace/expression';
import type * as checks from '@millrace/workflow-model/checks';
import { idle } from './idle';

/** What the session needs to read expressions and foreign documents. It is large, so the browser loads it once the editor stands. */
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
> &
  Pick<typeof checks, 'fromExchange' | 'parseDocument' | 'validateDocument'>;

/** Loads them as chunks of their own, when the page has nothing else to do or somebody begins to work. */
export async function loadExpressionTools(): Promise<ExpressionTools> {
  await idle();
  const [expressions, documents] = await Promise.all([
    import('@millrace/expression'),
    import('@millrace/workflow-model/checks'),
  ]);
  return { ...expressions, ...documents };
}
