import type { Json, JsonObject } from '@millrace/workflow-model';
import { checkParam } from './check-param';
import type { ParamProblem } from './param-problem';

const person: JsonObject = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' }, nick: { type: ['string', 'null'] } },
  additionalProperties: false,
};
const output: JsonObject = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    count: { type: 'number' },
    done: { type: 'boolean' },
    people: { type: 'array', items: { $ref: '#/$defs/person' } },
    groups: { type: 'array', items: { type: 'object', properties: { members: { type: 'array', items: person } } } },
    first: { anyOf: [{ $ref: '#/$defs/person' }, { type: 'null' }] },
    either: {
      oneOf: [
        { type: 'object', properties: { a: {} }, additionalProperties: false },
        { type: 'object', properties: { b: {} }, additionalProperties: false },
      ],
    },
    both: {
      allOf: [
        { type: 'object', properties: { a: {} } },
        { type: 'object', properties: { b: {} } },
      ],
    },
    pair: { type: 'array', prefixItems: [{ type: 'string' }, person] },
    map: { type: 'object', additionalProperties: person },
    matched: { type: 'object', patternProperties: { '^x': {} }, additionalProperties: false },
    open: { type: 'object', properties: { known: { type: 'string' } } },
    loose: { type: 'object', properties: { known: { type: 'string' } }, additionalProperties: {} },
    any: {},
    self: { $ref: '#' },
    round: { $ref: '#/$defs/round' },
    knot: { $ref: '#/$defs/knot' },
  },
  additionalProperties: false,
  $defs: {
    person,
    round: { $ref: '#/$defs/round' },
    knot: { anyOf: [{ $ref: '#/$defs/knot' }, { $ref: '#/$defs/knot' }] },
  },
};
const known = {
  roots: { Fetch: output, trigger: undefined, now: { type: 'string' }, '2nd': output, FetchData: output },
  envelopes: ['Fetch', '2nd', 'FetchData'],
};
const check = (param: Json): ParamProblem[] => checkParam(param, known);
const codes = (param: Json): string[] =>
  check(param).map(({ code, severity }) => (severity === 'error' ? code : `${code}?`));

