import type { ExecutionEvent } from '@millrace/engine';
import { fold, initialState } from '@millrace/engine';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { RunnerRig } from '../testing/runner-rig';
import type { NodeInShort, TestProcess } from '../testing/runner-rig';

const START = Date.parse('2026-03-01T08:00:00.000Z');
const HOUR = 3_600_000;

let rig: RunnerRig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
}, 60_000);
afterAll(() => rig.stop());

interface Told {
  readonly id: string;
  readonly status: string;
  readonly output: Json;
  readonly error: { code: string; message: string } | undefined;
  readonly events: ExecutionEvent[];
}

async function simulated(versionId: string, script: JsonObject, trigger: Json = {}): Promise<Told> {
  const id = await worker.start(versionId, trigger, {
    mode: 'test',
    part: { simulation: { kind: 'test', startMs: START, script: { value: script } } },
  });
  const { status, output, error } = await worker.finished(id);
  return { id, status, output, error, events: await worker.events(id) };
}

async function chain(nodes: readonly NodeInShort[], script: JsonObject, settings?: JsonObject): Promise<Told> {
  return simulated(await rig.chain(nodes, settings), script);
}

const types = ({ events }: Told): string[] => events.map(({ type }) => type);
const calls = ({ events }: Told): JsonObject[] =>
  events.flatMap((event) => (event.type === 'call.simulated' ? [event.call as JsonObject] : []));
const elapsed = ({ events }: Told): number => {
  const state = fold(initialState(), events);
  return (state.finishedAtMs ?? 0) - (state.startedAtMs ?? 0);
};
const mock = (nodeId: string, ...attempts: Json[]): JsonObject => ({ nodeId, attempts });
const retry = (maxAttempts: number): { settings: never } =>
  ({ settings: { onError: 'stop', retry: { maxAttempts, backoff: 'fixed', baseMs: 1_000, maxMs: 60_000 } } }) as never;

describe('a mock', () => {
  it('stands in for a node that would reach for the world, and what would have been sent is kept', async () => {
    const told = await chain(
      [
        [
          'send',
          'fetch',
          { url: 'https://shop.example/orders?token=abc', method: 'POST', body: { id: '{{ trigger.id }}' } },
        ],
      ],
      {
        mocks: [mock('send', { ports: { main: { ok: true } } })],
      },
    );

    expect(told).toMatchObject({ status: 'failed', error: { code: 'EXPRESSION_ERROR' } });
    const fine = await simulated(
      await rig.chain([
        [
          'send',
          'fetch',
          { url: 'https://shop.example/orders?token=abc', method: 'POST', body: { id: '{{ trigger.id }}' } },
        ],
      ]),
      { mocks: [mock('send', { ports: { main: { ok: true } } })] },
      { id: 7 },
    );
    expect(fine).toMatchObject({ status: 'completed', output: { ok: true } });
    expect(calls(fine)).toEqual([
      {
        ...{ kind: 'http', method: 'POST', url: 'https://shop.example/orders?token=***', answeredBy: 'written' },
        headers: { authorization: '***', 'x-plain': 'yes' },
        body: { id: 7 },
        params: { url: 'https://shop.example/orders?token=***', method: 'POST', body: { id: 7 } },
      },
    ]);
  });

  it('gives another result to each attempt, the last one to all that follow', async () => {
    const failure = { error: { code: 'BUSY', message: 'Busy.', fault: 'transient', retryAfterMs: 5_000 } };
    const told = await chain([['send', 'fetch', { url: 'https://a.example' }, retry(4)]], {
      mocks: [mock('send', failure, failure, { ports: { main: 'sent' } })],
    });

    expect(told).toMatchObject({ status: 'completed', output: 'sent' });
    expect(types(told).filter((type) => type === 'node.retrying')).toHaveLength(2);
    expect(elapsed(told)).toBe(10_000);
  });

  it('is for one turn of a loop when it says so', async () => {
    const versionId = await rig.version(
      [
        ['start', 'start'],
        ['each', 'loop', { items: ['a', 'b', 'c'] }],
        ['send', 'fetch', { url: 'https://a.example' }, { parent: 'each' }],
      ],
      ['start>each'],
    );
    const told = await simulated(versionId, {
      mocks: [
        mock('send', { ports: { main: 'usual' } }),
        { ...mock('send', { ports: { main: 'special' } }), path: 'each/1' },
      ],
    });

    expect(told.output).toEqual(['usual', 'special', 'usual']);
  });

  it('replaces a node that only computes, too', async () => {
    const told = await chain([['a', 'give', { value: 1 }]], { mocks: [mock('a', { ports: { main: 2 } })] });

    expect(told.output).toBe(2);
  });

  it('takes its time on the clock of the run, while others go on', async () => {
    const versionId = await rig.version(
      [
        ['start', 'start'],
        ['a', 'fetch', { url: 'https://a.example' }],
        ['b', 'fetch', { url: 'https://a.example' }],
        ['end', 'give', { value: '{{ now }}' }],
      ],
      ['start>a>end', 'start>b>end'],
    );
    const told = await simulated(versionId, {
      mocks: [
        mock('a', { ports: { main: 1 }, delayMs: 3 * HOUR }),
        mock('b', { ports: { main: 1 }, delayMs: 2 * HOUR }),
      ],
    });

    expect(told.output).toBe('2026-03-01T11:00:00.000Z');
    expect(types(told).filter((type) => type === 'clock.moved')).toHaveLength(2);
  });
});

