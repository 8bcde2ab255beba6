import { MapReveal } from './map-reveal';

let host: HTMLElement;
let isLarger: boolean;
let reveal: MapReveal;

beforeEach(() => {
  jest.useFakeTimers();
  host = document.createElement('div');
  isLarger = true;
  reveal = new MapReveal(host, () => isLarger);
});
afterEach(() => {
  reveal.dispose();
  jest.useRealTimers();
});

const isShown = (): boolean => host.classList.contains('map-shown');

describe('the map of a canvas', () => {
  it('appears while the canvas moves, and goes a moment after', () => {
    reveal.still();
    reveal.moving();
    expect(isShown()).toBe(true);
    reveal.still();
    jest.advanceTimersByTime(1_000);
    expect(isShown()).toBe(true);
    jest.advanceTimersByTime(300);
    expect(isShown()).toBe(false);
  });

  it('stays while one goes on', () => {
    reveal.still();
    reveal.moving();
    reveal.still();
    jest.advanceTimersByTime(1_000);
    reveal.moving();
    jest.advanceTimersByTime(1_000);
    expect(isShown()).toBe(true);
  });

  it('does not appear where everything is in sight, or while the canvas is opened', () => {
    reveal.moving();
    expect(isShown()).toBe(false);
    reveal.still();
    isLarger = false;
    reveal.moving();
    expect(isShown()).toBe(false);
  });
});
