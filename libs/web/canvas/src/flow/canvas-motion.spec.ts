import { CanvasMotion } from './canvas-motion';

function made() {
  const host = document.createElement('div');
  const still = jest.fn();
  const wheel = jest.fn();
  const motion = new CanvasMotion(host, { onWheel: wheel, onMoving: () => undefined, onStill: still });
  return { host, still, wheel, motion, isMoving: () => host.classList.contains('in-motion') };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('the canvas moves while the wheel turns, and comes to rest after it', () => {
  const { host, still, wheel, isMoving } = made();
  host.dispatchEvent(new Event('wheel'));
  expect(wheel).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(159);
  host.dispatchEvent(new Event('wheel'));
  jest.advanceTimersByTime(159);
  expect([isMoving(), still.mock.calls.length]).toEqual([true, 0]);
  jest.advanceTimersByTime(1);
  expect([isMoving(), still.mock.calls.length]).toEqual([false, 1]);
});

it('it moves until a drag ends, however long the pointer rests', () => {
  const { host, still, motion, isMoving } = made();
  motion.dragStarted('drag-canvas');
  host.dispatchEvent(new Event('wheel'));
  jest.advanceTimersByTime(5_000);
  expect([isMoving(), still.mock.calls.length]).toEqual([true, 0]);
  motion.dragEnded();
  expect([isMoving(), still.mock.calls.length]).toEqual([false, 1]);
});

it('a wire that is drawn must find the port under the pointer', () => {
  const { motion, isMoving } = made();
  motion.dragStarted('create-connection');
  expect(isMoving()).toBe(false);
});

it('nothing is left behind', () => {
  const { host, still, motion } = made();
  motion.moved();
  motion.dispose();
  host.dispatchEvent(new Event('wheel'));
  jest.runAllTimers();
  expect(still).not.toHaveBeenCalled();
});

it('a canvas that a button moved can be pressed at once', () => {
  const { still, motion, isMoving } = made();
  motion.moved();
  expect(isMoving()).toBe(false);
  jest.runAllTimers();
  expect(still).toHaveBeenCalledTimes(1);
});
