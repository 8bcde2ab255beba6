import type { RecordedFailure } from './event';
import { settleFailure } from './settle-failure';
import type { TestNode } from './testing/graphs';
import { EPOCH_MS, Scenario, failureOf, isoAt } from './testing/scenario';

function settle(a: TestNode, attempt: number, failure: RecordedFailure = failureOf(), random = 0.5) {
  const { graph, state } = new Scenario({ nodes: { t: {}, a }, edges: ['t>a'] })
    .start()
    .complete('t')
    .begin('a', attempt);
  const times = { nowMs: EPOCH_MS, startedAtMs: EPOCH_MS - 30, durationMs: 30 };
  return settleFailure({ graph, state, nodeId: 'a', attempt, failure, random, ...times });
}

function retryAfter(a: TestNode, attempt: number, failure?: RecordedFailure, random?: number): number | undefined {
  const event = settle(a, attempt, failure, random);
  return event.type === 'node.retrying' ? Date.parse(event.retryAt) - EPOCH_MS : undefined;
}

const exponential: TestNode = { retry: { maxAttempts: 100, backoff: 'exponential', baseMs: 1_000, maxMs: 60_000 } };
const fixed: TestNode = { retry: { maxAttempts: 100, backoff: 'fixed', baseMs: 1_500, maxMs: 60_000 } };

describe('settleFailure: retrying', () => {
  it('records the failure and the instant of the next try', () => {
    expect(settle(fixed, 1)).toEqual({
      type: 'node.retrying',
      nodeId: 'a',
      attempt: 1,
      error: failureOf(),
      retryAt: isoAt(1_500),
    });
  });

  it.each([
    [1, 0, 0],
    [1, 0.5, 500],
    [1, 0.999, 999],
    [2, 0.5, 1_000],
    [3, 0.5, 2_000],
    [6, 0.5, 16_000],
    [7, 0.5, 30_000],
    [8, 0.5, 30_000],
    [99, 0.999, 59_940],
  ])('backs off exponentially: attempt %d with %d waits %d ms', (attempt, random, ms) => {
    expect(retryAfter(exponential, attempt, failureOf(), random)).toBe(ms);
  });

  it.each([1, 2, 50])('backs off by the same time at attempt %d when fixed', (attempt) => {
    expect(retryAfter(fixed, attempt, failureOf(), 0.1)).toBe(1_500);
  });

  it.each([
    ['less than the backoff', 100, 1_500],
    ['more than the backoff', 7_000, 7_000],
    ['more than the longest pause of the settings', 90_000, 90_000],
    ['a fraction', 2_000.2, 2_001],
    ['longer than a day', 1e12, 86_400_000],
  ])('waits at least as long as asked: %s', (_name, retryAfterMs, ms) => {
    expect(retryAfter(fixed, 1, failureOf({ retryAfterMs }))).toBe(ms);
  });

  it.each([
    [1, 3, true],
    [2, 3, true],
    [3, 3, false],
    [4, 3, false],
    [1, 1, false],
  ])('after attempt %d of %d, tries again: %s', (attempt, maxAttempts, again) => {
    expect(settle({ retry: { maxAttempts } }, attempt).type).toBe(again ? 'node.retrying' : 'node.failed');
  });

  it.each(['user', 'bug'] as const)('does not retry a failure of fault %s', (fault) => {
    expect(settle(fixed, 1, failureOf({ fault })).type).toBe('node.failed');
  });

  it.each([
    [['*'], { fault: 'user' }, true],
    [['*'], { fault: 'bug' }, true],
    [['CODE_ERROR'], { fault: 'user', code: 'CODE_ERROR' }, true],
    [['CODE_ERROR'], { fault: 'user', code: 'CODE_ERROR_2' }, false],
    [['404', '409'], { fault: 'user', code: 'HTTP_STATUS', httpStatus: 409 }, true],
    [['404'], { fault: 'transient', code: 'HTTP_STATUS', httpStatus: 503 }, false],
    [['HTTP_STATUS'], { fault: 'transient', code: 'HTTP_TIMEOUT' }, false],
  ] as const)('told to retry on %j, meets %j: tries again is %s', (on, failure, again) => {
    const retry = { maxAttempts: 3, on: [...on] };
    expect(settle({ retry }, 1, failureOf(failure)).type).toBe(again ? 'node.retrying' : 'node.failed');
    expect(settle({ retry }, 3, failureOf(failure)).type).toBe('node.failed');
  });

  it('does not retry without retry settings', () => {
    expect(settle({}, 1).type).toBe('node.failed');
  });

  it('does not retry in a run that is stopping', () => {
    const told = new Scenario({ nodes: { t: {}, a: fixed }, edges: ['t>a'] }).start().complete('t').begin('a');
    told.append({ type: 'workflow.cancel_requested' }).fail('a');

    expect(told.statuses()).toMatchObject({ a: 'failed' });
  });

  it('does not count attempts that were cut off', () => {
    const told = new Scenario({ nodes: { t: {}, a: { retry: { maxAttempts: 2, baseMs: 8 } } }, edges: ['t>a'] });
    told.start().complete('t').begin('a').interrupt('a').begin('a').interrupt('a').begin('a').fail('a');

    expect(told.state.nodes.get('a')).toMatchObject({ attempts: 3, nextAttempt: 4, retryAtMs: EPOCH_MS + 8 });
  });
});

