import type { ExecutionEvent } from '@millrace/engine';

/** What is worth going to. */
export type MomentKind = 'failure' | 'wait' | 'pause' | 'end';

/** An event that is worth going to. */
export interface Moment {
  readonly seq: number;
  readonly kind: MomentKind;
  readonly nodeId?: string;
}

/** Failures, waits and pauses of a run, in order, and its end. */
export function momentsOf(events: readonly ExecutionEvent[]): readonly Moment[] {
  return events.flatMap((event) => {
    const kind = kindOf(event);
    return kind === undefined ? [] : [{ seq: event.seq, kind, ...('nodeId' in event ? { nodeId: event.nodeId } : {}) }];
  });
}

function kindOf(event: ExecutionEvent): MomentKind | undefined {
  switch (event.type) {
    case 'node.failed':
    case 'node.retrying':
    case 'node.interrupted':
    case 'workflow.timed_out':
      return 'failure';
    case 'node.completed':
      return event.error === undefined ? undefined : 'failure';
    case 'node.waiting':
      return 'wait';
    case 'workflow.paused':
      return 'pause';
    case 'workflow.finished':
      return 'end';
    default:
      return undefined;
  }
}

/** Longest time that playing stays at one event, and shortest, in milliseconds. */
const LONGEST_MS = 1_200;
const SHORTEST_MS = 30;

/** How long playing shows an event before the next: as long as it took, but never long. In milliseconds. */
export function pauseBefore(events: readonly ExecutionEvent[], seq: number, speed: number): number {
  const [before, next] = [events[seq - 1], events[seq]];
  if (before === undefined || next === undefined) return SHORTEST_MS;
  return Math.max(SHORTEST_MS, Math.min(LONGEST_MS, next.atMs - before.atMs) / speed);
}

/** Where the marks of many moments stand: at most so many, each kind apart, so that ten thousand draw no faster than they must. */
export function marksOf(
  moments: readonly Moment[],
  last: number,
  most = 200,
): readonly (Moment & { readonly place: number })[] {
  const seen = new Set<string>();
  return moments.flatMap((moment) => {
    const place = last <= 1 ? 0 : (moment.seq - 1) / (last - 1);
    const slot = `${moment.kind} ${Math.round(place * most)}`;
    if (seen.has(slot)) return [];
    seen.add(slot);
    return [{ ...moment, place }];
  });
}
