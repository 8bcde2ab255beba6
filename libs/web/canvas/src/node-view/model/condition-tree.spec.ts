import type { JsonObject } from '@millrace/workflow-model';
import {
  type Comparison,
  NEW_COMPARISON,
  plainValue,
  readGroup,
  replacePart,
  withOperator,
  writeGroup,
} from './condition-tree';
import { groupOf, offeredOperators, operandOf } from './operators';

const one: Comparison = { kind: 'comparison', field: 'total', operator: 'greater_than', value: 100 };
const two: Comparison = { kind: 'comparison', field: 'tier', operator: 'exists' };

describe('a question', () => {
  it('reads the short form, the long one and groups', () => {
    expect(readGroup({ field: 'total', operator: 'greater_than', value: 100 }).parts).toEqual([one]);
    const config: JsonObject = {
      combinator: 'or',
      conditions: [
        { field: 'tier', operator: 'exists' },
        { combinator: 'and', conditions: [{ field: 'total', operator: 'greater_than', value: 100 }] },
      ],
    };
    const group = readGroup(config);
    expect(group.combinator).toBe('or');
    expect(group.parts[1]).toEqual({ kind: 'group', combinator: 'and', parts: [one] });
    expect(writeGroup(group)).toEqual(config);
  });

  it('reads other names of operators as what they mean, in groups too', () => {
    const aliases = { gt: 'greater_than' };
    const rule = { field: 'total', operator: 'gt', value: 100 };
    expect(readGroup(rule, aliases).parts).toEqual([one]);
    expect(readGroup({ conditions: [{ conditions: [rule] }] }, aliases).parts[0]).toMatchObject({ parts: [one] });
    expect(readGroup({ ...rule, operator: 'toString' }, aliases).parts[0]).toMatchObject({ operator: 'toString' });
  });

  it('is empty when nothing is asked', () => {
    expect(readGroup({}).parts).toEqual([]);
    expect(writeGroup(readGroup({}))).toEqual({});
  });

  it('writes one comparison in the short form, and no value for operators without one', () => {
    expect(writeGroup({ kind: 'group', combinator: 'and', parts: [one] })).toEqual({
      field: 'total',
      operator: 'greater_than',
      value: 100,
    });
    const odd = { ...two, value: 'left over' };
    expect(writeGroup({ kind: 'group', combinator: 'and', parts: [odd] })).toEqual({
      field: 'tier',
      operator: 'exists',
    });
  });

  it('replaces and takes away parts, with groups that are left empty', () => {
    const inner = { kind: 'group', combinator: 'or', parts: [one] } as const;
    const group = { kind: 'group', combinator: 'and', parts: [two, inner] } as const;
    expect(replacePart(group, [0], one).parts[0]).toBe(one);
    expect(replacePart(group, [1, 0], undefined).parts).toEqual([two]);
    expect(replacePart(group, [1, 0], two).parts[1]).toEqual({ ...inner, parts: [two] });
  });

  it('reshapes the value to what an operator compares with', () => {
    expect(withOperator(one, 'between').value).toEqual([100, '']);
    expect(withOperator({ ...one, operator: 'between', value: [1, 2] }, 'equals').value).toBe(1);
    expect(withOperator(one, 'exists').value).toBeUndefined();
    expect(withOperator(one, 'is_type').value).toBe('string');
    expect(withOperator(NEW_COMPARISON, 'contains')).toEqual({ ...NEW_COMPARISON, operator: 'contains' });
  });

  it('takes numbers, booleans and null for what they are', () => {
    expect(['5', '-1.5', 'true', 'null', '007', '1e5', 'abc', ''].map(plainValue)).toEqual([
      5,
      -1.5,
      true,
      null,
      '007',
      '1e5',
      'abc',
      '',
    ]);
  });
});

describe('operators', () => {
  it('say what they compare with', () => {
    expect(['exists', 'between', 'in', 'is_type', 'equals'].map(operandOf)).toEqual([
      'none',
      'range',
      'list',
      'type',
      'one',
    ]);
  });

  it('stand under headings, in an order that does not change', () => {
    const offered = offeredOperators([
      { value: 'greater_than', label: 'is greater than' },
      { value: 'equals', label: 'equals' },
      { value: 'exists', label: 'exists' },
      { value: 'contains', label: 'contains' },
    ]);
    expect(offered.map(({ value }) => value)).toEqual(['equals', 'contains', 'greater_than', 'exists']);
    expect(groupOf('length_less_than')).toBe('Length');
  });
});
