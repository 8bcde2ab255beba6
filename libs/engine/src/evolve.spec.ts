import type { ExecutionEventBody } from './event';
import { evolve, fold, initialState } from './evolve';
import { EPOCH_MS, Scenario, failureOf, isoAt } from './testing/scenario';

function scenario(): Scenario {
  return new Scenario({ nodes: { t: {}, a: { retry: {} }, b: {} }, edges: ['t>a', 't>b'] });
}

const finished: ExecutionEventBody = { type: 'workflow.finished', status: 'completed', outputFrom: ['a'] };

describe('evolve, for the run', () => {
  it('begins pending, without nodes', () => {
    expect(initialState()).toMatchObject({ status: 'pending', seq: 0, paused: false, pausedMs: 0 });
    expect(initialState().nodes.size).toBe(0);
  });

  it('starts with the trigger and its payload', () => {
    const { state } = scenario()
      .at(5)
      .append({ type: 'workflow.started', triggerNodeId: 't', trigger: { value: { a: 1 } }, nodeCount: 3 });

    expect(state).toMatchObject({
      status: 'running',
      seq: 1,
      triggerNodeId: 't',
      trigger: { value: { a: 1 } },
      startedAtMs: EPOCH_MS + 5,
    });
  });

  it('takes nothing but the start first, and the start only once', () => {
    const early = scenario().append(
      { type: 'workflow.cancel_requested' },
      { type: 'node.started', nodeId: 't', attempt: 1 },
    );
    expect(early.state).toEqual({ ...initialState(), seq: 2 });

    const twice = early.start('t').start('a');
    expect(twice.state).toMatchObject({ triggerNodeId: 't', seq: 4 });
  });

  it('folds an event only once', () => {
    const run = scenario().start().begin('t');
    const again = fold(run.state, run.events);

    expect(again).toBe(run.state);
  });

  it.each<[string, (run: Scenario) => Scenario, string]>([
    ['running after the start', (run) => run, 'running'],
    ['running while a node runs beside a waiting one', (run) => waiting(run).begin('b'), 'running'],
    ['waiting when nothing runs and a node waits', (run) => waiting(run), 'waiting'],
    ['waiting when nothing runs and a retry is to come', (run) => run.begin('a').fail('a'), 'waiting'],
    ['running when a waiting node was woken', (run) => woken(waiting(run)), 'running'],
    [
      'running when a node was interrupted beside a waiting one',
      (run) => waiting(run.begin('b')).interrupt('b'),
      'running',
    ],
    ['paused when paused while it waits', (run) => waiting(run).append({ type: 'workflow.paused' }), 'paused'],
    [
      'waiting again when resumed',
      (run) => waiting(run).append({ type: 'workflow.paused' }, { type: 'workflow.resumed' }),
      'waiting',
    ],
    [
      'running while it is being cancelled',
      (run) => waiting(run).append({ type: 'workflow.cancel_requested' }),
      'running',
    ],
    ['completed at the end', (run) => run.append(finished), 'completed'],
  ])('is %s', (_name, tell, status) => {
    expect(tell(scenario().start().complete('t')).state.status).toBe(status);
  });

  it('measures pauses, and ignores one within another', () => {
    const run = scenario().start().at(100).append({ type: 'workflow.paused' });
    run.at(150).append({ type: 'workflow.paused' });
    expect(run.state).toMatchObject({ paused: true, pausedAtMs: EPOCH_MS + 100, pausedMs: 0 });
    run.at(400).append({ type: 'workflow.resumed' });
    run.at(500).append({ type: 'workflow.resumed' });
    expect(run.state).toMatchObject({ paused: false, pausedMs: 300 });
    run.append({ type: 'workflow.paused' }).at(600).append({ type: 'workflow.resumed' });
    expect(run.state.pausedMs).toBe(400);
  });

  it('keeps who cancelled and why, and that it is to end at once', () => {
    const run = scenario().start().append({ type: 'workflow.cancel_requested', by: 'u', reason: 'r' });
    expect(run.state).toMatchObject({
      stop: { kind: 'cancelled' },
      cancelRequested: { terminate: false, by: 'u', reason: 'r' },
    });
    run.append({ type: 'workflow.cancel_requested', terminate: true, by: 'v' });
    expect(run.state.cancelRequested).toMatchObject({ terminate: true, by: 'v' });
    run.append({ type: 'workflow.cancel_requested' });
    expect(run.state.cancelRequested?.terminate).toBe(true);
  });

  it('stops with the first cause', () => {
    const failed = { type: 'node.failed' as const, attempt: 1, startedAtMs: 0, durationMs: 0 };
    const run = scenario()
      .start()
      .append({ ...failed, nodeId: 'a', error: failureOf({ code: 'FIRST' }) })
      .append({ ...failed, nodeId: 'b', error: failureOf({ code: 'SECOND' }) })
      .append({ type: 'workflow.timed_out', timeoutMs: 5 }, { type: 'workflow.cancel_requested' });

    expect(run.state.stop).toMatchObject({ kind: 'failed', error: { code: 'FIRST', nodeId: 'a' } });
    expect(run.statuses()).toEqual({ a: 'failed', b: 'failed' });
  });

  it('stops as failed when the time is used up', () => {
    const run = scenario().start().append({ type: 'workflow.timed_out', timeoutMs: 5_000 });

    expect(run.state.stop).toMatchObject({ kind: 'failed', error: { code: 'WORKFLOW_TIMEOUT', fault: 'user' } });
    expect(run.state.stop?.kind === 'failed' && run.state.stop.error.message).toContain('5000 ms');
  });

  it('ends a pause when it stops, and cannot be paused any more', () => {
    const run = scenario().start().append({ type: 'workflow.paused' }, { type: 'workflow.cancel_requested' });
    expect(run.state).toMatchObject({ paused: false, status: 'running' });
    expect(run.append({ type: 'workflow.paused' }).state.paused).toBe(false);
  });

  it('keeps how it ended', () => {
    const error = { ...failureOf(), nodeId: 'a' };
    const run = scenario()
      .start()
      .append({ type: 'workflow.paused' })
      .at(9)
      .append({ type: 'workflow.finished', status: 'failed', outputFrom: ['b'], error, terminated: true });

    expect(run.state).toMatchObject({
      status: 'failed',
      paused: false,
      outputFrom: ['b'],
      error,
      terminated: true,
      finishedAtMs: EPOCH_MS + 9,
    });
  });

  it.each<ExecutionEventBody>([
    { type: 'workflow.started', triggerNodeId: 'a', trigger: { value: 1 }, nodeCount: 1 },
    { type: 'workflow.cancel_requested', terminate: true },
    { type: 'workflow.paused' },
    { type: 'workflow.timed_out', timeoutMs: 1 },
    { type: 'node.started', nodeId: 'b', attempt: 1 },
    { type: 'node.skipped', nodeId: 'b', reason: 'dead-path' },
    { type: 'workflow.finished', status: 'failed', outputFrom: [] },
  ])('is not changed by $type once it is over', (event) => {
    const run = scenario().start().complete('t').append(finished);
    const before = run.state;

    expect(run.append(event).state).toEqual({ ...before, seq: before.seq + 1 });
  });

  it('is not changed by a log line', () => {
    const run = scenario().start();
    const before = run.state;
    run.append({ type: 'node.log', nodeId: 'a', level: 'info', message: 'm' });

    expect(run.state).toEqual({ ...before, seq: 2 });
  });

  it('can go on in two ways from one state', () => {
    const run = scenario().start().complete('t');
    const base = run.state;
    const at = { seq: base.seq + 1, atMs: 0 };
    const left = evolve(base, { type: 'node.started', nodeId: 'a', attempt: 1, ...at });
    const right = evolve(base, { type: 'node.started', nodeId: 'b', attempt: 1, ...at });

    expect([...left.nodes.keys()]).toEqual(['t', 'a']);
    expect([...right.nodes.keys()]).toEqual(['t', 'b']);
    expect([...base.nodes.keys()]).toEqual(['t']);
  });

  it('goes on from a state that was put together by hand', () => {
    const run = scenario().start().complete('t');
    const copy = { ...run.state, nodes: new Map(run.state.nodes) };
    const event = { type: 'node.started' as const, nodeId: 'a', attempt: 1, seq: copy.seq + 1, atMs: 0 };

    expect([...evolve(copy, event).nodes]).toEqual([...evolve(run.state, event).nodes]);
  });
});

function waiting(run: Scenario): Scenario {
  return run.begin('a').wait('a', { kind: 'timer', until: isoAt(1_000) });
}

function woken(run: Scenario): Scenario {
  return run.append({ type: 'node.woken', nodeId: 'a', wake: { kind: 'timer' } });
}
