import { payloadOf, type MutationErrorType } from '@millrace/server-platform';
import { WorkflowInvalidError, WorkflowInvalidType } from '@millrace/server-workflows';

/** The payload of a mutation that starts a run: a document that cannot run is told with everything that is wrong. */
export async function runPayload<T extends object>(
  run: () => Promise<T>,
): Promise<(T & { errors: MutationErrorType[] }) | { errors: MutationErrorType[] }> {
  try {
    return { ...(await run()), errors: [] };
  } catch (error) {
    if (!(error instanceof WorkflowInvalidError)) return payloadOf(() => Promise.reject<T>(error));
    const { code, message, details } = error;
    return { errors: [Object.assign(new WorkflowInvalidType(), { code, message, issues: details.problems })] };
  }
}
