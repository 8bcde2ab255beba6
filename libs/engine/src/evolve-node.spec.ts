import type { ExecutionEventBody } from './event';
import { evolve } from './evolve';
import type { NodeState } from './state';
import { Scenario, failureOf, isoAt } from './testing/scenario';

const timer = { kind: 'timer' as const, until: isoAt(5_000) };
const times = { startedAtMs: 0, durationMs: 7 };

/** Ways to bring node `a` (second attempt where it has begun) into each stage. */
const stages: Record<string, (scenario: Scenario) => Scenario> = {
  untouched: (scenario) => scenario,
  running: (scenario) => scenario.begin('a', 2),
  retrying: (scenario) =>
    scenario.append({
      type: 'node.retrying',
      nodeId: 'a',
      attempt: 2,
      error: failureOf(),
      retryAt: isoAt(5_000),
    }),
  waiting: (scenario) => scenario.begin('a', 2).wait('a', timer),
  woken: (scenario) => scenario.begin('a', 2).wait('a', timer).append(woken),
  interrupted: (scenario) => scenario.begin('a', 2).interrupt('a'),
  completed: (scenario) => scenario.begin('a', 2).complete('a'),
  failed: (scenario) => scenario.append({ type: 'node.failed', nodeId: 'a', attempt: 2, error: failureOf(), ...times }),
  skipped: (scenario) => scenario.append({ type: 'node.skipped', nodeId: 'a', reason: 'dead-path' }),
  cancelled: (scenario) => scenario.begin('a', 2).cancel('a'),
};

const woken: ExecutionEventBody = { type: 'node.woken', nodeId: 'a', wake: { kind: 'timer' } };
const results = ['untouched', 'running', 'retrying', 'woken', 'interrupted'];
const unsettled = [...results, 'waiting'];

/** Each event with the stages it may follow, and the status it leads to. */
const transitions: [ExecutionEventBody, string, string[]][] = [
  [{ type: 'node.started', nodeId: 'a', attempt: 3 }, 'running', ['untouched', 'retrying', 'woken', 'interrupted']],
  [{ type: 'node.completed', nodeId: 'a', attempt: 3, ports: {}, ...times }, 'completed', results],
  [{ type: 'node.failed', nodeId: 'a', attempt: 3, error: failureOf(), ...times }, 'failed', results],
  [{ type: 'node.retrying', nodeId: 'a', attempt: 3, error: failureOf(), retryAt: isoAt(1) }, 'waiting', results],
  [{ type: 'node.waiting', nodeId: 'a', attempt: 3, wait: timer, startedAtMs: 0 }, 'waiting', results],
  [woken, 'pending', ['waiting']],
  [{ type: 'node.interrupted', nodeId: 'a', attempt: 2 }, 'pending', ['running']],
  [{ type: 'node.skipped', nodeId: 'a', reason: 'run-failed' }, 'skipped', ['untouched']],
  [{ type: 'node.cancelled', nodeId: 'a', attempt: 2 }, 'cancelled', unsettled],
];

function scenarioIn(stage: string): Scenario {
  const scenario = new Scenario({ nodes: { t: {}, a: {} }, edges: ['t>a'] }).start().complete('t');
  return (stages[stage] as (scenario: Scenario) => Scenario)(scenario);
}

function nodeAfter(stage: string, ...events: ExecutionEventBody[]): NodeState {
  return scenarioIn(stage)
    .append(...events)
    .state.nodes.get('a') as NodeState;
}

