import { Attempt } from './attempt';

it('says what is under way, and does one thing at a time', async () => {
  const attempt = new Attempt();
  let finish = (): void => undefined;
  const first = attempt.run('save', () => new Promise<void>((done) => (finish = done)));
  expect([attempt.isBusy(), attempt.isBusy('save'), attempt.isBusy('delete')]).toEqual([true, true, false]);
  expect(await attempt.run('delete', async () => undefined)).toBe(false);
  finish();
  expect(await first).toBe(true);
  expect(attempt.isBusy()).toBe(false);
});

it('keeps what went wrong until it is tried again or forgotten', async () => {
  const attempt = new Attempt();
  const fail = async (): Promise<void> => Promise.reject(new Error('It is full.'));
  expect(await attempt.run('save', fail)).toBe(false);
  expect([attempt.problem(), attempt.problem('save'), attempt.problem('delete')]).toEqual([
    'It is full.',
    'It is full.',
    null,
  ]);
  attempt.forget();
  expect(attempt.problem()).toBeNull();
});
