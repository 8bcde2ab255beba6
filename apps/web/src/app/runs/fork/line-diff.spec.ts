import fc from 'fast-check';
import { diffLines, nearChanges } from './line-diff';

const SIGNS = { same: ' ', gone: '-', new: '+' };
const told = (before: string, after: string): string[] =>
  diffLines(before, after).map(({ kind, text }) => `${SIGNS[kind]}${text}`);

it('keeps what both have, in order', () => {
  expect(told('a\nb\nc\nd', 'a\nc\nx\nd')).toEqual([' a', '-b', ' c', '+x', ' d']);
  expect(told('a', 'a')).toEqual([' a']);
  expect(told('a', 'b')).toEqual(['-a', '+b']);
});

it('gives both texts back, with their line numbers', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 30 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const of = (side: 'before' | 'after'): string[] =>
        lines.flatMap((line) => (line[side] === undefined ? [] : [line.text]));
      expect(of('before').join('\n')).toBe(before);
      expect(of('after').join('\n')).toBe(after);
      for (const side of ['before', 'after'] as const) {
        const numbers = lines.flatMap((line) => line[side] ?? []);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }
    }),
  );
});

it('takes texts of a hundred thousand lines that have nothing in common', () => {
  const long = (word: string): string => Array.from({ length: 100_000 }, (_, index) => `${word}${index}`).join('\n');
  expect(diffLines(long('a'), long('b'))).toHaveLength(200_000);
});

it('shows the lines around changes, and counts the others', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
  const shown = nearChanges(diffLines(before, before.replace('line 10', 'other')), 2);
  expect(shown.map((line) => (line.kind === 'gap' ? line.lines : line.text))).toEqual([
    8,
    'line 8',
    'line 9',
    'line 10',
    'other',
    'line 11',
    'line 12',
    7,
  ]);
  expect(nearChanges(diffLines('a\nb', 'a\nb'))).toEqual([{ kind: 'gap', lines: 2 }]);
});
