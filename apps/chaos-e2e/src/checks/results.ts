import type { RunRecord } from '../history';
import type { IndexedHistory } from './index-history';

/** Every run has the result that its workflow gives, unless it was told to end before. */
export function resultsAreRight(history: IndexedHistory): string[] {
  const ended = endedByOrder(history);
  return history.runs.flatMap((run) => {
    const { id, workflow, status, n } = run;
    const expectation = history.expectations.get(workflow);
    if (expectation === undefined) return [`the run ${id} is of the workflow ${workflow}, which nobody planned`];
    if (status === 'cancelled') return ended.has(id) ? [] : [`the run ${id} of ${workflow} was cancelled by nobody`];
    const wanted = expectation.fails ? 'failed' : 'completed';
    if (status !== wanted)
      return ended.has(id) ? [] : [`the run ${id} of ${workflow} is ${status} instead of ${wanted}`];
    const right = expectation.expected(givenTo(run));
    return expectation.fails || n === right ? [] : [`the run ${id} of ${workflow} gave ${n} instead of ${right}`];
  });
}

/** Runs that somebody ended, and those that they started. Parents of cancelled runs fail. */
function endedByOrder({ askedToEnd, runs }: IndexedHistory): Set<string> {
  const ended = new Set(askedToEnd);
  for (let size = -1; size !== ended.size;) {
    size = ended.size;
    for (const { id, parentId } of runs) if (parentId !== null && ended.has(parentId)) ended.add(id);
  }
  return ended;
}

function givenTo({ mode, trigger }: RunRecord): number {
  const given = (trigger ?? {}) as { n?: number; payload?: { n?: number } };
  return Number(mode === 'event' ? given.payload?.n : given.n);
}

/** Who was told that a run ends was told the truth: it is cancelled. Orders that came too late were refused. */
export function ordersAreObeyed(history: IndexedHistory): string[] {
  return history.orders
    .filter(({ kind }) => kind === 'cancel' || kind === 'terminate')
    .flatMap(({ kind, executionId }) => {
      const status = history.runsById.get(executionId)?.status;
      return status === 'cancelled' ? [] : [`${kind} of ${executionId} was acknowledged, and it is ${status}`];
    });
}

/** I10: logs tell of no bug and hold no secret. */
export function logsAreClean(history: IndexedHistory): string[] {
  return [...history.badLines];
}
