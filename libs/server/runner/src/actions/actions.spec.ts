import type { ExecutionEvent } from '@millrace/engine';
import { ProgressFeed } from '@millrace/server-executions';
import type { NodeProgress } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { RunnerRig } from '../testing/runner-rig';
import type { NodeInShort, TestProcess } from '../testing/runner-rig';

let rig: RunnerRig;
let worker: TestProcess;
beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

async function ran(
  nodes: readonly NodeInShort[],
  trigger: Json = {},
): Promise<{ id: string; output: Json; error: unknown; status: string }> {
  const id = await worker.start(await rig.chain(nodes), trigger);
  const { status, output, error } = await worker.finished(id);
  return { id, status, output, error };
}

const act = (type: string, params: JsonObject): NodeInShort => ['act', 'act', { type, params, step: 'turn-1-call-1' }];
const childrenOf = async (executionId: string): Promise<{ id: string; status: string }[]> =>
  (
    await rig.database.pool.query<{ id: string; status: string }>(
      'SELECT id, status FROM execution WHERE started_by = $1 ORDER BY id',
      [`execution:${executionId}`],
    )
  ).rows;

describe('an action', () => {
  it('is what the other node gives, with its log and its events', async () => {
    const { id, output } = await ran([act('publish', { name: 'order.placed' }), ['end', 'result']], { n: 1 });
    expect(output).toEqual({ published: 'order.placed' });
    const events = await worker.events(id);
    expect(JSON.stringify(events)).toContain('order.placed');
    const { rows } = await rig.database.pool.query('SELECT name FROM published_event WHERE execution_id = $1', [id]);
    expect(rows).toEqual([{ name: 'order.placed' }]);
  });

  it('has an idempotency key of its own that repeats keep', async () => {
    rig.script.answer('tool', (call) => call.finish());
    const { id } = await ran([act('effect', { key: 'tool' })]);
    expect(rig.script.calls.find(({ key }) => key === 'tool')?.idempotencyKey).toBe(`${id}:act:0:turn-1-call-1`);
  });

  it('is given values that are never evaluated again', async () => {
    const { output } = await ran([act('give', { value: '{{ "{{" }} trigger.secret }}' }), ['end', 'result']], {
      secret: 'x',
    });
    expect(JSON.stringify(output)).not.toContain('"x"');
  });

  it.each<[string, string, JsonObject, string]>([
    ['a node that is none', 'nothing', {}, 'ACTION_UNKNOWN'],
    ['a trigger', 'start', {}, 'ACTION_NOT_ALLOWED'],
    ['a node that waits', 'sleep', { ms: 5 }, 'ACTION_NOT_ALLOWED'],
    ['params that do not fit', 'effect', { key: 7 }, 'PARAMS_INVALID'],
    ['a node that fails', 'refuse', { fault: 'user' }, 'REFUSED'],
    ['a node that crashes', 'crash', {}, 'NODE_CRASHED'],
  ])('fails with %s', async (_what, type, params, code) => {
    expect((await ran([act(type, params)])).error).toMatchObject({ code });
  });

  it('stops with the node that called it', async () => {
    const id = await worker.start(await rig.chain([act('effect', { key: 'held' })]));
    const call = await rig.script.called('held');
    await worker.control.cancel(worker.actor, id);
    await new Promise<void>((resolve) => {
      if (call.signal.aborted) resolve();
      else call.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    call.fail(new Error('stopped'));
    expect((await worker.finished(id)).status).toBe('cancelled');
  });
});

describe('a workflow as an action', () => {
  it('runs to its end and gives its output', async () => {
    const workflowId = await rig.publishedChain([
      ['add', 'set', { name: 'more', value: 2 }],
      ['end', 'result'],
    ]);
    const { id, output } = await ran([
      ['call', 'child', { workflowId, input: { n: 1 } }],
      ['end', 'result'],
    ]);
    expect(output).toEqual({ n: 1, more: 2 });
    expect(await childrenOf(id)).toMatchObject([{ status: 'completed' }]);
  });

  it('that answers like a webhook gives that answer', async () => {
    const workflowId = await rig.publishedChain([['say', 'answer', { body: { hello: true } }]]);
    expect(
      (
        await ran([
          ['call', 'child', { workflowId }],
          ['end', 'result'],
        ])
      ).output,
    ).toEqual({ hello: true });
  });

  it('that fails says why', async () => {
    const workflowId = await rig.publishedChain([['no', 'refuse', { fault: 'user' }]]);
    expect((await ran([['call', 'child', { workflowId }]])).error).toMatchObject({
      code: 'WORKFLOW_FAILED',
      message: expect.stringContaining('It was refused.'),
      details: { status: 'failed' },
    });
  });

  it('must be published in this workspace', async () => {
    const foreign = await rig.publishedChain([['end', 'result']], newId());
    for (const workflowId of [foreign, newId(), 'nonsense']) {
      expect((await ran([['call', 'child', { workflowId }]])).error).toMatchObject({ code: 'WORKFLOW_NOT_FOUND' });
    }
  });

  it('is cancelled with the node that waits for it', async () => {
    const workflowId = await rig.publishedChain([['hold', 'await', { name: 'never' }]]);
    const id = await worker.start(await rig.chain([['call', 'child', { workflowId }]]));
    await worker.event(
      id,
      ({ type, ...event }) => type === 'node.started' && (event as { nodeId: string }).nodeId === 'call',
    );
    let child: string | undefined;
    while (child === undefined) child = (await childrenOf(id))[0]?.id;
    await worker.event(child, ({ type }) => type === 'node.waiting');
    await worker.control.cancel(worker.actor, id);
    expect((await worker.finished(id)).status).toBe('cancelled');
    expect((await worker.finished(child)).status).toBe('cancelled');
  });

  it('is the same run when the node is run again after its worker was lost', async () => {
    const workflowId = await rig.publishedChain([
      ['add', 'set', { name: 'more', value: 2 }],
      ['end', 'result'],
    ]);
    const id = await worker.start(await rig.chain([['call', 'child', { workflowId, input: { n: 1 }, key: 'after' }]]));
    const zombie = await rig.script.called('after', 1);
    const first = await childrenOf(id);
    await rig.expireLease(id);
    await worker.leases.sweep();
    (await rig.script.called('after', 2)).finish({ done: true });
    zombie.finish();
    expect((await worker.finished(id)).status).toBe('completed');
    expect(first).toHaveLength(1);
    expect(await childrenOf(id)).toEqual(first);
  });

  it('is a run of its own for every item, though the input is the same', async () => {
    const workflowId = await rig.publishedChain([['end', 'result']]);
    const forEach = { items: { $expr: 'trigger.list' }, concurrency: 3, onItemError: 'stop' } as const;
    const settings = { onError: 'stop', forEach } as const;
    const { id, status } = await ran([['call', 'child', { workflowId, input: { same: true } }, { settings }]], {
      list: [1, 2, 3],
    });
    expect([status, (await childrenOf(id)).length]).toEqual(['completed', 3]);
  });

  it('may not start itself for ever', async () => {
    const workflowId = newId();
    const inline = await rig.chain([['call', 'child', { workflowId }]]);
    const versionId = newId();
    const { pool } = rig.database;
    await pool.query(
      `INSERT INTO workflow (id, workspace_id, name, node_count, draft, draft_hash, draft_saved_by, created_by)
       VALUES ($1, $2, 'Loop', 1, '{}', 'h', 'spec', 'spec')`,
      [workflowId, rig.workspaceId],
    );
    await pool.query(
      `INSERT INTO workflow_version (id, workflow_id, workspace_id, version, kind, document, hash, created_by)
       SELECT $1, $2, $3, '1.0.0', 'published', document, 'h', 'spec' FROM workflow_version WHERE id = $4`,
      [versionId, workflowId, rig.workspaceId, inline],
    );
    await pool.query('UPDATE workflow SET published_version_id = $2 WHERE id = $1', [workflowId, versionId]);
    const id = await worker.start(versionId);
    expect((await worker.finished(id)).error).toMatchObject({ code: 'WORKFLOW_FAILED' });
    const { rows } = await pool.query<{ runs: string; deepest: string }>(
      `SELECT count(*) AS runs, count(*) FILTER (WHERE e.body::text LIKE '%DEPTH_EXCEEDED%') AS deepest
       FROM execution x JOIN execution_event e ON e.execution_id = x.id AND e.type = 'node.failed'
       WHERE x.version_id = $1`,
      [versionId],
    );
    expect(rows[0]).toEqual({ runs: '21', deepest: '1' });
  });
});

describe('progress', () => {
  it('reaches another process in few notices, in order, and nothing of it is kept', async () => {
    const other = await rig.process();
    const feed = other.get(ProgressFeed);
    const deltas = Array.from({ length: 500 }, (_none, index) => ({ kind: 'text', delta: `${index} ` }));
    const show: NodeInShort = ['show', 'show', { updates: [{ kind: 'turn', turn: 1 }, ...deltas] }];
    const id = await worker.start(await rig.chain([['gate', 'effect', { key: 'gate' }], show]));
    const gate = await rig.script.called('gate');
    const stream = feed.watch(id);
    await feed.listening();
    gate.finish();
    const seen: NodeProgress[] = [];
    for await (const notice of stream) {
      seen.push(notice);
      if (textOf(seen).endsWith('499 ')) break;
    }
    (await rig.script.called('show')).finish();
    await worker.finished(id);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_notice, index) => index + 1));
    expect(textOf(seen)).toBe(deltas.map(({ delta }) => delta).join(''));
    expect(seen.length).toBeLessThan(10);
    const events: ExecutionEvent[] = await worker.events(id);
    expect(JSON.stringify(events)).not.toContain('499 ');
  });
});

function textOf(notices: readonly NodeProgress[]): string {
  return notices.flatMap(({ updates }) => updates.map(({ delta = '' }) => String(delta))).join('');
}