describe('a template', () => {
  it.each([
    'no tags',
    '{{Fetch.title}} {{Fetch.data.title}} {{Fetch.success}} {{Fetch.error.code}} {{Fetch}}',
    '{{trigger.anything.goes[0]}}',
    '{{Fetch.people[0].name}} {{Fetch.people.0.age}} {{Fetch.people.length}} {{Fetch.title.length}}',
    '{{Fetch.first.name}} {{Fetch.either.a}} {{Fetch.either.b}} {{Fetch.both.a}} {{Fetch.both.b}}',
    '{{Fetch.pair[0].length}} {{Fetch.pair[1].name}} {{Fetch.map.anybody.name}} {{Fetch.matched.xyz}}',
    '{{Fetch.open.other}} {{Fetch.loose.knwn}} {{Fetch.any.thing}} {{Fetch.self.self.title}} {{Fetch.round.x}} {{Fetch.knot.x}}',
    '{{Fetch Data.title}} {{2nd.title}}',
    '{{#Fetch.people}}{{name}} {{whatever}}{{/Fetch.people}}',
    '{{#Fetch.missing}}x{{/Fetch.missing}}',
  ])('that may well be right has no problem: %s', (template) => {
    expect(check(template)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['{{Fetch.titel}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.people[0].nam}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.people.name}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.title.x}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.success.x}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.first.nme}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.either.c}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.both.c}}', []],
    ['{{Fetch.pair[1].nme}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.map.anybody.nme}}', ['PATH_NOT_FOUND']],
    ['{{Fetch.open.knwn}}', ['PATH_NOT_FOUND?']],
    ['{{now.year}}', ['PATH_NOT_FOUND']],
    ['{{Fech.x}} {{Fetch.titel}}', ['UNKNOWN_REFERENCE', 'PATH_NOT_FOUND']],
    ['{{#Fech.x}}a{{/Fech.x}}', ['UNKNOWN_REFERENCE']],
    ['{{Fetch', ['TEMPLATE_SYNTAX']],
    ['{{> partial}}', ['TEMPLATE_PARTIAL']],
    ['{"k": "{{Fetch[\\"titel\\"]}}"}', ['PATH_NOT_FOUND']],
    ['{{2nd.titel}}', ['PATH_NOT_FOUND']],
  ])('%s', (template, expected) => {
    expect(codes(template)).toEqual(expected);
  });

  it('is told with range, path, nearest name and what there is', () => {
    expect(check({ body: ['Hi {{Fetch.people[0].nam}}'] })).toEqual([
      {
        code: 'PATH_NOT_FOUND',
        severity: 'error',
        message:
          '"Fetch.people[0].nam" was not found: "Fetch.people[0]" has no "nam". Did you mean "name"? Available: name, age, nick.',
        range: { start: 5, end: 24 },
        path: ['body', 0],
      },
    ]);
    expect(check('{{Fech.x}}')[0]).toMatchObject({ root: 'Fech', range: { start: 2, end: 8 } });
    expect(check('{{Fech.x}}')[0]?.message).toContain('Did you mean "Fetch"?');
    expect(check('{{Fetch.title.x}}')[0]?.message).toContain('"Fetch.title" is text, so "x" cannot be read from it.');
  });
});

describe('an expression', () => {
  it.each([
    'Fetch.title + "!" + Fetch.data.title',
    'Fetch.count + 1 > 2 && Fetch.done',
    'Fetch.people.filter(p, p.age > 3).map(p, p.name)',
    'Fetch.people.sortBy("age").first().name.lower()',
    'Fetch.groups.first().members.map(m, m.name)',
    'Fetch.people[0].nick == null || Fetch.people[0].nick == "x"',
    'Fetch.people.size() + Fetch.people.length + Fetch.title.length',
    'trigger.a.b + trigger.c',
    'has(Fetch.first.name) ? Fetch.first.name : "none"',
    'orElse(Fetch.open.anything, 5) + 1',
    'nodes["2nd"].title + _2nd.title',
    '"Fetch.titel"',
    'trigger.list.map(Fetch, Fetch.titel)',
    'Fetch.map[trigger.key].name',
    'Fetch.any + 1',
    'now.startOf("day").toIso()',
    'Fetch.title.split(",").map(part, part.trim())',
    'cel.bind(p, Fetch.people[0], p.name + p.nick)',
    'Fetch.people.map(p, {"n": p.name, "x": null})',
    'keys(Fetch.first) + Fetch.loose.keys()',
    'Fetch.first == {"name": "a"}',
  ])('that may well be right has no problem: %s', (source) => {
    expect(check({ $expr: source })).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['Fetch.titel + "x"', ['PATH_NOT_FOUND']],
    ['Fetch.people.map(p, p.nam)', ['PATH_NOT_FOUND']],
    ['Fetch.people.filter(p, p.age > 1).map(q, q.nam)', ['PATH_NOT_FOUND']],
    ['Fetch.people.map(p, Fetch.people.map(q, q.nam + p.nam))', ['PATH_NOT_FOUND', 'PATH_NOT_FOUND']],
    ['Fetch.people.first().nam', ['PATH_NOT_FOUND']],
    ['Fetch.people.first().name + 1', ['EXPRESSION_TYPE']],
    ['Fetch.groups.first().members.map(m, m.nam)', ['PATH_NOT_FOUND']],
    ['Fetch.groups.reverse()[0].members.last().nam', ['PATH_NOT_FOUND']],
    ['Fetch.groups.map(g, g.members).flatten().map(m, m.nam)', []],
    ['cel.bind(p, Fetch.people[0], p.nam)', ['PATH_NOT_FOUND']],
    ['nodes["2nd"].titel', ['PATH_NOT_FOUND']],
    ['nodes["3rd"].titel', ['UNKNOWN_REFERENCE']],
    ['Fetch.people[trigger.i].nam', []],
    ['Fech.x + unknown', ['UNKNOWN_REFERENCE', 'UNKNOWN_REFERENCE']],
    ['Fetch.open.knwn', ['PATH_NOT_FOUND?']],
    ['Fetch.title + 1', ['EXPRESSION_TYPE']],
    ['Fetch.count == "5"', ['EXPRESSION_TYPE']],
    ['Fetch.count && true', ['EXPRESSION_TYPE']],
    ['Fetch.count.lower()', ['EXPRESSION_TYPE']],
    ['Fetch.people.map(p, p.age + p.name)', ['EXPRESSION_TYPE']],
    ['Fetch.done ? Fetch.title - 1 : 2', ['EXPRESSION_TYPE']],
    ['foo(1)', ['EXPRESSION_TYPE']],
    ['1 +', ['EXPRESSION_SYNTAX']],
  ])('%s', (source, expected) => {
    expect(codes({ $expr: source })).toEqual(expected);
  });

  it('is told in the words of the expression', () => {
    expect(check({ $expr: 'Fetch.people.first().nam' })[0]).toMatchObject({
      message: expect.stringMatching(
        /^"Fetch\.people\.first\(\)\.nam" was not found: "Fetch\.people\.first\(\)" has no "nam"\./,
      ) as string,
      range: { start: 21, end: 24 },
    });
  });

  it('is told with the range of what is wrong', () => {
    const source = '"a" + string(Fetch.count) + Fetch.count';
    expect(check({ x: { $expr: source } })).toEqual([
      {
        code: 'EXPRESSION_TYPE',
        severity: 'error',
        message: '"+" does not work between string and number. Convert one with text(...) or toNumber(...).',
        range: { start: 0, end: 39 },
        path: ['x'],
      },
    ]);
    expect(check({ $expr: '1 + Fetch.titel' })[0]?.range).toEqual({ start: 4, end: 15 });
  });
});

it('tells everything at once', () => {
  expect(codes({ a: '{{nope}}', b: [{ $expr: 'Fetch.titel' }, '{{x', 'fine {{Fetch.title}}'] })).toEqual([
    'UNKNOWN_REFERENCE',
    'PATH_NOT_FOUND',
    'TEMPLATE_SYNTAX',
  ]);
});
