import type { Json } from '@millrace/workflow-model';
import { celValue, errorOf, scopeWith } from '../../testing/evaluation';
import { celFunctions } from '../function-list';

const scope = scopeWith({
  two: 2,
  name: 'Ada Lovelace',
  nums: [3, 1, 2, 2],
  mixed: ['a', 1, null, { k: 'v' }, true],
  people: [
    { name: 'Bo', age: 30 },
    { name: 'Al', age: 4.5 },
  ],
  obj: { b: 1, a: [2] },
  now: '2026-01-31T09:00:00.000Z',
  created: '2026-03-28T12:00:00+01:00',
});
const cel = (source: string): Json => celValue(source, scope);
const fail = (source: string): ReturnType<typeof errorOf> => errorOf(() => cel(source));

function table(cases: readonly (readonly [string, Json])[]): void {
  it.each(cases.map(([source, expected]) => ({ source, expected })))('$source', ({ source, expected }) => {
    expect(cel(source)).toEqual(expected);
  });
}

describe('text', () => {
  table([
    ['name.lower()', 'ada lovelace'],
    ['name.upper()', 'ADA LOVELACE'],
    ['"élan".capitalize()', 'Élan'],
    ['"".capitalize()', ''],
    ['"  x ".trim()', 'x'],
    ['name.contains("Love") && name.startsWith("Ada") && name.endsWith("e")', true],
    ['name.split(" ")', ['Ada', 'Lovelace']],
    ['"a,b,c".split(",", 2)', ['a', 'b,c']],
    ['"a,b,c".split(",", two)', ['a', 'b,c']],
    ['"a,b".split(",", 0)', []],
    ['"a,b".split(",", -1)', ['a', 'b']],
    ['name.slice(4)', 'Lovelace'],
    ['name.slice(0, 3)', 'Ada'],
    ['name.slice(-4)', 'lace'],
    ['name.slice(two, two + 1)', 'a'],
    ['"a.b.c".replace(".", "$&")', 'a$&b$&c'],
    ['"7".padStart(3, "0") + "7".padEnd(3) + "|"', '0077  |'],
    ['"12345".padStart(3, "0")', '12345'],
    ['"Hello".matches("^H[a-z]+$")', true],
    ['"Hello".matches("(?i)hELLO")', true],
    ['"a1b22".findAll("[0-9]+")', ['1', '22']],
    ['"ab".replaceMatches("b", "$9${x}$")', 'a$9${x}$'],
    ['"ab".replace("", "-")', '-a-b-'],
    ['"a1b22".replaceMatches("([a-z])([0-9])", "$2$1")', '1a2b2'],
    ['"size: " + string(size(name))', 'size: 12'],
    ['"Total: " + text(two) + text(null) + text(obj)', 'Total: 2{"b":1,"a":[2]}'],
    ['urlEncode("a b&ü/")', 'a%20b%26%C3%BC%2F'],
    ['urlDecode("a%20b%C3%BC")', 'a bü'],
    ['base64Encode("héllo ✓ 🙂")', Buffer.from('héllo ✓ 🙂').toString('base64')],
    ['base64Encode(b"ab")', 'YWI='],
    ['base64Decode(base64Encode(name))', 'Ada Lovelace'],
  ]);

  it.each<[string, string]>([
    ['urlDecode("%")', 'INVALID_ARGUMENT'],
    ['base64Decode("ä")', 'INVALID_ARGUMENT'],
    ['base64Decode("/w==")', 'INVALID_ARGUMENT'],
    ['name.slice(1.5)', 'INVALID_ARGUMENT'],
    ['two.lower()', 'EXPRESSION_TYPE'],
  ])('%s fails', (source, code) => {
    expect(fail(source).code).toBe(code);
  });
});

