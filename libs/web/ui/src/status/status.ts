import type { IconName } from '../icons/names';

/** Everything that a run, a node, a workflow or a saved draft can be. */
export type StatusName =
  | 'pending'
  | 'queued'
  | 'running'
  | 'waiting'
  | 'retrying'
  | 'paused'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'skipped'
  | 'disabled'
  | 'incomplete'
  | 'stale'
  | 'pinned'
  | 'live'
  | 'draft';

/** The colour of a status: `--<tone>`, `--<tone>-text`, `--<tone>-soft`. */
export type StatusTone = 'running' | 'completed' | 'failed' | 'waiting' | 'skipped' | 'pinned' | 'stale';

/** How a status is told: never by colour alone. */
export interface StatusLook {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: StatusTone;
}

/** Word, icon and tone of every status. */
export const STATUS_LOOKS: Readonly<Record<StatusName, StatusLook>> = {
  pending: { word: 'Pending', icon: 'circle-dashed', tone: 'skipped' },
  queued: { word: 'Queued', icon: 'circle-dashed', tone: 'skipped' },
  running: { word: 'Running', icon: 'loader-circle', tone: 'running' },
  waiting: { word: 'Waiting', icon: 'clock', tone: 'waiting' },
  retrying: { word: 'Retrying', icon: 'rotate-cw', tone: 'stale' },
  paused: { word: 'Paused', icon: 'circle-pause', tone: 'waiting' },
  completed: { word: 'Completed', icon: 'circle-check', tone: 'completed' },
  failed: { word: 'Failed', icon: 'circle-x', tone: 'failed' },
  cancelled: { word: 'Cancelled', icon: 'ban', tone: 'skipped' },
  skipped: { word: 'Skipped', icon: 'circle-minus', tone: 'skipped' },
  disabled: { word: 'Disabled', icon: 'power-off', tone: 'skipped' },
  incomplete: { word: 'Incomplete', icon: 'circle-alert', tone: 'stale' },
  stale: { word: 'Stale', icon: 'triangle-alert', tone: 'stale' },
  pinned: { word: 'Pinned', icon: 'pin', tone: 'pinned' },
  live: { word: 'Live', icon: 'radio', tone: 'completed' },
  draft: { word: 'Draft', icon: 'pencil-line', tone: 'skipped' },
};