describe('a node without a mock', () => {
  it('runs when it only computes', async () => {
    const told = await chain(
      [
        ['a', 'set', { name: 'x', value: 1 }],
        ['end', 'result'],
      ],
      {},
    );

    expect(told).toMatchObject({ status: 'completed', output: { x: 1 } });
    expect(calls(told)).toEqual([]);
  });

  it.each([
    ['sends', ['a', 'fetch', { url: 'https://a.example' }], 'sent GET https://a.example/'],
    ['stores', ['a', 'store', { key: 'k' }], 'used the value “k” of the workspace'],
    ['starts workflows', ['a', 'child', { workflowId: 'w' }], 'started the workflow w'],
    [
      'acts through other nodes',
      ['a', 'act', { type: 'store', params: { key: 'k' }, step: '1' }],
      'acted on the world outside',
    ],
  ] as [string, NodeInShort, string][])('fails when it %s', async (_what, node, words) => {
    const told = await chain([node], {});

    expect(told).toMatchObject({ status: 'failed', error: { code: 'MOCK_MISSING', nodeId: 'a' } });
    expect(told.error?.message).toContain(words);
    expect(calls(told)).toMatchObject([{ answeredBy: 'missing' }]);
    const { rows } = await worker.pool.query('SELECT 1 FROM key_value');
    expect(rows).toEqual([]);
  });

  it('gives what its output schema allows when that is wished', async () => {
    const told = await chain([['a', 'fetch', { url: 'https://a.example' }]], { missing: 'schema' });

    expect(told).toMatchObject({ status: 'completed', output: { made: 'text' } });
    expect(calls(told)).toMatchObject([{ kind: 'http', answeredBy: 'schema' }]);
  });

  it('publishes nothing, and says what it would have published', async () => {
    const told = await simulated(await rig.chain([['a', 'publish', { name: 'order.paid' }]]), {}, { id: 1 });

    expect(told).toMatchObject({ status: 'completed', output: { published: 'order.paid' } });
    expect(calls(told)).toMatchObject([
      { kind: 'event', name: 'order.paid', payload: { id: 1 }, answeredBy: 'itself' },
    ]);
    const { rows } = await worker.pool.query('SELECT 1 FROM published_event WHERE execution_id = $1', [told.id]);
    expect(rows).toEqual([]);
  });
});