describe('numbers', () => {
  table([
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['round(-1.005, 2)', -1.01],
    ['round(1234.5, -2)', 1200],
    ['round(1e-7, 3)', 0],
    ['round(1e300, 2)', 1e300],
    ['round(two) + floor(2.9) + ceil(2.1) + abs(-3)', 10],
    ['abs(-2.5)', 2.5],
    ['min(1, two) + max(1, 2.5)', 3.5],
    ['min(nums) + max(nums) + nums.min() + nums.max()', 8],
    ['toNumber(" 12.50 ")', 12.5],
    ['toNumber("-1e3") + toNumber(true) + toNumber(2) + toNumber(two)', -995],
  ]);

  it.each([
    'toNumber("")',
    'toNumber("1,5")',
    'toNumber("0x10")',
    'toNumber("Infinity")',
    'toNumber(null)',
    'toNumber(nums)',
    'round(1.5, 99)',
  ])('%s fails', (source) => {
    expect(fail(source).code).toBe('INVALID_ARGUMENT');
  });
});

describe('lists and objects', () => {
  table([
    ['sum(nums) + nums.sum() + avg(nums) + nums.avg()', 20],
    ['[].sum()', 0],
    ['[1, 2.5].sum()', 3.5],
    ['people.map(p, p.age).sum()', 34.5],
    ['nums.sort()', [1, 2, 2, 3]],
    ['["b", "a"].sort()', ['a', 'b']],
    ['people.sortBy("name").map(p, p.name)', ['Al', 'Bo']],
    ['people.sortBy("age").first().name + people.sortBy("age").last().name', 'AlBo'],
    ['nums.reverse()', [2, 2, 1, 3]],
    ['nums.unique()', [3, 1, 2]],
    ['[1, 1.0, "1", {"a": 1}, {"a": 1}].unique()', [1, '1', { a: 1 }]],
    ['[[1], [2, [3]], 4].flatten()', [1, 2, [3], 4]],
    ['nums.slice(1)', [1, 2, 2]],
    ['nums.slice(-2, -1)', [2]],
    ['nums.slice(0, two)', [3, 1]],
    ['nums.join("-")', '3-1-2-2'],
    ['mixed.join("|")', 'a|1||{"k":"v"}|true'],
    ['["a", "b"].join()', 'ab'],
    ['keys(obj)', ['b', 'a']],
    ['obj.keys().size() + size(values(obj))', 4],
    ['values(obj)', [1, [2]]],
    ['obj.merge({"b": 2, "c": 3})', { b: 2, a: [2], c: 3 }],
    ['toJson({"a": [1, 2.5, null, now()]})', '{"a":[1,2.5,null,"2026-01-31T09:00:00.000Z"]}'],
    ['fromJson("{\\"a\\": [1]}").a[0] + 1', 2],
    ['[].first().orElse("none")', 'none'],
  ]);

  it.each<[string, string]>([
    ['[].first()', 'PATH_NOT_FOUND'],
    ['[].last()', 'PATH_NOT_FOUND'],
    ['[].avg()', 'PATH_NOT_FOUND'],
    ['[].max()', 'PATH_NOT_FOUND'],
    ['["a"].sum()', 'EXPRESSION_TYPE'],
    ['[1, "a"].sort()', 'EXPRESSION_TYPE'],
    ['people.sort()', 'EXPRESSION_TYPE'],
    ['people.sortBy("size")', 'PATH_NOT_FOUND'],
    ['people.sortBy("constructor")', 'PATH_NOT_FOUND'],
    ['fromJson("{")', 'INVALID_JSON'],
  ])('%s fails', (source, code) => {
    expect(fail(source).code).toBe(code);
  });
});

