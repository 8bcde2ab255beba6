import type { EventRecord } from '../history';
import { groupBy, hasEnded, placeOf, type IndexedHistory } from './index-history';

const ENDS = ['node.completed', 'node.failed', 'node.skipped', 'node.cancelled', 'node.reused'];
const STARTS = ['node.started', 'turn.started', 'node.reused'];
/** What tells that a node ran. */
const RESULTS = ['node.completed', 'node.failed', 'node.retrying', 'node.waiting', 'node.iterating'];
/** What can follow a start, for the start not to be left open. */
const ANSWERS = [...ENDS, 'node.retrying', 'node.interrupted', 'node.waiting', 'node.iterating'];

function perRun(history: IndexedHistory, check: (events: readonly EventRecord[]) => string[]): string[] {
  return [...history.eventsByRun].flatMap(([id, events]) => check(events).map((breach) => `run ${id}: ${breach}`));
}

/** I2: one end at most for every node in every turn, and each wait ends at most once. */
export function resultsAreRecordedOnce(history: IndexedHistory): string[] {
  return perRun(history, (events) =>
    [
      ...groupBy(
        events.filter(({ nodeId }) => nodeId !== null),
        placeOf,
      ),
    ].flatMap(([place, own]) => {
      const ends = own.filter(({ type }) => ENDS.includes(type)).length;
      const waits = own.filter(({ type }) => type === 'node.waiting').length;
      const wakes = own.filter(({ type, body }) => type === 'node.woken' && !isOfTurns(body)).length;
      return [
        ...(ends > 1 ? [`${place} has ${ends} ends`] : []),
        ...(wakes > waits ? [`${place} woke ${wakes} times from ${waits} waits`] : []),
      ];
    }),
  );
}

function isOfTurns(body: EventRecord['body']): boolean {
  return (body['wake'] as { kind?: string } | undefined)?.kind === 'turns';
}

/** I3: every start of a node has an answer in the log once its run has ended. Terminating a run leaves no time for them. */
export function startsAreAnswered(history: IndexedHistory): string[] {
  return perRun(history, (events) => {
    const run = history.runsById.get(events[0]?.executionId ?? '');
    if (run === undefined || !hasEnded(run) || run.isTerminated) return [];
    return [...groupBy(events, placeOf)].flatMap(([place, own]) => {
      const begun = own.filter(({ type }) => type === 'node.started').at(-1);
      const isOpen = begun !== undefined && !own.some(({ type, seq }) => seq > begun.seq && ANSWERS.includes(type));
      return isOpen ? [`${place} began with event ${begun.seq} and never ended`] : [];
    });
  });
}

/**
 * I4: nothing begins once a run was told to end. Nodes that only compute have no start in the log: of them it is the result
 * that tells that they ran, so a node of which nothing was told before must not have one afterwards.
 */
export function nothingBeginsAfterTheEnd(history: IndexedHistory): string[] {
  return perRun(history, (events) => {
    const end = events.find(({ type }) => type === 'workflow.cancel_requested' || type === 'workflow.finished');
    if (end === undefined) return [];
    const begun = new Set(events.filter(({ seq, nodeId }) => seq < end.seq && nodeId !== null).map(placeOf));
    const late = events.filter(
      (event) =>
        event.seq > end.seq &&
        (STARTS.includes(event.type) || (RESULTS.includes(event.type) && !begun.has(placeOf(event)))),
    );
    return late.map(({ nodeId, type, seq }) => `${nodeId}: ${type} is event ${seq}, after event ${end.seq}`);
  });
}

/** I6: seqs run from 1 without a gap to that of the run; a run begins once and ends at most once, with its last event. */
export function logsAreWhole(history: IndexedHistory): string[] {
  const breaches = history.runs.flatMap((run) => {
    const events = history.eventsByRun.get(run.id) ?? [];
    const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
    const finished = events.filter(({ type }) => type === 'workflow.finished');
    return [
      ...(gap >= 0 ? [`after event ${gap} comes ${events[gap]?.seq}`] : []),
      ...(events.length === run.eventSeq ? [] : [`${events.length} events, and the run knows of ${run.eventSeq}`]),
      ...(events[0]?.type === 'workflow.started' ? [] : ['does not begin with its start']),
      ...(finished.length === (hasEnded(run) ? 1 : 0) ? [] : [`is ${run.status} with ${finished.length} ends`]),
      ...(finished.length === 0 || finished[0]?.seq === events.length ? [] : ['goes on after its end']),
    ].map((breach) => `run ${run.id}: ${breach}`);
  });
  const strays = [...history.eventsByRun.keys()].filter((id) => !history.runsById.has(id));
  return [...breaches, ...strays.map((id) => `events of the run ${id}, which does not exist`)];
}

/** P8: nobody wakes early. */
export function nobodyWakesEarly(history: IndexedHistory): string[] {
  return perRun(history, (events) => {
    const early = sleepsOf(events).filter(({ lateMs }) => lateMs < 0);
    return early.map(({ place, lateMs }) => `${place} woke ${-lateMs} ms early`);
  });
}

/** How late each timer and timeout of a history rang. Milliseconds; only for those that rang, and without the time in pauses. */
export function latenesses(history: IndexedHistory): number[] {
  return [...history.eventsByRun.values()].flatMap((events) => sleepsOf(events).map(({ lateMs }) => lateMs));
}

interface Sleep {
  readonly place: string;
  readonly lateMs: number;
}

function sleepsOf(events: readonly EventRecord[]): Sleep[] {
  const resumedMs = events.filter(({ type }) => type === 'workflow.resumed').map(({ atMs }) => atMs);
  return [...groupBy(events, placeOf)].flatMap(([place, own]) => sleepsAt(place, own, resumedMs));
}

function sleepsAt(place: string, own: readonly EventRecord[], resumedMs: readonly number[]): Sleep[] {
  const found: Sleep[] = [];
  let dueMs: number | undefined;
  for (const { type, body, atMs } of own) {
    if (type === 'node.waiting') dueMs = dueOf(body['wait']);
    if (type !== 'node.woken' || dueMs === undefined) continue;
    const { kind } = body['wake'] as { kind: string };
    // Nothing rings in a pause: what fell due then is due when the run is resumed.
    const possibleMs = Math.max(dueMs, ...resumedMs.filter((resumed) => resumed <= atMs));
    if (kind === 'timer' || kind === 'timeout')
      found.push({ place, lateMs: atMs < dueMs ? atMs - dueMs : atMs - possibleMs });
  }
  return found;
}

function dueOf(wait: unknown): number | undefined {
  const { until, timeoutAt } = (wait ?? {}) as { until?: string; timeoutAt?: string };
  const instant = until ?? timeoutAt;
  return instant === undefined ? undefined : Date.parse(instant);
}
