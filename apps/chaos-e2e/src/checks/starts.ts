import type { History } from '../history';
import { groupBy, type IndexedHistory } from './index-history';

/** I1: what was acknowledged is there, once: one run for every key, and no run that nobody asked for. */
export function acknowledgedRunsExistOnce(history: IndexedHistory): string[] {
  const breaches: string[] = [];
  const keys = groupBy(history.acknowledgements, ({ key }) => key);
  const asked = new Set<string>();
  for (const [key, answers] of keys) {
    const ids = new Set(answers.map(({ executionId }) => executionId));
    if (ids.size !== 1) breaches.push(`${key} was acknowledged as ${[...ids].join(' and ')}`);
    for (const id of ids) {
      if (asked.has(id)) breaches.push(`${id} answers to several keys`);
      asked.add(id);
      if (!history.runsById.has(id)) breaches.push(`${key} was acknowledged as ${id}, which does not exist`);
    }
  }
  const unasked = history.runs.filter(
    ({ id, mode, parentId }) => parentId === null && (mode === 'webhook' || mode === 'api') && !asked.has(id),
  );
  return [...breaches, ...unasked.map(({ id, workflow }) => `nobody asked for the run ${id} of ${workflow}`)];
}

/** Each run has as many children as its nodes started, each once, even when the node was run again after a crash. */
export function childrenAreStartedOnce(history: IndexedHistory): string[] {
  const children = groupBy(
    history.runs.filter(({ parentId }) => parentId !== null),
    ({ parentId }) => parentId as string,
  );
  return history.runs.flatMap(({ id, workflow, status }) => {
    const wanted = [...(history.expectations.get(workflow)?.children ?? [])].sort().join();
    const found = (children.get(id) ?? [])
      .map((child) => child.workflow)
      .sort()
      .join();
    const isWrong = status === 'completed' ? found !== wanted : found.length > wanted.length;
    return isWrong ? [`the run ${id} of ${workflow} started "${found}" instead of "${wanted}"`] : [];
  });
}

/** Each event that a run published started one run of every workflow that listens, and no event did without being published. */
export function eventsStartRunsOnce(history: IndexedHistory): string[] {
  const listeners = [...history.expectations].filter(([, { event }]) => event !== undefined);
  const started = groupBy(
    history.runs.filter(({ mode }) => mode === 'event'),
    ({ workflow, trigger }) => `${workflow} ${publisherOf(trigger)}`,
  );
  const breaches: string[] = [];
  for (const { id, workflow, status } of history.runs) {
    const name = history.expectations.get(workflow)?.publishes;
    if (name === undefined || status !== 'completed') continue;
    for (const [listener] of listeners.filter(([, { event }]) => event === name)) {
      const count = started.get(`${listener} ${id}`)?.length ?? 0;
      if (count !== 1) breaches.push(`${count} runs of ${listener} for the event of ${id}`);
    }
  }
  for (const [what, runs] of started) {
    if (runs.length > 1) breaches.push(`${runs.length} runs: ${what}`);
    const publisher = what.split(' ')[1] ?? '';
    if (!history.runsById.has(publisher)) breaches.push(`the event of "${publisher}" was published by no run`);
  }
  return breaches;
}

function publisherOf(trigger: unknown): string {
  const { payload } = (trigger ?? {}) as { payload?: { from?: string } };
  return payload?.from ?? '';
}

/**
 * I9: each instant of a schedule is there once and has one run if it fired; between the first and the moment at which the
 * schedule was switched off none is missing.
 */
export function schedulesFireOnceAndMissNothing(history: IndexedHistory): string[] {
  const breaches: string[] = [];
  const runs = groupBy(
    history.fires.filter(({ executionId }) => executionId !== null),
    ({ executionId }) => executionId as string,
  );
  for (const [id, fires] of runs) {
    if (fires.length > 1) breaches.push(`${fires.length} instants share the run ${id}`);
    if (!history.runsById.has(id)) breaches.push(`an instant names the run ${id}, which does not exist`);
  }
  for (const [schedule, fires] of groupBy(history.fires, ({ schedule }) => schedule)) {
    breaches.push(...gapsOf(schedule, fires));
    const bare = fires.filter(({ outcome, executionId }) => outcome === 'fired' && executionId === null);
    breaches.push(...bare.map(({ scheduledForMs }) => `${schedule} fired for ${scheduledForMs} without a run`));
  }
  for (const { schedule, everyMs, stoppedMs } of history.schedules) {
    const last = Math.max(
      ...history.fires.filter((fire) => fire.schedule === schedule).map(({ scheduledForMs }) => scheduledForMs),
    );
    if (last < stoppedMs - everyMs) breaches.push(`${schedule} misses instants between ${last} and ${stoppedMs}`);
  }
  const unscheduled = history.runs.filter(({ id, mode }) => mode === 'schedule' && !runs.has(id));
  return [...breaches, ...unscheduled.map(({ id }) => `no instant started the run ${id}`)];
}

function gapsOf(schedule: string, fires: History['fires']): string[] {
  const instants = fires.map(({ scheduledForMs }) => scheduledForMs);
  return fires.slice(1).flatMap(({ scheduledForMs, everyMs }, index) => {
    const before = instants[index] as number;
    if (scheduledForMs === before) return [`${schedule} has the instant ${before} twice`];
    return scheduledForMs - before === everyMs
      ? []
      : [`${schedule} misses instants between ${before} and ${scheduledForMs}`];
  });
}
