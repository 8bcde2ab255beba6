import type { RecordedWait } from '@millrace/engine';
import type { StatusName } from '@millrace/web-ui/base';
import type { DirtyReason } from '../session/run/dirty-nodes';
import type { NodeRun } from '../session/run/node-run';
import { skipWords } from '../session/run/skip-words';
import { turnCounts, turnSentence } from '../turns/turn-words';

/** What the corner of a card says. */
export interface NodeBadge {
  readonly status: StatusName;
  /** In the badge itself, when an icon is not enough: "2/3", "12". */
  readonly short?: string;
  /** For the tooltip and for those who listen. */
  readonly text: string;
}

/** What a badge is made from. */
export interface BadgeInput {
  readonly run: NodeRun | undefined;
  readonly isEnabled: boolean;
  readonly isPinned: boolean;
  readonly dirty: DirtyReason | undefined;
  readonly problems: readonly string[];
}

/** The one state that matters most: what runs now, what is wrong, what happened, what is set. */
export function badgeOf({ run, isEnabled, isPinned, dirty, problems }: BadgeInput): NodeBadge | undefined {
  if (run !== undefined && isMoving(run)) return runBadge(run);
  if (!isEnabled) return { status: 'disabled', text: 'Disabled: passes its input on' };
  if (isPinned) return { status: 'pinned', text: 'Output pinned: runs by hand use it instead of running this step' };
  if (run !== undefined && dirty !== undefined) return { status: 'stale', text: dirty.message };
  if (run !== undefined && run.status !== 'pending') return runBadge(run);
  if (problems.length > 0) return { status: 'incomplete', text: problems.join('\n') };
  return undefined;
}

function isMoving({ status }: NodeRun): boolean {
  return status === 'running' || status === 'waiting' || status === 'retrying';
}

function runBadge(run: NodeRun): NodeBadge {
  const badge = plainBadge(run);
  // How far its turns are says more than how often it was tried.
  if (run.loop === undefined || run.loop.count === 0) return badge;
  return { ...badge, short: turnCounts(run.loop), text: `${badge.text}. ${turnSentence(run.loop)}` };
}

function plainBadge(run: NodeRun): NodeBadge {
  switch (run.status) {
    case 'running':
      return { status: 'running', text: 'Running', ...attempts(run) };
    case 'waiting':
      return { status: 'waiting', text: waitText(run) };
    case 'retrying':
      return {
        status: 'retrying',
        text: `Retrying: attempt ${run.attempt} of ${run.maxAttempts} failed`,
        ...attempts(run),
      };
    case 'completed':
      return { status: 'completed', text: 'Completed', ...attempts(run) };
    case 'failed':
      return { status: 'failed', text: `Failed: ${run.error?.message ?? 'unknown error'}`, ...attempts(run) };
    case 'skipped':
      return { status: 'skipped', text: `Skipped. ${skipWords(run.skipReason)}` };
    case 'cancelled':
      return { status: 'cancelled', text: 'Cancelled' };
    case 'pending':
      return { status: 'pending', text: 'Pending' };
  }
}

/** Retries show as "2/3". */
function attempts({ attempt, maxAttempts }: NodeRun): { readonly short?: string } {
  return attempt > 1 ? { short: `${attempt}/${Math.max(attempt, maxAttempts)}` } : {};
}

function waitText({ waitsUntilMs, wait }: NodeRun): string {
  const until = waitsUntilMs === undefined ? '' : ` until ${new Date(waitsUntilMs).toLocaleTimeString('en-GB')}`;
  return wait?.kind === 'event' ? `Waiting for ${askedFor(wait)}${until}` : `Waiting${until}`;
}

const ASKED: Readonly<Record<string, string>> = {
  approval: 'an approval',
  form: 'its form to be filled in',
  webhook: 'a call',
  workflow: 'its workflow',
};

function askedFor({ name, prompt }: Extract<RecordedWait, { kind: 'event' }>): string {
  const kind = typeof prompt === 'object' && prompt !== null && !Array.isArray(prompt) ? prompt['kind'] : undefined;
  return ASKED[String(kind)] ?? `the event “${name}”`;
}
