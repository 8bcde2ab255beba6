import { IdentityRig, type Person } from '../testing/identity-rig';

let rig: IdentityRig;
let owner: Person;

const invite = async (who: Person, input: object = {}): Promise<{ id: string; secret: string; link: string }> => {
  const { invitation, link, isMailed, errors } = await who.mutate(
    `mutation($input: InvitationCreateInput!) { invitationCreate(input: $input) {
      invitation { id email role } link isMailed errors { code } } }`,
    { input: { role: 'EDITOR', ...input } },
  );
  if (errors.length > 0) throw new Error(errors[0].code);
  expect(isMailed).toBe(false);
  return { id: invitation.id, link, secret: link.split('/').pop() };
};
const accept = (who: Person, token: string) =>
  who.mutate(
    'mutation($token: String!) { invitationAccept(token: $token) { session { accessToken workspace { id role } } errors { code } } }',
    { token },
  );
const preview = (token: string) =>
  rig.graphql('query($token: String!) { invitation(token: $token) { workspaceName role invitedBy email } }', { token });

describe('invitations', () => {
  beforeAll(async () => {
    rig = await IdentityRig.start({ MILLRACE_PUBLIC_URL: 'https://millrace.example' });
    owner = await rig.signUp();
  });
  afterAll(() => rig.stop());

  it('lead to the public address of the server, not to what a request says, and are kept as hashes', async () => {
    const { link, secret } = await invite(owner);
    expect(link).toBe(`https://millrace.example/invitations/${secret}`);
    expect(secret).toMatch(/^[\w-]{43}$/);
    const stored = JSON.stringify(
      await rig.rows('select *, encode(token_hash, $1) as text from invitation', ['escape']),
    );
    expect(stored).not.toContain(secret);
  });

  it('tell strangers who have the link what they are for', async () => {
    const { secret } = await invite(owner, { email: 'Ada@Example.com', role: 'VIEWER' });
    expect((await preview(secret)).data.invitation).toEqual({
      workspaceName: expect.stringContaining('workspace'),
      role: 'VIEWER',
      invitedBy: expect.any(String),
      email: 'ada@example.com',
    });
    expect((await preview('nonsense')).errors?.[0]?.extensions).toMatchObject({ reason: 'INVITATION_NOT_VALID' });
  });

  it('make an existing person a member, once, in the role they name', async () => {
    const { secret } = await invite(owner, { role: 'OPERATOR' });
    const people = [await rig.signUp(), await rig.signUp(), await rig.signUp()];
    const answers = await Promise.all(people.map((person) => accept(person, secret)));
    const joined = answers.filter(({ session }) => session !== null);
    expect(joined).toHaveLength(1);
    expect(joined[0].session.workspace).toEqual({ id: owner.workspaceId, role: 'OPERATOR' });
    expect(answers.filter(({ errors }) => errors[0]?.code === 'INVITATION_NOT_VALID')).toHaveLength(2);
  });

  it('for an address are for the account that has it', async () => {
    const [wanted, other] = [await rig.signUp(), await rig.signUp()];
    const { secret } = await invite(owner, { email: wanted.email });
    expect((await accept(other, secret)).errors).toEqual([{ code: 'INVITATION_FOR_ANOTHER' }]);
    await expect(rig.signUp({ invitation: secret })).rejects.toThrow('INVITATION_FOR_ANOTHER');
    expect((await accept(wanted, secret)).errors).toEqual([]);
    const { secret: again } = await invite(owner, { email: wanted.email });
    const back = await rig.signIn(wanted);
    expect((await accept(back, again)).errors).toEqual([{ code: 'ALREADY_MEMBER' }]);
    expect((await preview(again)).errors).toBeUndefined();
  });

  it.each([
    ['are revoked', (id: string) => owner.mutate(`mutation { invitationRevoke(id: "${id}") { errors { code } } }`)],
    ['are too old', (id: string) => rig.rows(`update invitation set expires_at = now() where id = $1`, [id])],
  ])('stop working when they %s', async (_name, end) => {
    const { id, secret } = await invite(owner);
    await end(id);
    expect((await accept(await rig.signUp(), secret)).errors).toEqual([{ code: 'INVITATION_NOT_VALID' }]);
    const { data } = await owner.graphql('{ invitations { id } }');
    expect(data.invitations.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  it('stop working when the one who made them may no longer invite', async () => {
    const admin = await rig.member(owner, 'admin');
    const { secret } = await invite(admin);
    await rig.rows(`update membership set role = 'editor' where user_id = $1`, [admin.userId]);
    expect((await preview(secret)).errors?.[0]?.extensions).toMatchObject({ reason: 'INVITATION_NOT_VALID' });
  });

  it('are made, seen and revoked by owners and admins of their workspace only', async () => {
    const { id } = await invite(owner);
    const other = await rig.signUp();
    for (const wrong of [id, 'none']) {
      const revoked = await other.mutate(`mutation { invitationRevoke(id: "${wrong}") { errors { code } } }`);
      expect(revoked.errors).toEqual([{ code: 'INVITATION_NOT_VALID' }]);
    }
    expect((await other.graphql('{ invitations { id } }')).data.invitations).toEqual([]);
    const editor = await rig.member(owner, 'editor');
    for (const query of ['{ invitations { id } }', 'mutation { invitationCreate(input: { role: VIEWER }) { link } }'])
      expect((await editor.graphql(query)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('cannot make owners', async () => {
    const { errors } = await owner.graphql('mutation { invitationCreate(input: { role: OWNER }) { link } }');
    expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

// Passport keeps one strategy for the whole process, so this comes when the other application is over.
describe('invitations where sign-up is closed', () => {
  it('make a new person a member', async () => {
    const closed = await IdentityRig.start({ MILLRACE_SIGN_UP: 'closed' });
    await closed.rows(`insert into workspace (id, name) values ('0190a0a0-0000-7000-8000-000000000001', 'First')`);
    await closed.rows(
      `insert into app_user (id, email, name) values ('0190a0a0-0000-7000-8000-000000000002', 'root@example.com', 'Root')`,
    );
    await closed.rows(
      `insert into membership values ('0190a0a0-0000-7000-8000-000000000002', '0190a0a0-0000-7000-8000-000000000001', 'owner')`,
    );
    await closed.rows(
      `insert into invitation (id, workspace_id, role, token_hash, created_by, expires_at) values
        (gen_random_uuid(), '0190a0a0-0000-7000-8000-000000000001', 'editor', sha256('first'),
         '0190a0a0-0000-7000-8000-000000000002', now() + interval '1 day')`,
    );
    await expect(closed.signUp()).rejects.toThrow('SIGN_UP_CLOSED');
    await expect(closed.signUp({ invitation: 'wrong' })).rejects.toThrow('INVITATION_NOT_VALID');
    const person = await closed.signUp({ invitation: 'first' });
    expect(person.workspaceId).toBe('0190a0a0-0000-7000-8000-000000000001');
    expect(await closed.rows('select role from membership where user_id = $1', [person.userId])).toEqual([
      { role: 'editor' },
    ]);
    await expect(closed.signUp({ invitation: 'first' })).rejects.toThrow('INVITATION_NOT_VALID');
    await closed.stop();
  });
});
