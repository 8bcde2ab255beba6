import { Tidying } from './tidying';

const untilAborted = (signal: AbortSignal): Promise<boolean> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

afterEach(() => jest.useRealTimers());

it('says that it is at work when that takes a while', async () => {
  jest.useFakeTimers();
  const tidying = new Tidying();
  let finish: (done: boolean) => void = () => undefined;
  const done = tidying.run(() => new Promise((resolve) => (finish = resolve)));
  jest.advanceTimersByTime(299);
  expect(tidying.isLong()).toBe(false);
  jest.advanceTimersByTime(2);
  expect(tidying.isLong()).toBe(true);
  finish(true);
  expect([await done, tidying.isLong()]).toEqual([true, false]);
});

it('ends with Esc, which nobody else hears then', async () => {
  const tidying = new Tidying();
  const heard = jest.fn();
  document.body.addEventListener('keydown', heard);
  const done = tidying.run(untilAborted);
  const press = (): boolean =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  press();
  expect(await done).toBe(false);
  expect(heard).not.toHaveBeenCalled();
  press();
  expect(heard).toHaveBeenCalledTimes(1);
});

it('is not begun twice, and a failure is not hidden', async () => {
  const tidying = new Tidying();
  const begin = jest.fn(() => Promise.reject(new Error('broken')));
  const both = [tidying.run(begin), tidying.run(begin)];
  await expect(both[0]).rejects.toThrow('broken');
  await expect(both[1]).rejects.toThrow('broken');
  expect(begin).toHaveBeenCalledTimes(1);
});
