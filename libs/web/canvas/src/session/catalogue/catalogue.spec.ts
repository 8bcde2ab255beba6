import type { NodeDefinitionData } from '@millrace/workflow-model';
import type { Json } from '@millrace/workflow-model';
import { catalogue, definitionOf, definitions } from '../testing/definitions';
import { documentOf } from '../testing/documents';
import { NodeCatalogue } from './node-catalogue';
import { nodeSummary } from './node-summary';

const types = (text: string, more: object = {}, made = catalogue()): string[] =>
  made.search({ text, ...more }).map((hit) => hit.definition.type);
const node = (type: string, config: Record<string, Json> = {}, more: object = {}) =>
  documentOf([{ id: 'n', type, config, ...more }]).nodes[0]!;

describe('the catalogue', () => {
  it('finds definitions by type, alias and version', () => {
    const versions = [1, 2, 3].map((version) => definitionOf({ type: 'x', version, aliases: ['old/x'] }));
    const made = new NodeCatalogue(versions);
    expect([
      made.lookup('x')?.version,
      made.lookup('old/x', 2)?.version,
      made.lookup('x', 9),
      made.lookup('y'),
    ]).toEqual([3, 2, undefined, undefined]);
    expect(made.of({ type: 'x', typeVersion: 9 })?.version).toBe(3);
    expect(made.offered().map((each) => each.version)).toEqual([3]);
  });

  it('lists what it offers under four headings, without what is deprecated', () => {
    expect(
      catalogue()
        .sections()
        .map(({ category, definitions: list }) => [category, list.length]),
    ).toEqual([
      ['trigger', 2],
      ['action', 2],
      ['logic', 5],
      ['output', 2],
    ]);
    expect(
      catalogue()
        .offered()
        .map((each) => each.type),
    ).not.toContain('old-thing');
    expect(catalogue().lookup('old-thing')).toBeDefined();
  });

  it('can be filled later', () => {
    const made = new NodeCatalogue();
    expect(made.sections()).toEqual([]);
    made.load(definitions);
    expect(made.types()).toContain('log');
  });

  it('knows the ports of a node, dynamic ones and the error port too, and works them out once', () => {
    const made = catalogue();
    const cases = node('switch', { cases: [{ id: 'big', label: 'Big' }, {}] }, { settings: { onError: 'error-port' } });
    expect(made.outputsOf(cases).ports.map((port) => port.id)).toEqual(['big', 'case-1', 'fallback', 'error']);
    expect(made.outputsOf(cases)).toBe(made.outputsOf(cases));
    expect([
      made.outputsOf(node('nobody')).open,
      made.inputsOf(node('nobody')),
      made.inputsOf(node('manual-trigger')),
    ]).toEqual([true, [{ id: 'main' }], []]);
    expect([made.isTrigger(node('manual-trigger')), made.isTrigger(node('log'))]).toEqual([true, false]);
  });
});

