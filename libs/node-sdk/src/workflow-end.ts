import { WORKFLOW_END } from '@millrace/workflow-model';
import type { WorkflowEnd } from '@millrace/workflow-model';
import type { Wait, Wake } from './outcome';

/** The wait for the end of a run that was started with `awaited`. */
export function untilWorkflowEnds(executionId: string, timeoutAt?: string): Wait {
  const prompt = { kind: 'workflow', executionId };
  return { kind: 'event', name: WORKFLOW_END + executionId, prompt, ...(timeoutAt === undefined ? {} : { timeoutAt }) };
}

/** How the run ended that the node waited for; undefined when something else woke it. */
export function workflowEndOf(wake: Wake): WorkflowEnd | undefined {
  if (wake.kind !== 'event' || !wake.name.startsWith(WORKFLOW_END)) return undefined;
  return wake.payload as unknown as WorkflowEnd;
}
