import type { Json } from '@millrace/workflow-model';
import { errorOf, scopeWith, valueOf } from '../testing/evaluation';

const scope = scopeWith({
  Fetch: {
    success: true,
    data: {
      title: 'T',
      items: [
        { n: 1, tags: ['x', 'y'] },
        { n: 2, tags: [] },
      ],
      empty: [],
    },
  },
  list: ['a', 'b'],
  text: 'hällo',
  html: '<a href="x">&</a>',
  zero: 0,
  no: false,
  yes: true,
  none: null,
  blank: '',
  object: { k: 'v', 'a key': 1, '0': 'digit', length: 'own', 'a.b': 'dotted', n: 9 },
  matrix: [[1, 2], [3]],
});
const render = (template: string): Json => valueOf(template, scope);
const fail = (template: string): ReturnType<typeof errorOf> => errorOf(() => render(template));

describe('a variable', () => {
  it.each<[string, Json]>([
    ['{{zero}}', 0],
    ['{{no}}', false],
    ['{{none}}', null],
    ['{{list}}', ['a', 'b']],
    ['{{object}}', { k: 'v', 'a key': 1, '0': 'digit', length: 'own', 'a.b': 'dotted', n: 9 }],
    ['{{{html}}}', '<a href="x">&</a>'],
    ['{{& html}}', '<a href="x">&</a>'],
  ])('alone keeps its type: %s', (template, expected) => {
    expect(render(template)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['<{{html}}>', '<<a href="x">&</a>>'],
    ['<{{{html}}}|{{&html}}>', '<<a href="x">&</a>|<a href="x">&</a>>'],
    ['[{{none}}]', '[]'],
    ['[{{zero}},{{no}},{{blank}}]', '[0,false,]'],
    ['{{list}} {{object.k}}', '["a","b"] v'],
    [' {{zero}}', ' 0'],
    ['{{zero}}{{zero}}', '00'],
    ['{{! a comment }}{{zero}}', '0'],
    ['{{zero}}\n', '0\n'],
    ['{ {zero}', '{ {zero}'],
  ])('among text is written as text, never escaped: %s', (template, expected) => {
    expect(render(template)).toBe(expected);
  });
});

describe('a path', () => {
  it.each<[string, Json]>([
    ['{{Fetch.items.0.n}}', 1],
    ['{{Fetch.items[1].n}}', 2],
    ['{{ Fetch . items [ 1 ] }}', { n: 2, tags: [] }],
    ['{{list.length}}', 2],
    ['{{text.length}}', 5],
    ['{{Fetch.items.0.tags.length}}', 2],
    ['{{object.length}}', 'own'],
    ['{{object.0}}', 'digit'],
    ['{{object[0]}}', 'digit'],
    ['{{object["a key"]}}', 1],
    ["{{object['a key']}}", 1],
    ['{{object.a key}}', 1],
    ['{{object["a.b"]}}', 'dotted'],
    ['{{["object"].k}}', 'v'],
    ['{{matrix[0][1]}}', 2],
  ])('%s', (template, expected) => {
    expect(render(template)).toEqual(expected);
  });

  it.each(['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty'])('never leads to %s', (key) => {
    for (const root of ['object', 'list', 'text', 'Fetch'])
      expect(fail(`{{${root}.${key}}}`).code).toBe('PATH_NOT_FOUND');
    expect(fail(`{{${key}}}`).code).toBe('UNKNOWN_REFERENCE');
  });

  it.each<[string, string]>([
    ['{{a + b}}', '"+" cannot be part of a name'],
    ['{{a | upper}}', '"|" cannot be part of a name'],
    ['{{a..b}}', 'a name is missing'],
    ['{{a.}}', 'a name is missing'],
    ['{{.a}}', 'a name is missing'],
    ['{{a[x]}}', 'brackets hold a number or a quoted key'],
    ['{{a["x}}', 'not closed'],
    ['{{a[0]b}}', 'expected "." or "["'],
    ['{{f(x)}}', '"(" cannot be part of a name'],
  ])('%s is none', (template, reason) => {
    const error = fail(template);
    expect(error.code).toBe('TEMPLATE_SYNTAX');
    expect(error.message).toContain(reason);
  });
});

describe('a missing path', () => {
  it.each<[string, string, string]>([
    [
      '{{Fetch.data.titel}}',
      'PATH_NOT_FOUND',
      '"Fetch.data.titel" was not found: "Fetch.data" has no "titel". Did you mean "title"? Available: title, items, empty.',
    ],
    [
      '{{Fetch.titel}}',
      'PATH_NOT_FOUND',
      '"Fetch.data.titel" was not found: "Fetch.data" has no "titel". Did you mean "title"? Available: title, items, empty.',
    ],
    [
      '{{Fetch.items[5].n}}',
      'PATH_NOT_FOUND',
      '"Fetch.data.items[5].n" was not found: "Fetch.data.items" has 2 elements, so there is no [5].',
    ],
    [
      '{{Fetch.items.n}}',
      'PATH_NOT_FOUND',
      '"Fetch.data.items.n" was not found: "Fetch.data.items" is a list of 2 elements; name one by its index, such as [0].',
    ],
    ['{{none.x.y}}', 'PATH_NOT_FOUND', '"none.x.y" was not found: "none" is null, so "x" cannot be read from it.'],
    ['{{text.x}}', 'PATH_NOT_FOUND', '"text.x" was not found: "text" is a string, so "x" cannot be read from it.'],
  ])('%s', (template, code, message) => {
    expect(fail(template)).toMatchObject({ code, message });
  });

  it('is written once in a scope that makes its envelopes anew each time', () => {
    const fresh = { ...scope, resolveRoot: (name: string) => structuredClone(scope.resolveRoot(name)) };
    const { message } = errorOf(() => valueOf('{{Fetch.data.titel}}', fresh));
    expect(message).toMatch(/^"Fetch\.data\.titel" was not found: "Fetch\.data" has no "titel"/);
  });

  it('names the nearest root and what there is', () => {
    const error = fail('x {{ Fech.title }}');
    expect(error).toMatchObject({ code: 'UNKNOWN_REFERENCE', range: { start: 5, end: 15 } });
    expect(error.message).toMatch(/^There is no "Fech" here\. Did you mean "Fetch"\? Available: Fetch, list, /);
  });

  it('tells long lists of keys and long names in few words', () => {
    const wide = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`key${index}`, index]));
    const { message } = errorOf(() => valueOf('{{wide.nothing}}', scopeWith({ wide })));
    expect(message).toContain('and 80 more');
    const long = errorOf(() => valueOf(`{{${'n'.repeat(5_000)}}}`, scope)).message;
    expect(long.length).toBeLessThan(2_000);
  });
});

