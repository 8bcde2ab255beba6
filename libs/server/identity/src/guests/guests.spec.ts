import { ForgetWorkspaces } from '../forgetting/forget-workspaces';
import { IdentityRig, Person } from '../testing/identity-rig';
import { ForgetGuests } from './forget-guests';

const SESSION = 'session { accessToken user { id email name } workspace { id name role } } errors { code message }';
const START = `mutation { guestStart { ${SESSION} } }`;
const SIGN_UP = `mutation($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`;
const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`;

let rig: IdentityRig;

beforeAll(async () => {
  rig = await IdentityRig.start({ MILLRACE_GUESTS: 'on', RATE_LIMIT_GUEST_PER_HOUR: '0' });
});
afterAll(() => rig.stop());

async function guest(): Promise<Person> {
  const { body, headers } = await rig.post('/graphql', { query: START });
  const { accessToken, user, workspace } = body.data.guestStart.session;
  const cookie = (headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
  return new Person(rig, user.email, '', accessToken, cookie, user.id, workspace.id);
}

const codeOf = async (person: Person, query: string): Promise<unknown> => {
  const { data, errors } = await person.graphql(query);
  return errors?.[0]?.extensions['code'] ?? data;
};

describe('a guest', () => {
  it('works in a sandbox without an account', async () => {
    const person = await guest();
    const { data } = await person.graphql('{ me { isGuest user { name } workspace { name role } permissions } }');
    expect(data.me).toMatchObject({
      isGuest: true,
      user: { name: 'Guest' },
      workspace: { name: 'Sandbox', role: 'OWNER' },
    });
    expect(data.me.permissions).toEqual(expect.arrayContaining(['workflow:publish', 'execution:start']));
    const refreshed = await person.graphql(`mutation { refreshSession { ${SESSION} } }`);
    expect(refreshed.data.refreshSession.session.workspace.id).toBe(person.workspaceId);
  });

  it.each([
    '{ members { email } apiTokens { id } }',
    'mutation { apiTokenCreate(input: { name: "x", scopes: ["workflow:read"] }) { errors { code } } }',
    'mutation { invitationCreate(input: { role: VIEWER }) { errors { code } } }',
    'mutation { workspaceCreate(name: "x") { errors { code } } }',
    'mutation { workspaceDelete(name: "Sandbox") { errors { code } } }',
    'mutation { passwordChange(input: { current: "", next: "long enough" }) { errors { code } } }',
    'mutation { linkedAccountAdd(provider: "github") { errors { code } } }',
  ])('has no account to manage: %s', async (query) => {
    expect(await codeOf(await guest(), query)).toBe('FORBIDDEN');
  });

  it('who signs up is the same person in the same workspace, with new sessions only', async () => {
    const person = await guest();
    const input = { email: rig.address(), password: 'correct horse battery', name: 'Ada' };
    const { signUp } = (await person.graphql(SIGN_UP, { input })).data;
    expect(signUp).toMatchObject({
      errors: [],
      session: {
        user: { id: person.userId, email: input.email, name: 'Ada' },
        workspace: { id: person.workspaceId, name: "Ada's workspace", role: 'OWNER' },
      },
    });
    expect(await codeOf(person, '{ me { isGuest } }')).toBe('UNAUTHENTICATED');
    const again = await rig.signIn(input);
    expect((await again.graphql('{ me { isGuest workspace { id } permissions } }')).data.me).toMatchObject({
      isGuest: false,
      workspace: { id: person.workspaceId },
      permissions: expect.arrayContaining(['workspace:own', 'token:manage']),
    });
    expect(await rig.rows('select is_sandbox from workspace where id = $1', [person.workspaceId])).toEqual([
      { is_sandbox: false },
    ]);
  });

  it('who signs up with an invitation keeps the workspace beside the one that invited', async () => {
    const owner = await rig.signUp();
    const { link } = await owner.mutate(
      'mutation { invitationCreate(input: { role: EDITOR }) { link errors { code } } }',
    );
    const person = await guest();
    const invitation = String(link).split('/').at(-1);
    const input = { email: rig.address(), password: 'correct horse battery', invitation };
    const { session } = (await person.graphql(SIGN_UP, { input })).data.signUp;
    expect(session.workspace).toMatchObject({ id: owner.workspaceId, role: 'EDITOR' });
    const belongs = await rig.rows('select workspace_id as id from membership where user_id = $1', [person.userId]);
    expect(belongs.map(({ id }) => id).sort()).toEqual([owner.workspaceId, person.workspaceId].sort());
  });

  it('who signs up with an address that is taken stays a guest', async () => {
    const { email } = await rig.signUp();
    const person = await guest();
    const { data } = await person.graphql(SIGN_UP, { input: { email, password: 'correct horse battery' } });
    expect(data.signUp).toMatchObject({ session: null, errors: [{ code: 'EMAIL_TAKEN' }] });
    expect((await person.graphql('{ me { isGuest } }')).data.me.isGuest).toBe(true);
  });

  it('who signs in to an account brings the workspace along, and is no more', async () => {
    const account = await rig.signUp();
    const person = await guest();
    const { email, password } = account;
    await person.graphql(SIGN_IN, { input: { email, password } });
    const { data } = await account.graphql('{ me { workspaces { id role } } }');
    expect(data.me.workspaces).toContainEqual({ id: person.workspaceId, role: 'OWNER' });
    expect(await rig.rows('select 1 from app_user where id = $1', [person.userId])).toEqual([]);
    expect(await codeOf(person, '{ me { isGuest } }')).toBe('UNAUTHENTICATED');
  });

  it('who gives a wrong password stays a guest', async () => {
    const { email } = await rig.signUp();
    const person = await guest();
    const { data } = await person.graphql(SIGN_IN, { input: { email, password: 'wrong' } });
    expect(data.signIn.errors[0].code).toBe('INVALID_CREDENTIALS');
    expect((await person.graphql('{ me { isGuest } }')).data.me.isGuest).toBe(true);
  });

  it('is nobody who can be found by address or sent mail', async () => {
    const { email } = await guest();
    expect(email).toMatch(/@guests\.invalid$/);
    await rig.graphql('mutation($email: String!) { passwordResetRequest(email: $email) { errors { code } } }', {
      email,
    });
    expect(await rig.rows('select 1 from account_link where email = $1', [email])).toEqual([]);
  });

  it('does not begin who is signed in', async () => {
    const { data } = await (await rig.signUp()).graphql(START);
    expect(data.guestStart).toMatchObject({ session: null, errors: [{ code: 'ALREADY_SIGNED_IN' }] });
  });

  it('who does not come back is forgotten after some days, with the workspace; others stay', async () => {
    const [gone, here, fresh] = [await guest(), await guest(), await guest()];
    const old = "now() - interval '8 days'";
    await rig.rows(`update app_user set created_at = ${old} where id = any($1)`, [[gone.userId, here.userId]]);
    await rig.rows(`update session set last_used_at = ${old} where user_id = $1`, [gone.userId]);
    expect(await rig.app.app.get(ForgetGuests, { strict: false }).run()).toBe(1);
    expect(await codeOf(gone, '{ me { isGuest } }')).toBe('UNAUTHENTICATED');
    await rig.rows('update workspace_deletion set next_at = now()');
    expect(await rig.app.app.get(ForgetWorkspaces, { strict: false }).run()).toBe(1);
    const ids = [gone, here, fresh].map(({ userId }) => userId);
    const left = await rig.rows<{ id: string }>('select id from app_user where id = any($1)', [ids]);
    expect(left.map(({ id }) => id).sort()).toEqual([here.userId, fresh.userId].sort());
    expect(await rig.rows('select 1 from workspace where id = $1', [gone.workspaceId])).toEqual([]);
  });
});

describe('guests', () => {
  it('are not let in by servers that do not want them, which is the default', async () => {
    const strict = await IdentityRig.start();
    const { data } = await strict.graphql(START);
    expect(data.guestStart).toMatchObject({ session: null, errors: [{ code: 'GUESTS_OFF' }] });
    expect((await strict.graphql('{ signInMethods { guests } }')).data.signInMethods.guests).toBe(false);
    await strict.stop();
  });

  it('are limited by address', async () => {
    const few = await IdentityRig.start({ MILLRACE_GUESTS: 'on', RATE_LIMIT_GUEST_PER_HOUR: '2' });
    expect((await few.graphql('{ signInMethods { guests } }')).data.signInMethods.guests).toBe(true);
    for (let count = 0; count < 2; count += 1) expect((await few.graphql(START)).errors).toBeUndefined();
    expect((await few.graphql(START)).errors?.[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      reason: 'RATE_LIMITED',
    });
    await few.stop();
  });
});
