import { ApprovalFeed } from './feed/approval-feed';
import { ApprovalsApp, type Loose, type Person } from './testing/approvals-app';

let app: ApprovalsApp;
let owner: Person;
let viewer: Person;
let ids: Record<'everybody' | 'viewers' | 'done' | 'late', string>;
beforeAll(async () => {
  app = await ApprovalsApp.start();
  owner = await app.person();
  viewer = await app.person('viewer', owner.workspaceId);
  const everybody = (await app.gate(owner, { message: 'For everybody' })).approvalId;
  const viewers = (await app.gate(owner, { message: 'Needle', assignees: [viewer.email], quorum: 1 })).approvalId;
  const done = (await app.gate(owner)).approvalId;
  const late = (await app.gate(owner, { assignees: ['viewer'], quorum: 2, due: '2020-01-01' })).approvalId;
  ids = { everybody, viewers, done, late };
  await decide(owner, done);
});
afterAll(() => app.stop());

const decide = (person: Person, id: string) =>
  app.graphql(person, `mutation($id: ID!) { approvalDecide(id: $id, decision: APPROVED) { errors { code } } }`, { id });

async function list(person: Person, filter: string, more = ''): Promise<string[]> {
  const { approvals } = await app.graphql(
    person,
    `{ approvals(filter: ${filter}, first: 50${more}) { nodes { id } } }`,
  );
  return approvals.nodes.map(({ id }: Loose) => id);
}

