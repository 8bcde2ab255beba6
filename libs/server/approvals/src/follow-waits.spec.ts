import { ExecutionControl } from '@millrace/server-executions';
import { systemActor } from '@millrace/server-identity';
import type { JsonObject } from '@millrace/workflow-model';
import { ApprovalsApp, documentOf, type NodeInShort, type Person } from './testing/approvals-app';

let app: ApprovalsApp;
let owner: Person;
beforeAll(async () => {
  app = await ApprovalsApp.start();
  owner = await app.person();
});
afterAll(() => app.stop());

const approvalsOf = (executionId: string) =>
  app.rows('select id, node_key, status, closed_at from approval where execution_id = $1 order by node_key', [
    executionId,
  ]);
const decide = (id: string, decision = 'APPROVED') =>
  app.graphql(owner, `mutation($id: ID!) { approvalDecide(id: $id, decision: ${decision}) { errors { code } } }`, {
    id,
  });

describe('an approval', () => {
  it('stands for the wait of its gate, and shows what the gate asked in the order in which it was written', async () => {
    const details = { zebra: 1, apple: { second: 2, first: 1 } };
    const { approvalId, executionId } = await app.gate(owner, { message: 'Look', details, timeout: 'P1D', due: '4h' });
    const [row] = await app.rows(
      `select a.workspace_id, a.node_key, a.event_name, a.status, a.prompt, a.expires_at - a.due_at as between
         from approval a join wait w on w.token = a.id::text and w.execution_id = a.execution_id where a.id = $1`,
      [approvalId],
    );
    expect(row).toMatchObject({
      workspace_id: owner.workspaceId,
      node_key: 'gate',
      event_name: 'approval_gate',
      status: 'open',
    });
    expect(JSON.stringify(row.prompt.details)).toBe('{"zebra":1,"apple":{"second":2,"first":1}}');
    expect(row.between).toMatchObject({ hours: 20 });
    await app.get(ExecutionControl).cancel(systemActor(owner.workspaceId), executionId);
    await app.finished(executionId);
  });

  it('runs out of time with its gate, not before', async () => {
    const document = documentOf(
      [
        ['start', 'manual-trigger'],
        ['gate', 'approval-gate', { timeout: '1s' }],
        ['late', 'no-op'],
      ],
      ['start>gate', 'gate.timeout>late'],
    );
    const { executionId } = await app.run(owner, document);
    const { output } = await app.finished(executionId);
    expect(output.decision).toMatchObject({ approved: false });
    const [row] = await app.rows(
      'select status, closed_at >= expires_at as in_time, id from approval where execution_id = $1',
      [executionId],
    );
    expect(row).toMatchObject({ status: 'timed_out', in_time: true });
    expect((await decide(row.id)).approvalDecide.errors).toEqual([{ code: 'APPROVAL_DECIDED' }]);
  });

  it('is called off when its run is cancelled', async () => {
    const { executionId, approvalId } = await app.gate(owner);
    await app.get(ExecutionControl).cancel(systemActor(owner.workspaceId), executionId);
    await app.finished(executionId);
    expect(await approvalsOf(executionId)).toMatchObject([
      { id: approvalId, status: 'cancelled', closed_at: expect.any(Date) },
    ]);
  });

  it('goes with its run when that is purged, and with its workspace', async () => {
    const { executionId, approvalId } = await app.gate(owner);
    await decide(approvalId);
    await app.finished(executionId);
    await app.get(ExecutionControl).purge(systemActor(owner.workspaceId), executionId);
    expect(await approvalsOf(executionId)).toEqual([]);
    expect(await app.rows('select 1 from approval_vote where approval_id = $1', [approvalId])).toEqual([]);
  });

  it('is made for each turn of a loop, and each is decided by itself', async () => {
    const nodes: NodeInShort[] = [
      ['start', 'manual-trigger'],
      ['each', 'loop', { items: [1, 2, 3], concurrency: 3 } as JsonObject],
      ['gate', 'approval-gate', { message: 'Item {{ item }}' }, 'each'],
    ];
    const { executionId } = await app.run(owner, documentOf(nodes, ['start>each']));
    const rows = await app.until(executionId, 'approval', 3);
    expect(rows.map(({ node_key: key }) => key).sort()).toEqual(['each/0/gate', 'each/1/gate', 'each/2/gate']);
    expect(rows.map(({ prompt }) => prompt.message).sort()).toEqual(['Item 1', 'Item 2', 'Item 3']);
    const second = rows.find(({ node_key: key }) => key === 'each/1/gate')!;
    await decide(second.id, 'REJECTED');
    expect((await approvalsOf(executionId)).map(({ status }) => status)).toEqual(['open', 'rejected', 'open']);
    for (const { id } of rows.filter(({ id: one }) => one !== second.id)) await decide(id);
    expect((await app.finished(executionId)).status).toBe('completed');
  });

  it('goes to owners and admins when what it asks is not in form, and never stops its run', async () => {
    const { executionId } = await app.gate(owner);
    await app.rows(
      `insert into wait (execution_id, node_id, workspace_id, kind, name, token, ask)
       values ($1, 'odd', $2, 'event', 'odd', gen_random_uuid()::text, '{"kind":"approval","assignees":"everybody","dueAt":"soon"}')`,
      [executionId, owner.workspaceId],
    );
    const odd = await app.rows(`select assignees, status from approval where node_key = 'odd' and execution_id = $1`, [
      executionId,
    ]);
    expect(odd).toEqual([{ assignees: ['role:admin'], status: 'open' }]);
    const wanted = `query($id: ID!) { execution(id: $id) { approvals { title nodeId quorum status } } }`;
    expect((await app.graphql(owner, wanted, { id: executionId })).execution.approvals).toMatchObject([
      { title: 'gate', quorum: 1 },
      { title: 'odd', nodeId: 'odd', quorum: 1, status: 'OPEN' },
    ]);
  });
});
