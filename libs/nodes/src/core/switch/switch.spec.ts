import { testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { switchNode } from './switch.executor';

const input: JsonObject = { status: 'paid', amount: 120, code: '5' };

async function run(params: JsonObject, nodes: JsonObject = {}) {
  const result = await testNode(switchNode, { input, params, nodes });
  return result.failure?.code ?? result.livePorts;
}

const rule = (field: string, operator: string, value?: Json): JsonObject =>
  value === undefined ? { field, operator } : { field, operator, value };

describe('switch by rules', () => {
  const cases: JsonObject[] = [
    { id: 'big', label: 'Big', conditions: [rule('amount', 'greater_than', 1_000)] },
    { id: 'paid', label: 'Paid', ...rule('status', 'equals', 'paid') },
    { id: 'any', label: 'Any', ...rule('amount', 'exists') },
  ];

  it('takes the first case that fits and passes the input through', async () => {
    const result = await testNode(switchNode, { input, params: { cases } });
    expect(result.outcome).toEqual({ kind: 'output', ports: { paid: input } });
    expect(result.synchronous).toBe(true);
  });

  it('takes every case that fits', async () => {
    expect(await run({ cases, match: 'all' })).toEqual(['paid', 'any']);
  });

  it('does not try cases after the first that fits', async () => {
    const broken = { id: 'broken', ...rule('{{ Nobody.there }}', 'equals', 1) };
    expect(await run({ cases: [...cases, broken] })).toEqual(['paid']);
    expect(await run({ cases: [...cases, broken], match: 'all' })).toBe('EXPRESSION_ERROR');
  });

  it('combines conditions of a case', async () => {
    const conditions = [rule('status', 'equals', 'open'), rule('amount', 'less_than', 200)];
    expect(await run({ cases: [{ id: 'x', combinator: 'or', conditions }] })).toEqual(['x']);
    expect(await run({ cases: [{ id: 'x', combinator: 'and', conditions }] })).toEqual(['fallback']);
  });

  it('names ports by position where cases have no id', async () => {
    expect(await run({ cases: [{ ...rule('a', 'exists') }, { ...rule('status', 'exists') }] })).toEqual(['case-1']);
    expect(await run({ cases: [{ id: '', ...rule('status', 'exists') }] })).toEqual(['case-0']);
  });

  it('obeys the flags', async () => {
    const loud = [{ id: 'loud', ...rule('status', 'equals', 'PAID') }];
    expect(await run({ cases: loud })).toEqual(['fallback']);
    expect(await run({ cases: loud, caseSensitive: false })).toEqual(['loud']);
    const number = [{ id: 'five', ...rule('code', 'equals', 5) }];
    expect(await run({ cases: number })).toEqual(['fallback']);
    expect(await run({ cases: number, looseTypes: true })).toEqual(['five']);
  });
});

describe('switch by value', () => {
  const cases = [
    { id: 'open', equals: 'open' },
    { id: 'paid', equals: '{{ Names.paid }}' },
    { id: 'number', equals: 120 },
  ];
  const nodes = { Names: { paid: 'paid' } };

  it('compares one value with each case', async () => {
    expect(await run({ mode: 'value', value: '{{ input.status }}', cases }, nodes)).toEqual(['paid']);
    expect(await run({ mode: 'value', value: '{{ input.amount }}', cases }, nodes)).toEqual(['number']);
    expect(await run({ mode: 'value', value: 'nothing like it', cases }, nodes)).toEqual(['fallback']);
  });

  it('keeps types apart unless they are loose', async () => {
    const five = [{ id: 'five', equals: 5 }];
    expect(await run({ mode: 'value', value: '5', cases: five })).toEqual(['fallback']);
    expect(await run({ mode: 'value', value: '5', cases: five, looseTypes: true })).toEqual(['five']);
  });

  it('can compare with null', async () => {
    expect(await run({ mode: 'value', value: null, cases: [{ id: 'nil', equals: null }] })).toEqual(['nil']);
  });

  it('takes every case that fits', async () => {
    const twice = [
      { id: 'a', equals: 'x' },
      { id: 'b', equals: 'X' },
    ];
    expect(await run({ mode: 'value', value: 'x', match: 'all', caseSensitive: false, cases: twice })).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('switch when no case fits', () => {
  const cases = [
    { id: 'no', ...rule('amount', 'less_than', 0) },
    { id: 'other', ...rule('amount', 'is_empty') },
  ];

  it.each([
    ['fallback', ['fallback']],
    ['none', []],
    ['other', ['other']],
    ['error', 'SWITCH_NO_CASE'],
  ])('does as the fallback %j says', async (fallback, expected) => {
    expect(await run({ cases, fallback })).toEqual(expected);
  });

  it('takes the fallback without any case', async () => {
    expect(await run({})).toEqual(['fallback']);
  });
});

describe('switch refuses', () => {
  it.each([
    [
      'two cases with one id',
      {
        cases: [
          { id: 'a', ...rule('x', 'exists') },
          { id: 'a', ...rule('y', 'exists') },
        ],
      },
    ],
    [
      'an id that an unnamed case has',
      { cases: [{ id: 'case-1', ...rule('x', 'exists') }, { ...rule('y', 'exists') }] },
    ],
    ['the id fallback', { cases: [{ id: 'fallback', ...rule('x', 'exists') }] }],
    ['the id error', { cases: [{ id: 'error', ...rule('x', 'exists') }] }],
    ['an id with spaces', { cases: [{ id: 'a b', ...rule('x', 'exists') }] }],
    ['a fallback that leads nowhere', { cases: [], fallback: 'elsewhere' }],
    ['a case without rule', { cases: [{ id: 'a' }] }],
    ['a rule without value', { cases: [{ id: 'a', ...rule('x', 'equals') }] }],
    ['value mode without value', { mode: 'value', cases: [{ id: 'a', equals: 1 }] }],
    ['value mode with a case that compares nothing', { mode: 'value', value: 1, cases: [{ id: 'a' }] }],
    ['201 cases', { cases: Array.from({ length: 201 }, () => rule('x', 'exists')) }],
  ])('%s', async (_name, params) => {
    expect(await run(params)).toBe('INVALID_PARAMS');
  });

  it('with the place of what is wrong', () => {
    const result = switchNode.definition.params.safeParse({ cases: [{ id: 'a', ...rule('x', 'equals') }] });
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([['cases', 0, 'value']]);
  });
});
