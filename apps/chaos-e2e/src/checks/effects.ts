import type { IndexedHistory } from './index-history';
import { groupBy, placeOf } from './index-history';

/**
 * I5: one idempotency key for every node in every turn, and no more calls than starts were recorded before them. A run that
 * went well has shown exactly as many keys as its workflow has effects.
 */
export function effectsCarryOneKeyEach(history: IndexedHistory): string[] {
  const breaches: string[] = [];
  for (const [id, keys] of history.keysByRun) {
    const run = history.runsById.get(id);
    if (run === undefined) {
      breaches.push(`the canary was called for "${id}", which is no run`);
      continue;
    }
    const starts = groupBy(
      (history.eventsByRun.get(id) ?? []).filter(({ type }) => type === 'node.started'),
      keyPlaceOf,
    );
    for (const [key, hits] of keys) {
      const own = starts.get(key.slice(id.length + 1))?.length ?? 0;
      const perItem = own === 0 ? itemStarts(starts, key.slice(id.length + 1)) : own;
      if (hits > perItem) breaches.push(`${key} reached the canary ${hits} times, after ${perItem} starts`);
    }
  }
  for (const { id, workflow, status } of history.runs) {
    const wanted = history.expectations.get(workflow)?.effects ?? 0;
    const found = history.keysByRun.get(id)?.size ?? 0;
    const isWrong = status === 'completed' ? found !== wanted : found > wanted;
    if (isWrong)
      breaches.push(`the run ${id} of ${workflow} is ${status} and showed ${found} keys instead of ${wanted}`);
  }
  return breaches;
}

/** As the end of an idempotency key says it: node, then path (0 outside of turns). */
function keyPlaceOf(event: Parameters<typeof placeOf>[0]): string {
  const path = event.body['path'];
  return `${event.nodeId}:${typeof path === 'string' ? path : '0'}`;
}

/** Items of a node with forEach are turns of that node: `n3:n3/0`. */
function itemStarts(starts: ReadonlyMap<string, unknown[]>, place: string): number {
  return [...starts].filter(([known]) => place.startsWith(`${known}:`)).reduce((sum, [, own]) => sum + own.length, 0);
}
