import { MAX_PIN_BYTES, MAX_PINS, readPins } from './read-pins';

const codeOf = (input: unknown): string => {
  try {
    readPins(input);
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('reads a value per port of each node', () => {
  const pins = readPins({ fetch: { main: [1, 2] }, check: { true: { a: null }, false: 'b' } });

  expect([...pins]).toEqual([
    ['fetch', { main: [1, 2] }],
    ['check', { true: { a: null }, false: 'b' }],
  ]);
});

it.each([undefined, null, {}])('takes %j for no pins', (input) => {
  expect(readPins(input).size).toBe(0);
});

it.each<[string, unknown]>([
  ['a list', []],
  ['a text', 'pins'],
  ['a node without ports', { a: {} }],
  ['a node with a value instead of ports', { a: [1] }],
  ['a node with null', { a: null }],
  ['an id that no node has', { 'a b': { main: 1 } }],
  ['an id that objects have', { constructor: { main: 1 } }],
  ['a port without a name', { a: { '': 1 } }],
  ['a port that objects have', { a: { prototype: 1 } }],
  ['an endless id', { ['a'.repeat(201)]: { main: 1 } }],
])('refuses %s', (_name, input) => {
  expect(codeOf(input)).toBe('PIN_INVALID');
});

it('counts bytes, not characters', () => {
  expect(codeOf({ a: { main: 'x'.repeat(MAX_PIN_BYTES - 20) } })).toBe('fine');
  expect(codeOf({ a: { main: 'ä'.repeat(MAX_PIN_BYTES / 2) } })).toBe('PIN_TOO_LARGE');
});

it('counts nodes', () => {
  const pins = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, { main: 1 }]));

  expect(codeOf(pins(MAX_PINS))).toBe('fine');
  expect(codeOf(pins(MAX_PINS + 1))).toBe('TOO_MANY_PINS');
});
