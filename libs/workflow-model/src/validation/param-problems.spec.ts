import * as z from 'zod';
import type { JsonObject } from '../json';
import type { Problem } from '../problem';
import { definitionOf, documentOf } from '../testing/documents';
import { validateDocument } from './validate-document';

const trigger = definitionOf({ type: 'start', inputs: [], traits: { trigger: true } });

function problemsOf(
  schema: z.ZodType | JsonObject,
  config: unknown,
  node: Record<string, unknown> = {},
): readonly Problem[] {
  const paramsSchema = schema instanceof z.ZodType ? (z.toJSONSchema(schema, { io: 'input' }) as JsonObject) : schema;
  const definition = definitionOf({ type: 'thing', paramsSchema });
  const document = documentOf(
    [
      { id: 's', type: 'start' },
      { id: 'n', type: 'thing', label: 'Node', config, ...node },
    ],
    ['s>n'],
  );
  return validateDocument(document, { lookup: (type) => [trigger, definition].find((one) => one.type === type) });
}

const told = (problems: readonly Problem[]): unknown[] =>
  problems.map(({ code, severity, path }) => `${severity} ${code} ${(path ?? []).join('.')}`);

const rule = z.object({ field: z.string(), operator: z.enum(['equals', 'contains']), value: z.json().optional() });
const params = z.object({
  url: z.string().min(1).meta({ title: 'URL' }),
  method: z.enum(['GET', 'POST']).default('GET'),
  timeoutMs: z.number().int().min(1).max(60_000).optional(),
  ratio: z.number().multipleOf(0.5).gt(0).lt(10).optional(),
  active: z.boolean().optional(),
  name: z.string().max(5).optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  site: z.url().optional(),
  tags: z.array(z.string()).min(1).max(3).optional(),
  headers: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  body: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('json'), json: z.string() }),
      z.object({ kind: z.literal('form'), fields: z.array(z.object({ name: z.string(), count: z.number() })) }),
    ])
    .optional(),
  rules: z.array(rule).optional(),
  anything: z.json().optional(),
  nothing: z.string().nullable().optional(),
  pair: z.tuple([z.string(), z.number()]).optional(),
});
const ok = { url: 'x' };

describe('missing params', () => {
  it('names a required param that is missing, with its title', () => {
    const [problem] = problemsOf(params, {});
    expect(problem).toEqual({
      code: 'MISSING_PARAM',
      severity: 'error',
      message: 'Node "Node" (n) needs the param "url" (URL); give it a value.',
      nodeId: 'n',
      path: ['url'],
    });
  });

  it('takes empty text and null for missing where a value is needed', () => {
    expect(told(problemsOf(params, { url: '' }))).toEqual(['error MISSING_PARAM url']);
    expect(told(problemsOf(params, { url: null }))).toEqual(['error MISSING_PARAM url']);
    expect(told(problemsOf(z.object({ count: z.number() }), { count: '' }))).toEqual(['error MISSING_PARAM count']);
  });

  it('does not ask for a param that has a default', () => {
    expect(problemsOf(params, ok)).toEqual([]);
    const asOutput = z.toJSONSchema(params, { io: 'output' }) as JsonObject;
    expect(asOutput['required']).toContain('method');
    expect(problemsOf(asOutput, ok)).toEqual([]);
  });

  it('names what is missing inside lists and objects', () => {
    const config = {
      ...ok,
      rules: [{ field: 'a', operator: 'equals' }, { operator: 'equals' }],
      body: { kind: 'json' },
    };
    expect(told(problemsOf(params, config))).toEqual([
      'error MISSING_PARAM rules.1.field',
      'error MISSING_PARAM body.json',
    ]);
  });

  it('tells every missing param at once', () => {
    expect(told(problemsOf(z.object({ a: z.string(), b: z.number(), c: z.json() }), {}))).toEqual([
      'error MISSING_PARAM a',
      'error MISSING_PARAM b',
      'error MISSING_PARAM c',
    ]);
  });
});

