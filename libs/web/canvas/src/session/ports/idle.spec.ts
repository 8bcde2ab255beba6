import { idle } from './idle';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('waits until the page had time to draw itself', async () => {
  let isIdle = false;
  void idle().then(() => (isIdle = true));
  await jest.advanceTimersByTimeAsync(1_999);
  expect(isIdle).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(isIdle).toBe(true);
});

it.each(['pointerdown', 'keydown'])('is over at the first %s', async (touch) => {
  const waited = idle();
  globalThis.dispatchEvent(new Event(touch));
  await expect(waited).resolves.toBeUndefined();
  expect(jest.getTimerCount()).toBe(0);
});
