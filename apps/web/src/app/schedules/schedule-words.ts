import { cronWords } from '@millrace/web-canvas/node-view';
import { formatCount, type IconName } from '@millrace/web-ui';
import type { Backfill, ScheduleFire, ScheduleRow } from './api-schedules';

const UNITS: readonly (readonly [seconds: number, unit: string])[] = [
  [604_800, 'week'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** When it comes due, in words. */
export function whenOf({ cron, everySeconds }: Pick<ScheduleRow, 'cron' | 'everySeconds'>): string {
  if (cron !== null) return cronWords(cron) ?? cron;
  if (everySeconds === null) return 'At exact times';
  const [size, unit] = UNITS.find(([seconds]) => everySeconds % seconds === 0) ?? [1, 'second'];
  const count = everySeconds / size;
  return count === 1 ? `Every ${unit}` : `Every ${formatCount(count, unit)}`;
}

/** How the state of a schedule is told. */
export interface ScheduleState {
  readonly text: string;
  readonly icon: IconName;
  readonly tone: 'on' | 'off' | 'bad';
  /** What one should know of it. */
  readonly hint?: string;
}

/** Whether it fires, and if not, why. */
export function stateOf(
  row: Pick<ScheduleRow, 'live' | 'pausedAt' | 'pausedBy' | 'pauseReason' | 'lastError' | 'nextRuns'>,
): ScheduleState {
  if (row.pausedAt !== null) {
    const who = row.pausedBy === null ? '' : ` by ${row.pausedBy}`;
    return {
      text: 'Paused',
      icon: 'circle-pause',
      tone: 'off',
      hint: `Paused${who}: ${row.pauseReason ?? 'no reason given'}`,
    };
  }
  if (!row.live) return { text: 'Workflow off', icon: 'power-off', tone: 'off', hint: 'Its workflow is switched off' };
  if (row.lastError !== null) return { text: 'Failing', icon: 'triangle-alert', tone: 'bad', hint: row.lastError };
  if (row.nextRuns.length === 0)
    return { text: 'Over', icon: 'circle-check', tone: 'off', hint: 'None of its times is to come' };
  return { text: 'On', icon: 'clock', tone: 'on' };
}

/** What became of an instant, in words. */
export const OUTCOMES: Readonly<Record<ScheduleFire['outcome'], { readonly text: string; readonly icon: IconName }>> = {
  FIRED: { text: 'Run', icon: 'circle-check' },
  MISSED: { text: 'Missed', icon: 'circle-slash' },
  OVERLAPPED: { text: 'Skipped, the run before still went on', icon: 'circle-minus' },
  QUEUED: { text: 'Waits for the run before', icon: 'circle-dashed' },
  FAILED: { text: 'Could not start', icon: 'circle-x' },
  MANUAL: { text: 'Fired by hand', icon: 'zap' },
};

/** Where a backfill stands, in one line. */
export function backfillText({ status, total, started, skipped, active }: Backfill): string {
  const isNothing = skipped > 0 && skipped === total;
  const parts = [
    isNothing
      ? `Nothing to start: all ${skipped} had run before`
      : `${started} of ${formatCount(total - skipped, 'run')} started`,
  ];
  if (skipped > 0 && !isNothing) parts.push(`${skipped} had run before`);
  if (active > 0) parts.push(`${active} under way`);
  if (status === 'CANCELLED') parts.push('cancelled');
  return parts.join(', ');
}
