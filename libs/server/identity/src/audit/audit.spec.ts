import { AuditTrail } from './audit-trail';
import { IdentityRig, type Person } from '../testing/identity-rig';

let rig: IdentityRig;
let owner: Person;
const log = `query($filter: AuditFilterInput, $first: Int, $after: String) { auditLog(filter: $filter, first: $first, after: $after) {
  nodes { id at action actorId actorLabel via targetType targetId targetLabel address userAgent requestId details }
  pageInfo { hasNextPage endCursor } } }`;

beforeAll(async () => {
  rig = await IdentityRig.start();
  owner = await rig.signUp();
});
afterAll(() => rig.stop());

const trail = (): AuditTrail => rig.app.app.get(AuditTrail);
const note = (action: string, n = 0): Promise<void> =>
  trail().record(rig.app.database.pool, {
    action,
    actor: { userId: owner.userId, workspaceId: owner.workspaceId, via: 'session' },
    target: { type: 'thing', id: String(n), label: `Thing ${n}` },
    details: { n },
  });
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const lines = async (person: Person, variables: object = {}): Promise<any> => {
  const { data, errors } = await person.graphql(log, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.auditLog;
};

describe('the audit log', () => {
  it('tells who signed in, from where, under which request', async () => {
    const person = await rig.signUp();
    await rig
      .post('/api/auth/login', { email: person.email, password: person.password })
      .set('x-request-id', 'my-request')
      .set('user-agent', 'a browser')
      .expect(200);
    const { nodes } = await lines(person, { filter: { action: 'signIn' } });
    expect(nodes).toMatchObject([
      {
        action: 'signIn.succeeded',
        actorId: person.userId,
        actorLabel: person.email,
        via: 'session',
        targetType: 'user',
        targetId: person.userId,
        address: expect.stringContaining('127.0.0.1'),
        userAgent: 'a browser',
        requestId: 'my-request',
        details: { kind: 'token' },
      },
    ]);
  });

  it('tells in every workspace of a person that somebody failed to sign in, without what was typed', async () => {
    const person = await rig.signUp();
    await rig.rows(`insert into membership (user_id, workspace_id, role) values ($1, $2, 'viewer')`, [
      person.userId,
      owner.workspaceId,
    ]);
    await rig.post('/api/auth/login', { email: person.email, password: 'the wrong one' }).expect(401);
    for (const reader of [person, owner]) {
      const { nodes } = await lines(reader, { filter: { action: 'signIn.failed', targetId: person.userId } });
      expect(nodes).toMatchObject([{ actorId: null, via: 'anonymous', targetLabel: person.email, details: {} }]);
    }
    await rig.post('/api/auth/login', { email: 'unknown@example.com', password: 'the wrong one' }).expect(401);
    const orphans = await rig.rows('select * from audit_event where workspace_id is null');
    expect(orphans).toMatchObject([{ action: 'signIn.failed', target_id: null }]);
    expect(JSON.stringify(await rig.rows('select * from audit_event'))).not.toMatch(/the wrong one|unknown@example/);
  });

  it('cannot be changed or emptied, by nobody who can only write to tables', async () => {
    await note('thing.made');
    for (const sql of [
      `update audit_event set action = 'nothing'`,
      'delete from audit_event',
      'truncate audit_event',
    ]) {
      await expect(rig.rows(sql)).rejects.toThrow('audit_event is append-only');
    }
  });

  it('is not written when what it tells of did not happen', async () => {
    const before = await rig.rows('select 1 from audit_event');
    const failing = rig.app.database.pool.tx(async (client) => {
      await trail().record(client, { action: 'thing.lost', actor: null, workspaceId: owner.workspaceId });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rig.rows('select 1 from audit_event')).toHaveLength(before.length);
  });

  it('comes in pages, the newest first, without gaps or repeats while lines are added', async () => {
    for (let n = 0; n < 7; n += 1) await note('page.made', n);
    const seen: unknown[] = [];
    let after: string | null = null;
    for (;;) {
      const page: { nodes: { details: { n: number } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
        await lines(owner, { filter: { action: 'page' }, first: 3, after });
      seen.push(...page.nodes.map(({ details }) => details.n));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
      await note('page.made', 99);
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('can be asked for by action, actor, thing and time', async () => {
    await note('filter.one', 1);
    await note('filter.two', 2);
    const found = async (filter: object): Promise<string[]> =>
      (await lines(owner, { filter: { ...filter } })).nodes.map(({ action }: { action: string }) => action);
    expect(await found({ action: 'filter' })).toEqual(['filter.two', 'filter.one']);
    expect(await found({ action: 'filter.one' })).toEqual(['filter.one']);
    expect(await found({ action: 'filt' })).toEqual([]);
    expect(await found({ action: 'filter', targetType: 'thing', targetId: '1' })).toEqual(['filter.one']);
    expect(await found({ action: 'filter', actorId: owner.userId })).toHaveLength(2);
    expect(await found({ action: 'filter', from: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await found({ action: 'filter', to: new Date(0) })).toEqual([]);
    const { errors } = await owner.graphql(log, { filter: { actorId: 'nobody' } });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    const bad = await owner.graphql(log, { after: Buffer.from('["1 or 1=1"]').toString('base64url') });
    expect(bad.errors?.[0]?.extensions).toMatchObject({ reason: 'INVALID_CURSOR' });
  });

  it('is for owners and admins of the workspace, and shows nothing of another', async () => {
    expect((await lines(await rig.member(owner, 'admin'))).nodes.length).toBeGreaterThan(0);
    for (const role of ['editor', 'operator', 'viewer'] as const) {
      const member = await rig.member(owner, role);
      expect((await member.graphql(log)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      await member.get('/api/audit/export').expect(403);
    }
    const stranger = await rig.signUp();
    await note('secret.thing');
    const own = ['account.created'];
    expect((await lines(stranger)).nodes.map(({ action }: { action: string }) => action)).toEqual(own);
    const { body } = await stranger.get('/api/audit/export?format=json').expect(200);
    expect(body.map(({ action }: { action: string }) => action)).toEqual(own);
  });

  it('is exported whole, as CSV and as JSON, more than a page of the database as well', async () => {
    const person = await rig.signUp();
    await rig.rows(
      `insert into audit_event (workspace_id, action, via, target_label)
       select $1, 'many.' || n, 'session', '=cmd()' from generate_series(1, 2500) n`,
      [person.workspaceId],
    );
    const csv = await person.get('/api/audit/export?action=many').expect(200);
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="audit-log.csv"');
    const rows = csv.text.trim().split('\r\n');
    expect(rows).toHaveLength(2_501);
    expect(rows[0]).toMatch(/^at,action,actorId,/);
    expect(rows[1]).toMatch(/many\.2500,.*,'=cmd\(\),/);
    const json = await person.get('/api/audit/export?format=json&action=many').expect(200);
    expect(json.body).toHaveLength(2_500);
    expect(json.body[0]).toMatchObject({ action: 'many.2500', details: {} });
    const one = await person.get('/api/audit/export?format=json&action=many.7').expect(200);
    expect(one.body).toHaveLength(1);
  });

  it('tells what is wrong with the filter of an export', async () => {
    await owner.get('/api/audit/export?format=xml').expect(400);
    await owner.get('/api/audit/export?from=yesterday').expect(400);
    await owner.get('/api/audit/export?actorId=nobody').expect(400);
  });
});