describe('evolve, for one node', () => {
  const table = transitions.flatMap(([event, to, from]) =>
    Object.keys(stages).map((stage) => ({ type: event.type, event, stage, to: from.includes(stage) ? to : undefined })),
  );

  it.each(table.filter((row) => row.to !== undefined))('$type makes $stage $to', ({ event, stage, to }) => {
    expect(nodeAfter(stage, event).status).toBe(to);
  });

  it.each(table.filter((row) => row.to === undefined))('$type changes nothing for $stage', ({ event, stage }) => {
    const scenario = scenarioIn(stage);
    const before = scenario.state;

    expect(scenario.append(event).state).toEqual({ ...before, seq: before.seq + 1 });
    expect(scenario.state.nodes).toBe(before.nodes);
  });

  it.each<ExecutionEventBody>([
    { type: 'node.completed', nodeId: 'a', attempt: 1, ports: {}, ...times },
    { type: 'node.failed', nodeId: 'a', attempt: 1, error: failureOf(), ...times },
    { type: 'node.retrying', nodeId: 'a', attempt: 1, error: failureOf(), retryAt: isoAt(1) },
    { type: 'node.waiting', nodeId: 'a', attempt: 1, wait: timer, startedAtMs: 0 },
    { type: 'node.interrupted', nodeId: 'a', attempt: 1 },
  ])('$type of an attempt that was overtaken changes nothing', (event) => {
    expect(nodeAfter('running', event)).toEqual(nodeAfter('running'));
  });

  it.each(['retrying', 'interrupted', 'woken'])(
    'a start with an attempt before that of %s changes nothing',
    (stage) => {
      expect(nodeAfter(stage, { type: 'node.started', nodeId: 'a', attempt: 1 })).toEqual(nodeAfter(stage));
    },
  );

  it('keeps what is needed of a start', () => {
    const node = nodeAfter('untouched', { type: 'node.started', nodeId: 'a', attempt: 1, input: { value: 1 } });

    expect(node).toMatchObject({
      attempts: 1,
      interruptions: 0,
      input: { value: 1 },
      startedAtMs: Date.parse(isoAt(0)),
    });
  });

  it('keeps ports, times and input of a result, and the start of the first attempt', () => {
    const retried = new Scenario({ nodes: { a: { retry: {} } }, edges: [] }).start().at(10).begin('a').at(20).fail('a');
    retried.at(1_500).begin('a');
    retried.at(1_600).append({
      type: 'node.completed',
      nodeId: 'a',
      attempt: 2,
      ports: { main: { value: 1 } },
      startedAtMs: Date.parse(isoAt(1_500)),
      durationMs: 100,
      input: { value: 2 },
    });

    expect(retried.state.nodes.get('a')).toEqual({
      status: 'completed',
      attempts: 2,
      interruptions: 0,
      ports: { main: { value: 1 } },
      input: { value: 2 },
      startedAtMs: Date.parse(isoAt(10)),
      finishedAtMs: Date.parse(isoAt(1_600)),
      durationMs: 100,
    });
  });

  it('keeps the error of a retry until the node ends well', () => {
    expect(nodeAfter('retrying').error).toEqual(failureOf());
    expect(nodeAfter('retrying', { type: 'node.started', nodeId: 'a', attempt: 3 }).error).toEqual(failureOf());
    expect(nodeAfter('retrying', { type: 'node.completed', nodeId: 'a', attempt: 3, ports: {}, ...times }).error).toBe(
      undefined,
    );
  });

  it('keeps the error of a node that failed and went on', () => {
    const node = nodeAfter('running', {
      type: 'node.completed',
      nodeId: 'a',
      attempt: 2,
      ports: { error: { value: null } },
      error: failureOf(),
      ...times,
    });

    expect(node).toMatchObject({ status: 'completed', error: failureOf(), ports: { error: { value: null } } });
  });

  it.each([
    ['woken', 2],
    ['interrupted', 3],
    ['retrying', 3],
    ['untouched', undefined],
    ['running', undefined],
    ['waiting', undefined],
    ['completed', undefined],
  ])('says of %s that attempt %s comes next', (stage, attempt) => {
    expect(scenarioIn(stage).state.nodes.get('a')?.nextAttempt).toBe(attempt);
  });

  it.each<[string, ExecutionEventBody & { type: 'node.waiting' }, number | undefined]>([
    ['a timer', waitingFor(timer), Date.parse(isoAt(5_000))],
    ['an event with a timeout', waitingFor({ kind: 'event', name: 'e', timeoutAt: isoAt(9) }), Date.parse(isoAt(9))],
    ['an event without a timeout', waitingFor({ kind: 'event', name: 'e' }), undefined],
    ['an instant that cannot be read', waitingFor({ kind: 'timer', until: 'tomorrow' }), 0],
  ])('knows when the wait for %s ends', (_name, event, dueAtMs) => {
    expect(nodeAfter('running', event)).toMatchObject({ wait: event.wait });
    expect(nodeAfter('running', event).dueAtMs).toBe(dueAtMs);
  });

  it('keeps what woke a node through interruptions and retries, and forgets it with the result', () => {
    const wake = { kind: 'timer' };
    const again = scenarioIn('woken').begin('a').interrupt('a');
    expect(again.state.nodes.get('a')).toMatchObject({ wake, attempts: 2, interruptions: 1, nextAttempt: 3 });
    again.begin('a');
    expect(again.state.nodes.get('a')).toMatchObject({ wake, attempts: 3, status: 'running' });
    again.complete('a');
    expect(again.state.nodes.get('a')?.wake).toBeUndefined();
    expect(scenarioIn('woken').wait('a', timer).state.nodes.get('a')?.wake).toBeUndefined();
  });

  it('hands back what a node kept over a timer, through interruptions too, and only to that wake', () => {
    const state = { job: 'r-7', polls: 1 };
    const scenario = scenarioIn('running')
      .wait('a', { ...timer, state })
      .append(woken);
    expect(scenario.state.nodes.get('a')).toMatchObject({ status: 'pending', wake: { kind: 'timer', state } });
    scenario.begin('a').interrupt('a').begin('a');
    expect(scenario.state.nodes.get('a')?.wake).toEqual({ kind: 'timer', state });
    scenario.wait('a', timer).append(woken);
    expect(scenario.state.nodes.get('a')?.wake).toEqual({ kind: 'timer' });
  });

  it('keeps why a node was skipped', () => {
    expect(nodeAfter('skipped')).toMatchObject({ skipReason: 'dead-path', attempts: 0 });
  });

  it('leaves the state it was given alone', () => {
    const scenario = scenarioIn('running');
    const before = scenario.state;
    const event = { type: 'node.cancelled' as const, nodeId: 'a', attempt: 2, seq: before.seq + 1, atMs: 0 };

    expect(evolve(before, event).nodes.get('a')?.status).toBe('cancelled');
    expect(before.nodes.get('a')?.status).toBe('running');
    expect(evolve(before, event)).toEqual(evolve(before, event));
  });
});

function waitingFor(wait: (ExecutionEventBody & { type: 'node.waiting' })['wait']) {
  return { type: 'node.waiting' as const, nodeId: 'a', attempt: 2, wait, startedAtMs: 0 };
}
