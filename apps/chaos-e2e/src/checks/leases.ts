import { hasEnded, type IndexedHistory } from './index-history';

/** Events that only the holder of the lease may add. */
const OF_WORKERS = [
  ...['node.started', 'node.completed', 'node.failed', 'node.retrying', 'node.interrupted', 'node.waiting'],
  ...['node.iterating', 'node.reused', 'node.log', 'turn.started', 'turn.finished'],
];

/** I7: once all is calm, every run has ended and leaves nothing behind: no lease, no due time, no wait. */
export function nothingIsLeftBehind(history: IndexedHistory): string[] {
  return history.runs.flatMap((run) => {
    const left = [
      ...(hasEnded(run) ? [] : [`is ${run.status}`]),
      ...(run.leaseOwner === null ? [] : [`is held by ${run.leaseOwner}`]),
      ...(run.nextDueAt === null ? [] : [`is due at ${run.nextDueAt}`]),
      ...(run.waits === 0 ? [] : [`has ${run.waits} waits`]),
    ];
    return left.map((what) => `the run ${run.id} of ${run.workflow} ${what}`);
  });
}

/** I8: epochs only rise, one by one, writes follow each other without a gap, and what workers write is written by the process that holds the lease. */
export function onlyTheHolderWrites(history: IndexedHistory): string[] {
  const breaches: string[] = [];
  const epochs = new Map<string, number>();
  const seqs = new Map<string, number>();
  for (const write of history.writes) {
    const { executionId: id, writer, owner, oldEpoch, newEpoch, oldSeq, newSeq } = write;
    // A run that begins in the process that started it is born with its first lease.
    const known = epochs.get(id) ?? Math.min(oldEpoch, 1);
    if (oldEpoch !== known || newEpoch < oldEpoch || newEpoch > oldEpoch + 1) {
      breaches.push(`the epoch of ${id} went from ${known} over ${oldEpoch} to ${newEpoch}`);
    }
    epochs.set(id, newEpoch);
    if (oldSeq !== (seqs.get(id) ?? oldSeq) || newSeq < oldSeq)
      breaches.push(`${writer} wrote ${id} from event ${oldSeq} to ${newSeq}, after event ${seqs.get(id)}`);
    seqs.set(id, newSeq);
    const events = (history.eventsByRun.get(id) ?? []).slice(oldSeq, newSeq);
    const own = events.find(({ type }) => OF_WORKERS.includes(type));
    if (own !== undefined && pidOf(owner) !== history.lives.get(writer)) {
      breaches.push(`${writer} wrote ${own.type} (event ${own.seq}) of ${id}, whose lease ${owner ?? 'nobody'} held`);
    }
  }
  return breaches;
}

/** No more runs of a lane go on at a time than it allows. */
export function limitsHold({ slots }: IndexedHistory): string[] {
  return slots
    .filter(({ held, max }) => held > max)
    .map(({ lane, held, max }) => `${held} runs at a time in ${lane}, which allows ${max}`);
}

/** Owners are called `<host>:<pid>:<id>`. */
function pidOf(owner: string | null): number | undefined {
  return owner === null ? undefined : Number(owner.split(':').at(-2));
}
