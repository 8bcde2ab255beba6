import type { Json } from '@millrace/workflow-model';
import { compileParam, evaluateJsonText, evaluateParam } from './param';
import { errorOf, scopeWith, valueOf } from './testing/evaluation';

const scope = scopeWith(
  {
    google_form: { responses: { email: 'ada@example.org' } },
    FetchData: {
      success: true,
      data: {
        title: 'Hello',
        content: 'text',
        nested: { field: 'deep' },
        success: 'inner',
        items: [{ name: 'a' }, { name: 'b' }],
      },
    },
    GetUUID: { success: true, data: { uuid: '6f1c' } },
    Failed: { success: false, data: null, error: { code: 'X', message: 'no' } },
    'node-1': { success: true, data: { x: [1, 2] } },
    trigger: { token: 's3"cret\\\n', inputField: 7, tag: '{{trigger.token}}', none: null, flag: false },
  },
  ['FetchData', 'GetUUID', 'Failed', 'node-1'],
);

describe('the templates of the contract', () => {
  it.each<[row: string, template: string, expected: Json]>([
    ['000-30', '{{ google_form.responses.email }}', 'ada@example.org'],
    ['003-42', '{{FetchData.title}}', 'Hello'],
    ['003-42 by the label', '{{ Fetch Data.title }}', 'Hello'],
    ['003-42 by the id', '{{node-1.x}}', [1, 2]],
    ['003-43', '{{FetchData.nested.field}}', 'deep'],
    ['003-44', '{{trigger.inputField}}', 7],
    ['003-45', 'UUID generated: {{GetUUID.data.uuid}}', 'UUID generated: 6f1c'],
    ['003-47', '{{FetchData.data.content}}', 'text'],
    ['003-47', '{{FetchData.success}}', true],
    ['003-47', '{{Failed.error.code}}', 'X'],
  ])('%s: %s', (_row, template, expected) => {
    expect(valueOf(template, scope)).toEqual(expected);
  });

  it('003-46 and 003-80 to 82: fills JSON text in after it was parsed, so a value cannot break out of its string', () => {
    const headers = '{"Authorization": "Bearer {{trigger.token}}", "X-Count": "{{trigger.inputField}}"}';
    const expected = { Authorization: 'Bearer s3"cret\\\n', 'X-Count': 7 };
    expect(evaluateJsonText(headers, scope)).toEqual(expected);
    expect(JSON.parse(valueOf(headers, scope) as string)).toEqual(expected);
  });

  it('finds the keys of an envelope in the envelope, and everything else in its data', () => {
    expect(valueOf('{{FetchData.data.success}}', scope)).toBe('inner');
    expect(valueOf('{{node-1.data.x}}', scope)).toEqual([1, 2]);
  });
});

