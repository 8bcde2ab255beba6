import { signal } from '@angular/core';
import { ApiError, MutationRefused } from '@millrace/web-api';
import { AccountForm } from './account-form';

const values = signal({ email: '', password: '' });
const missing = (value: string): string | null => (value === '' ? 'It is missing.' : null);
let form: AccountForm<{ email: string; password: string }>;

beforeEach(() => {
  values.set({ email: '', password: '' });
  form = new AccountForm(values, { email: missing, password: (value) => (value.length < 3 ? 'Too short.' : null) });
});

it('leaves empty fields in peace that were only passed by', () => {
  form.leave('email');
  expect(form.errorOf('email')).toBeNull();
});

it('says what is wrong with a field once it was left', () => {
  values.set({ email: 'a', password: 'ab' });
  expect(form.errorOf('password')).toBeNull();
  form.leave('password');
  expect(form.errorOf('password')).toBe('Too short.');
  values.set({ email: 'a', password: 'abc' });
  expect(form.errorOf('password')).toBeNull();
});

it('sends nothing while something is wrong, and tells the first field to mend', async () => {
  const run = jest.fn();
  expect(await form.send(run)).toBe('email');
  expect(run).not.toHaveBeenCalled();
  expect([form.errorOf('email'), form.errorOf('password')]).toEqual(['It is missing.', 'Too short.']);
});

it('is busy while it sends, and sends once', async () => {
  values.set({ email: 'a', password: 'abc' });
  let finish: () => void = () => undefined;
  const run = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const sent = form.send(run);
  expect(form.isBusy()).toBe(true);
  expect(await form.send(run)).toBe('failed');
  finish();
  expect(await sent).toBe('done');
  expect(run).toHaveBeenCalledTimes(1);
  expect(form.isBusy()).toBe(false);
});

it('shows what the server says about a field under it, until the field changes', async () => {
  values.set({ email: 'a', password: 'abc' });
  const failure = { __typename: 'UserError' as const, code: 'EMAIL_TAKEN', message: 'Sign in instead.', path: null };
  expect(await form.send(() => Promise.reject(new MutationRefused([failure])))).toBe('email');
  expect([form.errorOf('email'), form.error()]).toEqual(['Sign in instead.', null]);
  form.change('email');
  expect(form.errorOf('email')).toBeNull();
});

it('shows what is wrong with the whole above it', async () => {
  values.set({ email: 'a', password: 'abc' });
  const error = new ApiError({ code: 'SERVER_UNREACHABLE', message: 'Not there.', category: 'NETWORK' });
  expect(await form.send(() => Promise.reject(error))).toBe('failed');
  expect(form.error()?.message).toBe('Not there.');
});

it('waits as long as the server says, and counts down meanwhile', async () => {
  const nowMs = signal(0);
  const paused = new AccountForm(values, { email: missing, password: missing }, nowMs);
  values.set({ email: 'ana@example.com', password: 'correct horse' });
  let calls = 0;
  const refuse = async (): Promise<void> => {
    calls += 1;
    throw new ApiError({ code: 'RATE_LIMITED', message: 'Later.', category: 'LIMIT_EXCEEDED', retryAfterSeconds: 65 });
  };
  expect(await paused.send(refuse)).toBe('failed');
  expect([paused.pauseSeconds(), paused.message()]).toEqual([
    65,
    'There were too many attempts. Try again in 1 min 05 s.',
  ]);
  paused.change('password');
  expect(await paused.send(refuse)).toBe('failed');
  expect(calls).toBe(1);
  nowMs.set(20_500);
  expect(paused.message()).toContain('in 45 s');
  nowMs.set(66_000);
  expect([paused.pauseSeconds(), paused.message()]).toEqual([0, 'You can try again now.']);
  expect(await paused.send(async () => undefined)).toBe('done');
  expect(paused.message()).toBeNull();
});

it('begins anew', async () => {
  values.set({ email: '', password: '' });
  const anew = new AccountForm(values, { email: missing, password: missing });
  await anew.send(async () => undefined);
  expect(anew.errorOf('email')).not.toBeNull();
  anew.reset();
  expect(anew.errorOf('email')).toBeNull();
});