describe('time', () => {
  it('stands still while nodes run, and passes at once where the run waits', async () => {
    const told = await chain(
      [
        ['nap', 'sleep', { ms: 30 * 24 * HOUR }],
        ['end', 'give', { value: '{{ execution.startedAt }} {{ now }}' }],
      ],
      {},
    );

    expect(told.output).toBe('2026-03-01T08:00:00.000Z 2026-03-31T08:00:00.000Z');
    expect(elapsed(told)).toBe(30 * 24 * HOUR);
  });

  it('brings the timeout of the whole run', async () => {
    const told = await chain([['nap', 'sleep', { ms: 10 * HOUR }]], {}, { timeoutMs: HOUR });

    expect(told).toMatchObject({ status: 'failed', error: { code: 'WORKFLOW_TIMEOUT' } });
    expect(elapsed(told)).toBe(HOUR);
  });

  it('passes for durable polls', async () => {
    const told = await chain([['job', 'job', { polls: 3 }]], {});

    expect(told).toMatchObject({ status: 'completed', output: { polls: 3 } });
    expect(elapsed(told)).toBe(60);
  });

  it('goes on where another worker takes over', async () => {
    const versionId = await rig.chain([
      ['nap', 'sleep', { ms: HOUR }],
      ['a', 'slow', { key: 'takeover' }],
      ['end', 'give', { value: '{{ now }}' }],
    ]);
    const id = await worker.start(
      versionId,
      {},
      {
        mode: 'test',
        part: { simulation: { kind: 'test', startMs: START, script: { value: {} } } },
      },
    );
    await rig.script.called('takeover');
    const other = await rig.worker();
    await rig.expireLease(id);
    await other.leases.sweep();
    const again = await rig.script.called('takeover', 2);
    again.finish(1);

    expect((await other.finished(id)).output).toBe('2026-03-01T09:00:00.000Z');
    await other.stop();
  });
});

describe('an answer', () => {
  const gate: NodeInShort[] = [['gate', 'await', { name: 'ok', timeoutMs: 5 * HOUR }]];
  const renamed =
    (id: string) =>
    ([, ...rest]: NodeInShort): NodeInShort => [id, ...rest];

  it('ends the wait of its node, after its time', async () => {
    const told = await chain(
      [...gate, ['end', 'give', { value: { got: '{{ gate.got.approved }}', at: '{{ now }}' } }]],
      {
        answers: [{ nodeId: 'gate', payload: { approved: true }, afterMs: 2 * HOUR, from: 'ada' }],
      },
    );

    expect(told.output).toEqual({ got: true, at: '2026-03-01T10:00:00.000Z' });
    expect(told.events.find(({ type }) => type === 'node.woken')).toMatchObject({ wake: { name: 'ok', from: 'ada' } });
  });

  it.each([
    ['comes too late', { answers: [{ nodeId: 'gate', afterMs: 6 * HOUR }] }],
    ['is that nobody answers', { answers: [{ nodeId: 'gate', timeout: true }] }],
    ['is not needed', { unanswered: 'timeout' }],
  ] as [string, JsonObject][])('lets the timeout pass when it %s', async (_what, script) => {
    const told = await chain(gate, script);

    expect(told).toMatchObject({ status: 'completed', output: { late: true } });
    expect(elapsed(told)).toBe(5 * HOUR);
  });

  it.each([
    ['there is none', gate, {}],
    ['there is no timeout either', [['gate', 'await', { name: 'ok' }]], { unanswered: 'timeout' }],
  ] as [string, NodeInShort[], JsonObject][])('is asked for when %s', async (_what, nodes, script) => {
    const told = await chain(nodes, script);

    expect(told).toMatchObject({ status: 'failed', error: { code: 'ANSWER_MISSING', nodeId: 'gate' } });
  });

  it('is assumed where nothing is said of it and no timeout ends the wait, and the log says so', async () => {
    const told = await chain([['gate', 'await', { name: 'ok' }], ...gate.map(renamed('other'))], {
      unanswered: 'assume',
    });

    expect(told).toMatchObject({ status: 'completed', output: { late: true } });
    const woken = told.events.filter(({ type }) => type === 'node.woken');
    expect(woken).toMatchObject([
      { nodeId: 'gate', wake: { kind: 'event', name: 'ok', payload: {}, assumed: true } },
      { nodeId: 'other', wake: { kind: 'timeout' } },
    ]);
  });

  it('is asked for even so when the one that was scripted is that nobody answers, for ever', async () => {
    const script = { unanswered: 'assume', answers: [{ nodeId: 'gate', timeout: true }] };
    const told = await chain([['gate', 'await', { name: 'ok' }]], script);

    expect(told).toMatchObject({ status: 'failed', error: { code: 'ANSWER_MISSING' } });
  });

  it('is given once for each wait of a node, in order, also in turns of loops', async () => {
    const versionId = await rig.version(
      [
        ['start', 'start'],
        ['each', 'loop', { items: [1, 2] }],
        ['gate', 'await', { name: 'ok' }, { parent: 'each' }],
      ],
      ['start>each'],
    );
    const told = await simulated(versionId, {
      answers: [
        { nodeId: 'gate', payload: 'usual' },
        { nodeId: 'gate', path: 'each/1', payload: 'special' },
      ],
    });

    expect(told.output).toEqual([{ got: 'usual' }, { got: 'special' }]);
  });

  it('leaves no row that somebody outside could find', async () => {
    const told = await chain(gate, { answers: [{ nodeId: 'gate' }] });
    const { rows } = await worker.pool.query('SELECT 1 FROM wait');

    expect(told.status).toBe('completed');
    expect(rows).toEqual([]);
  });
});

