import type { Problem } from '@millrace/workflow-model';

/** Wherever they are, a document with one of these cannot be brought into an order at all. */
const OF_THE_GRAPH: ReadonlySet<string> = new Set(['CYCLE', 'DUPLICATE_NODE_ID']);
/** A part of a workflow can be run before it has a trigger. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['NO_TRIGGER']);

/** Whether a problem is about an account that a node has or lacks. */
export function isOfAccounts(code: string): boolean {
  return code.startsWith('CREDENTIAL_');
}

/** The errors that keep some nodes of a document from being run by hand; what is wrong with other nodes is not in the way. */
export function problemsInTheWay(problems: readonly Problem[], nodeIds: ReadonlySet<string>): Problem[] {
  return problems.filter(({ code, severity, nodeId }) => {
    if (severity !== 'error' || OF_THE_WHOLE.has(code) || isOfAccounts(code)) return false;
    return OF_THE_GRAPH.has(code) || nodeId === undefined || nodeIds.has(nodeId);
  });
}
