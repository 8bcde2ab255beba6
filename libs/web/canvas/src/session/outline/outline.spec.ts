import fc from 'fast-check';
import { DocumentIndex } from '../document/document-index';
import { chainOf, documentOf } from '../testing/documents';
import { outlineOf } from './outline';

const told = (nodes: Parameters<typeof documentOf>[0], edges: string[]): string[] =>
  outlineOf(DocumentIndex.of(documentOf(nodes, edges))).map(
    ({ depth, node, viaPort, isReference }) =>
      `${'  '.repeat(depth)}${viaPort === undefined ? '' : `${viaPort}: `}${node.id}${isReference ? ' ↑' : ''}`,
  );

describe('the outline', () => {
  it('tells a chain straight down', () => {
    expect(told(['a', 'b', 'c'], ['a>b', 'b>c'])).toEqual(['a', 'b', 'c']);
  });

  it('goes in by one where paths part, and names the port', () => {
    expect(told([{ id: 'c', type: 'condition' }, 'x', 'y', 'z'], ['c:true>x', 'x>y', 'c:false>z'])).toEqual([
      'c',
      '  true: x',
      '  y',
      '  false: z',
    ]);
  });

  it('tells where paths meet after the last of them, and points there before', () => {
    expect(told(['a', 'b', 'c', 'd', 'e'], ['a>b', 'a>c', 'b>d', 'c>d', 'd>e'])).toEqual([
      'a',
      '  b',
      '  d ↑',
      '  c',
      '  d',
      '  e',
    ]);
  });

  it('tells what two triggers lead to after the second', () => {
    expect(told(['t', 'u', 'x'], ['t>x', 'u>x'])).toEqual(['t', 'x ↑', 'u', 'x']);
  });

  it('tells what stands alone, and what is on a cycle', () => {
    expect(told(['alone', 'x', 'y'], ['x>y', 'y>x'])).toEqual(['alone', 'x', 'y', 'x ↑']);
  });

  it('says for each row where it stands among its siblings', () => {
    const rows = outlineOf(DocumentIndex.of(documentOf(['a', 'b', 'c'], ['a>b', 'a>c'])));
    expect(
      rows.map(({ position, siblings, hasChildren, edgeId }) => [position, siblings, hasChildren, edgeId]),
    ).toEqual([
      [1, 1, true, undefined],
      [1, 2, false, 'a>b'],
      [2, 2, false, 'a>c'],
    ]);
  });

  it('tells every node once, every edge once, and never a node before what leads to it', () => {
    const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        pairs: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 16, selector: String }),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ size, pairs }) => {
        const edges = pairs.filter(([from, to]) => from < to).map(([from, to]) => `n${from}>n${to}`);
        const document = documentOf(
          Array.from({ length: size }, (_, place) => `n${place}`),
          edges,
        );
        const rows = outlineOf(DocumentIndex.of(document));
        const own = rows.filter((row) => !row.isReference).map((row) => row.node.id);
        expect(own.toSorted()).toEqual(document.nodes.map((node) => node.id).sort());
        expect(rows.flatMap((row) => row.edgeId ?? []).sort()).toEqual(edges.toSorted());
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
        for (const edge of document.edges) expect(own.indexOf(edge.source)).toBeLessThan(own.indexOf(edge.target));
      }),
    );
  });

  it('does not stumble over a chain of 2,000', () => {
    expect(outlineOf(DocumentIndex.of(chainOf(2_000)))).toHaveLength(2_000);
  });
});
