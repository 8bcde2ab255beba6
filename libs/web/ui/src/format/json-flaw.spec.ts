import fc from 'fast-check';
import { flawWords, jsonFlaw } from './json-flaw';

it.each([
  ['{ "a": 1 } oops', 1, 12, 'a text in double quotes, a number, true, false or null'],
  ['{ "a": 1 } {}', 1, 12, 'the end'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma'],
  ['[1, 2', 1, 6, 'a comma or ]'],
  ['{ a: 1 }', 1, 3, 'a text in double quotes, a number, true, false or null'],
  ['{ 1: 1 }', 1, 3, 'a name in double quotes'],
  ['{ "a" 1 }', 1, 7, 'a colon'],
  ['{ "a": }', 1, 8, 'a value'],
  ['{ "a": 1, }', 1, 11, 'a name in double quotes'],
  ['[01]', 1, 3, 'a comma'],
  ['"a\nb"', 1, 1, 'a closing quote'],
  ['', 1, 1, 'a value'],
])('tells where %j stops being JSON', (text, line, column, expected) => {
  expect(jsonFlaw(text)).toMatchObject({ line, column, expected });
});

it('says it in words', () => {
  expect(flawWords({ offset: 9, line: 2, column: 3, expected: 'a colon' })).toBe('Line 2, column 3: expected a colon');
});

it('finds nothing in any JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => jsonFlaw(JSON.stringify(value, null, 2)) === undefined));
});

it('finds a place in whatever is no JSON', () => {
  const cut = fc.jsonValue().chain((value) => {
    const text = JSON.stringify(value);
    return fc.tuple(fc.constant(text), fc.nat(text.length), fc.constantFrom('', ',', '"', '}', 'x'));
  });
  fc.assert(
    fc.property(cut, ([text, at, typed]) => {
      const edited = text.slice(0, at) + typed + text.slice(at + 1);
      const flaw = jsonFlaw(edited);
      let isJson = true;
      try {
        JSON.parse(edited);
      } catch {
        isJson = false;
      }
      expect(flaw === undefined).toBe(isJson);
      expect(flaw?.offset ?? 0).toBeLessThanOrEqual(edited.length);
    }),
  );
});

it('gives up on what is nested without end, and says so', () => {
  expect(jsonFlaw('['.repeat(200_000))?.expected).toMatch(/depth|comma|value/);
});
