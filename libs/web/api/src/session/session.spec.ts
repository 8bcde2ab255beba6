import { TestBed } from '@angular/core/testing';
import { MutationRefused } from '../errors/api-error';
import { BROWSER } from '../http/browser';
import { FakeServer, settled } from '../testing';
import { Session } from './session';

let server: FakeServer;
let session: Session;

beforeEach(() => {
  server = new FakeServer().signsIn();
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  session = TestBed.inject(Session);
});

const account = { email: 'ana@example.com', password: 'correct horse' };

it('nothing is known before the cookie was tried', () => {
  expect(session.status()).toBe('unknown');
  expect(session.user()).toBeNull();
});

it('a reload brings the session back through the cookie, asked for once by everybody', async () => {
  const answers = await Promise.all([session.restore(), session.restore(), session.accessToken()]);
  expect(answers.slice(0, 2)).toEqual([true, true]);
  expect(server.asked('RefreshSession')).toHaveLength(1);
  expect(session.user()?.email).toBe('ana@example.com');
});

it('without a session in the cookie nobody is signed in', async () => {
  server.refusesSessions();
  expect(await session.restore()).toBe(false);
  expect(session.status()).toBe('signed-out');
  await expect(session.accessToken()).rejects.toMatchObject({ category: 'UNAUTHENTICATED' });
});

it('waits for a server that is away, and goes on when it is back', async () => {
  server.isReachable = false;
  const restored = session.restore();
  await settled();
  await settled();
  expect(session.status()).toBe('unknown');
  server.isReachable = true;
  await server.pass(1_000);
  expect(await restored).toBe(true);
});

it('signs in and tells the other tabs', async () => {
  await session.signIn(account);
  expect(session.status()).toBe('signed-in');
  expect(session.workspace()?.role).toBe('OWNER');
  expect(server.announced).toEqual(['signed-in']);
});

it('a refused sign-in says why', async () => {
  const errors = [{ __typename: 'UserError', code: 'INVALID_CREDENTIALS', message: 'Wrong.', path: null }];
  server.on('SignIn', () => ({ signIn: { session: null, errors } }));
  await expect(session.signIn(account)).rejects.toThrow(MutationRefused);
  expect(session.status()).toBe('unknown');
});

it('a token is used while it is good and replaced shortly before it ends', async () => {
  await session.signIn(account);
  const first = await session.accessToken();
  await server.pass(14 * 60_000);
  expect(await session.accessToken()).toBe(first);
  await server.pass(45_000);
  const [second, third] = await Promise.all([session.accessToken(), session.accessToken()]);
  expect(second).not.toBe(first);
  expect(third).toBe(second);
  expect(server.asked('RefreshSession')).toHaveLength(1);
});

it('a refresh that fails for want of a connection ends nothing', async () => {
  await session.signIn(account);
  await server.pass(15 * 60_000);
  server.isReachable = false;
  await expect(session.accessToken()).rejects.toMatchObject({ category: 'NETWORK' });
  expect(session.status()).toBe('signed-in');
});

it('an answer about the session before does not end the one that began meanwhile', async () => {
  let answer: (given: unknown) => void = () => undefined;
  const late = new Promise((resolve) => (answer = resolve));
  server.on('RefreshSession', () => late);
  const renewed = session.accessToken();
  await settled();
  await session.signIn(account);
  const errors = [{ __typename: 'UserError', code: 'SESSION_EXPIRED', message: 'The session has ended.', path: null }];
  answer({ refreshSession: { session: null, errors } });
  expect(await renewed).toBe(await session.accessToken());
  expect(session.status()).toBe('signed-in');
});

it('signs out everywhere: here, on the server, in the other tabs', async () => {
  const ended = jest.fn();
  session.onEnd(ended);
  await session.signIn(account);
  await session.signOut();
  expect(server.asked('SignOut')).toHaveLength(1);
  expect(server.announced).toEqual(['signed-in', 'signed-out']);
  expect(session.status()).toBe('signed-out');
  expect(ended).toHaveBeenCalledTimes(1);
});

it('stays signed in when the server cannot be told', async () => {
  await session.signIn(account);
  server.isReachable = false;
  await expect(session.signOut()).rejects.toMatchObject({ category: 'NETWORK' });
  expect(session.status()).toBe('signed-in');
});

it('follows other tabs out and in again', async () => {
  await session.signIn(account);
  server.hearTab('signed-out');
  expect(session.status()).toBe('signed-out');
  server.hearTab('signed-in');
  await settled();
  await settled();
  expect(session.status()).toBe('signed-in');
});

it.each([
  ['OWNER', true, true],
  ['EDITOR', true, true],
  ['OPERATOR', false, true],
  ['VIEWER', false, false],
])('%s may write: %s, may run: %s', async (role, mayWrite, mayRun) => {
  server.signsIn({ workspace: { id: 'w1', name: 'W', role } });
  await session.signIn(account);
  expect([session.mayWrite(), session.mayRun()]).toEqual([mayWrite, mayRun]);
});
