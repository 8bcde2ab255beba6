import { testNode } from '@millrace/node-sdk/testing';
import { SandboxPool } from '@millrace/sandbox';
import type { Json, JsonObject } from '@millrace/workflow-model';
import path from 'node:path';
import { transformerNode } from './transformer.executor';

const childFile = path.resolve(__dirname, '../../../../sandbox/src/child/sandbox-child.mjs');
let sandbox: SandboxPool;
beforeAll(() => {
  sandbox = new SandboxPool({ childFile, size: 1 });
});
afterAll(() => sandbox.close());

const input = {
  id: 7,
  name: { first: 'Ada', last: 'Lovelace' },
  lines: [
    { sku: 'A', price: 2 },
    { sku: 'B', price: 3 },
  ],
  secret: 'x',
};
const run = (params: JsonObject, given: Json = input) => testNode(transformerNode, { params, input: given, sandbox });

describe('transformer, field by field', () => {
  it('sets fields to literals, templates and expressions, and starts with nothing', async () => {
    const { main, synchronous } = await run({
      mappings: {
        fullName: '{{ input.name.first }} {{ input.name.last }}',
        lines: '{{ input.lines }}',
        count: { $expr: 'size(input.lines)' },
        fixed: true,
        'address.city': 'London',
      },
    });
    expect(main).toEqual({
      fullName: 'Ada Lovelace',
      lines: input.lines,
      count: 2,
      fixed: true,
      address: { city: 'London' },
    });
    expect(synchronous).toBe(true);
  });

  it('takes mappings as a list too, in order', async () => {
    const mappings = [
      { field: 'a.b', value: 1 },
      { field: 'a.c', value: '{{ input.id }}' },
      { field: 'a.b', value: 2 },
      { field: 'list[0]', value: 'x' },
    ];
    expect((await run({ mappings })).main).toEqual({ a: { b: 2, c: 7 }, list: ['x'] });
  });

  it('keeps only the listed fields, those that are there', async () => {
    expect((await run({ include: 'only', fields: ['id', 'name.last', 'lines[1].sku', 'nobody'] })).failure?.code).toBe(
      'TRANSFORM_FAILED',
    );
    expect((await run({ include: 'only', fields: ['id', 'name.last', 'lines[0].sku', 'nobody'] })).main).toEqual({
      id: 7,
      name: { last: 'Lovelace' },
      lines: [{ sku: 'A' }],
    });
    expect((await run({ fields: ['id'] })).main).toEqual({ id: 7 });
  });

  it('removes the listed fields', async () => {
    expect(
      (await run({ include: 'except', fields: ['secret', 'name.first', 'lines[0]', 'lines[1]', 'nobody'] })).main,
    ).toEqual({
      id: 7,
      name: { last: 'Lovelace' },
      lines: [],
    });
  });

  it('renames fields, also into and out of objects', async () => {
    const { main } = await run({
      include: 'all',
      rename: { id: 'order.id', 'name.last': 'surname', nobody: 'somebody', secret: 'secret' },
    });
    expect(main).toEqual({
      order: { id: 7 },
      name: { first: 'Ada' },
      surname: 'Lovelace',
      lines: input.lines,
      secret: 'x',
    });
  });

  it('picks and renames when it starts with nothing', async () => {
    expect((await run({ rename: { id: 'key' } })).main).toEqual({ key: 7 });
  });

  it('does everything in order: include, rename, set', async () => {
    const { main } = await run({
      include: 'except',
      fields: ['secret', 'lines'],
      rename: { id: 'key' },
      mappings: { key: 8, 'name.title': 'Countess' },
    });
    expect(main).toEqual({ key: 8, name: { first: 'Ada', last: 'Lovelace', title: 'Countess' } });
  });

  it('takes fields from another source than the input', async () => {
    expect(
      (await run({ include: 'all', source: '{{ input.name }}', mappings: { id: '{{ input.id }}' } })).main,
    ).toEqual({ first: 'Ada', last: 'Lovelace', id: 7 });
    expect((await run({ include: 'all', source: null })).main).toBeNull();
  });

  it('does not change the input', async () => {
    const given = structuredClone(input);
    await run({ include: 'all', rename: { id: 'key' }, mappings: { 'name.first': 'B' } }, given);
    expect(given).toEqual(input);
  });

  it('does not evaluate what a template brought in', async () => {
    expect((await run({ mappings: { text: '{{ input }}' } }, '{{ trigger }}')).main).toEqual({ text: '{{ trigger }}' });
  });

  it('says which field cannot be set', async () => {
    const { failure } = await run({ include: 'all', mappings: { 'id.deep': 1 } });
    expect(failure).toMatchObject({
      code: 'TRANSFORM_FAILED',
      fault: 'user',
      message: expect.stringContaining('"id.deep"'),
    });
    expect((await run({ include: 'all', mappings: { a: 1 } }, 'text')).failure?.code).toBe('TRANSFORM_FAILED');
  });

  it('refuses paths that reach for prototypes, and what is no path', async () => {
    for (const field of ['__proto__.polluted', 'a.constructor.prototype.b']) {
      expect((await run({ mappings: [{ field, value: 1 }] })).failure?.code).toBe('TRANSFORM_FAILED');
      expect((await run({ include: 'only', fields: [field] })).failure?.code).toBe('TRANSFORM_FAILED');
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await run({ fields: ['a b[['] })).failure?.code).toBe('INVALID_PARAMS');
    expect((await run({ mappings: { '': 1 } })).failure?.code).toBe('INVALID_PARAMS');
  });
});

describe('transformer, by JavaScript', () => {
  const js = (expression: string, given: Json = input) => run({ mode: 'javascript', expression }, given);

  it('gives the value of the expression', async () => {
    expect((await js('input.lines.map((line) => ({ ...line, total: line.price * 2 }))')).main).toEqual([
      { sku: 'A', price: 2, total: 4 },
      { sku: 'B', price: 3, total: 6 },
    ]);
    expect((await js('{ id: input.id, n: await Promise.resolve(1) };')).main).toEqual({ id: 7, n: 1 });
    expect((await js('input.id // the number')).main).toBe(7);
  });

  it('sees the trigger and other nodes', async () => {
    const trial = {
      params: { mode: 'javascript', expression: '[trigger.a, nodes.Fetch.b]' },
      trigger: { a: 1 },
      nodes: { Fetch: { b: 2 } },
      sandbox,
    };
    expect((await testNode(transformerNode, trial)).main).toEqual([1, 2]);
  });

  it('names the line of an error', async () => {
    expect((await js('input.lines\n  .map((line) => line.nobody.there)')).failure).toMatchObject({
      code: 'CODE_ERROR',
      details: { line: 2 },
    });
  });

  it('refuses statements and an empty text', async () => {
    expect((await js('const a = 1; return a')).failure).toMatchObject({
      code: 'CODE_ERROR',
      message: expect.stringContaining('SyntaxError'),
    });
    expect((await js('  ')).failure?.code).toBe('INVALID_PARAMS');
    expect((await run({ mode: 'javascript' })).failure?.code).toBe('INVALID_PARAMS');
  });

  it('is stopped like code', async () => {
    const params = { mode: 'javascript', expression: '(() => { for (;;); })()', timeoutMs: 50 };
    expect((await run(params)).failure?.code).toBe('CODE_TIMEOUT');
  });
});
