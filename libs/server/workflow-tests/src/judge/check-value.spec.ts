import type { Json, ValueCheck } from '@millrace/workflow-model';
import { checkExpression, checkValue } from './check-value';

const judge = (check: ValueCheck, value: Json | undefined, field?: string) =>
  checkValue(check, value, { field, roots: { trigger: { limit: 5 } } });

describe('checkValue', () => {
  it.each<[ValueCheck, Json, string | undefined]>([
    [{ kind: 'equals', value: { a: 1 } }, { a: 1 }, undefined],
    [{ kind: 'contains', value: 'b' }, { text: 'abc' }, 'text'],
    [{ kind: 'schema', schema: { type: 'array', minItems: 1 } }, { items: [1] }, 'items'],
    [{ kind: 'snapshot', value: 1 }, [{ n: 1 }], '[0].n'],
    [{ kind: 'snapshot' }, 1, undefined],
    [{ kind: 'expression', expression: 'value > trigger.limit' }, 6, undefined],
    [{ kind: 'exists' }, { a: null }, 'a'],
  ])('lets %j pass on %j', (check, value, field) => {
    expect(judge(check, value, field).passed).toBe(true);
  });

  it.each<[ValueCheck, Json | undefined, string | undefined, string]>([
    [{ kind: 'equals', value: 1 }, 2, undefined, 'not what was expected'],
    [{ kind: 'schema', schema: { required: ['id'] } }, {}, undefined, "must have required property 'id'"],
    [{ kind: 'schema', schema: { type: 'nonsense' } }, {}, undefined, 'cannot be used'],
    [{ kind: 'expression', expression: 'value > 5' }, 4, undefined, 'gave false'],
    [{ kind: 'expression', expression: 'value >' }, 4, undefined, 'cannot be worked out'],
    [{ kind: 'exists' }, {}, 'a.b', 'nothing at a.b'],
    [{ kind: 'exists' }, undefined, undefined, 'no value'],
  ])('refuses %j on %j', (check, value, field, message) => {
    const outcome = judge(check, value, field);
    expect(outcome.passed).toBe(false);
    expect(outcome.message).toContain(message);
  });

  it('says that a snapshot was taken, and of what', () => {
    expect(judge({ kind: 'snapshot' }, { a: 1 })).toMatchObject({
      actual: { a: 1 },
      message: 'The snapshot was taken.',
    });
  });

  it('takes only true for true', () => {
    expect(checkExpression('1', {}).passed).toBe(false);
    expect(checkExpression('"true"', {}).passed).toBe(false);
    expect(checkExpression('true', {}).passed).toBe(true);
  });
});
