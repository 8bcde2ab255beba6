import type { EventRecord, History, RunRecord } from '../history';

/** A history, ordered for being asked. */
export interface IndexedHistory extends History {
  readonly runsById: ReadonlyMap<string, RunRecord>;
  readonly eventsByRun: ReadonlyMap<string, readonly EventRecord[]>;
  /** Keys that reached the canary, by run. */
  readonly keysByRun: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Orders a history once for all checks. */
export function indexHistory(history: History): IndexedHistory {
  const keysByRun = new Map<string, Map<string, number>>();
  for (const { key } of history.hits) {
    const run = key.slice(0, key.indexOf(':'));
    const keys = keysByRun.get(run) ?? new Map<string, number>();
    keysByRun.set(run, keys.set(key, (keys.get(key) ?? 0) + 1));
  }
  return {
    ...history,
    runsById: new Map(history.runs.map((run) => [run.id, run])),
    eventsByRun: groupBy(history.events, ({ executionId }) => executionId),
    keysByRun,
  };
}

/** Lists by what `keyOf` says. */
export function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Where in its run an event happened: the node, and the turn if it is in one. */
export function placeOf({ nodeId, body }: EventRecord): string {
  return `${typeof body['path'] === 'string' ? `${body['path']}/` : ''}${nodeId}`;
}

/** Whether a run has ended. */
export function hasEnded({ status }: RunRecord): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}
