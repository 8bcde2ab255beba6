import { getIntrospectionQuery, parse } from 'graphql';
import { measureOperation } from './operation-cost';

const cost = (
  query: string,
  variables: Record<string, unknown> = {},
  name?: string,
): ReturnType<typeof measureOperation> => measureOperation(parse(query), variables, name);

describe('measureOperation', () => {
  it.each([
    ['{ a }', { depth: 1, complexity: 1, aliases: 0, directives: 0 }],
    ['{ a b { c d } }', { depth: 2, complexity: 4, aliases: 0, directives: 0 }],
    ['{ x: a y: b @skip(if: true) }', { depth: 1, complexity: 2, aliases: 2, directives: 1 }],
    ['{ ... on Query @include(if: true) { a } }', { depth: 1, complexity: 1, aliases: 0, directives: 1 }],
    ['query @a @b { a }', { depth: 1, complexity: 1, aliases: 0, directives: 2 }],
    ['{ list(first: 10) { a b } }', { depth: 2, complexity: 21, aliases: 0, directives: 0 }],
    ['{ list(limit: 10) { list(last: 5) { a } } }', { depth: 3, complexity: 61, aliases: 0, directives: 0 }],
    ['{ list(first: -5) { a } }', { depth: 2, complexity: 2, aliases: 0, directives: 0 }],
    ['{ list(first: "x") { a } }', { depth: 2, complexity: 2, aliases: 0, directives: 0 }],
    ['{ a { ...F } } fragment F on T { b { c } }', { depth: 3, complexity: 3, aliases: 0, directives: 0 }],
    ['{ ...F ...F } fragment F on T { x: b }', { depth: 1, complexity: 2, aliases: 2, directives: 0 }],
    ['{ ...Missing }', { depth: 0, complexity: 0, aliases: 0, directives: 0 }],
    [
      '{ __schema { types { fields { type { ofType { ofType { name } } } } } } }',
      { depth: 1, complexity: 1, aliases: 0, directives: 0 },
    ],
  ])('measures %s', (query, expected) => {
    expect(cost(query)).toEqual(expected);
  });

  it('takes page sizes from variables', () => {
    const query = 'query($n: Int) { list(first: $n) { a } }';
    expect(cost(query, { n: 7 }).complexity).toBe(8);
    expect(cost(query).complexity).toBe(2);
    expect(cost(query, { n: { nested: true } }).complexity).toBe(2);
  });

  it('measures the operation that runs, or the costliest when no name says which', () => {
    const query = 'query A { a } query B { a { b { c } } }';
    expect(cost(query, {}, 'A').depth).toBe(1);
    expect(cost(query, {}, 'B').depth).toBe(3);
    expect(cost(query).depth).toBe(3);
  });

  it('ends with fragments inside themselves', () => {
    expect(cost('{ ...A } fragment A on T { a { ...B } } fragment B on T { b { ...A } }').depth).toBe(2);
  });

  it('stays finite with pages inside pages', () => {
    const query = `{ ${'list(first: 2147483647) { '.repeat(100)} a ${'} '.repeat(100)} }`;
    expect(cost(query).complexity).toBeLessThanOrEqual(1e9);
    expect(cost(query).complexity).toBeGreaterThan(2_000);
  });
});

describe('introspection', () => {
  it('lets the query of the usual tools through and refuses one that nests without end', () => {
    const types = (levels: number): string =>
      `{ __type(name: "A") { ${'ofType { '.repeat(levels)}name${' }'.repeat(levels)} } }`;
    expect(cost(getIntrospectionQuery()).depth).toBeLessThanOrEqual(12);
    expect(cost(types(60)).depth).toBeGreaterThan(12);
  });
});
