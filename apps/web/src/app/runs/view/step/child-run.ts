import type { ExecutionEvent } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';

/** Id of the run that a step started and waits or waited for, from its newest wait; undefined when it started none. */
export function childRunOf(events: readonly ExecutionEvent[], nodeId: string, path?: string): string | undefined {
  const wait = events.findLast(
    (event) => event.type === 'node.waiting' && event.nodeId === nodeId && event.path === path,
  );
  if (wait?.type !== 'node.waiting' || wait.wait.kind !== 'event') return undefined;
  return workflowIn(wait.wait.prompt);
}

/** Id of the run that a wait is for: `{ kind: 'workflow', executionId }`. */
export function workflowIn(prompt: Json | undefined): string | undefined {
  if (typeof prompt !== 'object' || prompt === null || Array.isArray(prompt)) return undefined;
  const { kind, executionId } = prompt;
  return kind === 'workflow' && typeof executionId === 'string' ? executionId : undefined;
}

/** What stands before the id of a run in `startedBy` when a step of that run started this one. */
const STARTED_BY_RUN = 'execution:';

/** Id of the run of which a step started this one; undefined when somebody or something else did. */
export function parentRunOf(startedBy: string | null | undefined): string | undefined {
  return startedBy?.startsWith(STARTED_BY_RUN) ? startedBy.slice(STARTED_BY_RUN.length) : undefined;
}
