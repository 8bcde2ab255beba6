import { formatCount, type StatusName } from '@millrace/web-ui';
import type { WorkflowRowFragment } from '@millrace/web-api/graphql';

/** How the state of a workflow is told. */
export interface WorkflowState {
  readonly status: StatusName;
  readonly text: string;
  /** Whether the draft says something else than what is live. */
  readonly isAhead: boolean;
}

type Parts = Pick<WorkflowRowFragment, 'status' | 'publishedVersion' | 'hasUnpublishedChanges' | 'autoPause'>;

/** Live, disabled, never published or in the bin; and whether the draft is ahead of what is live. */
export function workflowStateOf({ status, publishedVersion, hasUnpublishedChanges, autoPause }: Parts): WorkflowState {
  const version = publishedVersion?.version ? ` v${publishedVersion.version}` : '';
  const isAhead = publishedVersion !== null && hasUnpublishedChanges;
  switch (status) {
    case 'ENABLED':
      return { status: 'live', text: `Live${version}`, isAhead };
    case 'DISABLED':
      return autoPause
        ? { status: 'failed', text: `Off after ${formatCount(autoPause.failures, 'failure')}`, isAhead }
        : { status: 'disabled', text: `Disabled${version}`, isAhead };
    case 'DRAFT':
      return { status: 'draft', text: 'Never published', isAhead: false };
    case 'DELETED':
      return { status: 'cancelled', text: 'Deleted', isAhead: false };
  }
}