describe('compileParam', () => {
  it('gives a static param as the same frozen value each time, without freezing what it was given', () => {
    const given = { list: [1, { deep: 'x' }], text: 'no tags' };
    const compiled = compileParam(given);
    const value = compiled.evaluate(scope) as { list: Json[] };
    expect(compiled.isStatic).toBe(true);
    expect(value).toEqual(given);
    expect(compiled.evaluate(scope)).toBe(value);
    expect(Object.isFrozen(value.list[1])).toBe(true);
    expect(Object.isFrozen(given.list)).toBe(false);
  });

  it('evaluates what is dynamic anywhere inside lists and objects and leaves the rest', () => {
    const compiled = compileParam({ a: ['{{trigger.inputField}}', 2], b: { $expr: 'trigger.inputField + 1' }, c: 'x' });
    expect(compiled.isStatic).toBe(false);
    expect(compiled.evaluate(scope)).toEqual({ a: [7, 2], b: 8, c: 'x' });
  });

  it('takes only objects that are exactly { $expr: text } for expressions', () => {
    expect(valueOf({ $expr: '1 + 1', other: 1 }, scope)).toEqual({ $expr: '1 + 1', other: 1 });
    expect(valueOf({ $expr: 5 }, scope)).toEqual({ $expr: 5 });
  });

  it('never evaluates what came out of an evaluation', () => {
    expect(valueOf('{{trigger.tag}}', scope)).toBe('{{trigger.token}}');
    expect(valueOf('a {{trigger.tag}}', scope)).toBe('a {{trigger.token}}');
    expect(valueOf({ $expr: 'trigger.tag' }, scope)).toBe('{{trigger.token}}');
    expect(evaluateJsonText('{"a": "{{trigger.tag}}"}', scope)).toEqual({ a: '{{trigger.token}}' });
  });

  it('drops keys that would reach a prototype', () => {
    const param = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "x": "{{trigger.inputField}}"}') as Json;
    const value = valueOf(param, scope) as Record<string, Json>;
    expect(Object.keys(value)).toEqual(['x']);
    expect(value['polluted']).toBeUndefined();
    expect(Object.keys(compileParam(JSON.parse('{"__proto__": 1, "y": 2}') as Json).evaluate(scope) as object)).toEqual(
      ['y'],
    );
  });

  it('names the place inside the param in errors of compiling and of evaluating', () => {
    expect(errorOf(() => compileParam({ a: [{ b: '{{x' }] }))).toMatchObject({
      code: 'TEMPLATE_SYNTAX',
      path: ['a', 0, 'b'],
    });
    expect(errorOf(() => valueOf({ a: [{ $expr: 'nope.x' }] }, scope))).toMatchObject({
      code: 'UNKNOWN_REFERENCE',
      path: ['a', 0],
      range: { start: 0, end: 4 },
    });
  });

  it('refuses params that are nested too deep', () => {
    let param: Json = '{{trigger.inputField}}';
    for (let i = 0; i < 300; i++) param = [param];
    expect(errorOf(() => compileParam(param)).code).toBe('EXPRESSION_TOO_LONG');
  });

  it('says so when a value is nested too deep to be written', () => {
    let deep: Json = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(errorOf(() => valueOf('text {{deep}}', scopeWith({ deep }))).code).toBe('EXPRESSION_TOO_COSTLY');
  });
});

describe('JSON text', () => {
  it('stays JSON text whatever the values hold', () => {
    const body = '{ "list": "{{FetchData.items}}", "note": "say {{trigger.token}}", "none": "{{trigger.none}}" }';
    expect(JSON.parse(valueOf(body, scope) as string)).toEqual({
      list: [{ name: 'a' }, { name: 'b' }],
      note: 'say s3"cret\\\n',
      none: null,
    });
  });

  it('is only what parses before it is filled in', () => {
    expect(valueOf('{"a": {{trigger.inputField}}}', scope)).toBe('{"a": 7}');
    expect(valueOf('[{{trigger.inputField}}]', scope)).toBe('[7]');
    expect(valueOf('{{trigger.flag}} {"a": 1}', scope)).toBe('false {"a": 1}');
  });

  it('is refused by evaluateJsonText when it is none', () => {
    expect(errorOf(() => evaluateJsonText('{"a": {{x}}}', scope)).code).toBe('INVALID_JSON');
  });
});

describe('evaluateParam', () => {
  it('gives the same as compiling, from its cache the second time', () => {
    const param = { a: '{{trigger.inputField}}' };
    expect([evaluateParam(param, scope), evaluateParam(param, scope)]).toEqual([{ a: 7 }, { a: 7 }]);
    expect(evaluateParam('x{{trigger.inputField}}', scope)).toBe('x7');
    expect(evaluateParam(5, scope)).toBe(5);
  });

  it('keeps working when more strings come than its cache holds', () => {
    for (let i = 0; i < 2_500; i++) expect(evaluateParam(`${i} {{trigger.inputField}}`, scope)).toBe(`${i} 7`);
    expect(evaluateParam('0 {{trigger.inputField}}', scope)).toBe('0 7');
  });
});

it('asks a scope only for the roots that are named', () => {
  const asked: string[] = [];
  const lazy = {
    resolveRoot: (name: string): Json => {
      asked.push(name);
      return { x: 1 };
    },
    rootNames: () => [],
  };
  valueOf(['{{a.x}}', { $expr: 'b.x' }, 'static'], lazy);
  expect([...new Set(asked)]).toEqual(['a', 'b']);
});