describe('searching', () => {
  it('puts the title itself first, then its start, a word in it, an alias or keyword, a part, and letters in order', () => {
    const made = new NodeCatalogue(
      [
        ['fuzzy', 'Merle gets'],
        ['part', 'Submerge'],
        ['keyword', 'Join', ['merge']],
        ['word', 'Deep merge'],
        ['prefix', 'Merge lists'],
        ['exact', 'Merge'],
        ['none', 'Other'],
      ].map(([type, title, keywords]) =>
        definitionOf({ type: type as string, title: title as string, keywords: (keywords ?? []) as string[] }),
      ),
    );
    expect(made.search({ text: 'merge' }).map(({ definition, match }) => [definition.type, match])).toEqual(
      ['exact', 'prefix', 'word', 'keyword', 'part', 'fuzzy'].map((each) => [each, each]),
    );
  });

  it.each([
    ['if', 'condition'],
    ['HTTP', 'http-request'],
    ['http request', 'http-request'],
    ['system/http-request', 'http-request'],
    ['js', 'code'],
    ['  Mergé ', 'merge'],
    ['cndition', 'condition'],
  ])('finds for "%s" the node %s first', (text, type) => {
    expect(types(text)[0]).toBe(type);
  });

  it('finds nothing for what is nothing like it, and everything for nothing', () => {
    expect(types('xyzzy')).toEqual([]);
    expect(types('')).toHaveLength(11);
  });

  it('narrows to a category', () => {
    expect(types('', { category: 'output' })).toEqual(['log', 'stop']);
  });

  it('lets recent ones win ties, then what the workflow uses, then the alphabet', () => {
    const made = catalogue();
    made.markUsed('stop');
    made.markUsed('merge');
    expect(types('', { used: new Set(['code']) }, made).slice(0, 4)).toEqual(['merge', 'stop', 'code', 'condition']);
    expect(made.recent().map((each) => each.type)).toEqual(['merge', 'stop']);
    for (const type of ['a', 'b', 'code', 'log', 'code']) made.markUsed(type);
    expect(made.markUsed('no-op')).toEqual(['no-op', 'code', 'log', 'b', 'a']);
  });

  it('marks the characters that were found', () => {
    const marks = (text: string) => catalogue().search({ text })[0]?.marks;
    expect([marks('request'), marks('cndition')]).toEqual([
      [[5, 12]],
      [
        [0, 1],
        [2, 9],
      ],
    ]);
  });
});

describe('the summary of a node', () => {
  const summary = (type: string, config: Record<string, Json>): string =>
    nodeSummary(node(type, config), catalogue().lookup(type));

  it.each<[string, Record<string, Json>, string]>([
    [
      'http-request',
      { url: 'https://api.stripe.com/v1/customers', method: 'POST' },
      'POST api.stripe.com/v1/customers',
    ],
    ['http-request', { url: '{{Start.url}}' }, 'GET {{Start.url}}'],
    ['http-request', { url: { $expr: 'a + b' } }, 'GET a + b'],
    ['condition', { field: 'amount', operator: 'greater_than', value: 100 }, 'amount > 100'],
    [
      'condition',
      {
        conditions: [
          { field: 'amount', operator: 'greater_than', value: 100 },
          { field: 'x', operator: 'is_empty' },
        ],
      },
      'amount > 100 and 1 more',
    ],
    [
      'condition',
      {
        conditions: [
          {
            combinator: 'or',
            conditions: [
              { field: 'a', operator: 'exists' },
              { field: 'b', operator: 'equals', value: 1 },
            ],
          },
          { field: 'c', operator: 'exists' },
        ],
      },
      'a exists and 2 more',
    ],
    ['webhook-trigger', { methods: ['POST', 'PUT'], path: 'orders' }, 'POST, PUT /hooks/orders'],
    ['switch', { value: '{{x}}', cases: [{ label: 'A' }, { label: 'B' }] }, '{{x}}A, B'],
    ['log', { message: 'one\n  two' }, 'one two'],
    ['code', {}, 'JavaScript'],
    ['log', {}, ''],
    ['nobody', {}, ''],
  ])('of %s with %j is "%s"', (type, config, expected) => {
    expect(summary(type, config)).toBe(expected);
  });

  it('fills in nothing that objects bring along, and shows expressions as they are written', () => {
    const definition = {
      ...(catalogue().lookup('log') as NodeDefinitionData),
      summary: '{{constructor}}{{toString}}{{url}}',
    };
    expect(nodeSummary(node('log', {}), definition)).toBe('');
    expect(nodeSummary(node('log', { url: { $expr: 'trigger.url' } }), definition)).toBe('trigger.url');
  });

  it('is worked out once for each node object', () => {
    const reads: string[] = [];
    const config = new Proxy(
      { message: 'x' },
      {
        getOwnPropertyDescriptor: (target, key) => {
          reads.push(String(key));
          return Reflect.getOwnPropertyDescriptor(target, key);
        },
      },
    );
    const made = { ...node('log'), config };
    const definition = definitions.find((each) => each.type === 'log');
    nodeSummary(made, definition);
    const { length } = reads;
    expect(nodeSummary(made, definition)).toBe('x');
    expect(reads).toHaveLength(length);
  });
});
