import { lineBetween } from './lineage-lines';

const box = (left: number, top: number) => ({ left, right: left + 224, top, bottom: top + 64 });

it('leads from the right side of a card to the left side of one behind it', () => {
  expect(lineBetween(box(0, 0), box(324, 100))).toBe('M 224 32 C 274 32, 274 132, 324 132');
});

it('leads from the left side to the right side of one before it', () => {
  expect(lineBetween(box(324, 0), box(0, 0))).toBe('M 324 32 C 274 32, 274 32, 224 32');
});
