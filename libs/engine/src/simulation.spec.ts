import { decide } from './decide';
import { compileGraph } from './compile-graph';
import type { ExecutionEvent, ExecutionEventBody } from './event';
import { evolve, fold, initialState } from './evolve';
import type { ExecutionState } from './state';

const START = Date.parse('2026-03-01T08:00:00.000Z');
const HOUR = 3_600_000;
const settings = { onError: 'stop' as const };
const node = (id: string) => ({
  id,
  type: id,
  typeVersion: 1,
  label: id,
  enabled: true,
  position: { x: 0, y: 0 },
  config: {},
  settings,
});
const edge = (source: string, target: string) => ({
  id: `${source}${target}`,
  source,
  target,
  sourceHandle: 'main',
  targetHandle: 'main',
});

const graph = compileGraph(
  {
    nodes: [node('t'), node('a')],
    edges: [edge('t', 'a')],
    settings: { timezone: 'UTC', timeoutMs: 10 * HOUR },
  } as never,
  () => ({}),
);
const SIMULATED: ExecutionEventBody = {
  ...{ type: 'workflow.started', triggerNodeId: 't', trigger: { value: {} }, nodeCount: 2 },
  simulation: { kind: 'test', startMs: START, script: { value: {} } },
};
const done = (nodeId: string): ExecutionEventBody => ({
  ...{ type: 'node.completed', nodeId, attempt: 1, ports: { main: { value: 1 } } },
  ...{ startedAtMs: START, durationMs: 0 },
});
const asks = (until: number): ExecutionEventBody => ({
  ...{ type: 'node.waiting', nodeId: 'a', attempt: 1, startedAtMs: START },
  wait: { kind: 'timer', until: new Date(until).toISOString() },
});

/** Events as the log holds them: really they all happened long after the clock of the run. */
function told(...bodies: ExecutionEventBody[]): ExecutionState {
  const events = bodies.map((body, index): ExecutionEvent => ({
    ...body,
    seq: index + 1,
    atMs: START + 1_000 * HOUR + index,
  }));
  return fold(initialState(), events);
}

describe('a simulated run', () => {
  it('lives by its own clock, which stands still', () => {
    const state = told(SIMULATED, done('t'), { type: 'node.started', nodeId: 'a', attempt: 1 });

    expect(state).toMatchObject({ startedAtMs: START, clockMs: START, simulation: { kind: 'test' } });
    expect(state.nodes.get('a')?.startedAtMs).toBe(START);
    expect(state.nodes.get('t')?.finishedAtMs).toBe(START);
  });

  it('dates what happens after the clock has moved by the new time', () => {
    const state = told(SIMULATED, done('t'), { type: 'clock.moved', toMs: START + HOUR }, done('a'), {
      ...{ type: 'workflow.finished', status: 'completed', outputFrom: ['a'] },
    });

    expect(state.nodes.get('a')?.finishedAtMs).toBe(START + HOUR);
    expect(state.finishedAtMs).toBe(START + HOUR);
  });

  it('has a clock that never goes back', () => {
    const state = told(SIMULATED, { type: 'clock.moved', toMs: START + HOUR }, { type: 'clock.moved', toMs: START });

    expect(state.clockMs).toBe(START + HOUR);
  });

  it('is not touched by the telling of calls', () => {
    const before = told(SIMULATED);
    const event: ExecutionEvent = {
      ...{ type: 'call.simulated', nodeId: 'a', attempt: 1, call: { kind: 'http' } },
      ...{ seq: 2, atMs: 5 },
    };

    expect(evolve(before, event)).toEqual({ ...before, seq: 2 });
  });

  it('wakes by its own clock', () => {
    const waiting = told(SIMULATED, done('t'), asks(START + HOUR));
    expect(decide(graph, waiting, START)).toEqual([{ kind: 'wake-at', atMs: START + HOUR }]);

    const due = told(SIMULATED, done('t'), asks(START + HOUR), { type: 'clock.moved', toMs: START + HOUR });
    expect(decide(graph, due, due.clockMs ?? 0)).toMatchObject([{ kind: 'record', events: [{ type: 'node.woken' }] }]);
  });

  it('runs out of time by its own clock', () => {
    const late = told(SIMULATED, done('t'), asks(START + 100 * HOUR), { type: 'clock.moved', toMs: START + 10 * HOUR });

    expect(decide(graph, late, late.clockMs ?? 0)).toMatchObject([{ events: [{ type: 'workflow.timed_out' }] }]);
  });

  it('does not count pauses by the clock of the world', () => {
    const state = told(SIMULATED, { type: 'workflow.paused' }, { type: 'workflow.resumed' });

    expect(state.pausedMs).toBe(0);
  });
});

describe('a run that is none', () => {
  it('knows no clock of its own', () => {
    const { simulation: _simulation, ...plain } = SIMULATED as Extract<
      ExecutionEventBody,
      { type: 'workflow.started' }
    >;
    const state = told(plain, { type: 'clock.moved', toMs: START });

    expect(state.clockMs).toBeUndefined();
    expect(state.startedAtMs).toBe(START + 1_000 * HOUR);
  });
});
