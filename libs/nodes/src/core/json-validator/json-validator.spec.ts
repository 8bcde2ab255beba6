import { testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { jsonValidatorNode } from './json-validator.executor';

const order: JsonObject = {
  id: 7,
  customer: { email: 'ada@example.com', name: null, note: ' ' },
  lines: [
    { sku: 'A-1', count: 2 },
    { sku: 'B-2', count: 1 },
  ],
  placed: '2026-01-15',
};

async function validate(params: JsonObject, input: Json = order) {
  return testNode(jsonValidatorNode, { params, input });
}

async function errors(params: JsonObject, input: Json = order): Promise<unknown> {
  const { outcome } = await validate(params, input);
  if (outcome.kind === 'failed') return outcome.failure.code;
  if (outcome.kind !== 'output' || 'valid' in outcome.ports) return [];
  const { errors: list } = outcome.ports['invalid'] as { errors: { path: string; message: string }[] };
  return list.map(({ path, message }) => `${path}: ${message}`);
}

describe('JSON validator', () => {
  it('passes valid data through', async () => {
    const result = await validate({ requiredFields: ['id'] });
    expect(result.outcome).toEqual({ kind: 'output', ports: { valid: order } });
    expect(result.synchronous).toBe(true);
  });

  it('tells what is wrong beside the data', async () => {
    const result = await validate({ requiredFields: ['total'] });
    expect(result.outcome).toEqual({
      kind: 'output',
      ports: {
        invalid: {
          valid: false,
          errors: [{ path: 'total', message: 'is required', keyword: 'required' }],
          errorCount: 1,
          value: order,
        },
      },
    });
  });

  it('checks a given value instead of the input', async () => {
    expect(await errors({ value: '{{ input.customer }}', requiredFields: ['email'] })).toEqual([]);
    expect(await errors({ value: null, requiredFields: ['email'] })).toEqual(['email: is required']);
  });

  it('fails when asked to', async () => {
    const { failure } = await validate({ requiredFields: ['total', 'tax'], onInvalid: 'fail' });
    expect(failure).toMatchObject({
      code: 'VALIDATION_FAILED',
      fault: 'user',
      message: 'The data is not valid: "total" is required (and 1 more).',
      details: { errorCount: 2 },
    });
    const whole = await validate({ schema: { type: 'array' }, onInvalid: 'fail' });
    expect(whole.failure?.message).toBe('The data is not valid: it must be array.');
  });

  it.each<[string, JsonObject]>([
    ['nothing to check', {}],
    ['an empty schema text', { schema: '' }],
    ['an unknown type', { fieldTypes: { id: 'float' } }],
    ['an unknown draft', { schema: {}, draft: '4' }],
    ['a schema that is a list', { schema: [] }],
  ])('refuses %s', async (_name, params) => {
    expect(await errors(params)).toBe('INVALID_PARAMS');
  });
});

describe('required fields', () => {
  it('must be there and not be null', async () => {
    const requiredFields = ['id', 'customer.email', 'customer.name', 'customer.phone', 'lines[0].sku', 'lines[5]'];
    expect(await errors({ requiredFields })).toEqual([
      'customer.name: is required',
      'customer.phone: is required',
      'lines[5]: is required',
    ]);
  });

  it('are looked for in every element', async () => {
    const input: JsonObject = { lines: [{ sku: 'A' }, {}, { sku: null }] };
    expect(await errors({ requiredFields: ['lines[*].sku'] }, input)).toEqual([
      'lines[1].sku: is required',
      'lines[2].sku: is required',
    ]);
    expect(await errors({ requiredFields: ['lines.*.sku'] }, { lines: [] })).toEqual([]);
    expect(await errors({ requiredFields: ['lines[*].sku'] }, {})).toEqual(['lines.*.sku: is required']);
  });

  it('may be empty unless empty counts as missing', async () => {
    const input: JsonObject = { text: ' ', list: [], object: {}, zero: 0, no: false };
    const requiredFields = Object.keys(input);
    expect(await errors({ requiredFields }, input)).toEqual([]);
    expect(await errors({ requiredFields, emptyIsMissing: true }, input)).toEqual([
      'text: is required',
      'list: is required',
      'object: is required',
    ]);
  });

  it('are never inherited', async () => {
    expect(await errors({ requiredFields: ['constructor', 'toString'] }, {})).toHaveLength(2);
  });

  it('must be written as paths', async () => {
    expect(await errors({ requiredFields: ['a..b'] })).toBe('VALIDATION_FIELD_INVALID');
  });
});

describe('types of fields', () => {
  it.each<[string, Json[], Json[]]>([
    ['string', ['', 'a'], [1, null, [], {}]],
    ['number', [1, 1.5], ['1', null]],
    ['integer', [1, -3], [1.5, '1']],
    ['boolean', [true, false], ['true', 0]],
    ['object', [{}], [[], null]],
    ['array', [[]], [{}, 'a']],
    ['null', [null], [0, '']],
    ['any', [null, 1, 'a', {}], []],
    ['date', ['2026-01-31'], ['2026-02-31', '31.01.2026', 5]],
    ['date-time', ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00+01:00'], ['2026-01-31', '2026-01-31T25:00:00Z']],
    ['time', ['10:00:00Z'], ['25:00:00Z', 'noon']],
    ['email', ['a@example.com'], ['a@', 'example.com']],
    ['url', ['https://example.com/a?b=c'], ['example', 'not a url']],
    ['uuid', ['0190a3c0-1f1e-7b3a-8f00-000000000000'], ['0190a3c0']],
  ])('can be %s', async (type, good, bad) => {
    for (const value of good) expect(await errors({ fieldTypes: { value: type } }, { value })).toEqual([]);
    for (const value of bad) expect(await errors({ fieldTypes: { value: type } }, { value })).toHaveLength(1);
  });

  it('only matter for fields that are there', async () => {
    expect(await errors({ fieldTypes: { total: 'number' } })).toEqual([]);
    expect(await errors({ fieldTypes: [{ field: 'total', type: 'number', required: true }] })).toEqual([
      'total: is required',
    ]);
  });

  it.each<[JsonObject, Json, string[]]>([
    [{ type: 'number', minimum: 1, maximum: 5 }, 0, ['value: must be >= 1']],
    [{ type: 'number', minimum: 1, maximum: 5 }, 6, ['value: must be <= 5']],
    [{ type: 'string', minLength: 2 }, 'a', ['value: must NOT have fewer than 2 characters']],
    [{ type: 'string', maxLength: 2 }, 'abc', ['value: must NOT have more than 2 characters']],
    [{ type: 'array', minLength: 1 }, [], ['value: must NOT have fewer than 1 items']],
    [{ type: 'object', maxLength: 0 }, { a: 1 }, ['value: must NOT have more than 0 properties']],
    [{ type: 'string', pattern: '^[A-Z]-\\d+$' }, 'a-1', ['value: must match pattern "^[A-Z]-\\d+$"']],
    [{ type: 'string', oneOf: ['a', 'b'] }, 'c', ['value: must be one of "a","b"']],
    [{ type: 'string', nullable: true }, null, []],
    [{ type: 'string', nullable: true }, 5, ['value: must be string', 'value: must match "then" schema']],
    [{ type: 'any', oneOf: [1, null] }, null, []],
  ])('obey the rule %j', async (rule, value, expected) => {
    expect(await errors({ fieldTypes: [{ field: 'value', ...rule }] }, { value })).toEqual(expected);
  });

  it('are checked in every element', async () => {
    const input: JsonObject = { lines: [{ count: 1 }, { count: 'two' }, {}] };
    expect(await errors({ fieldTypes: { 'lines[*].count': 'integer' } }, input)).toEqual([
      'lines[1].count: must be integer',
    ]);
  });
});

describe('rules over many elements', () => {
  it('are checked in one go', async () => {
    const lines = Array.from({ length: 100_000 }, (_nothing, count) => ({ count }));
    const started = performance.now();
    expect(await errors({ fieldTypes: { 'lines[*].count': 'integer' } }, { lines })).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a JSON Schema', () => {
  const schema = {
    type: 'object',
    required: ['id', 'customer'],
    additionalProperties: false,
    properties: {
      id: { type: 'integer' },
      customer: { type: 'object', required: ['email'], properties: { email: { type: 'string', format: 'email' } } },
      lines: { type: 'array', items: { type: 'object', properties: { 'a/b~c': { const: 1 } } } },
      state: { enum: ['open', 'paid'] },
    },
  };

  it('is checked as a whole, with every error and its place', async () => {
    const input: JsonObject = { id: 'x', customer: {}, lines: [{}, { 'a/b~c': 2 }], state: 'lost', extra: 1 };
    expect(await errors({ schema }, input)).toEqual([
      'extra: is not allowed',
      'id: must be integer',
      'customer.email: is required',
      'lines[1].a/b~c: must be 1',
      'state: must be one of "open","paid"',
    ]);
  });

  it('may be given as text', async () => {
    expect(await errors({ schema: JSON.stringify(schema) }, { id: 1 })).toEqual(['customer: is required']);
    expect(await errors({ schema: '{ "type": ' })).toBe('JSON_SCHEMA_INVALID');
  });

  it('may be true or false', async () => {
    expect(await errors({ schema: true })).toEqual([]);
    expect(await errors({ schema: false })).toEqual([': boolean schema is false']);
  });

  it('is not evaluated', async () => {
    expect(await errors({ schema: { const: '{{ nobody.there }}' } }, '{{ nobody.there }}')).toEqual([]);
  });

  it('follows its draft', async () => {
    const tuple = { items: [{ type: 'string' }] };
    const draft7 = { ...tuple, $schema: 'http://json-schema.org/draft-07/schema#' };
    expect(await errors({ schema: draft7 }, [1])).toEqual(['[0]: must be string']);
    expect(await errors({ schema: tuple, draft: '7' }, [1])).toEqual(['[0]: must be string']);
    expect(await errors({ schema: tuple }, [1])).toBe('JSON_SCHEMA_INVALID');
    const draft2020 = { prefixItems: [{ type: 'string' }], $schema: 'https://json-schema.org/draft/2020-12/schema' };
    expect(await errors({ schema: draft2020 }, [1])).toEqual(['[0]: must be string']);
    const unevaluated = { properties: { a: true }, unevaluatedProperties: false };
    expect(await errors({ schema: unevaluated }, { b: 1 })).toEqual(['b: is not allowed']);
  });

  it('may refer to its own parts and to itself', async () => {
    const tree = {
      $defs: { node: { properties: { value: { type: 'number' }, next: { $ref: '#/$defs/node' } } } },
      $ref: '#/$defs/node',
    };
    expect(await errors({ schema: tree }, { next: { next: { value: 'x' } } })).toEqual([
      'next.next.value: must be number',
    ]);
  });

  it('is checked together with required fields and types', async () => {
    const params = { requiredFields: ['a'], fieldTypes: { b: 'string' }, schema: { required: ['c'] } };
    expect(await errors(params, { b: 1 })).toEqual(['a: is required', 'b: must be string', 'c: is required']);
  });

  it('tells the first hundred errors and counts the rest', async () => {
    const { outcome } = await validate(
      { schema: { items: { type: 'string' } } },
      Array.from({ length: 250 }, () => 1),
    );
    const ports = outcome.kind === 'output' ? outcome.ports : {};
    expect(ports['invalid']).toMatchObject({ errorCount: 250 });
    expect((ports['invalid'] as JsonObject)['errors']).toHaveLength(100);
  });
});

describe('text', () => {
  it('is parsed when asked', async () => {
    const params = { schema: { type: 'object' }, parseText: true };
    expect((await validate(params, '{"a":1}')).outcome).toEqual({ kind: 'output', ports: { valid: { a: 1 } } });
    expect(await errors(params, '{"a":')).toEqual([expect.stringMatching(/^: is no JSON/)]);
    expect(await errors({ schema: { type: 'object' } }, '{"a":1}')).toEqual([': must be object']);
  });

  it('cannot smuggle in a prototype', async () => {
    const params = { schema: { type: 'object' }, parseText: true };
    expect(await errors(params, '{"__proto__":{"admin":true}}')).toEqual([expect.stringMatching(/^: is no JSON/)]);
  });
});

describe('a hostile schema', () => {
  const deep = (levels: number): JsonObject => (levels === 0 ? {} : { not: deep(levels - 1) });
  const doubling = Object.fromEntries(
    Array.from({ length: 40 }, (_nothing, index) => [
      `d${index}`,
      { allOf: [{ $ref: `#/$defs/d${index + 1}` }, { $ref: `#/$defs/d${index + 1}` }] },
    ]),
  );

  it.each<[string, Json, Json]>([
    ['with a pattern that RE2 does not know', { pattern: '(?=a)' }, 'a'],
    ['with a broken pattern', { pattern: '(' }, 'a'],
    ['that refers to another host', { $ref: 'https://example.com/schema.json' }, {}],
    ['that refers to a file', { $ref: 'file:///etc/passwd' }, {}],
    ['that wants to be asynchronous', { $async: true }, {}],
    ['that is too deep', deep(65), {}],
    ['that is too large', { description: 'x'.repeat(300_000) }, {}],
    ['that breaks the rules of schemas', { type: 'thing' }, {}],
  ])('%s is refused', async (_name, schema, input) => {
    expect(await errors({ schema }, input)).toBe('JSON_SCHEMA_INVALID');
  });

  it('with a pattern that would backtrack for ever is answered at once', async () => {
    const started = performance.now();
    expect(await errors({ schema: { pattern: '^(a+)+$' } }, `${'a'.repeat(20_000)}!`)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('that refers to itself without end is stopped', async () => {
    expect(await errors({ schema: { $ref: '#' } }, {})).toBe('JSON_SCHEMA_TOO_COMPLEX');
  });

  it('that doubles with every reference is stopped', async () => {
    const schema = { $defs: { ...doubling, d40: { type: 'object' } }, $ref: '#/$defs/d0' };
    const started = performance.now();
    expect(await errors({ schema }, {})).toBe('JSON_SCHEMA_TOO_COMPLEX');
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it('that compares every element with every other is stopped or answered in time', async () => {
    const list = Array.from({ length: 20_000 }, (_nothing, index) => ({ index }));
    const started = performance.now();
    expect([[], 'JSON_SCHEMA_TOO_COMPLEX']).toContainEqual(await errors({ schema: { uniqueItems: true } }, list));
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it('cannot fill the memory with errors', async () => {
    const list = Array.from({ length: 1_000_000 }, () => 1);
    const { outcome } = await validate({ schema: { items: { type: 'string' } } }, list);
    expect(outcome.kind === 'output' && outcome.ports['invalid']).toMatchObject({ errorCount: 1 });
  });

  it('cannot inject code through names', async () => {
    const name = "'];globalThis.pwned=1;//";
    const schema = { properties: { [name]: { type: 'string' } }, required: [name] };
    expect(await errors({ schema }, {})).toHaveLength(1);
    expect('pwned' in globalThis).toBe(false);
  });
});