describe('a section', () => {
  it.each<[string, string]>([
    ['{{#list}}<{{.}}>{{/list}}', '<a><b>'],
    ['{{#Fetch.items}}{{n}}:{{#tags}}{{.}}{{/tags}}{{^tags}}none{{/tags}};{{/Fetch.items}}', '1:xy;2:none;'],
    ['{{#matrix}}[{{#.}}{{.}}{{/.}}]{{/matrix}}', '[12][3]'],
    ['{{#object}}{{k}}{{/object}}', 'v'],
    ['{{#Fetch}}{{title}} {{data.title}} {{success}}{{/Fetch}}', 'T T true'],
    ['{{#yes}}{{text}}{{/yes}}', 'hällo'],
    ['{{#text}}{{.}}{{/text}}', 'hällo'],
    ['{{#Fetch.items}}{{text}}{{/Fetch.items}}', 'hällohällo'],
    ['{{#Fetch.items}}{{#object}}{{n}}{{/object}}{{/Fetch.items}}', '99'],
  ])('%s', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  it.each(['no', 'none', 'zero', 'blank', 'Fetch.empty', 'missing', 'missing.deep', 'Fetch.missing', 'text.missing'])(
    'leaves out what is not there or empty, without an error: %s',
    (path) => {
      expect(render(`{{#${path}}}there{{/${path}}}{{^${path}}}not there{{/${path}}}`)).toBe('not there');
    },
  );

  it('still fails for what is missing inside it', () => {
    expect(fail('{{#Fetch.items}}{{nope}}{{/Fetch.items}}')).toMatchObject({
      code: 'UNKNOWN_REFERENCE',
      range: { start: 18, end: 22 },
    });
    expect(fail('{{#Fetch.items}}{{tags.x}}{{/Fetch.items}}').code).toBe('PATH_NOT_FOUND');
  });

  it('on a line of its own leaves no empty line', () => {
    expect(render('a\n{{#list}}\n- {{.}}\n{{/list}}\nb')).toBe('a\n- a\n- b\nb');
  });
});

describe('what is no template', () => {
  it.each<[string, string, { start: number; end: number }]>([
    ['a {{b', 'TEMPLATE_SYNTAX', { start: 2, end: 5 }],
    ['a {{}} b', 'TEMPLATE_SYNTAX', { start: 2, end: 6 }],
    ['{{#a}}x', 'TEMPLATE_SYNTAX', { start: 7, end: 7 }],
    ['{{#a}}x{{/b}}', 'TEMPLATE_SYNTAX', { start: 7, end: 13 }],
    ['x{{/a}}', 'TEMPLATE_SYNTAX', { start: 1, end: 7 }],
    ['{{> other}}', 'TEMPLATE_PARTIAL', { start: 0, end: 11 }],
    ['{{=<% %>=}}', 'TEMPLATE_DELIMITERS', { start: 0, end: 11 }],
    ['{{.}}', 'TEMPLATE_SYNTAX', { start: 2, end: 3 }],
    ['{{{a}}', 'TEMPLATE_SYNTAX', { start: 0, end: 6 }],
  ])('%s', (template, code, range) => {
    expect(fail(template)).toMatchObject({ code, range });
  });

  it('is what is longer than a million characters', () => {
    expect(fail(`{{text}}${'x'.repeat(1_000_000)}`).code).toBe('EXPRESSION_TOO_LONG');
  });

  it('is what nests sections more than fifty deep', () => {
    const depth = 60;
    expect(fail('{{#text}}'.repeat(depth) + '{{/text}}'.repeat(depth)).code).toBe('TEMPLATE_SYNTAX');
  });

  it('is refused in no time, however many spaces a tag has', () => {
    const started = performance.now();
    expect(fail(`{{a${' '.repeat(400_000)}b}}`).code).toBe('TEMPLATE_SYNTAX');
    expect(fail(`{{${' '.repeat(400_000)}`).code).toBe('TEMPLATE_SYNTAX');
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('the limits', () => {
  it('stop output that grows too large', () => {
    const big = scopeWith({
      big: 'x'.repeat(9 * 1024 * 1024),
      list: Array.from({ length: 1_000 }, () => 'y'.repeat(1_000)),
    });
    expect(errorOf(() => valueOf('{{big}}{{big}}', big)).code).toBe('OUTPUT_TOO_LARGE');
    expect(errorOf(() => valueOf('{{#list}}{{#list}}{{list}}{{/list}}{{/list}}', big)).code).toBe('OUTPUT_TOO_LARGE');
    expect(errorOf(() => valueOf('{{text}}!', scope, { maxOutputCharacters: 5, maxCost: 10 })).code).toBe(
      'OUTPUT_TOO_LARGE',
    );
  });

  it('stop sections that turn too often', () => {
    const wide = scopeWith({ list: Array.from({ length: 1_000 }, (_, index) => index) });
    const template = '{{#list}}{{#list}}{{#list}}{{/list}}{{/list}}{{/list}}';
    expect(errorOf(() => valueOf(template, wide)).code).toBe('EXPRESSION_TOO_COSTLY');
  });
});
