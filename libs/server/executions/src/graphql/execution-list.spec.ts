import { SqlPool, newId } from '@millrace/server-platform';
import { ApiRig, definition } from '../testing/api-rig';

let rig: ApiRig;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  workflowId = await rig.workflow();
});

interface Result {
  readonly id: string;
  readonly execution: { id: string; sourceId: string | null } | null;
  readonly error: { code: string } | null;
}

async function start(input: unknown = {}): Promise<string> {
  const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, { input }).expect(202);
  return body.executionId as string;
}

async function finished(input: unknown = {}): Promise<string> {
  const id = await start(input);
  await rig.finish(id, { done: true });
  return id;
}

async function publish(): Promise<void> {
  await rig
    .rest('post', `/api/workflows/${workflowId}/publish`, {})
    .expect(({ status }) => expect(status).toBeLessThan(300));
}

async function bulk(
  name: string,
  ids: string[],
  more = '',
): Promise<{ results: Result[] | null; errors: { code: string }[] }> {
  const data = await rig.graphql<Record<string, never>>(
    `mutation($ids: [ID!]!) { ${name}(ids: $ids${more}) {
      results { id execution { id sourceId } error { code } } errors { code }
    } }`,
    { ids },
  );
  return data[name] as never;
}

interface Rerun {
  readonly execution: { id: string; sourceId: string; version: string | null; trigger: unknown; mode: string } | null;
  readonly errors: { code: string; issues?: object[] }[];
}

async function rerun(id: string, version = 'SAME'): Promise<Rerun> {
  const data = await rig.graphql<{ executionRerun: Rerun }>(
    `mutation($id: ID!, $v: RerunVersion!) { executionRerun(id: $id, version: $v) {
      execution { id sourceId version trigger mode } errors { code ... on WorkflowInvalid { issues { code } } }
    } }`,
    { id, v: version },
  );
  return data.executionRerun;
}

describe('the list of runs', () => {
  it('tells workflow, version, duration and retries of each, and how many there are', async () => {
    await publish();
    const id = await finished();
    const query = `query($f: ExecutionFilter) { executions(first: 1, filter: $f) {
      totalCount nodes { id workflow { id name status } version durationMs retryCount partial { mode } sourceId }
    } }`;
    await start();
    const { executions } = await rig.graphql<{ executions: object }>(query, {
      f: { workflowId, statuses: ['COMPLETED'] },
    });

    expect(executions).toEqual({
      totalCount: 1,
      nodes: [
        {
          id,
          workflow: { id: workflowId, name: 'Greet', status: 'ENABLED' },
          version: '1.0.0',
          durationMs: expect.any(Number),
          retryCount: 0,
          partial: null,
          sourceId: null,
        },
      ],
    });
  });

  it('tells of runs of drafts, of documents that nobody saved, and of workflows in the bin', async () => {
    const ofDraft = await start();
    await rig.rest('delete', `/api/workflows/${workflowId}`).expect(({ status }) => expect(status).toBeLessThan(300));
    const inline = await rig.graphql<{ executionStartInline: { execution: { id: string } } }>(
      'mutation($d: JSON!) { executionStartInline(input: { definition: $d }) { execution { id } } }',
      { d: definition() },
    );
    const query = 'query($id: ID!) { execution(id: $id) { version durationMs workflow { id deletedAt } } }';

    expect(await rig.graphql(query, { id: ofDraft })).toEqual({
      execution: { version: null, durationMs: null, workflow: { id: workflowId, deletedAt: expect.any(String) } },
    });
    expect(await rig.graphql(query, { id: inline.executionStartInline.execution.id })).toMatchObject({
      execution: { workflow: null },
    });
  });

  it('filters by every part at once', async () => {
    const id = await finished();
    const filter = {
      workflowId,
      statuses: ['COMPLETED'],
      modes: ['API'],
      version: 'draft',
      createdAfter: new Date(Date.now() - 60_000).toISOString(),
      createdBefore: new Date(Date.now() + 60_000).toISOString(),
      hasRetries: false,
    };
    const query = 'query($f: ExecutionFilter) { executions(filter: $f) { totalCount nodes { id } } }';

    expect(await rig.graphql(query, { f: filter })).toEqual({ executions: { totalCount: 1, nodes: [{ id }] } });
    expect(await rig.graphql(query, { f: { ...filter, errorText: 'x' } })).toMatchObject({ executions: { nodes: [] } });
    const ofWorkflow = 'query($id: ID!) { workflow(id: $id) { executions { totalCount } } }';
    expect(await rig.graphql(ofWorkflow, { id: workflowId })).toEqual({ workflow: { executions: { totalCount: 1 } } });
  });
});

