import type { Random } from './random';

/** What is done to the world. */
export type FaultKind =
  /** A process is killed, and started again after `lastsMs`. */
  | 'kill'
  /** A worker stands still until its leases are over, and wakes as if nothing had been. */
  | 'freeze'
  /** A process is asked to end, and started again. */
  | 'terminate'
  /** Postgres shuts down in order, cutting its connections, and comes back. */
  | 'postgres-fast'
  /** Postgres ends as after a power cut. */
  | 'postgres-immediate'
  /** All connections of a process to Postgres are cut. */
  | 'cut'
  /** Nothing passes between a process and Postgres, though the connections stand. */
  | 'hang'
  /** The clock of a process jumps by `hours`, and back. */
  | 'clock'
  /** The store of secrets answers late. */
  | 'slow-secrets'
  /** The store of secrets is sealed. */
  | 'sealed-secrets';

/** One fault. `target` is the place of a process in the list of those that the fault may hit. */
export interface PlannedFault {
  readonly kind: FaultKind;
  /** Milliseconds after the beginning. */
  readonly atMs: number;
  readonly lastsMs: number;
  readonly target: number;
  readonly hours?: number;
}

const LASTS_MS: Readonly<Record<FaultKind, readonly [number, number]>> = {
  kill: [200, 2_500],
  freeze: [16_500, 19_000],
  terminate: [100, 1_500],
  'postgres-fast': [300, 3_000],
  'postgres-immediate': [300, 3_000],
  cut: [0, 0],
  hang: [1_000, 7_000],
  clock: [4_000, 9_000],
  'slow-secrets': [3_000, 6_000],
  'sealed-secrets': [3_000, 6_000],
};

/** Every kind, in an order that chance decides, again and again: a short run meets each of them too. */
export function planFaults(random: Random, { lastsMs, everyMs }: { lastsMs: number; everyMs: number }): PlannedFault[] {
  const faults: PlannedFault[] = [];
  let bag: FaultKind[] = [];
  for (let atMs = everyMs / 2; atMs < lastsMs; atMs += everyMs * (0.6 + 0.8 * random.next())) {
    if (bag.length === 0) bag = Object.keys(LASTS_MS) as FaultKind[];
    const [kind] = bag.splice(random.whole(0, bag.length - 1), 1) as [FaultKind];
    const [least, most] = LASTS_MS[kind];
    faults.push({
      ...{ kind, atMs: Math.round(atMs), lastsMs: random.whole(least, most), target: random.whole(0, 1_000) },
      ...(kind === 'clock' ? { hours: random.pick([-2, 2]) } : {}),
    });
  }
  return faults;
}