describe('unknown params', () => {
  it('warns and suggests the nearest', () => {
    const [problem] = problemsOf(params, { ...ok, metod: 'POST' });
    expect(problem).toMatchObject({ code: 'UNKNOWN_PARAM', severity: 'warning', nodeId: 'n', path: ['metod'] });
    expect(problem?.message).toContain('Did you mean "method"?');
  });

  it('accepts any where the schema does', () => {
    expect(problemsOf(z.looseObject({ a: z.string() }), { a: 'x', b: 1 })).toEqual([]);
    expect(problemsOf(z.record(z.string(), z.number()), { b: 1 })).toEqual([]);
    expect(told(problemsOf(z.object({}).catchall(z.number()), { b: [] }))).toEqual(['error INVALID_PARAM b']);
  });

  it('warns also where the schema is strict', () => {
    expect(told(problemsOf(z.strictObject({ a: z.string() }), { a: 'x', b: 1 }))).toEqual(['warning UNKNOWN_PARAM b']);
  });

  it('refuses unknown keys of a strict object inside', () => {
    const schema = z.object({ inner: z.strictObject({ a: z.string() }) });
    expect(told(problemsOf(schema, { inner: { a: 'x', b: 1 } }))).toEqual(['error INVALID_PARAM inner.b']);
  });
});

describe('invalid params', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ timeoutMs: [] }, '"timeoutMs" of node "Node" (n) is a list of 0 and must be a whole number.'],
    [{ timeoutMs: 1.5 }, 'is 1.5 and must be a whole number.'],
    [{ timeoutMs: 0 }, 'is 0 and must be at least 1.'],
    [{ timeoutMs: 99_999 }, 'must be at most 60000.'],
    [{ ratio: 0.3 }, 'must be a multiple of 0.5.'],
    [{ ratio: 0 }, 'must be more than 0.'],
    [{ ratio: 10 }, 'must be less than 10.'],
    [{ method: 'PSOT' }, 'is the text "PSOT" and must be one of "GET", "POST". Did you mean "POST"?'],
    [{ active: 'maybe' }, 'must be true or false.'],
    [{ name: 'too long' }, 'must be text of at most 5 characters.'],
    [{ code: 'A-1' }, 'must be of another form.'],
    [{ site: 'not a url' }, 'must be a valid uri.'],
    [{ tags: [] }, 'must be a list of at least 1 elements.'],
    [{ tags: ['a', 'b', 'c', 'd'] }, 'must be a list of at most 3 elements.'],
    [{ tags: {} }, 'is an object and must be a list.'],
    [{ tags: ['a', 5] }, '"tags[1]" of node "Node" (n) is 5 and must be text.'],
    [{ name: 'x'.repeat(500) }, 'is text of 500 characters and'],
    [{ headers: 5 }, 'is 5 and must be text or an object.'],
    [{ headers: { a: 5 } }, '"headers.a" of node "Node" (n) is 5 and must be text.'],
    [{ nothing: 5 }, 'must be text or null.'],
    [{ pair: ['a', []] }, '"pair[1]" of node'],
  ])('tells what is wrong with %j', (config, message) => {
    const problems = problemsOf(params, { ...ok, ...config });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'INVALID_PARAM', severity: 'error', nodeId: 'n' });
    expect(problems[0]?.message).toContain(message);
  });

  it('tells every invalid param at once', () => {
    expect(told(problemsOf(params, { ...ok, timeoutMs: {}, active: 5, tags: [1, 'a', 2] }))).toEqual([
      'error INVALID_PARAM timeoutMs',
      'error INVALID_PARAM active',
      'error INVALID_PARAM tags.0',
      'error INVALID_PARAM tags.2',
    ]);
  });

  it('only warns of text that reads as the number or switch that is expected', () => {
    expect(told(problemsOf(params, { ...ok, timeoutMs: '24', active: 'true' }))).toEqual([
      'warning INVALID_PARAM timeoutMs',
      'warning INVALID_PARAM active',
    ]);
    expect(told(problemsOf(params, { ...ok, timeoutMs: 'abc' }))).toEqual(['error INVALID_PARAM timeoutMs']);
  });

  it('only warns of what a form leaves behind in params that may be absent', () => {
    expect(told(problemsOf(params, { ...ok, timeoutMs: '', active: null }))).toEqual([
      'warning INVALID_PARAM timeoutMs',
      'warning INVALID_PARAM active',
    ]);
  });

  it('does not hold the case of letters against a pattern, whose flags JSON Schema cannot carry', () => {
    expect(problemsOf(z.object({ id: z.string().regex(/^abc$/i) }), { id: 'ABC' })).toEqual([]);
  });

  it('leaves out a pattern that needs to be read without unicode', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', pattern: '^[\\w-.]+$' } } };
    expect(problemsOf(schema, { a: 'anything' })).toEqual([]);
  });

  it('is no worse than a warning in a disabled node', () => {
    expect(told(problemsOf(params, { timeoutMs: [] }, { enabled: false }))).toEqual([
      'warning MISSING_PARAM url',
      'warning INVALID_PARAM timeoutMs',
    ]);
  });
});

