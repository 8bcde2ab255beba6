import { Announcements, type Announcement } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { ApprovalsApp, documentOf, type Loose, type Person } from '../testing/approvals-app';

let app: ApprovalsApp;
let owner: Person;
beforeAll(async () => {
  app = await ApprovalsApp.start();
  owner = await app.person();
});
afterAll(() => app.stop());

const DECIDE = `mutation($id: ID!, $decision: ApprovalDecision!, $input: ApprovalDecideInput) {
  approvalDecide(id: $id, decision: $decision, input: $input) {
    approval { id status decidedBy reason decidedVia mayDecide payload payloadVersion
      votes { name decision counts reason changes { path before after } } }
    errors { code message }
  }
}`;

async function decide(
  person: Person,
  id: string,
  decision = 'APPROVED',
  input: JsonObject | null = null,
): Promise<Loose> {
  return (await app.graphql(person, DECIDE, { id, decision, input })).approvalDecide;
}

const codesOf = ({ errors }: Loose): string[] => errors.map(({ code }: Loose) => code);

async function statusOf(id: string): Promise<string> {
  return (await app.rows('select status from approval where id = $1', [id]))[0].status;
}

describe('an approval', () => {
  it('lets the run go on where the decision points, and keeps who decided and why', async () => {
    const { approvalId, executionId } = await app.gate(owner, { message: 'Ship it?' });
    const { approval, errors } = await decide(owner, approvalId, 'APPROVED', { reason: 'Looks good' });
    expect(errors).toEqual([]);
    expect(approval).toMatchObject({
      status: 'APPROVED',
      decidedBy: 'owner of it',
      reason: 'Looks good',
      decidedVia: 'app',
    });
    const { status, output } = await app.finished(executionId);
    expect(status).toBe('completed');
    expect(output.decision).toMatchObject({
      approved: true,
      reason: 'Looks good',
      by: owner.email,
      byId: owner.userId,
      via: 'app',
    });
    expect(output.decision.votes).toHaveLength(1);
  });

  it('rejects', async () => {
    const { approvalId, executionId } = await app.gate(owner);
    await decide(owner, approvalId, 'REJECTED', { reason: 'Not yet' });
    expect((await app.finished(executionId)).output.decision).toMatchObject({ approved: false, reason: 'Not yet' });
  });

  it('is decided once, whoever and however many decide at the same time, and the losers learn who won', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => app.person('editor', owner.workspaceId)));
    const { approvalId, executionId, instanceId } = await app.gate(owner);
    const byEvent = (person: Person) =>
      app.rest(person, 'post', `/api/v2/workflows/${instanceId}/events`, {
        eventName: 'approval_gate',
        eventData: { approved: true },
      });
    const answers = await Promise.all([
      ...Array.from({ length: 40 }, (_, index) =>
        decide(people[index % 10]!, approvalId, index % 2 ? 'APPROVED' : 'REJECTED'),
      ),
      ...people.map(async (person) => (await byEvent(person)).body),
    ]);
    const won = answers.filter((answer) => (answer.errors ? answer.errors.length === 0 : answer.delivered === 1));
    expect(won).toHaveLength(1);
    const lost = answers.filter((answer) => answer !== won[0]).map(({ errors, error }) => error ?? errors[0]);
    // Events find a run that is over when they come late enough.
    expect(new Set(lost.map(({ code }) => code)).size).toBeLessThanOrEqual(2);
    for (const { code, message } of lost) {
      expect(['APPROVAL_DECIDED', 'EXECUTION_ENDED']).toContain(code);
      if (code === 'APPROVAL_DECIDED')
        expect(message).toMatch(/was (approved|rejected) by editor-[\w-]+@example.com on 20/);
    }
    await app.finished(executionId);
    const woken = await app.rows(`select 1 from execution_event where execution_id = $1 and type = 'node.woken'`, [
      executionId,
    ]);
    expect(woken).toHaveLength(1);
    expect(await app.rows('select 1 from approval_vote where approval_id = $1', [approvalId])).toHaveLength(1);
  }, 60_000);

  it('is open to everybody who may control runs when it names nobody, and to nobody else', async () => {
    const viewer = await app.person('viewer', owner.workspaceId);
    const { approvalId, executionId } = await app.gate(owner);
    expect(codesOf(await decide(viewer, approvalId))).toEqual(['APPROVAL_NOT_YOURS']);
    const operator = await app.person('operator', owner.workspaceId);
    expect(codesOf(await decide(operator, approvalId))).toEqual([]);
    await app.finished(executionId);
  });

  it('is for those whom it names only: people of whatever role, but no owner beside them', async () => {
    const viewer = await app.person('viewer', owner.workspaceId);
    const { approvalId } = await app.gate(owner, { assignees: [viewer.email.toUpperCase()] });
    expect(codesOf(await decide(owner, approvalId))).toEqual(['APPROVAL_NOT_YOURS']);
    expect(codesOf(await decide(viewer, approvalId))).toEqual([]);
  });

  it('given to a role is for that role and those above', async () => {
    const [editor, operator] = [
      await app.person('editor', owner.workspaceId),
      await app.person('operator', owner.workspaceId),
    ];
    const first = await app.gate(owner, { assignees: ['editor'] });
    expect(codesOf(await decide(operator, first.approvalId))).toEqual(['APPROVAL_NOT_YOURS']);
    expect(codesOf(await decide(editor, first.approvalId))).toEqual([]);
    const second = await app.gate(owner, { assignees: ['editor'] });
    expect(codesOf(await decide(owner, second.approvalId))).toEqual([]);
  });

  it('is not there for other workspaces', async () => {
    const { approvalId } = await app.gate(owner);
    const stranger = await app.person();
    expect(await decide(stranger, approvalId)).toMatchObject({
      approval: null,
      errors: [{ code: 'APPROVAL_NOT_FOUND' }],
    });
    expect(codesOf(await decide(owner, 'no id'))).toEqual(['APPROVAL_NOT_FOUND']);
    expect(await statusOf(approvalId)).toBe('open');
  });
});

