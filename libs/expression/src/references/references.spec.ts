import type { Json } from '@millrace/workflow-model';
import { valueOf, scopeWith } from '../testing/evaluation';
import { findReferences } from './find-references';
import { renameRoot, rewriteReferences } from './rename-root';

const brief = (param: Json): unknown[] => findReferences(param).map(({ root, path }) => [root, ...path].join('/'));

describe('findReferences', () => {
  it.each<[Json, string[]]>([
    ['no tags', []],
    ['{{Fetch.data.title}} and {{ trigger.x[0]["a b"] }}', ['Fetch/data/title', 'trigger/x/0/a b']],
    ['{{#Fetch.items}}{{name}}{{.}}{{/Fetch.items}}{{! Other.x }}', ['Fetch/items', 'name', 'Fetch/items']],
    ['{{node-1.data.x}}', ['node-1/data/x']],
    [
      { $expr: 'Fetch.items.filter(i, i.n > trigger.min).map(Fetch, Fetch.n + input.n)' },
      ['Fetch/items', 'trigger/min', 'input/n'],
    ],
    [{ $expr: '"Fetch.title {{x}}" + nodes["node-1"].data.x + nodes.Fetch.title' }, ['node-1/data/x', 'Fetch/title']],
    [{ $expr: 'Fetch.items[index].name' }, ['Fetch/items', 'index']],
    [{ $expr: 'cel.bind(a, Fetch.n, a + b.c)' }, ['Fetch/n', 'b/c']],
    [{ $expr: 'a.b(c.d).e + int(f) + type(g) == string' }, ['a', 'c/d', 'f', 'g']],
    [{ $expr: 'has(a.b) ? {"k": c} : [d, -e]' }, ['a/b', 'c', 'd', 'e']],
    [{ a: [{ b: '{{x}}' }], c: { $expr: 'y' } }, ['x', 'y']],
    ['{"k": "{{a[\\"b c\\"].d}}"}', ['a/b c/d']],
    ['{{broken', []],
    [{ $expr: 'a +' }, []],
  ])('%j', (param, expected) => {
    const found = brief(param);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('says where each stands', () => {
    const text = 'Hi {{ Fetch.title }}!';
    const [reference] = findReferences({ a: [text] });
    expect(reference).toMatchObject({ at: ['a', 0], form: 'path', relative: false });
    expect(text.slice(reference?.range.start, reference?.range.end)).toBe('Fetch.title');
    expect(text.slice(reference?.rootRange.start, reference?.rootRange.end)).toBe('Fetch');
  });

  it('says where each stands in an expression', () => {
    const source = '1 + nodes["node-1"].x.y * 2';
    const [reference] = findReferences({ $expr: source });
    expect(source.slice(reference?.range.start, reference?.range.end)).toBe('nodes["node-1"].x.y');
    expect(source.slice(reference?.rootRange.start, reference?.rootRange.end)).toBe('nodes["node-1"]');
  });

  it('says which stand inside a section, where they may mean a key of its value', () => {
    const flags = findReferences('{{a}}{{#b}}{{c}}{{^d}}{{e}}{{/d}}{{/b}}{{^f}}{{g}}{{/f}}');
    expect(
      flags
        .filter(({ isClosing }) => !isClosing)
        .map(({ root, relative, testsPresence }) => [root, relative, testsPresence]),
    ).toEqual([
      ['a', false, false],
      ['b', false, true],
      ['c', true, false],
      ['d', true, true],
      ['e', true, false],
      ['f', false, true],
      ['g', false, false],
    ]);
  });
});

describe('renameRoot', () => {
  it.each<[Json, Json]>([
    [
      '{{Old.x}} {{ Old }} {{{Old.y}}} {{&Old}} {{Older.x}} {{x.Old}} Old',
      '{{New.x}} {{ New }} {{{New.y}}} {{&New}} {{Older.x}} {{x.Old}} Old',
    ],
    ['{{#Old.items}}{{n}}{{/Old.items}}{{^Old}}-{{/Old}}', '{{#New.items}}{{n}}{{/New.items}}{{^New}}-{{/New}}'],
    ['{{! Old }}{{Old.x}}', '{{! Old }}{{New.x}}'],
    ['{{Ol d.x}}', '{{New.x}}'],
    ['{{ Old . x [0] }}', '{{ New . x [0] }}'],
    [{ $expr: 'Old.x + x.Old + "Old.x" + Old["Old"]' }, { $expr: 'New.x + x.Old + "Old.x" + New["Old"]' }],
    [{ $expr: 'items.map(Old, Old.x) + Old.list' }, { $expr: 'items.map(Old, Old.x) + New.list' }],
    [{ $expr: 'items.map(New, New.x + Old.x)' }, { $expr: 'items.map(New, New.x + nodes["New"].x)' }],
    [{ $expr: 'nodes["Old"].x + nodes.Old.y' }, { $expr: 'nodes["New"].x + nodes["New"].y' }],
    [{ $expr: 'cel.bind(Old, Old.x, Old)' }, { $expr: 'cel.bind(Old, New.x, Old)' }],
    [{ $expr: 'has(Old.x) && Old.all(i, i in Old.y)' }, { $expr: 'has(New.x) && New.all(i, i in New.y)' }],
    ['{"a": "{{Old.x}}", "Old": 1}', '{"a": "{{New.x}}", "Old": 1}'],
    [{ a: ['{{Old}}', { Old: 'Old' }] }, { a: ['{{New}}', { Old: 'Old' }] }],
  ])('%j', (param, expected) => {
    expect(renameRoot(param, 'Old', 'New')).toEqual(expected);
  });

  it('leaves what does not name the root exactly as it is', () => {
    const param = { a: ['{{Other.x}}', { $expr: '1 +' }], b: '{{Old' };
    expect(renameRoot(param, 'Old', 'New')).toBe(param);
  });

  it.each<[to: string, template: string, expression: string]>([
    ['node-1', '{{node-1.x}}', 'nodes["node-1"].x'],
    ['2nd', '{{2nd.x}}', '_2nd.x'],
    ['list', '{{list.x}}', 'nodes["list"].x'],
    ['for', '{{for.x}}', 'nodes["for"].x'],
    ['in', '{{in.x}}', 'nodes["in"].x'],
    ['Grüße', '{{Grüße.x}}', 'nodes["Grüße"].x'],
    ['a.b "c"', '{{["a.b \\"c\\""].x}}', 'nodes["a.b \\"c\\""].x'],
  ])('to %s writes it so that it can be read', (to, template, expression) => {
    expect(renameRoot('{{Old.x}}', 'Old', to)).toBe(template);
    expect(renameRoot({ $expr: 'Old.x' }, 'Old', to)).toEqual({ $expr: expression });
    const scope = scopeWith({ [to]: { x: 'found' } }, []);
    expect(valueOf(template, scope)).toBe('found');
    expect(valueOf({ $expr: expression }, scope)).toBe('found');
  });

  it('back again finds what was renamed', () => {
    expect(renameRoot(renameRoot({ $expr: 'Old.x' }, 'Old', '2nd'), '2nd', 'Old')).toEqual({ $expr: 'Old.x' });
    expect(renameRoot(renameRoot('{{Old.x}}', 'Old', 'a.b "c"'), 'a.b "c"', 'Old')).toBe('{{Old.x}}');
    expect(renameRoot(renameRoot('{"k": "{{Old.x}}"}', 'Old', 'a.b'), 'a.b', 'Old')).toBe('{"k": "{{Old.x}}"}');
  });
});

it('rewriteReferences exchanges names', () => {
  const names = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(rewriteReferences(['{{a.x}}{{b.y}}', { $expr: 'a.x + b.y + c' }], (root) => names.get(root))).toEqual([
    '{{b.x}}{{a.y}}',
    { $expr: 'b.x + a.y + c' },
  ]);
});