describe('running again', () => {
  it('starts the same version with the same input', async () => {
    const id = await finished({ order: 7 });
    const { execution, errors } = await rerun(id);

    expect(errors).toEqual([]);
    expect(execution).toMatchObject({ sourceId: id, trigger: { order: 7 }, mode: 'MANUAL', version: null });
  });

  it('takes large inputs along, so that the first run can go', async () => {
    const id = await finished({ text: 'x'.repeat(100_000) });
    const { execution } = await rerun(id);
    expect((await bulk('executionsPurge', [id])).results?.[0]?.error).toBeNull();

    const again = await rerun(execution?.id ?? '');
    expect(again.execution?.trigger).toEqual({ text: 'x'.repeat(100_000) });
  });

  it('takes what is live now when it is asked to', async () => {
    await publish();
    const id = await finished();
    await rig.graphql('mutation($id: ID!) { workflowPublish(id: $id, input: { bump: MINOR }) { errors { code } } }', {
      id: workflowId,
    });

    expect((await rerun(id)).execution?.version).toBe('1.0.0');
    expect((await rerun(id, 'CURRENT')).execution?.version).toBe('1.1.0');
  });

  it('repeats a partial run as it was', async () => {
    const data = await rig.graphql<{ executionStartPartial: { execution: { id: string } } }>(
      `mutation($w: ID!) { executionStartPartial(workflowId: $w, input: {
        mode: STEP, nodeId: "a", pins: { start: { main: { text: "${'y'.repeat(70_000)}" } } }
      }) { execution { id } errors { code } } }`,
      { w: workflowId },
    );
    const id = data.executionStartPartial.execution.id;
    await rig.get(SqlPool).query(`UPDATE execution SET status = 'cancelled', finished_at = now() WHERE id = $1`, [id]);
    const { execution } = await rerun(id);
    const { rows } = await rig
      .get(SqlPool)
      .query<{ body: Record<string, unknown>; partial_node_id: string }>(
        `SELECT v.body, e.partial_node_id FROM execution e JOIN execution_event v ON v.execution_id = e.id AND v.seq = 1 WHERE e.id = $1`,
        [execution?.id],
      );
    const payloads = await rig.get(SqlPool).query('SELECT 1 FROM payload WHERE execution_id = $1', [execution?.id]);

    expect(rows[0]).toMatchObject({
      partial_node_id: 'a',
      body: { only: ['start', 'a'], reuse: { start: { from: 'pin' } } },
    });
    expect(payloads.rowCount).toBe(2);
  });

  it('is refused for runs that are not there and drafts that cannot run', async () => {
    const id = await finished();
    const broken = definition(workflowId);
    (broken['nodes'] as object[]).push({ id: 'call', type: 'http-request', label: 'Call' });
    await rig.graphql(
      'mutation($id: ID!, $d: JSON!) { workflowSaveDraft(id: $id, input: { document: $d, expectedRevision: 1 }) { errors { code } } }',
      { id: workflowId, d: broken },
    );

    expect((await rerun(newId())).errors).toEqual([{ code: 'EXECUTION_NOT_FOUND' }]);
    expect((await rerun(id, 'CURRENT')).errors[0]).toMatchObject({
      code: 'WORKFLOW_INVALID',
      issues: expect.any(Array),
    });
    expect((await rerun(id)).errors).toEqual([]);
  });
});

describe('many runs at once', () => {
  it('cancels those that can be, and says why not of the others', async () => {
    const [open, over, unknown] = [await start(), await finished(), newId()];
    const { results, errors } = await bulk('executionsCancel', [open, over, unknown, 'nonsense', open]);

    expect(errors).toEqual([]);
    expect(results?.map(({ id, error }) => [id, error?.code])).toEqual([
      [open, undefined],
      [over, 'EXECUTION_ENDED'],
      [unknown, 'EXECUTION_NOT_FOUND'],
      ['nonsense', 'EXECUTION_NOT_FOUND'],
    ]);
    expect(results?.[0]?.execution?.id).toBe(open);
  });

  it('deletes those that are over', async () => {
    const [open, over] = [await start(), await finished()];
    const { results } = await bulk('executionsPurge', [over, open]);

    expect(results).toEqual([
      { id: over, execution: null, error: null },
      { id: open, execution: null, error: { code: 'EXECUTION_NOT_ENDED' } },
    ]);
  });

  it('starts them again, each with its own input', async () => {
    const ids = [await finished(1), await finished(2)];
    const { results } = await bulk('executionsRerun', ids, ', version: SAME');

    expect(results?.map(({ execution }) => execution?.sourceId)).toEqual(ids);
  });

  it('refuses more than a hundred', async () => {
    const { results, errors } = await bulk(
      'executionsCancel',
      Array.from({ length: 101 }, () => newId()),
    );

    expect({ results, errors }).toEqual({ results: null, errors: [{ code: 'TOO_MANY_EXECUTIONS' }] });
  });
});

describe('a run as a file', () => {
  it('holds document, log and large values', async () => {
    const id = await finished({ text: 'x'.repeat(100_000) });
    const answer = await rig.rest('get', `/api/executions/${id}/export`).expect(200);

    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="execution-${id}.json"`);
    expect(answer.body).toMatchObject({ kind: 'millrace/execution@1', execution: { id, workflowId } });
    expect(answer.body.document.name).toBe('Greet');
    expect(answer.body.events.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4]);
    const { payloadId } = answer.body.events[0].trigger;
    expect(answer.body.values[payloadId].text).toHaveLength(100_000);
    expect(answer.body.execution).not.toHaveProperty('workspaceId');
  });

  it('is for the workspace of the run only', async () => {
    const id = await finished();

    await rig.rest('get', `/api/executions/${id}/export`, undefined, `${newId()}/owner`).expect(404);
    await rig.rest('get', '/api/executions/nonsense/export').expect(404);
  });
});
