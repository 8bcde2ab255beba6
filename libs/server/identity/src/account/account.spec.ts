import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { ResetPassword } from './reset-password';
import { IdentityRig, type Person } from '../testing/identity-rig';

let rig: IdentityRig;
let server: SMTPServer;
const mails: { to: string; text: string }[] = [];

/** A real SMTP server on this machine. */
async function startMailServer(): Promise<string> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        // Long lines come as quoted-printable.
        const text = Buffer.concat(chunks).toString().replace(/=\r\n/g, '').replaceAll('=3D', '=');
        mails.push({ to: envelope.rcptTo[0]?.address ?? '', text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

async function mailTo(address: string, about: RegExp): Promise<string> {
  for (;;) {
    const found = mails.findLast(({ to, text }) => to === address && about.test(text));
    if (found) return found.text;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const secretIn = (text: string, path: string): string =>
  new RegExp(`https://millrace.example/${path}/([\\w-]{43})`).exec(text)?.[1] ?? '';
const ask = (email: string) =>
  rig.graphql('mutation($email: String!) { passwordResetRequest(email: $email) { errors { code } } }', { email });
const reset = (token: string, password: string) =>
  rig.graphql('mutation($input: PasswordResetInput!) { passwordReset(input: $input) { errors { code } } }', {
    input: { token, password },
  });
const change = (who: Person, current: string, next: string) =>
  who.mutate('mutation($input: PasswordChangeInput!) { passwordChange(input: $input) { errors { code } } }', {
    input: { current, next },
  });
const isSignedIn = async (who: Person): Promise<boolean> => !(await who.graphql('{ me { user { id } } }')).errors;
const actions = async (who: Person): Promise<string[]> =>
  (
    await rig.rows<{ action: string }>('select action from audit_event where target_id = $1 order by seq', [who.userId])
  ).map(({ action }) => action);

beforeAll(async () => {
  const MAIL_URL = await startMailServer();
  rig = await IdentityRig.start({
    MAIL_URL,
    MAIL_FROM: 'Millrace <millrace@example.com>',
    MILLRACE_PUBLIC_URL: 'https://millrace.example',
    RATE_LIMIT_MAIL_PER_HOUR: '3',
  });
});
afterAll(async () => {
  await rig.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

describe('a password', () => {
  it('is changed by who knows the old one; every other session ends at once', async () => {
    const here = await rig.signUp();
    const there = await rig.signIn(here);
    expect((await change(here, 'not the old one', 'a new password')).errors).toEqual([{ code: 'WRONG_PASSWORD' }]);
    expect((await change(here, here.password, 'short')).errors).toEqual([{ code: 'VALIDATION_FAILED' }]);
    expect(await isSignedIn(there)).toBe(true);
    expect((await change(here, here.password, 'a new password')).errors).toEqual([]);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    const { body } = await rig
      .post('/graphql', { query: 'mutation { refreshSession { errors { code } } }' })
      .set('cookie', there.cookie);
    expect(body.data.refreshSession.errors).toEqual([{ code: 'SESSION_EXPIRED' }]);
    await expect(rig.signIn(here)).rejects.toThrow('INVALID_CREDENTIALS');
    await rig.signIn({ ...here, password: 'a new password' } as Person);
    expect(await actions(here)).toContain('account.passwordChanged');
  });

  it('is set by a link in a mail, once; every session ends, and the address is confirmed', async () => {
    const person = await rig.signUp();
    expect((await ask(person.email.toUpperCase())).data.passwordResetRequest.errors).toEqual([]);
    const secret = secretIn(await mailTo(person.email, /new-password/), 'new-password');
    expect((await reset(secret, 'short')).data.passwordReset.errors).toEqual([{ code: 'VALIDATION_FAILED' }]);
    const answers = await Promise.all([reset(secret, 'a new password'), reset(secret, 'another password')]);
    const codes = answers.map(({ data }) => data.passwordReset.errors[0]?.code);
    expect(codes.sort()).toEqual(['LINK_NOT_VALID', undefined]);
    expect(await isSignedIn(person)).toBe(false);
    const rows = await rig.rows('select email_verified_at from app_user where id = $1', [person.userId]);
    expect(rows[0]?.['email_verified_at']).not.toBeNull();
    expect(await actions(person)).toEqual(
      expect.arrayContaining(['account.passwordResetAsked', 'account.passwordReset']),
    );
  });

  it('is not set by a link that is unknown, too old, for something else, or older than another', async () => {
    const person = await rig.signUp();
    const links = rig.app.app.get(ResetPassword);
    const linkOf = async (): Promise<string> => (await links.linkFor(person.email)).split('/').pop() ?? '';
    const [first, second] = [await linkOf(), await linkOf()];
    const verify = secretIn(await mailTo(person.email, /confirm-email/), 'confirm-email');
    for (const secret of ['', 'nonsense', first, verify])
      expect((await reset(secret, 'a new password')).data.passwordReset.errors).toEqual([{ code: 'LINK_NOT_VALID' }]);
    await rig.rows(`update account_link set expires_at = now() where user_id = $1`, [person.userId]);
    expect((await reset(second, 'a new password')).data.passwordReset.errors).toEqual([{ code: 'LINK_NOT_VALID' }]);
    await rig.signIn(person);
  });

  it('asked for by nobody who has an account is answered in the same way, and nothing is mailed', async () => {
    const person = await rig.signUp();
    await mailTo(person.email, /confirm-email/);
    const unknown = rig.address('unknown');
    expect(await ask(unknown)).toEqual(await ask(person.email));
    await mailTo(person.email, /new-password/);
    expect(mails.filter(({ to }) => to === unknown)).toEqual([]);
    expect((await ask('no address')).data.passwordResetRequest.errors).toEqual([{ code: 'VALIDATION_FAILED' }]);
  });

  it('can be asked for a few times an hour, known and unknown addresses alike', async () => {
    const person = await rig.signUp();
    for (const email of [person.email, rig.address('unknown')]) {
      for (let i = 0; i < 3; i += 1) expect((await ask(email)).errors).toBeUndefined();
      const { status, headers, body } = await rig.post('/graphql', {
        query: `mutation { passwordResetRequest(email: "${email}") { errors { code } } }`,
      });
      expect(status).toBe(429);
      expect(body.errors[0].extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', reason: 'RATE_LIMITED' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(60);
    }
  });

  it('links by the operator do not confirm the address, and are for accounts that exist', async () => {
    const person = await rig.signUp();
    const links = rig.app.app.get(ResetPassword);
    const link = await links.linkFor(person.email);
    expect(link).toMatch(/^https:\/\/millrace\.example\/new-password\/[\w-]{43}$/);
    expect((await reset(link.split('/').pop() ?? '', 'a new password')).data.passwordReset.errors).toEqual([]);
    const rows = await rig.rows('select email_verified_at from app_user where id = $1', [person.userId]);
    expect(rows).toEqual([{ email_verified_at: null }]);
    await expect(links.linkFor(rig.address())).rejects.toMatchObject({ code: 'USER_NOT_FOUND' });
  });

  it('and links are kept as hashes, in the log of what was done as well', async () => {
    const person = await rig.signUp();
    await ask(person.email);
    const secret = secretIn(await mailTo(person.email, /new-password/), 'new-password');
    const dump = JSON.stringify([
      await rig.rows(`select *, encode(token_hash, 'escape') as text from account_link`),
      await rig.rows('select * from audit_event'),
      await rig.rows('select * from pgboss.job'),
    ]);
    expect(secret).toHaveLength(43);
    expect(dump).not.toContain(secret);
  });
});

describe('an e-mail address', () => {
  const confirm = (token: string) =>
    rig.graphql('mutation($token: String!) { emailConfirm(token: $token) { errors { code } } }', { token });

  it('is confirmed by the link that is mailed on sign-up, once', async () => {
    const person = await rig.signUp();
    const isVerified = async () =>
      (await person.graphql('{ me { user { isEmailVerified } } }')).data.me.user.isEmailVerified;
    expect(await isVerified()).toBe(false);
    const secret = secretIn(await mailTo(person.email, /confirm-email/), 'confirm-email');
    expect((await confirm(secret)).data.emailConfirm.errors).toEqual([]);
    expect(await isVerified()).toBe(true);
    expect((await confirm(secret)).data.emailConfirm.errors).toEqual([{ code: 'LINK_NOT_VALID' }]);
  });

  it('can be sent another link; the older one ends', async () => {
    const person = await rig.signUp();
    const first = secretIn(await mailTo(person.email, /confirm-email/), 'confirm-email');
    const again = await person.mutate('mutation { emailConfirmationRequest { isMailed errors { code } } }');
    expect(again).toEqual({ isMailed: true, errors: [] });
    expect((await confirm(first)).data.emailConfirm.errors).toEqual([{ code: 'LINK_NOT_VALID' }]);
  });

  it('that was changed meanwhile is not confirmed by a link for the old one', async () => {
    const person = await rig.signUp();
    const secret = secretIn(await mailTo(person.email, /confirm-email/), 'confirm-email');
    await rig.rows('update app_user set email = $2 where id = $1', [person.userId, rig.address('other')]);
    expect((await confirm(secret)).data.emailConfirm.errors).toEqual([{ code: 'LINK_NOT_VALID' }]);
  });
});

it('an invitation for an address is mailed to it, with the link that was shown', async () => {
  const owner = await rig.signUp();
  const wanted = rig.address('wanted');
  const { link, isMailed } = await owner.mutate(
    `mutation { invitationCreate(input: { role: EDITOR, email: "${wanted}" }) { link isMailed errors { code } } }`,
  );
  expect(isMailed).toBe(true);
  expect(await mailTo(wanted, /invites you/)).toContain(link);
});

describe('sessions', () => {
  const list = (who: Person) => who.graphql('{ sessions { id isCurrent kind address lastUsedAt } }');

  it('are listed to their owner, with the one that asks marked', async () => {
    const here = await rig.signUp();
    await rig.signIn(here);
    const { sessions } = (await list(here)).data;
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ kind: 'session', address: expect.stringContaining('127.0.0.1') });
    expect((await list(await rig.signUp())).data.sessions).toHaveLength(1);
  });

  it('are ended one by one by their owner, and by nobody else', async () => {
    const here = await rig.signUp();
    const there = await rig.signIn(here);
    const sessions = (await list(here)).data.sessions as { id: string; isCurrent: boolean }[];
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    const revoke = (who: Person, id: string) =>
      who.mutate(`mutation { sessionRevoke(id: "${id}") { errors { code } } }`);
    for (const id of [other, 'nonsense'])
      expect((await revoke(await rig.signUp(), id)).errors).toEqual([{ code: 'SESSION_NOT_FOUND' }]);
    expect(await isSignedIn(there)).toBe(true);
    expect((await revoke(here, other)).errors).toEqual([]);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
  });

  it('are ended everywhere, with or without the one that asks', async () => {
    const here = await rig.signUp();
    const others = [await rig.signIn(here), await rig.signIn(here)];
    const ended = await here.mutate('mutation { signOutEverywhere(keepThis: true) { ended errors { code } } }');
    expect(ended).toEqual({ ended: 2, errors: [] });
    expect([await isSignedIn(here), await isSignedIn(others[0] as Person)]).toEqual([true, false]);
    const all = await here.mutate('mutation { signOutEverywhere { ended errors { code } } }');
    expect(all).toEqual({ ended: 1, errors: [] });
    expect(await isSignedIn(here)).toBe(false);
  });

  it('that begin while everything ends are over before they begin', async () => {
    const person = await rig.signUp();
    await rig.rows('update app_user set token_version = token_version + 1 where id = $1', [person.userId]);
    expect(await isSignedIn(person)).toBe(false);
    const { body } = await rig
      .post('/graphql', { query: 'mutation { refreshSession { errors { code } } }' })
      .set('cookie', person.cookie);
    expect(body.data.refreshSession.errors).toEqual([{ code: 'SESSION_EXPIRED' }]);
  });
});
