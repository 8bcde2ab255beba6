import { IdentityRig } from '../testing/identity-rig';
import { ForgetWorkspaces } from './forget-workspaces';
import { WorkspaceForgetters } from './workspace-forgetters';

const DELETE =
  'mutation($name: String!) { workspaceDelete(name: $name) { session { accessToken workspace { id } } errors { code } } }';

let rig: IdentityRig;
let forget: ForgetWorkspaces;

beforeAll(async () => {
  rig = await IdentityRig.start();
  forget = rig.app.app.get(ForgetWorkspaces, { strict: false });
});
afterAll(() => rig.stop());
afterEach(() => rig.rows('delete from workspace_deletion'));

const nameOf = async (id: string): Promise<string> =>
  (await rig.rows<{ name: string }>('select name from workspace where id = $1', [id]))[0]?.name ?? '';
const due = () => rig.rows('update workspace_deletion set next_at = now()');
const exists = async (id: string) => (await rig.rows('select 1 from workspace where id = $1', [id])).length === 1;

describe('deleting a workspace', () => {
  it('needs its name, typed', async () => {
    const owner = await rig.signUp();
    expect(await owner.mutate(DELETE, { name: 'sure' })).toMatchObject({ errors: [{ code: 'NAME_DOES_NOT_MATCH' }] });
    expect(await rig.rows('select 1 from workspace_deletion')).toEqual([]);
  });

  it('is for owners', async () => {
    const owner = await rig.signUp();
    const admin = await rig.member(owner, 'admin');
    const name = await nameOf(owner.workspaceId);
    expect((await admin.graphql(DELETE, { name })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('shuts everybody out at once; the owner goes on elsewhere', async () => {
    const owner = await rig.signUp();
    const viewer = await rig.member(owner, 'viewer');
    const name = await nameOf(owner.workspaceId);
    const { session, errors } = await owner.mutate(DELETE, { name });
    expect(errors).toEqual([]);
    expect(session.workspace.id).not.toBe(owner.workspaceId);
    expect((await viewer.graphql('{ me { user { id } } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    owner.token = session.accessToken;
    expect((await owner.graphql('{ me { workspaces { id } } }')).data.me.workspaces).toEqual([
      { id: session.workspace.id },
    ]);
    expect(await exists(owner.workspaceId)).toBe(true);
    await due();
    expect(await forget.run()).toBe(1);
    expect(await exists(owner.workspaceId)).toBe(false);
  });

  it('leaves people signed in who belong elsewhere too, and the audit log', async () => {
    const owner = await rig.signUp();
    const guest = await rig.signUp();
    await rig.rows(`insert into membership (user_id, workspace_id, role) values ($1, $2, 'editor')`, [
      guest.userId,
      owner.workspaceId,
    ]);
    await rig.rows('update session set workspace_id = $2 where user_id = $1', [guest.userId, owner.workspaceId]);
    await owner.mutate(DELETE, { name: await nameOf(owner.workspaceId) });
    await due();
    await forget.run();
    const { data } = await guest.graphql('mutation { refreshSession { session { workspace { id } } } }');
    expect(data.refreshSession.session.workspace.id).toBe(guest.workspaceId);
    const log = await rig.rows('select action from audit_event where workspace_id = $1 order by seq desc limit 1', [
      owner.workspaceId,
    ]);
    expect(log).toEqual([{ action: 'workspace.deleted' }]);
  });

  it('goes on where it stopped, and looks a second time for what was on its way', async () => {
    const owner = await rig.signUp();
    const calls: string[] = [];
    let isAway = true;
    rig.app.app.get(WorkspaceForgetters, { strict: false }).add({
      room: 'before',
      order: 1,
      forget: () => Promise.resolve(void calls.push('before')),
    });
    rig.app.app.get(WorkspaceForgetters, { strict: false }).add({
      room: 'store',
      order: 2,
      prepare: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve()),
      forget: () => Promise.resolve(void calls.push('store')),
    });
    await owner.mutate(DELETE, { name: await nameOf(owner.workspaceId) });
    await due();
    await forget.run();
    expect(await rig.rows('select round, done, failures from workspace_deletion')).toEqual([
      { round: 1, done: ['before'], failures: 1 },
    ]);
    expect(await exists(owner.workspaceId)).toBe(true);
    isAway = false;
    await due();
    await forget.run();
    expect(calls).toEqual(['before', 'store']);
    expect(await exists(owner.workspaceId)).toBe(false);
    expect(await rig.rows('select round, done from workspace_deletion')).toEqual([{ round: 2, done: [] }]);
    await due();
    await forget.run();
    expect(calls).toEqual(['before', 'store', 'before', 'store']);
    expect(await rig.rows('select 1 from workspace_deletion')).toEqual([]);
  });

  it('is not done before its time', async () => {
    const owner = await rig.signUp();
    await owner.mutate(DELETE, { name: await nameOf(owner.workspaceId) });
    expect(await forget.run()).toBe(0);
  });
});
