import type { Random } from './random';
import type { PlannedWorkflow } from './workflows';

/** What somebody does to a run after it was started. */
export interface Interference {
  readonly kind: 'cancel' | 'terminate' | 'pause';
  readonly afterMs: number;
  /** Of a pause: when the run is to go on. */
  readonly lastsMs: number;
}

/** Somebody starts a run from outside. */
export interface PlannedStart {
  /** Delivery key or idempotency key: unique. */
  readonly key: string;
  readonly workflow: string;
  readonly via: 'webhook' | 'api';
  readonly n: number;
  /** Milliseconds after the beginning. */
  readonly atMs: number;
  /** How often the same call is made again, as by a sender that got no answer. */
  readonly repeats: number;
  readonly interference?: Interference;
}

/** Starts spread over `lastsMs`, in the order of time. */
export function planStarts(
  random: Random,
  { runs, lastsMs, workflows }: { runs: number; lastsMs: number; workflows: readonly PlannedWorkflow[] },
): PlannedStart[] {
  const outside = workflows.filter(({ start }) => start === 'webhook' || start === 'api');
  const starts = Array.from({ length: runs }, (_, index): PlannedStart => {
    const workflow = random.pick(outside);
    return {
      key: `start-${index}`,
      workflow: workflow.name,
      via: workflow.start as 'webhook' | 'api',
      n: random.whole(0, 1_000),
      atMs: Math.floor(random.next() * lastsMs),
      repeats: random.happens(0.2) ? random.whole(1, 3) : 0,
      ...(random.happens(0.12) ? { interference: interference(random) } : {}),
    };
  });
  return starts.sort((one, other) => one.atMs - other.atMs);
}

function interference(random: Random): Interference {
  return {
    kind: random.pick(['cancel', 'terminate', 'pause', 'pause']),
    afterMs: random.whole(0, 3_000),
    lastsMs: random.whole(500, 4_000),
  };
}
