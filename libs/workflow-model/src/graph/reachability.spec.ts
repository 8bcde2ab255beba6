import fc from 'fast-check';
import { anyGraph } from '../testing/graphs';
import { chainOf, documentOf } from '../testing/documents';
import { ancestorsOf } from './ancestors-of';
import { descendantsOf } from './descendants-of';
import { reachableNodes } from './reachable-nodes';

const diamond = documentOf(['a', 'b', 'c', 'd', 'alone'], ['a>b', 'a>c', 'b>d', 'c>d']);

describe('reachableNodes', () => {
  it('has the starting nodes and everything behind them', () => {
    expect([...reachableNodes(diamond, ['b'])].sort()).toEqual(['b', 'd']);
    expect([...reachableNodes(diamond, ['b', 'alone'])].sort()).toEqual(['alone', 'b', 'd']);
  });

  it('is empty without a start, and leaves out ids that are no nodes', () => {
    expect(reachableNodes(diamond, []).size).toBe(0);
    expect(reachableNodes(diamond, ['ghost']).size).toBe(0);
  });

  it('does not follow edges to nodes that do not exist', () => {
    expect([...reachableNodes(documentOf(['a'], ['a>ghost']), ['a'])]).toEqual(['a']);
  });

  it('comes to an end on a cycle', () => {
    expect(reachableNodes(documentOf(['a', 'b'], ['a>b', 'b>a']), ['b']).size).toBe(2);
  });

  it('follows a chain of 5,000 nodes', () => {
    expect(reachableNodes(chainOf(5_000), ['n0']).size).toBe(5_000);
  });
});

describe('descendantsOf', () => {
  it('has every node behind, however far, and not the node itself', () => {
    expect([...descendantsOf(diamond, 'a')].sort()).toEqual(['b', 'c', 'd']);
    expect(descendantsOf(diamond, 'd').size).toBe(0);
  });

  it('has the node itself when it lies on a cycle', () => {
    expect([...descendantsOf(documentOf(['a', 'b'], ['a>b', 'b>a']), 'a')].sort()).toEqual(['a', 'b']);
  });

  it('is empty for an unknown id', () => {
    expect(descendantsOf(diamond, 'ghost').size).toBe(0);
  });

  it('is what can be reached, without the start unless it is on a cycle', () => {
    fc.assert(
      fc.property(anyGraph(), (document) => {
        for (const { id } of document.nodes) {
          const behind = descendantsOf(document, id);
          expect(new Set([id, ...behind])).toEqual(reachableNodes(document, [id]));
        }
      }),
    );
  });
});

describe('ancestorsOf', () => {
  it('has every node before, however far, and not the node itself', () => {
    expect([...ancestorsOf(diamond, 'd')].sort()).toEqual(['a', 'b', 'c']);
    expect(ancestorsOf(diamond, 'a').size).toBe(0);
    expect(ancestorsOf(diamond, 'ghost').size).toBe(0);
  });

  it('follows a chain of 5,000 nodes', () => {
    expect(ancestorsOf(chainOf(5_000), 'n4999').size).toBe(4_999);
  });

  it('is the reverse of descendantsOf', () => {
    fc.assert(
      fc.property(anyGraph(8), (document) => {
        for (const a of document.nodes) {
          const behind = descendantsOf(document, a.id);
          for (const b of document.nodes) expect(ancestorsOf(document, b.id).has(a.id)).toBe(behind.has(b.id));
        }
      }),
    );
  });
});
