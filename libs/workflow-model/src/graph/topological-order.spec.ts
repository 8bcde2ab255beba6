import fc from 'fast-check';
import { acyclicGraph, anyGraph } from '../testing/graphs';
import { chainOf, documentOf } from '../testing/documents';
import { descendantsOf } from './descendants-of';
import { topologicalOrder } from './topological-order';

describe('topologicalOrder', () => {
  it('puts parents first, whatever the order of the document', () => {
    expect(topologicalOrder(documentOf(['c', 'b', 'a'], ['a>b', 'b>c']))).toEqual(['a', 'b', 'c']);
  });

  it('takes the node that stands earlier in the document among those that could come next', () => {
    const document = documentOf(['start', 'late', 'early', 'end'], ['start>early', 'start>late', 'early>end']);
    expect(topologicalOrder(document)).toEqual(['start', 'late', 'early', 'end']);
  });

  it('goes down one branch before it begins another root that stands later', () => {
    expect(topologicalOrder(documentOf(['a', 'b', 'root'], ['a>b']))).toEqual(['a', 'b', 'root']);
  });

  it('is the order of the document where there are no edges', () => {
    expect(topologicalOrder(documentOf(['z', 'y', 'x']))).toEqual(['z', 'y', 'x']);
  });

  it('leaves out the nodes of a cycle and those behind it', () => {
    expect(topologicalOrder(documentOf(['a', 'b', 'c', 'd'], ['a>b', 'b>c', 'c>b', 'c>d']))).toEqual(['a']);
  });

  it('counts repeated edges once for every repetition', () => {
    const document = documentOf(
      ['a', 'b'],
      [
        { id: '1', source: 'a', target: 'b' },
        { id: '2', source: 'a', target: 'b' },
      ],
    );
    expect(topologicalOrder(document)).toEqual(['a', 'b']);
  });

  it('does not mind edges whose ends do not exist', () => {
    expect(topologicalOrder(documentOf(['a', 'b'], ['ghost>a', 'a>b', 'b>ghost']))).toEqual(['a', 'b']);
  });

  it('is empty for an empty document', () => {
    expect(topologicalOrder(documentOf([]))).toEqual([]);
  });

  it('gives a chain of 5,000 nodes without recursion', () => {
    const order = topologicalOrder(chainOf(5_000));
    expect(order).toHaveLength(5_000);
    expect(order.at(-1)).toBe('n4999');
  });

  it('has every node of an acyclic graph once, and every edge pointing forwards', () => {
    fc.assert(
      fc.property(acyclicGraph(), (document) => {
        const order = topologicalOrder(document);
        expect([...order].sort()).toEqual(document.nodes.map((node) => node.id).sort());
        for (const edge of document.edges) expect(order.indexOf(edge.source)).toBeLessThan(order.indexOf(edge.target));
      }),
    );
  });

  it('is the earliest order there is, compared place by place', () => {
    fc.assert(
      fc.property(acyclicGraph(8), (document) => {
        const placed = new Set<string>();
        for (const id of topologicalOrder(document)) {
          const ready = document.nodes.filter(
            (node) =>
              !placed.has(node.id) &&
              document.edges.every((edge) => edge.target !== node.id || placed.has(edge.source)),
          );
          expect(ready[0]?.id).toBe(id);
          placed.add(id);
        }
      }),
    );
  });

  it('leaves out exactly the nodes that lie on a cycle or behind one', () => {
    fc.assert(
      fc.property(anyGraph(), (document) => {
        const order = new Set(topologicalOrder(document));
        const onCycle = document.nodes.filter((node) => descendantsOf(document, node.id).has(node.id));
        const stuck = new Set(onCycle.flatMap((node) => [...descendantsOf(document, node.id)]));
        for (const node of document.nodes) expect(order.has(node.id)).toBe(!stuck.has(node.id));
      }),
    );
  });
});
