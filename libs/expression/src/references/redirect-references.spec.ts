import type { Json } from '@millrace/workflow-model';
import { scopeWith, valueOf } from '../testing/evaluation';
import { type Place, readReferences, redirectReferences } from './redirect-references';

/** What `Fetch` gave is found in the trigger: its data as it is, each other key under the name of the step. */
const moved = ({ root, path }: { root: string; path: readonly (string | number)[] }): Place | undefined => {
  if (root !== 'Fetch') return undefined;
  return { root: 'trigger', path: path[0] === 'data' ? path.slice(1) : ['a b', ...path] };
};

describe('redirectReferences', () => {
  it.each<[Json, Json]>([
    ['{{Fetch.data.title}} {{ Fetch.data }} {{Other.x}}', '{{trigger.title}} {{ trigger }} {{Other.x}}'],
    ['{{Fetch.n[0].x}}', '{{trigger["a b"].n[0].x}}'],
    [
      '{{#Fetch.data.items}}{{name}}{{/Fetch.data.items}}{{^Fetch.data.n}}-{{/Fetch.data.n}}',
      '{{#trigger.items}}{{name}}{{/trigger.items}}{{^trigger.n}}-{{/trigger.n}}',
    ],
    ['{"k": "{{Fetch.n}}", "Fetch": 1}', '{"k": "{{trigger[\\"a b\\"].n}}", "Fetch": 1}'],
    [{ $expr: 'Fetch.data.n * 2 + x.Fetch' }, { $expr: 'trigger.n * 2 + x.Fetch' }],
    [{ $expr: 'Fetch.data.items[index].name' }, { $expr: 'trigger.items[index].name' }],
    [{ $expr: 'nodes["Fetch"].data["x y"].n' }, { $expr: 'trigger["x y"].n' }],
    [{ $expr: 'Fetch.data.items.map(Fetch, Fetch.n)' }, { $expr: 'trigger.items.map(Fetch, Fetch.n)' }],
    [
      { $expr: 'list.map(trigger, trigger.n + Fetch.data.n)' },
      { $expr: 'list.map(trigger, trigger.n + nodes["trigger"].n)' },
    ],
    [{ $expr: 'has(Fetch.data.n) ? Fetch.data.n : 0' }, { $expr: 'has(trigger.n) ? trigger.n : 0' }],
    [{ $expr: 'Fetch["in"]' }, { $expr: 'trigger["a b"]["in"]' }],
  ])('%j', (param, expected) => {
    expect(redirectReferences(param, moved)).toEqual(expected);
  });

  it('leaves what reads from no other place exactly as it is, also what cannot be read', () => {
    const param = { a: ['{{Other.x}}', { $expr: '1 +' }], b: '{{Fetch' };
    expect(redirectReferences(param, moved)).toBe(param);
  });

  it.each<Json>([
    '{{Fetch.data.list[1]["k k"]}}',
    { $expr: 'Fetch.data.list[1]["k k"] + 1' },
    { $expr: 'Fetch.data.list[int(nodes.Fetch.data.one)]["k k"]' },
    { $expr: 'has(Fetch.data.none) ? 0 : size(Fetch.data.list)' },
  ])('what is read stays the same value: %j', (param) => {
    const data = { list: [0, { 'k k': 41 }], one: 1 };
    const before = scopeWith({ Fetch: { success: true, data } }, ['Fetch']);
    const after = scopeWith({ trigger: data }, []);
    expect(valueOf(redirectReferences(param, moved), after)).toEqual(valueOf(param, before));
  });
});

describe('readReferences', () => {
  const told = (param: Json): string[] =>
    readReferences(param).map(
      ({ root, isTested, isConditional, hasTail }) =>
        `${root}${isTested ? ' tested' : ''}${isConditional ? ' maybe' : ''}${hasTail ? ' tail' : ''}`,
    );

  it.each<[Json, string[]]>([
    ['{{a.b}} {{c}}', ['a', 'c']],
    ['{{a}}{{#b}}{{c}}{{^d}}{{/d}}{{/b}}{{e}}', ['a', 'b tested maybe', 'c maybe', 'd tested maybe', 'e']],
    [{ $expr: 'a.b + c * 2' }, ['a', 'c']],
    [{ $expr: 'a.b[c].d' }, ['a tail', 'c']],
    [{ $expr: 'a ? b : c && d' }, ['a maybe', 'b maybe', 'c maybe', 'd maybe']],
    [{ $expr: 'has(a.b) || coalesce(c.d, 1) == 1' }, ['a tested maybe', 'c maybe']],
    [{ $expr: 'a.list.map(x, x + b)' }, ['a', 'b maybe']],
  ])('%j', (param, expected) => {
    expect(told(param).toSorted()).toEqual(expected.toSorted());
  });
});
