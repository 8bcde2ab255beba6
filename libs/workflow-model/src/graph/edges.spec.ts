import fc from 'fast-check';
import { anyGraph } from '../testing/graphs';
import { documentOf } from '../testing/documents';
import { incomingEdges } from './incoming-edges';
import { isDag } from './is-dag';
import { outgoingEdges } from './outgoing-edges';

const document = documentOf(['a', 'b', 'c'], ['a:true>c', 'a:false>b', 'b>c', 'c>ghost', 'ghost>a']);

describe('outgoingEdges', () => {
  it('has the edges that leave a node in document order', () => {
    expect(
      outgoingEdges(document)
        .get('a')
        ?.map((edge) => edge.id),
    ).toEqual(['a:true>c', 'a:false>b']);
  });

  it('has every node, also one without an edge, and leaves dangling edges out', () => {
    const edges = outgoingEdges(document);
    expect([...edges.keys()]).toEqual(['a', 'b', 'c']);
    expect(edges.get('c')).toEqual([]);
    expect(edges.has('ghost')).toBe(false);
  });
});

describe('incomingEdges', () => {
  it('has the edges that come into a node in document order', () => {
    const edges = incomingEdges(document);
    expect(edges.get('c')?.map((edge) => edge.id)).toEqual(['a:true>c', 'b>c']);
    expect(edges.get('a')).toEqual([]);
  });

  it('holds the same edges as outgoingEdges', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        const ids = (groups: ReadonlyMap<string, readonly { id: string }[]>): string[] =>
          [...groups.values()].flatMap((edges) => edges.map((edge) => edge.id)).sort();
        expect(ids(incomingEdges(graph))).toEqual(ids(outgoingEdges(graph)));
      }),
    );
  });
});

describe('isDag', () => {
  it('is true without nodes, without edges and with a diamond', () => {
    expect(isDag(documentOf([]))).toBe(true);
    expect(isDag(documentOf(['a', 'b']))).toBe(true);
    expect(isDag(documentOf(['a', 'b', 'c', 'd'], ['a>b', 'a>c', 'b>d', 'c>d']))).toBe(true);
  });

  it('is false with a cycle and with an edge from a node to itself', () => {
    expect(isDag(documentOf(['a', 'b'], ['a>b', 'b>a']))).toBe(false);
    expect(isDag(documentOf(['a'], ['a>a']))).toBe(false);
  });
});
