import type { ExecutionMode, ExecutionStatus } from '@millrace/web-api/graphql';
import type { IconName, Option, StatusName } from '@millrace/web-ui';

/** The status as the badge names it. */
export function statusNameOf(status: ExecutionStatus): StatusName {
  return status.toLowerCase() as StatusName;
}

/** How a way to start a run is told. */
export interface ModeLook {
  readonly label: string;
  readonly icon: IconName;
}

/** Word and icon of every way to start a run. */
export const MODE_LOOKS: Readonly<Record<ExecutionMode, ModeLook>> = {
  WEBHOOK: { label: 'Webhook', icon: 'webhook' },
  SCHEDULE: { label: 'Schedule', icon: 'calendar-clock' },
  EVENT: { label: 'Event', icon: 'radio' },
  MANUAL: { label: 'Manual', icon: 'mouse-pointer-2' },
  API: { label: 'API', icon: 'terminal' },
  INLINE: { label: 'Inline', icon: 'file-json' },
  TEST: { label: 'Test', icon: 'flask-conical' },
};

/** Every status a run can have, in the order in which people look for them. */
export const RUN_STATUSES: readonly ExecutionStatus[] = [
  'RUNNING',
  'WAITING',
  'FAILED',
  'COMPLETED',
  'PENDING',
  'PAUSED',
  'CANCELLED',
];

/** Every way to start a run, to choose from. */
export const MODE_OPTIONS: readonly Option<ExecutionMode>[] = (Object.keys(MODE_LOOKS) as ExecutionMode[]).map(
  (value) => ({ value, ...MODE_LOOKS[value] }),
);
