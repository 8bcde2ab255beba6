import { signal } from '@angular/core';
import { EdgeHeat } from './edge-heat';

function made() {
  const host = document.createElement('div');
  host.innerHTML = '<div data-edge="one"><i></i></div><div data-edge="two"></div><b></b>';
  const hot = signal<string | undefined>(undefined);
  const heat = new EdgeHeat(host, hot);
  const over = (selector: string) =>
    host.querySelector(selector)?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  return { host, hot, heat, over };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('an edge is hot when the pointer stays on it', () => {
  const { hot, over } = made();
  over('i');
  jest.advanceTimersByTime(99);
  expect(hot()).toBeUndefined();
  jest.advanceTimersByTime(1);
  expect(hot()).toBe('one');
});

it('passing over one heats nothing', () => {
  const { hot, over } = made();
  over('i');
  jest.advanceTimersByTime(50);
  over('b');
  jest.runAllTimers();
  expect(hot()).toBeUndefined();
});

it('it stays hot for a moment, so that its tools can be reached', () => {
  const { host, hot, over } = made();
  over('i');
  jest.runAllTimers();
  host.dispatchEvent(new Event('pointerleave'));
  jest.advanceTimersByTime(199);
  expect(hot()).toBe('one');
  jest.advanceTimersByTime(1);
  expect(hot()).toBeUndefined();
});

it('the next one is hot in its place', () => {
  const { hot, heat, over } = made();
  over('i');
  jest.runAllTimers();
  over('[data-edge="two"]');
  jest.runAllTimers();
  expect(hot()).toBe('two');
  heat.dispose();
  over('i');
  jest.runAllTimers();
  expect(hot()).toBe('two');
});
