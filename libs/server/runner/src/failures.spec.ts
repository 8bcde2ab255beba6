import { RunFailures } from '@millrace/server-executions';
import { newId } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import type { NodeInShort, RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

/** A live workflow with this version; answers both ids. */
async function live(versionId: string, workflowId = newId()): Promise<{ workflowId: string; versionId: string }> {
  const { pool } = rig.database;
  const published = newId();
  await pool.query(
    `INSERT INTO workflow (id, workspace_id, name, node_count, draft, draft_hash, draft_saved_by, created_by)
     VALUES ($1, $2, 'Spec', 1, '{}', 'h', 'spec', 'spec')`,
    [workflowId, rig.workspaceId],
  );
  await pool.query(
    `INSERT INTO workflow_version (id, workflow_id, workspace_id, version, kind, document, hash, created_by)
     SELECT $1, $2, $3, '2.0.0', 'published', document, 'h', 'spec' FROM workflow_version WHERE id = $4`,
    [published, workflowId, rig.workspaceId, versionId],
  );
  await pool.query('UPDATE workflow SET published_version_id = $2, enabled = true WHERE id = $1', [
    workflowId,
    published,
  ]);
  return { workflowId, versionId: published };
}

const REFUSES: NodeInShort = ['no', 'refuse', { fault: 'user' }];
const failing = async (settings: JsonObject): Promise<{ workflowId: string; versionId: string }> =>
  live(await rig.chain([REFUSES], settings));
const listener = async (
  nodes: readonly NodeInShort[] = [['note', 'give', { value: '{{trigger}}' }]],
): Promise<string> => {
  const all: NodeInShort[] = [['on', 'on-error'], ...nodes];
  return (await live(await rig.version(all, [all.map(([id]) => id).join('>')]))).workflowId;
};

async function runsOf(workflowId: string): Promise<{ id: string; status: string }[]> {
  const { rows } = await rig.database.pool.query<{ id: string; status: string }>(
    'SELECT id, status FROM execution WHERE workflow_id = $1 ORDER BY id',
    [workflowId],
  );
  return rows;
}

/** Runs a live workflow; what follows is drawn when this resolves. */
async function run({ workflowId, versionId }: { workflowId: string; versionId: string }, more = {}): Promise<string> {
  const id = await worker.start(versionId, { order: 7 }, { workflowId, mode: 'webhook', ...more });
  await worker.finished(id);
  await worker.get(RunFailures).settle();
  return id;
}

async function noted(): Promise<number> {
  return (await rig.database.pool.query('SELECT 1 FROM run_failure')).rowCount;
}

describe('a run that fails', () => {
  it('starts the error workflow that its workflow names, once, with what happened', async () => {
    const told = await listener();
    const source = await failing({ errorWorkflowId: told });
    const id = await run(source);
    await Promise.all([1, 2, 3].map(() => worker.get(RunFailures).settle()));
    const [report, ...more] = await runsOf(told);
    expect(more).toEqual([]);
    expect(await noted()).toBe(0);
    expect((await worker.finished(report?.id ?? '')).output).toEqual({
      execution: {
        id,
        url: expect.stringMatching(new RegExp(`^https?://.*/runs/${id}$`)),
        mode: 'webhook',
        startedAt: expect.stringMatching(/Z$/),
        finishedAt: expect.stringMatching(/Z$/),
        retryOf: null,
      },
      workflow: { id: source.workflowId, name: 'Spec', version: '2.0.0' },
      error: { code: 'REFUSED', message: 'It was refused.', node: { id: 'no', label: 'no', type: 'refuse' } },
      lastNode: { id: 'no', label: 'no', type: 'refuse' },
      trigger: { order: 7 },
    });
  });

  it('starts it from the note when the process died right after the failure', async () => {
    const told = await listener();
    const source = await failing({ errorWorkflowId: told });
    const id = await worker.start(source.versionId, {}, { workflowId: source.workflowId });
    await worker.finished(id);
    // Another process, which knows nothing of the run.
    await (await rig.process()).get(RunFailures).settle();
    await worker.get(RunFailures).settle();
    expect(await runsOf(told)).toHaveLength(1);
  });

  it('hands on a large trigger whole', async () => {
    const told = await listener([['size', 'give', { value: { $expr: 'size(trigger.trigger.text)' } }]]);
    const source = await failing({ errorWorkflowId: told });
    const id = await worker.start(source.versionId, { text: 'x'.repeat(100_000) }, { workflowId: source.workflowId });
    await worker.finished(id);
    await worker.get(RunFailures).settle();
    const [report] = await runsOf(told);
    expect((await worker.finished(report?.id ?? '')).output).toBe(100_000);
  });

  it('starts the error workflow of the workspace when its own workflow names none', async () => {
    const told = await listener();
    await rig.database.pool.query('INSERT INTO run_defaults (workspace_id, error_workflow_id) VALUES ($1, $2)', [
      rig.workspaceId,
      told,
    ]);
    const other = await listener();
    await run(await failing({}));
    await run(await failing({ errorWorkflowId: other }));
    expect([(await runsOf(told)).length, (await runsOf(other)).length]).toEqual([1, 1]);
    await rig.database.pool.query('DELETE FROM run_defaults');
  });

  it.each([
    ['by hand', { mode: 'manual' as const }],
    ['of a part', { part: { only: ['start', 'no'] }, triggerNodeId: 'start', mode: 'manual' as const }],
  ])('starts nothing when it was %s', async (_name, more) => {
    const told = await listener();
    await run(await failing({ errorWorkflowId: told }), more);
    expect(await runsOf(told)).toEqual([]);
    expect(await noted()).toBe(0);
  });

  it('starts nothing when it was cancelled', async () => {
    const told = await listener();
    const source = await live(await rig.chain([['e', 'effect', { key: 'cancel-me' }]], { errorWorkflowId: told }));
    const id = await worker.start(source.versionId, {}, { workflowId: source.workflowId });
    const call = await rig.script.called('cancel-me');
    call.signal.addEventListener('abort', () => call.fail(new Error('aborted')));
    await worker.control.cancel(worker.actor, id);
    await worker.finished(id);
    await worker.get(RunFailures).settle();
    expect(await runsOf(told)).toEqual([]);
  });

  it.each([
    ['switched off', 'UPDATE workflow SET enabled = false WHERE id = $1'],
    ['in the bin', 'UPDATE workflow SET deleted_at = now() WHERE id = $1'],
    ['not published', 'UPDATE workflow SET published_version_id = NULL, enabled = false WHERE id = $1'],
  ])('starts nothing when the error workflow is %s, and leaves nothing behind', async (_name, change) => {
    const told = await listener();
    await rig.database.pool.query(change, [told]);
    await run(await failing({ errorWorkflowId: told }));
    expect(await runsOf(told)).toEqual([]);
    expect(await noted()).toBe(0);
  });

  it.each([['no-such-id'], [newId()]])('starts nothing when there is no workflow %s', async (errorWorkflowId) => {
    await run(await failing({ errorWorkflowId }));
    expect(await noted()).toBe(0);
  });
});

describe('an error workflow', () => {
  it('that fails itself starts nothing, not even another one', async () => {
    const second = await listener();
    const all: NodeInShort[] = [['on', 'on-error'], REFUSES];
    const told = await live(await rig.version(all, ['on>no'], { errorWorkflowId: second }));
    await run(await failing({ errorWorkflowId: told.workflowId }));
    const [report] = await runsOf(told.workflowId);
    expect((await worker.finished(report?.id ?? '')).status).toBe('failed');
    await worker.get(RunFailures).settle();
    expect(await runsOf(second)).toEqual([]);
    expect(await runsOf(told.workflowId)).toHaveLength(1);
  });

  it('is not told of what it led to itself, through runs that it starts', async () => {
    const told = newId();
    const child = await failing({ errorWorkflowId: told });
    const nodes: NodeInShort[] = [
      ['on', 'on-error'],
      ['ask', 'child', { workflowId: child.workflowId }],
    ];
    await live(await rig.version(nodes, ['on>ask']), told);
    await run(child);
    const [report] = await runsOf(told);
    expect((await worker.finished(report?.id ?? '')).status).toBe('failed');
    await worker.get(RunFailures).settle();
    expect([(await runsOf(told)).length, (await runsOf(child.workflowId)).length]).toEqual([1, 2]);
    expect(await noted()).toBe(0);
  });

  it('is told of failures below another error workflow', async () => {
    const other = await listener();
    const child = await failing({ errorWorkflowId: other });
    const nodes: NodeInShort[] = [
      ['on', 'on-error'],
      ['ask', 'child', { workflowId: child.workflowId }],
    ];
    const told = await live(await rig.version(nodes, ['on>ask']));
    await run(await failing({ errorWorkflowId: told.workflowId }));
    const [report] = await runsOf(told.workflowId);
    await worker.finished(report?.id ?? '');
    await worker.get(RunFailures).settle();
    expect(await runsOf(other)).toHaveLength(1);
  });

  it('says of which run it was told', async () => {
    const told = await listener();
    const id = await run(await failing({ errorWorkflowId: told }));
    const [report] = await runsOf(told);
    const { rows } = await rig.database.pool.query<{ by: string }>(
      'SELECT started_by AS by FROM execution WHERE id = $1',
      [report?.id],
    );
    expect(rows[0]?.by).toBe(`execution:${id}`);
  });

  it('may be the workflow itself: its error trigger takes its failures, once', async () => {
    const nodes: NodeInShort[] = [
      ['start', 'start'],
      REFUSES,
      ['on', 'on-error'],
      ['no2', 'refuse', { fault: 'user' }],
    ];
    const workflowId = newId();
    const version = await rig.version(nodes, ['start>no', 'on>no2'], { errorWorkflowId: workflowId });
    const own = await live(version, workflowId);
    await run(own);
    const [, report] = await runsOf(own.workflowId);
    expect((await worker.finished(report?.id ?? '')).status).toBe('failed');
    await worker.get(RunFailures).settle();
    expect(await runsOf(own.workflowId)).toHaveLength(2);
  });
});

describe('a workflow that fails again and again', () => {
  async function pauseOf(workflowId: string): Promise<{ failures: number; execution_id: string } | undefined> {
    const { rows } = await rig.database.pool.query<{ failures: number; execution_id: string }>(
      'SELECT failures, execution_id FROM workflow_pause WHERE workflow_id = $1 AND ended_at IS NULL',
      [workflowId],
    );
    return rows[0];
  }

  const fickle = async (): Promise<{ workflowId: string; versionId: string }> => {
    const settings = { pauseAfterFailures: 3 };
    return live(await rig.chain([['e', 'effect', { key: 'fickle-{{start.ok}}' }]], settings));
  };

  async function outcome(source: { workflowId: string; versionId: string }, ok: boolean, more = {}): Promise<string> {
    const id = await worker.start(source.versionId, { ok }, { workflowId: source.workflowId, ...more });
    await worker.finished(id);
    await worker.get(RunFailures).settle();
    return id;
  }

  beforeAll(() => {
    rig.script.answer('fickle-true', (call) => call.finish());
    rig.script.answer('fickle-false', (call) => call.fail(new Error('It broke.')));
  });

  it('is to be switched off after as many failures in a row as it says, and not before', async () => {
    const source = await fickle();
    for (const ok of [false, false, true, false, false]) await outcome(source, ok);
    expect(await pauseOf(source.workflowId)).toBeUndefined();
    const last = await outcome(source, false);
    expect(await pauseOf(source.workflowId)).toMatchObject({ failures: 3, execution_id: last });
  });

  it.each(['manual', 'test'])('is not judged by runs of the mode "%s"', async (mode) => {
    const source = await fickle();
    for (let turn = 0; turn < 4; turn += 1) await outcome(source, false, { mode });
    await outcome(source, false);
    await outcome(source, false);
    expect(await pauseOf(source.workflowId)).toBeUndefined();
  });

  it('is judged anew once somebody switched it on again', async () => {
    const source = await fickle();
    for (let turn = 0; turn < 3; turn += 1) await outcome(source, false);
    await rig.database.pool.query('UPDATE workflow_pause SET ended_at = now() WHERE workflow_id = $1', [
      source.workflowId,
    ]);
    await outcome(source, false);
    await outcome(source, false);
    expect(await pauseOf(source.workflowId)).toBeUndefined();
    await outcome(source, false);
    expect(await pauseOf(source.workflowId)).toMatchObject({ failures: 3 });
  });

  it('is left alone when somebody switched it off before', async () => {
    const source = await fickle();
    await rig.database.pool.query('UPDATE workflow SET enabled = false WHERE id = $1', [source.workflowId]);
    for (let turn = 0; turn < 3; turn += 1) await outcome(source, false);
    expect(await pauseOf(source.workflowId)).toBeUndefined();
  });
});
