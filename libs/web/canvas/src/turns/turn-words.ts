import { formatCount } from '@millrace/web-ui/base';
import type { LoopRun } from '../session/run/turns';

/** How far a loop is: "3 / 10, 1 failed". */
export function turnCounts({ count, finished, failed }: LoopRun): string {
  const done = `${formatted(finished)} / ${formatted(count)}`;
  return failed === 0 ? done : `${done}, ${formatted(failed)} failed`;
}

/** The same in words, for those who listen. */
export function turnSentence({ count, finished, failed }: LoopRun): string {
  const done = `${formatted(finished)} of ${formatCount(count, 'turn')} done`;
  return failed === 0 ? done : `${done}, ${formatted(failed)} failed`;
}

/** A turn as people count: from 1. "turn 3", of loops inside loops "turn 2, turn 5". */
export function turnWords(path: string): string {
  return turnNumbers(path)
    .map((turn) => `turn ${formatted(turn)}`)
    .join(', ');
}

/** Numbers of the turns in a path, from the outermost, as people count. */
export function turnNumbers(path: string): readonly number[] {
  return path.split('/').flatMap((part, place) => (place % 2 === 1 ? [Number(part) + 1] : []));
}

function formatted(count: number): string {
  return count.toLocaleString('en-GB');
}