describe('the list of approvals', () => {
  it('holds what waits for whoever asks, what is open, what is over, and all, newest first', async () => {
    const { everybody, viewers, done, late } = ids;
    expect(await list(owner, 'MINE')).toEqual([late, everybody]);
    expect(await list(viewer, 'MINE')).toEqual([late, viewers]);
    expect(await list(viewer, 'OPEN')).toEqual([late, viewers, everybody]);
    expect(await list(viewer, 'CLOSED')).toEqual([done]);
    expect(await list(viewer, 'ALL')).toEqual([late, done, viewers, everybody]);
    expect(await list(await app.person(), 'ALL')).toEqual([]);
  });

  it('finds by what is asked', async () => {
    expect(await list(owner, 'ALL', ', search: "needle"')).toEqual([ids.viewers]);
    expect(await list(owner, 'ALL', ', search: "100%"')).toEqual([]);
  });

  it('comes in pages', async () => {
    const page = async (after: string | null): Promise<Loose> =>
      (
        await app.graphql(
          owner,
          `query($after: String) { approvals(filter: ALL, first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after },
        )
      ).approvals;
    const first = await page(null);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page(first.pageInfo.endCursor);
    expect(second).toMatchObject({ nodes: [{ id: ids.everybody }], pageInfo: { hasNextPage: false } });
  });

  it('is counted, with what is overdue', async () => {
    const counts = async (person: Person) =>
      (await app.graphql(person, '{ approvalCounts { mine open overdue } }')).approvalCounts;
    expect(await counts(owner)).toEqual({ mine: 2, open: 3, overdue: 1 });
    expect(await counts(viewer)).toEqual({ mine: 2, open: 3, overdue: 1 });
  });

  it('no longer holds for somebody what they have voted on', async () => {
    await decide(viewer, ids.late);
    expect(await list(viewer, 'MINE')).toEqual([ids.viewers]);
    expect(await list(owner, 'MINE')).toEqual([ids.late, ids.everybody]);
  });
});

it('an approval tells everything about itself', async () => {
  const query = `query($id: ID!) { approval(id: $id) {
    id executionId workflowId nodeId path title message details status quorum rejectQuorum editable schema payload
    originalPayload payloadVersion dueAt expiresAt escalateAt escalatedAt createdAt decidedAt reason decidedVia decidedBy
    mayDecide assignees { id kind name } votes { name decision } execution { id status workflowName } } }`;
  const { approval } = await app.graphql(viewer, query, { id: ids.viewers });
  expect(approval).toMatchObject({
    ...{ nodeId: 'gate', path: null, title: 'gate', message: 'Needle', status: 'OPEN', quorum: 1, editable: false },
    ...{ mayDecide: true, decidedBy: null, votes: [], payloadVersion: 1, dueAt: null },
    assignees: [{ id: `mail:${viewer.email}`, kind: 'MAIL', name: 'viewer of it' }],
    execution: { id: approval.executionId, status: 'WAITING', workflowName: 'Spec' },
  });
  expect((await app.graphql(owner, query, { id: ids.viewers })).approval.mayDecide).toBe(false);
  expect((await app.graphql(owner, query, { id: ids.done })).approval).toMatchObject({
    decidedBy: 'owner of it',
    mayDecide: false,
  });
});

it('the feed tells of approvals that open, are voted on and close, in their workspace only', async () => {
  const feed = app.get(ApprovalFeed);
  await feed.listening();
  const stranger = await app.person();
  const theirs = feed.watch(stranger.workspaceId);
  const news = feed.watch(owner.workspaceId);
  const { approvalId } = await app.gate(owner);
  expect(await news.next()).toEqual({ done: false, value: approvalId });
  await decide(owner, approvalId);
  expect(await news.next()).toEqual({ done: false, value: approvalId });
  const foreign = await app.gate(stranger);
  expect(await theirs.next()).toEqual({ done: false, value: foreign.approvalId });
  await Promise.all([news.return?.(), theirs.return?.()]);
  expect(await news.next()).toEqual({ done: true, value: undefined });
});

describe('reassigning and reminding', () => {
  const reassign = async (person: Person, id: string, assignees: string[]): Promise<Loose> =>
    (
      await app.graphql(
        person,
        `mutation($id: ID!, $to: [String!]!) { approvalReassign(id: $id, assignees: $to) { approval { assignees { id } mayDecide } errors { code message } } }`,
        { id, to: assignees },
      )
    ).approvalReassign;

  it('is for those who may control runs, and for whoever has it', async () => {
    const { approvalId } = await app.gate(owner, { assignees: [viewer.email] });
    const other = await app.person('viewer', owner.workspaceId);
    expect((await reassign(other, approvalId, [other.email])).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await reassign(viewer, approvalId, [other.userId])).approval).toEqual({
      assignees: [{ id: `user:${other.userId}` }],
      mayDecide: false,
    });
    expect((await reassign(owner, approvalId, ['role:editor', 'Grace@Example.com'])).approval).toMatchObject({
      ...{ assignees: [{ id: 'role:editor' }, { id: 'mail:grace@example.com' }], mayDecide: true },
    });
    const audit = await app.rows(`select action, details from audit_event where target_id = $1 order by id`, [
      approvalId,
    ]);
    expect(audit.map(({ action }) => action)).toEqual(['approval.reassigned', 'approval.reassigned']);
  });

  it('refuses who is nobody, and approvals that are over', async () => {
    const { approvalId } = await app.gate(owner);
    for (const nobody of ['Ada', '', 'role:king', '018f3c1e-0000-7000-8000-000000000001']) {
      expect((await reassign(owner, approvalId, [nobody])).errors).toMatchObject([
        { code: 'APPROVAL_ASSIGNEES_INVALID' },
      ]);
    }
    expect((await reassign(owner, ids.done, ['editor'])).errors).toMatchObject([
      { code: 'APPROVAL_DECIDED', message: expect.stringContaining(owner.email) },
    ]);
  });

  it('tells once more at once', async () => {
    const { approvalId } = await app.gate(owner);
    const remind = `mutation($id: ID!) { approvalRemind(id: $id) { approval { status } errors { code } } }`;
    expect((await app.graphql(owner, remind, { id: approvalId })).approvalRemind).toEqual({
      approval: { status: 'OPEN' },
      errors: [],
    });
    expect((await app.graphql(owner, remind, { id: ids.done })).approvalRemind.errors).toEqual([
      { code: 'APPROVAL_DECIDED' },
    ]);
  });
});
