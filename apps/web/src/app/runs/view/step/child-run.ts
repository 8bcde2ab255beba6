import type { ExecutionEvent } from '@millrace/engine';
import type { ExecutionMode } from '@millrace/web-api/graphql';
import { MAIN_PORT, type Json } from '@millrace/workflow-model';

/** Id of the run that a step started and waits or waited for, from its newest wait; undefined when it started none. */
export function childRunOf(events: readonly ExecutionEvent[], nodeId: string, path?: string): string | undefined {
  const wait = events.findLast(
    (event) => event.type === 'node.waiting' && event.nodeId === nodeId && event.path === path,
  );
  if (wait?.type !== 'node.waiting' || wait.wait.kind !== 'event') return undefined;
  return workflowIn(wait.wait.prompt);
}

/** Id of the run that a step started without waiting for it: what it gave then. Ask only of steps that start runs. */
export function startedRunOf(events: readonly ExecutionEvent[], nodeId: string, path?: string): string | undefined {
  const end = events.findLast(
    (event) => event.type === 'node.completed' && event.nodeId === nodeId && event.path === path,
  );
  const ref = end?.type === 'node.completed' ? end.ports[MAIN_PORT] : undefined;
  const value = ref !== undefined && 'value' in ref ? ref.value : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return typeof value['executionId'] === 'string' ? value['executionId'] : undefined;
}

/** Id of the run that a wait is for: `{ kind: 'workflow', executionId }`. */
export function workflowIn(prompt: Json | undefined): string | undefined {
  if (typeof prompt !== 'object' || prompt === null || Array.isArray(prompt)) return undefined;
  const { kind, executionId } = prompt;
  return kind === 'workflow' && typeof executionId === 'string' ? executionId : undefined;
}

/** What stands before the id of a run in `startedBy` when this one was started on its behalf. */
const STARTED_BY_RUN = 'execution:';

/** Id of the run that led to this one: a step of it, an event that it published, or its failure; undefined otherwise. */
export function parentRunOf(startedBy: string | null | undefined): string | undefined {
  return startedBy?.startsWith(STARTED_BY_RUN) ? startedBy.slice(STARTED_BY_RUN.length) : undefined;
}

/** How the run that is named as the one before led to this one. */
export function parentWords(mode: ExecutionMode | undefined, triggerType: string | undefined): string {
  if (mode !== 'EVENT') return 'Started by a run';
  return triggerType === 'error-trigger' ? 'Tells of a failed run' : 'Started by an event of a run';
}
