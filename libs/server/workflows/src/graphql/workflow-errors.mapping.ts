import { payloadOf, type MutationErrorType } from '@millrace/server-platform';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { WorkflowConflictError, WorkflowInvalidError } from '../workflows.errors';
import { toWorkflow } from './workflow.mapping';
import { WorkflowConflictType, WorkflowInvalidType, type WorkflowPayload } from './workflow.payloads';

/** The payload of a mutation: the workflow as it is now, or why nothing was done. */
export function workflowPayload(run: () => Promise<WorkflowEntity>): Promise<WorkflowPayload> {
  return typedPayload(async () => ({ workflow: toWorkflow(await run()) }));
}

/** The payload of a mutation, with everything that is wrong or who was faster when that is why nothing was done. */
export async function typedPayload<T extends object>(
  run: () => Promise<T>,
): Promise<(T & { errors: MutationErrorType[] }) | { errors: MutationErrorType[] }> {
  try {
    return { ...(await run()), errors: [] };
  } catch (error) {
    const known = typedError(error);
    return known ? { errors: [known] } : payloadOf(() => Promise.reject<T>(error));
  }
}

function typedError(error: unknown): MutationErrorType | null {
  if (error instanceof WorkflowInvalidError) {
    const { code, message, details } = error;
    return Object.assign(new WorkflowInvalidType(), { code, message, issues: details.problems });
  }
  if (error instanceof WorkflowConflictError) {
    const { code, message, details } = error;
    const savedAt = new Date(details.savedAt);
    return Object.assign(new WorkflowConflictType(), { code, message, ...details, savedAt });
  }
  return null;
}
