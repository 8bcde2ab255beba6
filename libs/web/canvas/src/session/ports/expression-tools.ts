import type * as expression from '@millrace/expression';
import type * as checks from '@millrace/workflow-model/checks';
import type * as curl from '../clipboard/read-curl';
import { idle } from './idle';

/** What the session needs to read expressions, foreign documents and commands. It is large, so the browser loads it once the editor stands. */
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
  | 'readReferences'
  | 'redirectReferences'
  | 'renameRoot'
  | 'rewriteReferences'
  | 'scopeOf'
> &
  Pick<typeof checks, 'fromExchange' | 'parseDocument' | 'validateDocument'> &
  Pick<typeof curl, 'readCurl'>;

/** Loads them as chunks of their own, when the page has nothing else to do or somebody begins to work. */
export async function loadExpressionTools(): Promise<ExpressionTools> {
  await idle();
  const [expressions, documents, { readCurl }] = await Promise.all([
    import('@millrace/expression'),
    import('@millrace/workflow-model/checks'),
    import('../clipboard/read-curl'),
  ]);
  return { ...expressions, ...documents, readCurl };
}
