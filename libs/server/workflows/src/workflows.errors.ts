import { conflict, DomainError, notFound } from '@millrace/server-platform';
import type { Problem } from '@millrace/workflow-model';

/** What lost against whom when two people save one draft. */
export interface ConflictDetails {
  readonly currentRevision: number;
  readonly savedBy: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** The draft changed since the caller read it (409). Read it again, put the change on top, save again. */
export class WorkflowConflictError extends DomainError {
  declare readonly details: ConflictDetails;

  constructor(expectedRevision: number, details: ConflictDetails) {
    super({
      code: 'WORKFLOW_CONFLICT',
      status: 409,
      message:
        `The draft is at revision ${details.currentRevision}, not ${expectedRevision}: somebody saved it in between. ` +
        'Load it again, repeat your change on it and save with its revision.',
      details,
    });
  }
}

/** The document cannot be stored, published or run (422). `details.problems` holds everything that is wrong. */
export class WorkflowInvalidError extends DomainError {
  declare readonly details: { readonly problems: readonly Problem[] };

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    super({
      code: 'WORKFLOW_INVALID',
      status: 422,
      message:
        errors.length === 1 && first
          ? `The workflow has an error: ${first.message}`
          : `The workflow has ${errors.length} errors. Mend each of the problems and try again.`,
      details: { problems },
    });
  }
}

/** No such workflow in the caller's workspace, or it is in the bin (404). */
export function workflowNotFound(workflowId: string): DomainError {
  return notFound('NOT_FOUND', `There is no workflow ${quoted(workflowId)}. It may have been deleted.`);
}

/** No such version of this workflow (404). */
export function versionNotFound(versionId: string): DomainError {
  return notFound('NOT_FOUND', `There is no version ${quoted(versionId)} of this workflow.`);
}

/** Enabling, disabling or exporting the live version needs one (409). */
export function notPublished(): DomainError {
  return conflict('WORKFLOW_NOT_PUBLISHED', 'The workflow was never published. Publish it first.');
}

function quoted(id: string): string {
  return JSON.stringify(id.slice(0, 60));
}
