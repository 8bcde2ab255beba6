import type { Json } from './json';

/** What stands before the id of a run in the name of the event that tells its end. Only the product sends such events. */
export const WORKFLOW_END = 'workflow.ended/';

/** How a run ended that another run waited for. */
export interface WorkflowEnd {
  readonly executionId: string;
  readonly status: 'completed' | 'failed' | 'cancelled';
  readonly output: Json;
  readonly error?: { readonly code: string; readonly message: string };
}