describe('alternatives', () => {
  it('tells the errors of the alternative whose discriminator fits', () => {
    const body = {
      kind: 'form',
      fields: [
        { name: 'a', count: 1 },
        { name: 'b', count: [] },
      ],
    };
    expect(told(problemsOf(params, { ...ok, body }))).toEqual(['error INVALID_PARAM body.fields.1.count']);
  });

  it('asks for the discriminators when none fits', () => {
    const [problem] = problemsOf(params, { ...ok, body: { kind: 'xml', json: 'x' } });
    expect(problem).toMatchObject({ code: 'INVALID_PARAM', path: ['body', 'kind'] });
  });

  it('tells apart elements of one list', () => {
    const schema = z.object({ list: z.array(z.union([z.string(), z.object({ a: z.number() })])) });
    expect(told(problemsOf(schema, { list: ['x', 5, { a: [] }, { a: 1 }, true] }))).toEqual([
      'error INVALID_PARAM list.1',
      'error INVALID_PARAM list.2.a',
      'error INVALID_PARAM list.4',
    ]);
  });

  it('finds the alternative that was meant in nested groups of rules', () => {
    type Condition = { field: string; operator: string } | { conditions: Condition[] };
    const condition: z.ZodType<Condition> = z.lazy(() =>
      z.union([
        z.object({ conditions: z.array(condition) }),
        z.object({ field: z.string(), operator: z.enum(['equals', 'exists']) }),
      ]),
    );
    const conditions = [
      { field: 'a', operator: 'equalz' },
      {
        conditions: [
          { fiel: 'a', operator: 'equals' },
          { field: 'b', operator: '{{trigger.operator}}' },
        ],
      },
      { conditions: 'all' },
    ];
    expect(told(problemsOf(z.object({ conditions: z.array(condition) }), { conditions }))).toEqual([
      'error INVALID_PARAM conditions.0.operator',
      'error MISSING_PARAM conditions.1.conditions.0.field',
      'error INVALID_PARAM conditions.2.conditions',
    ]);
  });

  it('is not confused by params that are called like keywords', () => {
    const schema = z.object({
      anyOf: z.object({ properties: z.union([z.number(), z.boolean()]) }),
      'a/b~c': z.number(),
      $ref: z.number().optional(),
      id: z.string().optional(),
      'ä %': z.number(),
    });
    expect(told(problemsOf(schema, { anyOf: { properties: {} }, 'a/b~c': {}, $ref: {}, id: 5, 'ä %': {} }))).toEqual([
      'error INVALID_PARAM anyOf.properties',
      'error INVALID_PARAM a/b~c',
      'error INVALID_PARAM $ref',
      'error INVALID_PARAM id',
      'error INVALID_PARAM ä %',
    ]);
  });
});

