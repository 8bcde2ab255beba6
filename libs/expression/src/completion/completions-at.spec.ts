import type { CompletionContext } from './completion';
import { completionsAt } from './completions-at';

const context: Omit<CompletionContext, 'kind'> = {
  roots: {
    Fetch: {
      type: 'object',
      properties: {
        title: { type: 'string', description: 'What it is called.' },
        items: { type: 'array', items: { type: 'object', properties: { price: { type: 'number' } } } },
        knot: { $ref: '#/$defs/knot' },
        either: { anyOf: [{ $ref: '#/$defs/a' }, { type: 'object', properties: { b: {} } }] },
      },
      $defs: {
        knot: { anyOf: [{ $ref: '#/$defs/knot' }, { $ref: '#/$defs/knot' }] },
        a: { type: 'object', properties: { a: {} } },
      },
    },
    trigger: undefined,
    'node-1': undefined,
  },
  envelopes: ['Fetch', 'node-1'],
  samples: {
    trigger: { body: { user: 'Ada', 'first name': 1 }, list: [{ x: 1 }] },
    'node-1': { success: true, data: { seen: 1 } },
    extra: { y: 1 },
  },
};

/** Completions where `|` stands. */
function at(marked: string, kind: CompletionContext['kind']): ReturnType<typeof completionsAt> {
  const offset = marked.indexOf('|');
  return completionsAt(marked.replace('|', ''), offset, { ...context, kind });
}
const labels = (marked: string, kind: CompletionContext['kind'] = 'template'): string[] =>
  at(marked, kind).map(({ label }) => label);

describe('in a template', () => {
  it.each<[string, string[]]>([
    ['text |', []],
    ['{{x}} |', []],
    ['{{|', ['Fetch', 'trigger', 'node-1', 'extra']],
    ['{{ tri|', ['trigger']],
    ['{{#Fe|', ['Fetch']],
    ['{{Fetch.|', ['title', 'items', 'knot', 'either', 'data', 'success']],
    ['{{Fetch.t|', ['title', 'items', 'knot', 'either', 'data']],
    ['{{Fetch.data.|', ['title', 'items', 'knot', 'either']],
    ['{{Fetch.knot.|', []],
    ['{{Fetch.items.|', ['length']],
    ['{{Fetch.items[0].|', ['price']],
    ['{{Fetch.items.0.p|', ['price']],
    ['{{Fetch.either.|', ['a', 'b']],
    ['{{Fetch.title.|', ['length']],
    ['{{node-1.|', ['seen', 'data', 'success']],
    ['{{trigger.body.|', ['user', 'first name']],
    ['{{trigger.list[0].|', ['x']],
    ['{{trigger.nothing.|', []],
    ['a {{Fetch.title}} b {{extra.|}} c', ['y']],
  ])('%s', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it('replaces what was begun, and the dot where brackets are needed', () => {
    expect(at('{{Fetch.ti|', 'template')).toEqual([
      {
        label: 'title',
        kind: 'field',
        insert: 'title',
        range: { start: 8, end: 10 },
        detail: 'string',
        description: 'What it is called.',
      },
    ]);
    expect(at('{{trigger.body.first|', 'template')[0]).toMatchObject({
      insert: '["first name"]',
      range: { start: 14, end: 20 },
    });
  });
});

describe('in an expression', () => {
  it('offers roots in the form that can be read, and functions', () => {
    const found = at('1 + |', 'expression');
    expect(found.find(({ label }) => label === 'node-1')?.insert).toBe('nodes["node-1"]');
    expect(found.find(({ label }) => label === 'round')).toMatchObject({ kind: 'function', insert: 'round(' });
    expect(found.map(({ label }) => label)).not.toContain('lower');
  });

  it('offers fields and the methods that fit', () => {
    expect(labels('Fetch.title.|', 'expression')).toEqual(
      expect.arrayContaining(['length', 'lower', 'split', 'orElse']),
    );
    expect(labels('Fetch.title.|', 'expression')).not.toContain('sum');
    expect(labels('1 + Fetch.items.|', 'expression')).toEqual(expect.arrayContaining(['length', 'map', 'sum']));
    expect(labels('foo(Fetch.items[0].|', 'expression')).toContain('price');
    expect(labels('nodes["node-1"].|', 'expression')).toEqual(expect.arrayContaining(['seen', 'data']));
    expect(labels('(1 + 2).|', 'expression')).toContain('lower');
  });

  it('offers nothing inside a string', () => {
    expect(labels('"Fetch.|', 'expression')).toEqual([]);
    expect(labels(`'it\\'s Fetch.|`, 'expression')).toEqual([]);
    expect(labels('"a" + Fetch.ti|', 'expression')).toEqual(['title']);
  });
});

it('does not mind long texts', () => {
  const started = performance.now();
  expect(completionsAt('a.'.repeat(500_000), 1_000_000, { ...context, kind: 'expression' }).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(15_000);
});