describe('settleFailure: an outage', () => {
  const outage = failureOf({ code: 'SECRETS_UNAVAILABLE', outage: true });
  const HOUR_MS = 3_600_000;

  function inOutage(attempts: number, node: TestNode = {}): Scenario {
    const told = new Scenario({ nodes: { t: {}, a: node }, edges: ['t>a'] }).start().complete('t');
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      told.begin('a', attempt);
      told.append({ type: 'node.retrying', nodeId: 'a', attempt, error: outage, retryAt: isoAt(0) });
    }
    return told.begin('a', attempts + 1);
  }

  function settleIn(told: Scenario, attempt: number, failure: RecordedFailure, nowMs = EPOCH_MS) {
    const { graph, state } = told;
    return settleFailure({
      graph,
      state,
      nodeId: 'a',
      attempt,
      failure,
      nowMs,
      random: 1,
      startedAtMs: 0,
      durationMs: 0,
    });
  }

  it.each([
    [0, 1_000],
    [1, 2_000],
    [3, 8_000],
    [50, 60_000],
  ])('is waited for without retry settings: after %d attempts for %d ms', (attempts, ms) => {
    expect(settleIn(inOutage(attempts), attempts + 1, outage)).toMatchObject({
      type: 'node.retrying',
      error: outage,
      retryAt: isoAt(ms),
    });
  });

  it('waits half as long at least, and as long as asked', () => {
    expect(retryAfter({}, 1, outage, 0)).toBe(500);
    expect(retryAfter({}, 1, { ...outage, retryAfterMs: 5_000 }, 0)).toBe(5_000);
  });

  it('uses up no try of the node', () => {
    const told = inOutage(5, { retry: { maxAttempts: 2 } });
    expect(settleIn(told, 6, failureOf()).type).toBe('node.retrying');
    expect(settleIn(inOutage(5, { retry: { maxAttempts: 1 } }), 6, failureOf()).type).toBe('node.failed');
  });

  it('is given up after a day', () => {
    const told = inOutage(1);
    const sinceMs = told.state.nodes.get('a')?.outages?.sinceMs ?? 0;
    expect(settleIn(told, 2, outage, sinceMs + 24 * HOUR_MS - 1).type).toBe('node.retrying');
    expect(settleIn(told, 2, outage, sinceMs + 24 * HOUR_MS).type).toBe('node.failed');
  });

  it('ends when another failure comes between', () => {
    const told = inOutage(1, { retry: { maxAttempts: 9 } });
    told
      .append({ type: 'node.retrying', nodeId: 'a', attempt: 2, error: failureOf(), retryAt: isoAt(0) })
      .begin('a', 3);
    expect(told.state.nodes.get('a')?.outages?.count).toBe(1);
    expect(settleIn(told, 3, outage, EPOCH_MS + 99 * HOUR_MS).type).toBe('node.retrying');
  });

  it('is not waited for in a run that is stopping', () => {
    const told = inOutage(1).append({ type: 'workflow.cancel_requested' });
    expect(settleIn(told, 2, outage).type).toBe('node.failed');
  });
});

describe('settleFailure: no try left', () => {
  const failure = failureOf({ fault: 'user', code: 'HTTP_STATUS', message: 'It said 404.' });
  const facts = { nodeId: 'a', attempt: 2, startedAtMs: EPOCH_MS - 30, durationMs: 30 };

  it('fails the node unless its settings say otherwise', () => {
    expect(settle({}, 2, failure)).toEqual({ type: 'node.failed', ...facts, error: failure });
  });

  it.each([
    ['continue', 'main'],
    ['error-port', 'error'],
  ] as const)('goes on for %s with the failure on the port %s', (onError, port) => {
    expect(settle({ onError }, 2, failure)).toEqual({
      type: 'node.completed',
      ...facts,
      error: failure,
      ports: { [port]: { value: { error: { code: 'HTTP_STATUS', message: 'It said 404.', attempts: 2 } } } },
    });
  });

  it('hands details on', () => {
    const event = settle({ onError: 'continue' }, 2, { ...failure, details: { status: 404 } });

    expect(event).toMatchObject({ ports: { main: { value: { error: { details: { status: 404 } } } } } });
  });

  it('tells the status of the answer, how many attempts there were, and which item of a loop it was', () => {
    const { graph, state } = new Scenario({ nodes: { a: { onError: 'error-port' } }, edges: [] }).start();
    const told = { ...failure, httpStatus: 404 };
    const times = { nowMs: 0, random: 0 };
    const event = settleFailure({ graph, state: { ...state, turn: 3 }, ...facts, ...times, failure: told });
    const error = { code: 'HTTP_STATUS', message: 'It said 404.', attempts: 2, httpStatus: 404, item: 3 };

    expect(event).toMatchObject({ ports: { error: { value: { error } } } });
  });

  it('keeps the input', () => {
    const { graph, state } = new Scenario({ nodes: { a: {} }, edges: [] }).start();
    const event = settleFailure({ graph, state, ...facts, failure, nowMs: 0, random: 0, input: { value: 1 } });

    expect(event).toMatchObject({ type: 'node.failed', input: { value: 1 } });
  });

  it('fails a node that the graph does not know', () => {
    const { graph, state } = new Scenario({ nodes: { a: {} }, edges: [] }).start();
    const event = settleFailure({ graph, state, ...facts, nodeId: 'gone', failure, nowMs: 0, random: 0 });

    expect(event.type).toBe('node.failed');
  });

  it('tries first and goes on afterwards', () => {
    const node: TestNode = { onError: 'continue', retry: { maxAttempts: 2 } };

    expect(settle(node, 1).type).toBe('node.retrying');
    expect(settle(node, 2).type).toBe('node.completed');
  });
});
