import fc from 'fast-check';
import { acyclicGraph, anyGraph } from '../testing/graphs';
import { chainOf, documentOf } from '../testing/documents';
import { findCycle } from './find-cycle';
import { isDag } from './is-dag';

describe('findCycle', () => {
  it('is undefined without a cycle', () => {
    expect(findCycle(documentOf(['a', 'b', 'c'], ['a>b', 'a>c', 'b>c']))).toBeUndefined();
  });

  it('names the nodes in the direction of the edges, beginning with the first of the document', () => {
    expect(findCycle(documentOf(['a', 'b', 'c'], ['b>c', 'c>a', 'a>b']))).toEqual(['a', 'b', 'c']);
    expect(findCycle(documentOf(['c', 'b', 'a'], ['b>c', 'c>a', 'a>b']))).toEqual(['c', 'a', 'b']);
  });

  it('names only the cycle, not the way into it or out of it', () => {
    const document = documentOf(['in', 'a', 'b', 'out'], ['in>a', 'a>b', 'b>a', 'b>out']);
    expect(findCycle(document)).toEqual(['a', 'b']);
  });

  it('finds a cycle that is only reached backwards from its tail', () => {
    const document = documentOf(['tail', 'a', 'b'], ['a>b', 'b>a', 'b>tail']);
    expect(findCycle(document)).toEqual(['a', 'b']);
  });

  it('takes a node that points at itself for a cycle of one', () => {
    expect(findCycle(documentOf(['a', 'b'], ['a>b', 'b>b']))).toEqual(['b']);
  });

  it('does not take a diamond for a cycle', () => {
    expect(findCycle(documentOf(['a', 'b', 'c', 'd'], ['a>b', 'a>c', 'b>d', 'c>d']))).toBeUndefined();
  });

  it('does not mind edges whose ends do not exist', () => {
    expect(findCycle(documentOf(['a'], ['a>ghost', 'ghost>a']))).toBeUndefined();
  });

  it('finds a ring of 5,000 nodes without recursion', () => {
    const chain = chainOf(5_000);
    const [first] = documentOf(['n4999', 'n0'], ['n4999>n0']).edges;
    const cycle = findCycle({ nodes: chain.nodes, edges: [...chain.edges, ...(first === undefined ? [] : [first])] });
    expect(cycle).toHaveLength(5_000);
    expect(cycle?.[0]).toBe('n0');
    expect(cycle?.at(-1)).toBe('n4999');
  });

  it('never finds one in an acyclic graph', () => {
    fc.assert(fc.property(acyclicGraph(), (document) => findCycle(document) === undefined && isDag(document)));
  });

  it('gives a way along edges back to its beginning, without a repeated node, whenever the graph is no DAG', () => {
    fc.assert(
      fc.property(anyGraph(), (document) => {
        const cycle = findCycle(document);
        expect(cycle === undefined).toBe(isDag(document));
        if (cycle === undefined) return;
        expect(new Set(cycle).size).toBe(cycle.length);
        cycle.forEach((id, index) => {
          const next = cycle[(index + 1) % cycle.length];
          expect(document.edges.some((edge) => edge.source === id && edge.target === next)).toBe(true);
        });
      }),
    );
  });
});