it('what happens to an approval is announced in its transaction, without what it shows', async () => {
  const told: Announcement[] = [];
  const announcements = app.get(Announcements);
  const heard = new Promise<void>((resolve) => {
    announcements.connect({
      isWanted: (workspaceId) => workspaceId === owner.workspaceId,
      write: async (_client, list) => {
        told.push(...list.filter(({ type }) => type.startsWith('approval.')));
        if (told.length === 1) resolve();
      },
    });
  });
  const { approvalId, executionId } = await app.gate(owner, { message: 'canary', details: 'canary' });
  await heard;
  await decide(owner, approvalId);
  expect(told.map(({ type, data }) => [type, data?.['status']])).toEqual([
    ['approval.opened', 'open'],
    ['approval.decided', 'approved'],
  ]);
  expect(told[1]).toMatchObject({ subjectId: approvalId, data: { executionId, nodeId: 'gate', title: 'gate' } });
  expect(JSON.stringify(told)).not.toContain('canary');
  announcements.connect({ isWanted: () => false, write: () => Promise.resolve() });
});

describe('a quorum', () => {
  it('waits until enough people agree, each once', async () => {
    const [ada, bob] = [await app.person('editor', owner.workspaceId), await app.person('editor', owner.workspaceId)];
    const { approvalId, executionId } = await app.gate(owner, { assignees: [ada.email, bob.userId], quorum: 2 });
    const first = await decide(ada, approvalId, 'APPROVED', { reason: 'Yes' });
    expect(first.approval).toMatchObject({
      status: 'OPEN',
      mayDecide: false,
      votes: [{ decision: 'APPROVED', counts: true }],
    });
    expect(codesOf(await decide(ada, approvalId))).toEqual(['APPROVAL_ALREADY_VOTED']);
    expect((await decide(bob, approvalId)).approval).toMatchObject({ status: 'APPROVED' });
    const { votes } = (await app.finished(executionId)).output.decision;
    expect(votes).toMatchObject([{ by: ada.email, reason: 'Yes' }, { by: bob.email }]);
  });

  it('is given up with the first who refuses, unless more must', async () => {
    const [ada, bob] = [await app.person('editor', owner.workspaceId), await app.person('editor', owner.workspaceId)];
    const one = await app.gate(owner, { quorum: 3 });
    expect((await decide(ada, one.approvalId, 'REJECTED')).approval.status).toBe('REJECTED');
    const two = await app.gate(owner, { quorum: 3, rejectQuorum: 2 });
    expect((await decide(ada, two.approvalId, 'REJECTED')).approval.status).toBe('OPEN');
    expect((await decide(bob, two.approvalId, 'REJECTED')).approval.status).toBe('REJECTED');
  });

  it('counts votes that come as events, and tells the sender that they were taken', async () => {
    const [ada, bob] = [await app.person('editor', owner.workspaceId), await app.person('editor', owner.workspaceId)];
    const { executionId, instanceId } = await app.gate(owner, { eventName: 'release', quorum: 2 });
    const send = (person: Person) =>
      app.rest(person, 'post', `/api/v2/workflows/${instanceId}/events`, {
        eventName: 'release',
        eventData: { approved: true, ticket: 7 },
      });
    expect((await send(ada).expect(202)).body).toEqual({ delivered: 1 });
    expect((await send(ada).expect(409)).body.error.code).toBe('APPROVAL_ALREADY_VOTED');
    expect((await send(bob).expect(202)).body).toEqual({ delivered: 1 });
    expect((await app.finished(executionId)).output.decision).toMatchObject({
      ...{ approved: true, by: bob.email, answer: { approved: true, ticket: 7 } },
    });
  });
});