describe('templates and expressions', () => {
  const dynamic: readonly unknown[] = ['{{trigger.value}}', 'a {{b}} c', { $expr: 'trigger.value' }];
  const names = Object.keys(params.shape);

  it.each(names.flatMap((name) => dynamic.map((value) => [name, value] as const)))(
    'are accepted for %s: %j',
    (name, value) => {
      expect(problemsOf(params, { ...ok, [name]: value })).toEqual([]);
    },
  );

  it('are accepted inside lists and objects, beside errors that are still told', () => {
    const config = {
      ...ok,
      tags: ['{{a}}', 5],
      headers: { a: { $expr: '1' } },
      body: { kind: 'form', fields: [{ name: 'x', count: '{{n}}' }, '{{field}}', { name: 5, count: { $expr: 'n' } }] },
    };
    expect(told(problemsOf(params, config))).toEqual([
      'error INVALID_PARAM tags.1',
      'error INVALID_PARAM body.fields.2.name',
    ]);
  });

  it('are accepted as the discriminator of alternatives', () => {
    expect(problemsOf(params, { ...ok, body: { kind: '{{trigger.kind}}', json: 'x' } })).toEqual([]);
  });

  it('do not make up for what is missing beside them', () => {
    expect(told(problemsOf(params, { body: { kind: 'form', fields: [{ count: '{{n}}' }] } }))).toEqual([
      'error MISSING_PARAM url',
      'error MISSING_PARAM body.fields.0.name',
    ]);
  });

  it('are no excuse for an object that only looks like an expression', () => {
    expect(told(problemsOf(params, { ...ok, timeoutMs: { $expr: '1', other: 2 } }))).toEqual([
      'error INVALID_PARAM timeoutMs',
    ]);
    expect(told(problemsOf(params, { ...ok, timeoutMs: { $expr: 5 } }))).toEqual(['error INVALID_PARAM timeoutMs']);
    expect(told(problemsOf(params, { ...ok, timeoutMs: '{single}' }))).toEqual(['error INVALID_PARAM timeoutMs']);
  });
});

describe('schemas of other makers', () => {
  it.each<[JsonObject]>([
    [{}],
    [{ type: 'object' }],
    [{ $schema: 'x', $id: 'https://example.com/x', id: 'y', type: 'object' }],
  ])('judges nothing by %j but the names', (schema) => {
    expect(told(problemsOf(schema, { a: 1 }))).toEqual(['warning UNKNOWN_PARAM a']);
  });

  it('keeps what allOf and oneOf say', () => {
    const schema: JsonObject = {
      type: 'object',
      properties: {
        a: { allOf: [{ type: 'number' }, { minimum: 5 }] },
        b: { oneOf: [{ type: 'string' }, { type: 'null' }] },
      },
    };
    expect(problemsOf(schema, { a: 6, b: null })).toEqual([]);
    expect(told(problemsOf(schema, { a: 1, b: 5 }))).toEqual(['error INVALID_PARAM a', 'error INVALID_PARAM b']);
  });
});

describe('large configs', () => {
  const entries = (count: number, value: unknown): Record<string, unknown> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]));

  it('are judged like small ones when they are right, also with templates', () => {
    expect(problemsOf(params, { ...ok, headers: entries(50_000, 'x') })).toEqual([]);
    expect(
      problemsOf(z.object({ counts: z.record(z.string(), z.number()) }), { counts: entries(20_000, '{{n}}') }),
    ).toEqual([]);
  });

  it('are refused without overflowing the stack when they are wrong in a great many places', () => {
    for (const wrong of [
      { ...ok, tags: Array(300_000).fill(5) },
      { ...ok, headers: entries(300_000, 5) },
      { ...ok, rules: Array(100_000).fill({ field: 5 }) },
      { ...ok, body: { kind: 'form', fields: Array(100_000).fill({ name: 5 }) } },
    ]) {
      const problems = problemsOf(params, wrong);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.every(({ code }) => code === 'INVALID_PARAM' || code === 'MISSING_PARAM')).toBe(true);
    }
  });

  it('tell the first fifty unknown params', () => {
    expect(problemsOf(params, { ...ok, ...entries(100_000, 1) })).toHaveLength(50);
  });
});
