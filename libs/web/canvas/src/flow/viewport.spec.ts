import { centred, fitted, opening, resized, seenThrough, shows, zoomed } from './viewport';

const size = { width: 1000, height: 800 };
const box = { x: 100, y: 100, width: 224, height: 64 };

it('a small workflow is centred at life size', () => {
  expect(fitted([box], size)).toEqual({ scale: 1, x: 500 - 212, y: 400 - 132 });
});

it('a large one is scaled down until it fits', () => {
  const view = fitted([{ x: 0, y: 0, width: 4000, height: 100 }], size, { x: 100, y: 100 });
  expect(view?.scale).toBe(0.2);
  expect(shows(view!, { x: 0, y: 0, width: 4000, height: 100 }, size)).toBe(true);
});

it('one that is too large even as small as can be shows its beginning', () => {
  const view = fitted([{ x: -50, y: 0, width: 40_000, height: 100 }], size, { x: 100, y: 100 });
  expect(view).toMatchObject({ scale: 0.1, x: 105, y: 395 });
  const high = fitted([{ x: 0, y: 200, width: 100, height: 90_000 }], size, { x: 100, y: 100 });
  expect(high).toMatchObject({ scale: 0.1, y: 80 });
});

describe('what a workflow opens with', () => {
  const margin = { x: 100, y: 100 };
  const row = (length: number, y = 0) => [
    { x: 320, y: 0, width: length - 320, height: 100 },
    { x: 0, y, width: 224, height: 64 },
  ];

  it('is everything, when its names can be read then', () => {
    expect(opening(row(2000), size, margin)).toEqual(fitted(row(2000), size, margin));
  });

  it('is the beginning of a longer one, legibly, in the middle of the height', () => {
    expect(opening(row(3000), size, margin)).toEqual({ scale: 0.5, x: 100, y: 375 });
  });

  it('is the first card of one that is high as well', () => {
    const view = opening(row(3000, 2500), size, margin);
    expect(view).toEqual({ scale: 0.5, x: 100, y: 400 - 2532 / 2 });
    expect(shows(view!, { x: 0, y: 2500, width: 224, height: 64 }, size)).toBe(true);
  });

  it('is a map of one that is larger still', () => {
    expect(opening(row(9000), size, margin)).toEqual(fitted(row(9000), size, margin));
    expect(opening([], size)).toBeUndefined();
  });
});

it('nothing fits nothing', () => {
  expect(fitted([], size)).toBeUndefined();
});

it('zooming keeps the middle of the window where it is, within limits', () => {
  const view = zoomed({ x: 0, y: 0, scale: 1 }, 2, size);
  expect(view).toEqual({ scale: 2, x: -500, y: -400 });
  expect(zoomed(view, 99, size).scale).toBe(4);
});

it('a box that is cut off is not in sight', () => {
  expect(shows(centred(box, size, 1), box, size)).toBe(true);
  expect(shows({ x: -200, y: 0, scale: 1 }, box, size)).toBe(false);
});

it('a small window leaves less room around what is fitted', () => {
  const wide = [{ x: 0, y: 0, width: 4000, height: 100 }];
  const marginAt = (width: number) => (width - 4000 * (fitted(wide, { width, height: 600 })?.scale ?? 0)) / 2;
  expect(marginAt(600)).toBeCloseTo(24);
  expect(marginAt(1000)).toBeCloseTo(40);
  expect(marginAt(4000)).toBeCloseTo(96);
});

it('the part in sight is what the window shows', () => {
  expect(seenThrough({ x: -100, y: 50, scale: 0.5 }, size)).toEqual({ x: 200, y: -100, width: 2000, height: 1600 });
});

it('what was in the middle stays there when a panel takes room from the window', () => {
  const before = centred(box, size, 1);
  const now = { width: 1000, height: 500 };
  expect(resized(before, size, now)).toEqual(centred(box, now, 1));
});