describe('an injected failure', () => {
  const send = (attempts: number): NodeInShort => [
    'send',
    'fetch',
    { url: 'https://a.example', method: 'POST' },
    retry(attempts),
  ];
  const fine = mock('send', { ports: { main: 'sent' } });

  it('goes through the node, which understands it by itself', async () => {
    const told = await chain([send(3)], {
      mocks: [fine],
      failures: [{ nodeId: 'send', kind: 'rate-limit', times: 2, retryAfterMs: 90_000 }],
    });

    expect(told).toMatchObject({ status: 'completed', output: 'sent' });
    expect(elapsed(told)).toBe(180_000);
    expect(told.events.find(({ type }) => type === 'node.retrying')).toMatchObject({
      error: { code: 'HTTP_STATUS', message: 'It answered 429.', retryAfterMs: 90_000 },
      retryAt: '2026-03-01T08:01:30.000Z',
    });
  });

  it.each([
    ['server-error', 'HTTP_STATUS', 1_000],
    ['malformed', 'NOT_JSON', 0],
    ['timeout', 'HTTP_TIMEOUT', 121_000],
  ])('of the kind %s ends the run when no try is left', async (kind, code, ms) => {
    const told = await chain([send(2)], { mocks: [fine], failures: [{ nodeId: 'send', kind }] });

    expect(told).toMatchObject({ status: 'failed', error: { code } });
    expect(elapsed(told)).toBe(ms);
  });

  it('makes a node slow, and too slow', async () => {
    const slow = await chain([send(1)], {
      mocks: [fine],
      failures: [{ nodeId: 'send', kind: 'slow', delayMs: 5_000 }],
    });
    expect(slow.output).toBe('sent');
    expect(elapsed(slow)).toBe(5_000);

    const tooSlow = await chain([send(1)], {
      mocks: [fine],
      failures: [{ nodeId: 'send', kind: 'slow', delayMs: HOUR }],
    });
    expect(tooSlow).toMatchObject({ status: 'failed', error: { code: 'NODE_TIMEOUT' } });
  });

  it('lets the worker die, and the node run again', async () => {
    const once = await chain([send(1)], { mocks: [fine], failures: [{ nodeId: 'send', kind: 'crash', times: 1 }] });
    expect(once.output).toBe('sent');
    expect(types(once)).toContain('node.interrupted');

    const always = await chain([send(1)], { mocks: [fine], failures: [{ nodeId: 'send', kind: 'crash' }] });
    expect(always).toMatchObject({ status: 'failed', error: { code: 'WORKER_LOST' } });
  });

  it.each(['timeout', 'rate-limit', 'server-error', 'malformed', 'crash'])(
    'of the kind %s meets nodes that only compute',
    async (kind) => {
      const told = await chain([['a', 'give', { value: 1 }]], { failures: [{ nodeId: 'a', kind }] });

      expect(told.status).toBe('failed');
    },
  );
});

it('counts for nothing: no list, no newest run, no statistics', async () => {
  const told = await chain([['a', 'give', { value: 1 }]], {});
  const all = await worker.history.list(worker.actor, { first: 50 });
  const tests = await worker.history.list(worker.actor, { first: 50, filter: { modes: ['test'] } });

  expect(all.map(({ id }) => id)).not.toContain(told.id);
  expect(tests.map(({ id }) => id)).toContain(told.id);
});
