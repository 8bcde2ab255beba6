import type { Json } from '@millrace/workflow-model';
import { compare } from './compare';
import { OPERATORS, OPERATOR_ALIASES, OPERATOR_LABELS, OPERATOR_NAMES, isUnary, operatorOf } from './operators';
import type { Operator } from './operators';

const strict = { caseSensitive: true, looseTypes: false, timezone: 'UTC' };
const loose = { ...strict, looseTypes: true };
const folding = { ...strict, caseSensitive: false };

type Row = [left: Json | undefined, operator: Operator, right: Json | undefined, holds: boolean];

function check(rows: Row[], options = strict): void {
  const wrong = rows.filter(([left, operator, right, holds]) => compare(operator, left, right, options) !== holds);
  expect(wrong).toEqual([]);
}

describe('operators on text', () => {
  it('compare whole texts', () => {
    check([
      ['a', 'equals', 'a', true],
      ['a', 'equals', 'A', false],
      ['a', 'not_equals', 'A', true],
      ['a', 'not_equals', 'a', false],
      ['', 'equals', '', true],
    ]);
    check(
      [
        ['a', 'equals', 'A', true],
        ['Straße', 'equals', 'STRAßE', true],
        ['a', 'not_equals', 'A', false],
      ],
      folding,
    );
  });

  it('look for parts', () => {
    check([
      ['abc', 'contains', 'b', true],
      ['abc', 'contains', 'B', false],
      ['abc', 'contains', '', true],
      ['abc', 'not_contains', 'x', true],
      ['abc', 'not_contains', 'a', false],
      ['abc', 'starts_with', 'ab', true],
      ['abc', 'starts_with', 'b', false],
      ['abc', 'not_starts_with', 'b', true],
      ['abc', 'ends_with', 'bc', true],
      ['abc', 'not_ends_with', 'bc', false],
      ['item 12', 'contains', 12, true],
      ['12 items', 'starts_with', 12, true],
      [123, 'contains', '2', false],
      [123, 'starts_with', '1', false],
    ]);
    check(
      [
        ['ABC', 'contains', 'b', true],
        ['ABC', 'starts_with', 'ab', true],
        ['ABC', 'ends_with', 'bC', true],
      ],
      folding,
    );
    check(
      [
        [123, 'contains', '2', true],
        [123, 'starts_with', '1', true],
        [true, 'ends_with', 'ue', true],
      ],
      loose,
    );
  });

  it('match RE2 patterns', () => {
    check([
      ['order-42', 'matches', '^order-\\d+$', true],
      ['Order-42', 'matches', '^order', false],
      ['Order-42', 'matches', '/^order/i', true],
      ['a\nb', 'matches', '^b$', false],
      ['a\nb', 'matches', '/^b$/m', true],
      ['a\nb', 'matches', '/a.b/s', true],
      ['a/b', 'matches', 'a/b', true],
      ['/a/', 'matches', '/a/x', false],
      ['order', 'not_matches', '^x', true],
      ['order', 'not_matches', 'ord', false],
      [42, 'matches', '4', false],
      ['日本', 'matches', '\\p{Han}+', true],
      ['Ä', 'matches', '^\\u00c4$', true],
    ]);
    check([['ORDER', 'matches', '^order$', true]], folding);
    check([[42, 'matches', '^4', true]], loose);
  });
});

describe('operators on numbers', () => {
  it('order numbers and numeric text', () => {
    check([
      [5, 'greater_than', 4, true],
      [5, 'greater_than', 5, false],
      [5, 'greater_than_or_equal', 5, true],
      [4, 'less_than', 5, true],
      [5, 'less_than_or_equal', 5, true],
      ['10', 'greater_than', '9', true],
      ['10', 'greater_than', 9, true],
      [10, 'greater_than', '9.5', true],
      [' 10 ', 'greater_than', 9, true],
      ['-3e2', 'less_than', 0, true],
      [5, 'between', [1, 5], true],
      [5, 'between', { from: 1, to: 4 }, false],
      [5, 'between', { min: 5, max: 9 }, true],
      [5, 'between', '1, 10', true],
      [5, 'not_between', [6, 9], true],
    ]);
  });

  it('keep types apart unless they are loose', () => {
    check([
      [5, 'equals', '5', false],
      ['5', 'equals', 5, false],
      [1, 'equals', true, false],
      [null, 'equals', '', false],
      [undefined, 'equals', null, false],
      ['0x10', 'equals', 16, false],
    ]);
    check(
      [
        [5, 'equals', '5', true],
        ['5.0', 'equals', 5, true],
        [1, 'equals', true, true],
        ['yes', 'equals', true, true],
        ['off', 'equals', false, true],
        [null, 'equals', '', true],
        [undefined, 'equals', null, true],
        [0, 'equals', null, false],
        ['0x10', 'equals', 16, false],
        ['x', 'equals', 5, false],
        [true, 'greater_than', 0, true],
        [[1, '2'], 'equals', ['1', 2], true],
        [{ a: '1' }, 'equals', { a: 1 }, true],
      ],
      loose,
    );
  });

  it('never order what has no order', () => {
    check([
      [{}, 'greater_than', 1, false],
      [{}, 'less_than', 1, false],
      [null, 'less_than', 1, false],
      [[5], 'greater_than', 1, false],
      ['abc', 'greater_than', 1, false],
      [true, 'greater_than', 0, false],
      [undefined, 'less_than', 1, false],
      [undefined, 'between', [0, 1], false],
      [undefined, 'not_between', [0, 1], true],
    ]);
  });

  it('order text by its characters', () => {
    check([
      ['b', 'greater_than', 'a', true],
      ['B', 'greater_than', 'a', false],
      ['a', 'less_than_or_equal', 'a', true],
    ]);
    check([['B', 'greater_than', 'a', true]], folding);
  });
});

