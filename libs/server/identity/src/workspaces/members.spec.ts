import { roles, type Role } from '../access/actor';
import { IdentityRig, type Person } from '../testing/identity-rig';

let rig: IdentityRig;

beforeAll(async () => {
  rig = await IdentityRig.start();
});
afterAll(() => rig.stop());

const changeRole = (who: Person, userId: string, role: Role) =>
  who.graphql(
    'mutation($userId: ID!, $role: Role!) { memberChangeRole(userId: $userId, role: $role) { member { role } errors { code } } }',
    { userId, role: role.toUpperCase() },
  );
const remove = (who: Person, userId: string) =>
  who.graphql('mutation($userId: ID!) { memberRemove(userId: $userId) { errors { code } } }', { userId });
const transfer = (who: Person, userId: string) =>
  who.graphql(
    'mutation($userId: ID!) { workspaceTransferOwnership(userId: $userId) { member { role } errors { code } } }',
    { userId },
  );
const leave = (who: Person) => who.graphql('mutation { workspaceLeave { errors { code } } }');
const rolesIn = async ({ workspaceId }: Person): Promise<Record<string, Role>> => {
  const rows = await rig.rows<{ user_id: string; role: Role }>(
    'select user_id, role from membership where workspace_id = $1',
    [workspaceId],
  );
  return Object.fromEntries(rows.map(({ user_id, role }) => [user_id, role]));
};
const reasonOf = ({ data, errors }: Awaited<ReturnType<typeof leave>>): unknown =>
  errors?.[0]?.extensions['reason'] ??
  (Object.values(data as object)[0] as { errors: { code: string }[] }).errors[0]?.code;

