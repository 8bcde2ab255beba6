import type { ForkFate, ForkReason } from '@millrace/web-api/graphql';
import { turnWords } from '@millrace/web-canvas';
import { formatCount, type IconName, type StatusTone } from '@millrace/web-ui';

/** How what becomes of a node is told. */
export interface FateLook {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: StatusTone;
}

/** Word, icon and tone of what becomes of a node in a fork. */
export const FATE_LOOKS: Readonly<Record<ForkFate, FateLook>> = {
  REUSED: { word: 'Reused', icon: 'check', tone: 'completed' },
  AGAIN: { word: 'Runs again', icon: 'rotate-cw', tone: 'running' },
  NEW: { word: 'First time', icon: 'play', tone: 'running' },
  SKIPPED: { word: 'Skipped', icon: 'minus', tone: 'skipped' },
};

/** Why, in a few words. */
export const REASON_WORDS: Readonly<Record<ForkReason, string>> = {
  SAME: 'unchanged, like all before it',
  PINNED: 'its output is pinned',
  DEAD_PATH: 'its branch is not taken',
  FORK_POINT: 'you chose it',
  INSIDE: 'some of its turns run again',
  AFTER: 'it comes after the fork point',
  FAILED: 'it failed',
  UNFINISHED: 'it had not finished',
  NEVER_RAN: 'it was never reached',
  NEW: 'it is new in this version',
  CHANGED: 'its configuration changed',
  INPUT_CHANGED: 'its input may change',
};

/** A fork point in words, such as "Send, turn 3" for `each/2/send`; whole turns by their loop. */
export function pointWords(point: string, labelOf: (nodeId: string) => string): string {
  const hops = point.split('/');
  if (hops.length === 1) return labelOf(point);
  const isTurn = hops.length % 2 === 0;
  const nodeId = (isTurn ? hops.at(-2) : hops.at(-1)) ?? '';
  return `${labelOf(nodeId)}, ${turnWords((isTurn ? hops : hops.slice(0, -1)).join('/'))}`;
}

/** Turns that are kept and that run again; empty without turns. */
export function turnsWords(
  turns: { readonly kept: number; readonly again: readonly number[] } | null | undefined,
): string {
  if (!turns) return '';
  const again = turns.again.slice(0, 5).map((turn) => turn + 1);
  const more = turns.again.length > again.length ? ' …' : '';
  const runs = again.length === 0 ? '' : `, ${again.length === 1 ? 'turn' : 'turns'} ${again.join(', ')}${more} again`;
  return `${formatCount(turns.kept, 'turn')} kept${runs}`;
}