describe('operators on dates', () => {
  it('compare instants however they are written', () => {
    check([
      ['2026-01-01', 'before', '2026-01-02', true],
      ['2026-01-02', 'before', '2026-01-02', false],
      ['2026-01-02', 'on_or_before', '2026-01-02', true],
      ['2026-01-03', 'after', '2026-01-02', true],
      ['2026-01-02', 'on_or_after', '2026-01-02', true],
      ['2026-01-02T00:00:00+02:00', 'before', '2026-01-02', true],
      ['2026-01-01T23:00:00Z', 'same_time', '2026-01-02T01:00:00+02:00', true],
      ['2026-01-02T23:59:59Z', 'same_day', '2026-01-02', true],
      ['2026-01-03', 'same_day', '2026-01-02', false],
      [1_767_225_600_000, 'same_time', '2026-01-01T00:00:00Z', true],
      ['1767225600000', 'same_time', '2026-01-01', true],
      ['2026-01-01 10:30:00', 'after', '2026-01-01T10:00:00', true],
      ['Thu, 01 Jan 2026 10:00:00 GMT', 'same_time', '2026-01-01T10:00:00Z', true],
      ['2026-02-01', 'greater_than', '2026-01-15', true],
      ['2026-01-01T23:00:00-05:00', 'greater_than', '2026-01-02T01:00:00Z', true],
    ]);
  });

  it('are false for what is no date', () => {
    check([
      ['soon', 'before', '2026-01-02', false],
      ['soon', 'after', '2026-01-02', false],
      ['10:00', 'before', '2026-01-02', false],
      [null, 'same_day', '2026-01-02', false],
      [undefined, 'before', '2026-01-02', false],
      ['2026-13-40', 'before', '2030-01-01', false],
    ]);
  });
});

describe('operators on lists and objects', () => {
  it('find elements and keys', () => {
    check([
      [['a', 'b'], 'contains', 'a', true],
      [['a', 'b'], 'contains', 'A', false],
      [['a', 'b'], 'not_contains', 'c', true],
      [[1, 2], 'contains', '1', false],
      [[{ a: 1, b: 2 }], 'contains', { b: 2, a: 1 }, true],
      [{ a: 1 }, 'contains', 'a', true],
      [{ a: 1 }, 'contains', 'toString', false],
      ['abc', 'contains', ['a'], false],
      ['a', 'in', ['a', 'b'], true],
      ['c', 'in', ['a', 'b'], false],
      ['c', 'not_in', ['a', 'b'], true],
      ['b', 'in', 'a, b', true],
      [2, 'in', '1, 2', true],
      [2, 'in', ['1', '2'], false],
      [undefined, 'in', 'a, ,b', false],
      [undefined, 'not_in', ['a'], true],
    ]);
    check(
      [
        [['a'], 'contains', 'A', true],
        [{ Name: 1 }, 'contains', 'name', true],
        ['A', 'in', ['a'], true],
      ],
      folding,
    );
    check([[[1], 'contains', '1', true]], loose);
  });

  it('compare deeply', () => {
    check([
      [[1, { a: [2] }], 'equals', [1, { a: [2] }], true],
      [{ a: 1, b: 2 }, 'equals', { b: 2, a: 1 }, true],
      [{ a: 1 }, 'equals', { a: 1, b: 2 }, false],
      [[1, 2], 'equals', [2, 1], false],
      [[], 'equals', {}, false],
      [null, 'equals', null, true],
    ]);
  });

  it('count', () => {
    check([
      ['abc', 'length_equals', 3, true],
      ['👍👍', 'length_equals', 2, true],
      [[1, 2], 'length_equals', '2', true],
      [{ a: 1 }, 'length_equals', 1, true],
      [[1, 2], 'length_not_equals', 3, true],
      [[1, 2], 'length_greater_than', 1, true],
      [[1, 2], 'length_greater_than_or_equal', 2, true],
      [[1, 2], 'length_less_than', 2, false],
      [[1, 2], 'length_less_than_or_equal', 2, true],
      [5, 'length_equals', 1, false],
      [undefined, 'length_equals', 0, false],
      [undefined, 'length_less_than', 5, false],
    ]);
  });
});