describe('dates', () => {
  table([
    ['now()', '2026-01-31T09:00:00.000Z'],
    ['date("2026-01-31")', '2026-01-31T00:00:00.000Z'],
    ['date("2026-07-01T10:00")', '2026-07-01T10:00:00.000Z'],
    ['date("2026-07-01T10:00", "Europe/Berlin")', '2026-07-01T08:00:00.000Z'],
    ['date("2026-07-01T10:00+05:00", "Europe/Berlin")', '2026-07-01T05:00:00.000Z'],
    ['date(0)', '1970-01-01T00:00:00.000Z'],
    ['date(now())', '2026-01-31T09:00:00.000Z'],
    ['parseDate("31.01.2026 10:30", "dd.MM.yyyy HH:mm", "Europe/Berlin")', '2026-01-31T09:30:00.000Z'],
    ['parseDate("Jan 5, 2026", "MMM d, yyyy")', '2026-01-05T00:00:00.000Z'],
    ['date("2026-01-31").plus("P1M")', '2026-02-28T00:00:00.000Z'],
    ['"2026-01-31".minus("P1DT1H")', '2026-01-29T23:00:00.000Z'],
    ['created.plus("P1D", "Europe/Berlin")', '2026-03-29T10:00:00.000Z'],
    ['created.plus("P1D")', '2026-03-29T11:00:00.000Z'],
    ['created.addDays(1, "Europe/Berlin")', '2026-03-29T10:00:00.000Z'],
    ['now().addMinutes(90)', '2026-01-31T10:30:00.000Z'],
    ['now().addHours(-9).addDays(two).addMonths(1)', '2026-03-02T00:00:00.000Z'],
    ['now().format("dd.MM.yyyy HH:mm", "Europe/Berlin")', '31.01.2026 10:00'],
    ['created.format("yyyy-MM-dd")', '2026-03-28'],
    ['now().format("cccc, d MMMM")', 'Saturday, 31 January'],
    ['created.toIso()', '2026-03-28T11:00:00.000Z'],
    ['date("1970-01-01T00:00:01Z").toMillis()', 1000],
    ['now.startOf("month")', '2026-01-01T00:00:00.000Z'],
    ['now.startOf("day", "America/New_York")', '2026-01-31T05:00:00.000Z'],
    ['now.endOf("years").toIso()', '2026-12-31T23:59:59.999Z'],
    ['created.diff(now, "days")', 56.083333333333336],
    ['now().diff(date("2026-01-30T09:00:00Z"), "hours")', 24],
    ['now() - date("2026-01-30T09:00:00Z") == duration("24h")', true],
    ['now() - date("2026-01-30T09:00:00Z")', 'PT86400S'],
    ['now() + duration("PT30M")', '2026-01-31T09:30:00.000Z'],
    ['now() > date(created)', false],
    ['duration("1h30m").getMinutes()', 90],
    ['duration("-1.5s")', '-PT1.5S'],
    ['string(duration("PT90S")) + string(now())', 'PT90S2026-01-31T09:00:00.000Z'],
    ['timestamp("2026-01-31T09:00:00Z").getHours("Asia/Tokyo")', 18],
    [
      'now().getDayOfYear() + now().getDayOfWeek() + now().getDate() + now().getDayOfMonth() + now().getMonth()',
      30 + 6 + 31 + 30 + 0,
    ],
    [
      'now().getFullYear() + now().getHours() + now().getMinutes() + now().getSeconds() + now().getMilliseconds()',
      2035,
    ],
    ['[now(), date(0)].sort().first()', '1970-01-01T00:00:00.000Z'],
  ]);

  it.each<[string, string]>([
    ['date("yesterday")', 'is no valid date'],
    ['parseDate("x", "yyyy")', 'is no valid date'],
    ['now().format("HH", "Mars/Base")', 'is no time zone'],
    ['now().plus("1 day")', 'is no duration'],
    ['now().startOf("fortnight")', 'is no unit'],
    ['date(9e99)', 'is no valid date'],
    ['now().addDays(1e12)', 'is no valid date'],
    ['duration("")', 'is no duration'],
  ])('%s fails', (source, message) => {
    expect(fail(source)).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(fail(source).message).toContain(message);
  });

  it('have no present without a scope that knows it', () => {
    expect(errorOf(() => celValue('now()', scopeWith({}))).code).toBe('UNKNOWN_REFERENCE');
  });
});

describe('the list of functions', () => {
  const functions = celFunctions();

  it('describes each of our functions and hides how they are made', () => {
    expect(functions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['lower', 'matches', 'round', 'sum', 'now', 'orElse', 'has', 'map', 'duration']),
    );
    expect(functions.filter(({ name, signature }) => `${name}${signature}`.includes('millrace'))).toEqual([]);
    expect(functions.find(({ name }) => name === 'padStart')?.description).not.toBe('');
  });

  it('holds no name twice for the same receiver', () => {
    const keys = functions.map(({ receiver, name }) => `${receiver}.${name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