describe('data that may be edited', () => {
  const schema = { type: 'object', required: ['amount'], properties: { amount: { type: 'number', maximum: 100 } } };
  const config = { editable: true, payload: { amount: 10, to: { name: 'Ada' } }, schema };

  it('goes on as it was made, with what was changed', async () => {
    const { approvalId, executionId } = await app.gate(owner, config);
    await decide(owner, approvalId, 'APPROVED', { payload: { amount: 12, to: { name: 'Ada' } }, payloadVersion: 1 });
    expect((await app.finished(executionId)).output.decision).toMatchObject({
      payload: { amount: 12, to: { name: 'Ada' } },
      diff: [{ path: 'amount', before: 10, after: 12 }],
    });
  });

  it('has to fit its schema', async () => {
    const { approvalId } = await app.gate(owner, config);
    const { errors, approval } = await decide(owner, approvalId, 'APPROVED', { payload: { amount: 101 } });
    expect(errors).toMatchObject([
      { code: 'APPROVAL_PAYLOAD_INVALID', message: expect.stringMatching(/"amount".*100/) },
    ]);
    expect(approval).toMatchObject({ status: 'OPEN', payload: { amount: 10 }, votes: [] });
  });

  it('makes earlier consent void, and refuses whoever has seen something else', async () => {
    const [ada, bob] = [await app.person('editor', owner.workspaceId), await app.person('editor', owner.workspaceId)];
    const { approvalId } = await app.gate(owner, { ...config, quorum: 2 });
    await decide(ada, approvalId);
    const changed = await decide(bob, approvalId, 'APPROVED', { payload: { amount: 20 } });
    expect(changed.approval).toMatchObject({
      ...{ status: 'OPEN', payloadVersion: 2, payload: { amount: 20 } },
      votes: [
        { counts: false },
        { counts: true, changes: [{ path: 'amount', before: 10, after: 20 }, { path: 'to' }] },
      ],
    });
    expect(codesOf(await decide(ada, approvalId, 'APPROVED', { payloadVersion: 1 }))).toEqual(['APPROVAL_CHANGED']);
    expect((await decide(ada, approvalId, 'APPROVED', { payloadVersion: 2 })).approval.status).toBe('APPROVED');
  });

  it('stays as it is where the gate does not let it be edited', async () => {
    const { approvalId } = await app.gate(owner);
    expect(codesOf(await decide(owner, approvalId, 'APPROVED', { payload: { a: 1 } }))).toEqual([
      'APPROVAL_PAYLOAD_NOT_EDITABLE',
    ]);
  });
});