describe('operators on the field alone', () => {
  it('tell presence', () => {
    check([
      ['', 'exists', undefined, true],
      [0, 'exists', undefined, true],
      [false, 'exists', undefined, true],
      [null, 'exists', undefined, false],
      [undefined, 'exists', undefined, false],
      [undefined, 'not_exists', undefined, true],
      [null, 'not_exists', undefined, true],
    ]);
  });

  it('tell emptiness', () => {
    check([
      ['', 'is_empty', undefined, true],
      [[], 'is_empty', undefined, true],
      [{}, 'is_empty', undefined, true],
      [null, 'is_empty', undefined, true],
      [undefined, 'is_empty', undefined, true],
      [0, 'is_empty', undefined, false],
      [false, 'is_empty', undefined, false],
      [' ', 'is_empty', undefined, false],
      ['a', 'is_not_empty', undefined, true],
      [undefined, 'is_not_empty', undefined, false],
    ]);
  });

  it('tell truth', () => {
    check([
      [true, 'is_true', undefined, true],
      ['true', 'is_true', undefined, false],
      [1, 'is_true', undefined, false],
      [false, 'is_false', undefined, true],
      [null, 'is_false', undefined, false],
      [undefined, 'is_false', undefined, false],
    ]);
    check(
      [
        ['Yes', 'is_true', undefined, true],
        [1, 'is_true', undefined, true],
        ['0', 'is_false', undefined, true],
        ['', 'is_false', undefined, false],
      ],
      loose,
    );
  });

  it('tell types', () => {
    check([
      ['a', 'is_type', 'string', true],
      [1, 'is_type', 'number', true],
      [1, 'is_type', 'integer', true],
      [1.5, 'is_type', 'integer', false],
      [true, 'is_type', 'boolean', true],
      [[], 'is_type', 'array', true],
      [[], 'is_type', 'object', false],
      [{}, 'is_type', 'object', true],
      [null, 'is_type', 'null', true],
      [null, 'is_type', 'object', false],
      ['2026-01-01', 'is_type', 'date', true],
      ['2026-99-01', 'is_type', 'date', false],
      [undefined, 'is_type', 'null', false],
      [undefined, 'is_not_type', 'string', true],
    ]);
  });
});

describe('a value that the operator cannot use', () => {
  it.each<[Operator, Json | undefined]>([
    ['equals', undefined],
    ['matches', '(unclosed'],
    ['matches', '(?=ahead)'],
    ['matches', 'x'.repeat(2_001)],
    ['matches', 5],
    ['starts_with', {}],
    ['in', 5],
    ['in', null],
    ['greater_than', null],
    ['greater_than', {}],
    ['greater_than', ''],
    ['greater_than', true],
    ['between', 5],
    ['between', [1]],
    ['between', [1, 2, 3]],
    ['between', 'one'],
    ['between', {}],
    ['before', 'tomorrow'],
    ['same_day', null],
    ['length_equals', 'many'],
    ['is_type', 'thing'],
    ['not_between', 1],
  ])('is the fault of whoever wrote it: %s %j', (operator, value) => {
    expect(() => compare(operator, 'x', value, strict)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'CONDITION_INVALID_VALUE', fault: 'user' }) }),
    );
  });
});

describe('names of operators', () => {
  it('lead to operators', () => {
    expect(operatorOf('equals')).toBe('equals');
    expect(operatorOf('gt')).toBe('greater_than');
    expect(operatorOf('greaterThan')).toBe('greater_than');
    expect(operatorOf('regex')).toBe('matches');
    expect(operatorOf('notEmpty')).toBe('is_not_empty');
    expect(new Set(OPERATOR_NAMES).size).toBe(OPERATOR_NAMES.length);
    const known = new Set<string>(OPERATORS);
    expect(Object.values(OPERATOR_ALIASES).filter((operator) => !known.has(operator))).toEqual([]);
    expect(Object.keys(OPERATOR_ALIASES).filter((alias) => known.has(alias))).toEqual([]);
  });

  it('cover the camel case of every operator', () => {
    const camel = OPERATORS.map((name) => name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()));
    expect(camel.filter((name) => !(OPERATOR_NAMES as readonly string[]).includes(name))).toEqual([]);
  });

  it('have words for people', () => {
    expect(Object.keys(OPERATOR_LABELS).sort()).toEqual([...OPERATORS].sort());
    expect(OPERATORS.filter(isUnary)).toHaveLength(6);
  });
});
