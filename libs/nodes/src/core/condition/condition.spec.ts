import { testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { conditionNode } from './condition.executor';

const input: JsonObject = {
  status: 'Active',
  amount: 120,
  count: '7',
  paid: true,
  refunded: false,
  nothing: null,
  blank: '',
  'First name': 'Ada',
  'a.b': 'flat',
  tags: ['new', 'vip'],
  lines: [{ sku: 'A-1' }, { sku: 'B-2' }],
  customer: { email: 'ada@example.com', address: {} },
  due: '2026-03-10T12:00:00Z',
};

async function portFor(params: JsonObject, further: { input?: Json; nodes?: JsonObject; timezone?: string } = {}) {
  const result = await testNode(conditionNode, { input, params, ...further });
  if (result.failure !== undefined) return result.failure.code;
  return result.livePorts.join();
}

describe('condition', () => {
  it('passes the input through on the port that is live', async () => {
    const result = await testNode(conditionNode, {
      input,
      params: { field: 'status', operator: 'equals', value: 'Active' },
    });
    expect(result.outcome).toEqual({ kind: 'output', ports: { true: input } });
    expect(result.synchronous).toBe(true);
  });

  it.each([
    ['customer.email', 'ada@example.com'],
    ['lines[1].sku', 'B-2'],
    ['lines.0.sku', 'A-1'],
    ['tags[0]', 'new'],
    ['First name', 'Ada'],
    ['["First name"]', 'Ada'],
    ['a.b', 'flat'],
    ['lines.length', 2],
    ['{{ input.customer.email }}', 'ada@example.com'],
    ['{{ Fetch.total }}', 5],
    ['Total {{ Fetch.total }}', 'Total 5'],
  ])('reads the field %j', async (field, value) => {
    expect(await portFor({ field, operator: 'equals', value }, { nodes: { Fetch: { total: 5 } } })).toBe('true');
  });

  it('never reads what objects inherit', async () => {
    for (const field of ['constructor', '__proto__', 'toString', 'customer.constructor.name']) {
      expect(await portFor({ field, operator: 'exists' })).toBe('false');
    }
  });

  it('evaluates the value, keeping its type', async () => {
    const nodes = { Limit: { least: 100 } };
    expect(await portFor({ field: 'amount', operator: 'greater_than', value: '{{ Limit.least }}' }, { nodes })).toBe(
      'true',
    );
    expect(await portFor({ field: 'amount', operator: 'in', value: ['{{ Limit.least }}', 120] }, { nodes })).toBe(
      'true',
    );
  });

  it('does not evaluate the value of an operator that needs none', async () => {
    expect(await portFor({ field: 'status', operator: 'exists', value: '{{ Nobody.there }}' })).toBe('true');
  });

  it.each([
    ['exists', 'false'],
    ['not_exists', 'true'],
    ['is_empty', 'true'],
    ['is_not_empty', 'false'],
  ])('takes a template that leads nowhere as absent for %s', async (operator, port) => {
    expect(await portFor({ field: '{{ Nobody.there }}', operator })).toBe(port);
    expect(await portFor({ field: 'no.such.path', operator })).toBe(port);
  });

  it('fails for a template that leads nowhere when it is compared', async () => {
    expect(await portFor({ field: '{{ Nobody.there }}', operator: 'equals', value: 1 })).toBe('EXPRESSION_ERROR');
  });

  it('takes an expression that leads nowhere as absent', async () => {
    expect(await portFor({ field: { $expr: 'input.no.such' }, operator: 'exists' })).toBe('false');
    expect(await portFor({ field: { $expr: 'input.amount' }, operator: 'exists' })).toBe('true');
    expect(await portFor({ field: { $expr: 'input.amount * 2' }, operator: 'equals', value: 240 })).toBe('true');
  });

  it.each([['{{ a'], ['{{#a}}b{{/c}}'], [{ $expr: '1 +' }]])('does not take the broken %j as absent', async (field) => {
    expect(await portFor({ field, operator: 'exists' })).toBe('EXPRESSION_ERROR');
  });

  it('passes on what is wrong other than with a template', () => {
    const ctx = {
      input,
      execution: { timezone: 'UTC' },
      evaluate: () => {
        throw new TypeError('a bug');
      },
    } as unknown as Parameters<typeof conditionNode.run>[0];
    const params = conditionNode.definition.params.parse({ field: '{{ a }}', operator: 'exists' });
    expect(() => conditionNode.run(ctx, params)).toThrow(TypeError);
  });

  describe('groups', () => {
    const yes = { field: 'paid', operator: 'is_true' };
    const no = { field: 'paid', operator: 'is_false' };

    it.each([
      ['and of nothing but true', { combinator: 'and', conditions: [yes, yes] }, 'true'],
      ['and with one false', { combinator: 'and', conditions: [yes, no] }, 'false'],
      ['or with one true', { combinator: 'or', conditions: [no, yes] }, 'true'],
      ['or of nothing but false', { combinator: 'or', conditions: [no, no] }, 'false'],
      ['and when no combinator is given', { conditions: [yes, no] }, 'false'],
      ['a group in a group', { conditions: [yes, { combinator: 'or', conditions: [no, yes] }] }, 'true'],
      ['groups three deep', { conditions: [{ conditions: [{ combinator: 'or', conditions: [no, no] }] }] }, 'false'],
    ])('combine: %s', async (_name, params, port) => {
      expect(await portFor(params)).toBe(port);
    });

    it('stop at the condition that decides', async () => {
      const broken = { field: '{{ Nobody.there }}', operator: 'equals', value: 1 };
      expect(await portFor({ combinator: 'or', conditions: [yes, broken] })).toBe('true');
      expect(await portFor({ combinator: 'and', conditions: [no, broken] })).toBe('false');
      expect(await portFor({ combinator: 'or', conditions: [no, broken] })).toBe('EXPRESSION_ERROR');
    });

    it('share the flags of the node', async () => {
      const conditions = [{ conditions: [{ field: 'status', operator: 'equals', value: 'ACTIVE' }] }];
      expect(await portFor({ conditions })).toBe('false');
      expect(await portFor({ conditions, caseSensitive: false })).toBe('true');
    });
  });

  describe('refuses', () => {
    const nested = (depth: number): JsonObject =>
      depth === 0 ? { field: 'paid', operator: 'is_true' } : { conditions: [nested(depth - 1)] };

    it.each([
      ['nothing at all', {}],
      ['a missing operator', { field: 'status' }],
      ['a missing field', { operator: 'exists' }],
      ['an empty field', { field: '', operator: 'exists' }],
      ['an unknown operator', { field: 'status', operator: 'resembles', value: 1 }],
      ['a missing value', { field: 'status', operator: 'equals' }],
      ['both forms at once', { field: 'status', operator: 'exists', conditions: [{ field: 'a', operator: 'exists' }] }],
      ['an empty group', { conditions: [] }],
      ['a rule without value in a group', { conditions: [{ field: 'status', operator: 'equals' }] }],
      ['an unknown combinator', { combinator: 'xor', conditions: [{ field: 'a', operator: 'exists' }] }],
      ['groups that are too deep', nested(11)],
      ['prototype names as operators', { field: 'status', operator: 'constructor', value: 1 }],
    ])('%s', async (_name, params) => {
      expect(await portFor(params)).toBe('INVALID_PARAMS');
    });

    it('only groups that are too deep', async () => {
      expect(await portFor(nested(10))).toBe('true');
    });
  });

  it('reads dates in the time zone of the workflow', async () => {
    const params = { field: 'due', operator: 'same_day', value: '2026-03-11' };
    expect(await portFor(params, { timezone: 'UTC' })).toBe('false');
    expect(await portFor(params, { timezone: 'Pacific/Auckland' })).toBe('true');
  });

  it('answers pathological patterns at once', async () => {
    const started = performance.now();
    const text = `${'a'.repeat(50_000)}!`;
    expect(await portFor({ field: 'text', operator: 'matches', value: '(a+)+$' }, { input: { text } })).toBe('false');
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