describe('events that answer an approval', () => {
  const send = (person: Person, instanceId: string, eventName: string, eventData: unknown) =>
    app.rest(person, 'post', `/api/v2/workflows/${instanceId}/events`, { eventName, eventData });

  it('obey the same rules: who is not asked is refused, and the run waits on', async () => {
    const { approvalId, instanceId } = await app.gate(owner, { assignees: ['nobody@example.com'], eventName: 'go' });
    expect((await send(owner, instanceId, 'go', { approved: true }).expect(403)).body.error.code).toBe(
      'APPROVAL_NOT_YOURS',
    );
    expect(await statusOf(approvalId)).toBe('open');
  });

  it.each([[undefined], ['yes'], [{}], [{ approved: 'true' }], [{ approved: null }], [[true]]])(
    'decide nothing when they say neither yes nor no: %j',
    async (eventData) => {
      const { approvalId, instanceId } = await app.gate(owner, { eventName: 'go' });
      const { body } = await send(owner, instanceId, 'go', eventData).expect(400);
      expect(body.error).toMatchObject({
        code: 'APPROVAL_ANSWER_UNCLEAR',
        message: expect.stringContaining('"approved": true or "approved": false'),
      });
      expect(await statusOf(approvalId)).toBe('open');
      await send(owner, instanceId, 'go', { approved: false }).expect(202);
      expect(await statusOf(approvalId)).toBe('rejected');
    },
  );

  it('that come before the gate count for who sent them', async () => {
    const document = documentOf(
      [
        ['start', 'manual-trigger'],
        ['first', 'approval-gate'],
        ['gate', 'approval-gate', { eventName: 'early' }],
      ],
      ['start>first', 'first.approved>gate'],
    );
    const { executionId, instanceId } = await app.run(owner, document);
    const [first] = await app.until(executionId, 'approval');
    expect((await send(owner, instanceId, 'early', { approved: true }).expect(202)).body).toEqual({ delivered: 0 });
    await decide(owner, first.id);
    expect((await app.finished(executionId)).output.decision).toMatchObject({ approved: true, by: owner.email });
  });

  it('that come early from somebody who is not asked are forgotten', async () => {
    const document = documentOf(
      [
        ['start', 'manual-trigger'],
        ['first', 'approval-gate'],
        ['gate', 'approval-gate', { eventName: 'early', assignees: ['other@example.com'] }],
      ],
      ['start>first', 'first.approved>gate'],
    );
    const { executionId, instanceId } = await app.run(owner, document);
    const [first] = await app.until(executionId, 'approval');
    await send(owner, instanceId, 'early', { approved: true }).expect(202);
    await decide(owner, first.id);
    await app.until(executionId, 'approval', 2);
    for (let left = 1; left > 0;)
      left = (await app.rows('select 1 from early_signal where execution_id = $1', [executionId])).length;
    expect(await app.rows('select status from approval where execution_id = $1 order by id', [executionId])).toEqual([
      { status: 'approved' },
      { status: 'open' },
    ]);
  });

  it('that come too late are told who was first', async () => {
    const document = documentOf(
      [
        ['start', 'manual-trigger'],
        ['first', 'approval-gate', { eventName: 'go' }],
        ['gate', 'approval-gate'],
      ],
      ['start>first', 'first.approved>gate'],
    );
    const { executionId, instanceId } = await app.run(owner, document);
    const [first] = await app.until(executionId, 'approval');
    await decide(owner, first.id, 'APPROVED', { reason: 'Mine' });
    const { body } = await send(owner, instanceId, 'go', { approved: false }).expect(409);
    expect(body.error).toMatchObject({
      code: 'APPROVAL_DECIDED',
      message: expect.stringContaining(`approved by ${owner.email}`),
      details: { status: 'approved', by: owner.email, reason: 'Mine', at: expect.stringMatching(/Z$/) },
    });
  });
});