describe('members', () => {
  it('are shown to every member, and to nobody else', async () => {
    const owner = await rig.signUp();
    const viewer = await rig.member(owner, 'viewer');
    const query = '{ members { userId email role lastSeenAt } }';
    expect((await viewer.graphql(query)).data.members).toEqual([
      { userId: owner.userId, email: owner.email, role: 'OWNER', lastSeenAt: expect.any(String) },
      { userId: viewer.userId, email: viewer.email, role: 'VIEWER', lastSeenAt: expect.any(String) },
    ]);
    const stranger = await rig.signUp();
    expect((await stranger.graphql(query)).data.members).toHaveLength(1);
  });

  it('can only be given and taken roles that are not above the own one', async () => {
    const owner = await rig.signUp();
    const members: Partial<Record<Role, Person>> = { owner };
    for (const role of roles.slice(1)) members[role] = await rig.member(owner, role);
    const target = await rig.member(owner, 'viewer');
    for (const role of roles) {
      for (const given of roles) {
        await rig.rows(`update membership set role = 'viewer' where user_id = $1`, [target.userId]);
        const answer = await changeRole(members[role] as Person, target.userId, given);
        const isAllowed = role === 'owner' || (role === 'admin' && given !== 'owner');
        expect([role, given, answer.data?.memberChangeRole.member?.role ?? null]).toEqual([
          role,
          given,
          isAllowed ? given.toUpperCase() : null,
        ]);
        expect((await rolesIn(owner))[target.userId]).toBe(isAllowed ? given : 'viewer');
      }
    }
    const admin = members.admin as Person;
    expect(reasonOf(await changeRole(admin, owner.userId, 'viewer'))).toBe('ROLE_TOO_HIGH');
    expect(reasonOf(await remove(admin, owner.userId))).toBe('ROLE_TOO_HIGH');
  });

  it('of another workspace cannot be touched by their id', async () => {
    const [owner, other] = [await rig.signUp(), await rig.signUp()];
    for (const answer of [
      await changeRole(owner, other.userId, 'viewer'),
      await remove(owner, other.userId),
      await transfer(owner, other.userId),
      await remove(owner, 'no id'),
    ]) {
      expect(reasonOf(answer)).toBe('MEMBER_NOT_FOUND');
    }
    expect(await rolesIn(other)).toEqual({ [other.userId]: 'owner' });
  });

  it('always have an owner among them, whatever is tried, also at once', async () => {
    const owner = await rig.signUp();
    expect(reasonOf(await leave(owner))).toBe('LAST_OWNER');
    expect(reasonOf(await changeRole(owner, owner.userId, 'viewer'))).toBe('LAST_OWNER');
    expect(reasonOf(await remove(owner, owner.userId))).toBe('LAST_OWNER');
    const second = await rig.member(owner, 'owner');
    const both = await Promise.all([leave(owner), leave(second)]);
    expect(both.map(reasonOf).sort()).toEqual(['LAST_OWNER', undefined]);
    expect(Object.values(await rolesIn(owner))).toEqual(['owner']);
  });

  it('get the ownership by transfer; the one who gave it is admin then', async () => {
    const owner = await rig.signUp();
    const editor = await rig.member(owner, 'editor');
    expect(reasonOf(await transfer(await rig.member(owner, 'admin'), editor.userId))).toBe('FORBIDDEN');
    expect((await transfer(owner, editor.userId)).data.workspaceTransferOwnership).toEqual({
      member: { role: 'OWNER' },
      errors: [],
    });
    expect(await rolesIn(owner)).toMatchObject({ [owner.userId]: 'admin', [editor.userId]: 'owner' });
    expect(reasonOf(await transfer(owner, owner.userId))).toBe('FORBIDDEN');
  });

  it('who are removed lose their rights at once, and work elsewhere after they refresh', async () => {
    const owner = await rig.signUp();
    const member = await rig.member(owner, 'editor');
    expect((await remove(owner, member.userId)).data.memberRemove.errors).toEqual([]);
    expect((await member.graphql('{ me { user { id } } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const { body } = await rig
      .post('/graphql', { query: 'mutation { refreshSession { session { workspace { id role } } errors { code } } }' })
      .set('cookie', member.cookie);
    expect(body.data.refreshSession.errors).toEqual([]);
    expect(body.data.refreshSession.session.workspace).toMatchObject({ role: 'OWNER' });
    expect(body.data.refreshSession.session.workspace.id).not.toBe(owner.workspaceId);
  });

  it('leave traces in the audit log', async () => {
    const owner = await rig.signUp();
    const [one, two] = [await rig.member(owner, 'viewer'), await rig.member(owner, 'viewer')];
    await changeRole(owner, one.userId, 'editor');
    await leave(one);
    await remove(owner, two.userId);
    const { data } = await owner.graphql(
      '{ auditLog(filter: { action: "member" }) { nodes { action actorId targetId targetLabel details } } }',
    );
    expect(data.auditLog.nodes).toEqual([
      {
        action: 'member.removed',
        actorId: owner.userId,
        targetId: two.userId,
        targetLabel: two.email,
        details: { role: 'viewer' },
      },
      {
        action: 'member.left',
        actorId: one.userId,
        targetId: one.userId,
        targetLabel: one.email,
        details: { role: 'editor' },
      },
      {
        action: 'member.roleChanged',
        actorId: owner.userId,
        targetId: one.userId,
        targetLabel: one.email,
        details: { from: 'viewer', to: 'editor' },
      },
    ]);
  });
});

describe('workspaces', () => {
  const create = 'mutation { workspaceCreate(name: " Second ") { workspace { id name role } errors { code } } }';
  const switchTo = `mutation($id: ID!) { workspaceSwitch(id: $id) {
    session { accessToken workspace { id name } } errors { code } } }`;

  it('can be made, entered and renamed; a token for the one before is refused then', async () => {
    const person = await rig.signUp();
    const { workspace } = await person.mutate(create);
    expect(workspace).toEqual({ id: expect.any(String), name: 'Second', role: 'OWNER' });
    const { session } = await person.mutate(switchTo, { id: workspace.id });
    expect(session.workspace).toEqual({ id: workspace.id, name: 'Second' });
    expect((await person.graphql('{ me { user { id } } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    person.token = session.accessToken;
    expect((await person.graphql('{ me { workspace { id } } }')).data.me.workspace.id).toBe(workspace.id);
    const renamed = await person.mutate(
      'mutation { workspaceRename(name: "New") { workspace { name } errors { code } } }',
    );
    expect(renamed).toEqual({ workspace: { name: 'New' }, errors: [] });
    const again = await rig.signIn(person);
    expect(again.workspaceId).toBe(workspace.id);
  });

  it('cannot be entered by others, and are renamed by owners and admins only', async () => {
    const [person, other] = [await rig.signUp(), await rig.signUp()];
    expect((await person.mutate(switchTo, { id: other.workspaceId })).errors).toEqual([
      { code: 'WORKSPACE_NOT_FOUND' },
    ]);
    expect((await person.mutate(switchTo, { id: 'nonsense' })).errors).toEqual([{ code: 'WORKSPACE_NOT_FOUND' }]);
    const editor = await rig.member(person, 'editor');
    const { errors } = await editor.graphql('mutation { workspaceRename(name: "Mine") { errors { code } } }');
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await person.mutate('mutation { workspaceRename(name: "  ") { errors { code } } }')).errors).toEqual([
      { code: 'VALIDATION_FAILED' },
    ]);
  });
});
