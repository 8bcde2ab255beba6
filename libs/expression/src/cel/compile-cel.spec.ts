import type { Json } from '@millrace/workflow-model';
import { celValue, errorOf, scopeWith } from '../testing/evaluation';

const odd = JSON.parse('{"constructor": 1, "__proto__": 5, "prototype": 6, "b": 2}') as Json;
const scope = scopeWith({
  two: 2,
  half: 0.5,
  nums: [3, 1, 2],
  people: [
    { name: 'Bo', age: 30 },
    { name: 'Al', age: 4.5 },
  ],
  obj: { x: null, y: { z: 1 }, if: 'word' },
  odd,
  Fetch: { success: true, data: { title: 'Hi', items: [{ n: 1 }], success: 'inner' } },
  'node-1': { success: true, data: { x: 5 } },
  list: 'a node called list',
  '2nd': 'second',
  text: 'abc',
});
const cel = (source: string): Json => celValue(source, scope);
const fail = (source: string): ReturnType<typeof errorOf> => errorOf(() => cel(source));

describe('numbers', () => {
  it.each<[string, Json]>([
    ['1 + 1', 2],
    ['two + 1', 3],
    ['1 + two', 3],
    ['two - 1', 1],
    ['two * 3', 6],
    ['3 * half', 1.5],
    ['two / 4', 0.5],
    ['7 / two', 3.5],
    ['7 / 2', 3],
    ['7 % 4', 3],
    ['two % 2', 0],
    ['7 % two', 1],
    ['7.5 % two', 1.5],
    ['-two', -2],
    ['two == 2', true],
    ['2 == two', true],
    ['two != 2.0', false],
    ['half < 1 && 1 > half && two >= 2 && 2 <= two', true],
    ['size(nums) + two', 5],
    ['1u', 1],
    ['0xff', 255],
    ['int("12") + two', 14],
    ['nums.map(n, n * 2)', [6, 2, 4]],
    ['2 in nums', true],
    ['nums == [3, 1.0, 2]', true],
    ['9007199254740991', 9007199254740991],
  ])('%s', (source, expected) => {
    expect(cel(source)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['1 / 0', 'EXPRESSION_FAILED', 'Division by zero.'],
    ['two / 0', 'EXPRESSION_FAILED', 'Division by zero.'],
    ['two % 0', 'EXPRESSION_FAILED', 'Division by zero.'],
    ['1.5 / (half - 0.5)', 'EXPRESSION_FAILED', 'Division by zero.'],
    [
      '9007199254740993',
      'RESULT_NOT_JSON',
      '9007199254740993 is too large for a JSON number; use string(...) to keep all its digits.',
    ],
    ['9223372036854775807 + 1', 'EXPRESSION_FAILED', 'Integer overflow: 9223372036854775808.'],
    ['double("NaN")', 'RESULT_NOT_JSON', 'The result is NaN, which is no JSON value.'],
  ])('%s fails', (source, code, message) => {
    expect(fail(source)).toMatchObject({ code, message });
  });
});

describe('values', () => {
  it.each<[string, Json]>([
    ['[1, "a", null, {"k": [true]}]', [1, 'a', null, { k: [true] }]],
    ['{"a": 1, "b": two}', { a: 1, b: 2 }],
    ['two > 1 ? {"big": true} : null', { big: true }],
    ['two > 5 ? "many" : 0', 0],
    ['obj.x == null', true],
    ['two == null', false],
    ['people[0] == {"name": "Bo", "age": 30}', true],
    ['b"ab"', 'YWI='],
    ['type(two) == double', true],
    ['people.filter(p, p.age > 10).map(p, p.name)', ['Bo']],
    ['people.exists(p, p.name == "Al") && people.all(p, p.age > 1)', true],
    ['people.exists_one(p, p.age > 10)', true],
    ['cel.bind(x, two + 1, x * x)', 9],
    ['obj.map(key, key)', ['x', 'y', 'if']],
    ['obj.if', 'word'],
    ['{"__proto__": 1, "constructor": 2, "a": 3}', { a: 3 }],
    [
      '[people, nums]',
      [
        [
          { name: 'Bo', age: 30 },
          { name: 'Al', age: 4.5 },
        ],
        [3, 1, 2],
      ],
    ],
  ])('%s', (source, expected) => {
    expect(cel(source)).toEqual(expected);
  });

  it('hands what lies in the scope on without copying it', () => {
    const data = [{ a: [1] }];
    const here = scopeWith({ data });
    expect(celValue('data', here)).toBe(data);
    expect(celValue('data[0].a', here)).toBe(data[0]?.a);
    expect((celValue('[data]', here) as Json[])[0]).toBe(data);
  });

  it('cannot be types', () => {
    expect(fail('type(two)').code).toBe('RESULT_NOT_JSON');
    expect(fail('string').code).toBe('RESULT_NOT_JSON');
  });
});

describe('paths', () => {
  it.each<[string, Json]>([
    ['Fetch.title', 'Hi'],
    ['Fetch.data.title', 'Hi'],
    ['Fetch["title"]', 'Hi'],
    ['Fetch.success', true],
    ['Fetch.data.success', 'inner'],
    ['Fetch.items[0].n', 1],
    ['Fetch.items.length', 1],
    ['text.length', 3],
    ['"abcd".length', 4],
    ['[1, 2].length', 2],
    ['nums[two]', 2],
    ['[5, 6, 7][two]', 7],
    ['nodes["node-1"].x', 5],
    ['nodes["node-1"].data.x', 5],
    ['nodes["node-" + "1"].x', 5],
    ['nodes.Fetch.title', 'Hi'],
    ['nodes["list"]', 'a node called list'],
    ['_2nd', 'second'],
    ['odd.b', 2],
    ['odd == odd', true],
    ['people.map(Fetch, Fetch.name)', ['Bo', 'Al']],
  ])('%s', (source, expected) => {
    expect(cel(source)).toEqual(expected);
  });

  it.each(['constructor', '__proto__', 'prototype', 'toString'])('never lead to %s', (key) => {
    for (const root of ['obj', 'odd', 'Fetch', 'nums', 'text']) {
      expect(fail(`${root}["${key}"]`).code).toBe('PATH_NOT_FOUND');
      expect(cel(`has(${root}["${key}"])`)).toBe(false);
    }
    expect(['EXPRESSION_SYNTAX', 'UNKNOWN_REFERENCE']).toContain(fail(key).code);
    expect(fail(`nodes["${key}"]`).code).toBe('UNKNOWN_REFERENCE');
    expect(['EXPRESSION_SYNTAX', 'PATH_NOT_FOUND']).toContain(fail(`obj.${key}`).code);
  });

  it('that are missing say where, what is near and what there is', () => {
    expect(fail('1 + Fetch.titel')).toMatchObject({
      code: 'PATH_NOT_FOUND',
      message:
        '"Fetch.titel" was not found: "Fetch" has no "titel". Did you mean "title"? Available: title, items, success.',
      range: { start: 10, end: 15 },
    });
    expect(fail('nums[9]')).toMatchObject({ code: 'PATH_NOT_FOUND', range: { start: 0, end: 7 } });
    expect(fail('Fech.title')).toMatchObject({ code: 'UNKNOWN_REFERENCE', range: { start: 0, end: 4 } });
    expect(fail('Fech.title').message).toContain('Did you mean "Fetch"?');
    expect(fail('nodes["node-2"].x').message).toContain('Did you mean "node-1"?');
    expect(fail('obj[nums]').code).toBe('EXPRESSION_TYPE');
    expect(fail('obj.x.y').message).toContain('"obj.x" is null');
  });
});

describe('what may be missing', () => {
  it.each<[string, Json]>([
    ['has(obj.y.z)', true],
    ['has(obj.x)', true],
    ['has(obj.q)', false],
    ['has(obj.q.r.s)', false],
    ['has(nope.x)', false],
    ['has(Fetch.title)', true],
    ['has(Fetch.data.titel)', false],
    ['has(nums[1]) && !has(nums[7])', true],
    ['people.filter(p, has(p.age)).size()', 2],
    ['orElse(obj.q, "d")', 'd'],
    ['orElse(obj.x, "null counts")', 'null counts'],
    ['orElse(two, 5)', 2],
    ['obj.q.r.orElse([])', []],
    ['nope.x.orElse(1)', 1],
    ['coalesce(obj.q, obj.x, nums[9], two)', 2],
    ['coalesce(obj.q, obj.x)', null],
    ['true || nope.x', true],
    ['nope.x || true', true],
  ])('%s', (source, expected) => {
    expect(cel(source)).toEqual(expected);
  });

  it('is not what goes wrong otherwise', () => {
    expect(fail('orElse(two + "x", 1)').code).toBe('EXPRESSION_TYPE');
    expect(fail('has(date("no").x)').code).toBe('INVALID_ARGUMENT');
    expect(fail('has(two)').code).toBe('EXPRESSION_TYPE');
  });
});

describe('errors', () => {
  it.each<[string, string, string, [number, number]]>([
    ['two +', 'EXPRESSION_SYNTAX', 'The expression ends too early.', [5, 5]],
    ['two ++ 1', 'EXPRESSION_SYNTAX', 'Unexpected token: PLUS.', [5, 6]],
    ['"open', 'EXPRESSION_SYNTAX', 'Unterminated string.', [0, 5]],
    ['a.lowr()', 'EXPRESSION_TYPE', 'There is no function "lowr". Did you mean "lower"?', [0, 8]],
    ['foo(1)', 'EXPRESSION_TYPE', 'There is no function "foo".', [0, 6]],
    [
      '"a" + 1',
      'EXPRESSION_TYPE',
      '"+" does not work between string and number. Convert one with text(...) or toNumber(...).',
      [0, 7],
    ],
    [
      'two + "a"',
      'EXPRESSION_TYPE',
      '"+" does not work between number and string. Convert one with text(...) or toNumber(...).',
      [0, 9],
    ],
    ['!two', 'EXPRESSION_TYPE', '"!" does not work on number.', [0, 4]],
    ['two && true', 'EXPRESSION_TYPE', "Logical operator requires bool operands, got 'number'.", [0, 3]],
    ['two ? 1 : 2', 'EXPRESSION_TYPE', "Ternary condition must be bool, got 'number'.", [0, 3]],
    [
      'lower(5)',
      'EXPRESSION_TYPE',
      '"lower" cannot be called with number. It can be used as: string.lower(): string.',
      [0, 8],
    ],
    [
      'two.split(",")',
      'EXPRESSION_TYPE',
      '"split" cannot be called with string on number. It can be used as: string.split(string): list; string.split(string, number): list.',
      [0, 14],
    ],
    [
      'two.map(x, x)',
      'EXPRESSION_TYPE',
      "Expression of type 'number' cannot be range of a comprehension (must be list, map, or dynamic).",
      [0, 3],
    ],
    ['if', 'EXPRESSION_SYNTAX', 'Reserved identifier: if.', [0, 2]],
  ])('%s', (source, code, message, [start, end]) => {
    expect(fail(source)).toMatchObject({ code, message, range: { start, end } });
  });

  it('come from nothing but the expression and its data', () => {
    const broken = { resolveRoot: (): Json => 1n as unknown as Json, rootNames: () => [] };
    expect(errorOf(() => celValue('[x].map(y, y.z)', broken)).name).toBe('ExpressionError');
  });
});

it('evaluates inside an evaluation', () => {
  const inner = scopeWith({ a: 1 });
  const outer = {
    resolveRoot: (name: string): Json | undefined =>
      name === 'b' ? celValue('a + 1', inner) : name === 'c' ? 10 : undefined,
    rootNames: () => ['b', 'c'],
  };
  expect(celValue('b + c', outer)).toBe(12);
});
