import fc from 'fast-check';
import { GraphError, compileGraph } from './compile-graph';
import { documentOf, graphOf, type TestGraph } from './testing/graphs';

function errorOf(graph: TestGraph): GraphError {
  try {
    graphOf(graph);
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
  throw new Error('expected a GraphError');
}

describe('compileGraph', () => {
  it.each<[string, TestGraph, string[]]>([
    ['a chain', { nodes: { a: {}, b: {}, c: {} }, edges: ['a>b', 'b>c'] }, ['a', 'b', 'c']],
    ['a chain written backwards', { nodes: { c: {}, b: {}, a: {} }, edges: ['a>b', 'b>c'] }, ['a', 'b', 'c']],
    ['siblings in document order', { nodes: { a: {}, z: {}, b: {} }, edges: ['a>b', 'a>z'] }, ['a', 'z', 'b']],
    ['edges before document order', { nodes: { t: {}, b: {}, c: {} }, edges: ['t>c', 'c>b'] }, ['t', 'c', 'b']],
    ['two triggers', { nodes: { t: {}, u: {}, x: {} }, edges: ['t>x', 'u>x'] }, ['t', 'u', 'x']],
    ['no node', { nodes: {}, edges: [] }, []],
  ])('orders %s', (_name, graph, order) => {
    const compiled = graphOf(graph);

    expect(compiled.order).toEqual(order);
    expect(order.map((id) => compiled.nodes.get(id)?.order)).toEqual([...order.keys()]);
  });

  it('keeps edges in document order, and settings, traits and the timeout as they are', () => {
    const graph: TestGraph = {
      nodes: { t: {}, c: { branches: true }, x: { join: 'any', onError: 'continue', disabled: true } },
      edges: ['t>c', 'c:true>x', 't>x', 'c:false>x'],
      timeoutMs: 5_000,
    };
    const compiled = graphOf(graph);
    const node = compiled.nodes.get('x');

    expect(node?.incoming.map((edge) => edge.id)).toEqual(['c:true>x', 't>x', 'c:false>x']);
    expect(compiled.nodes.get('c')?.outgoing.map((edge) => edge.id)).toEqual(['c:true>x', 'c:false>x']);
    expect(node?.settings).toEqual({ join: 'any', onError: 'continue' });
    expect(node?.enabled).toBe(false);
    expect(compiled.nodes.get('t')?.traits.trigger).toBe(true);
    expect(compiled.nodes.get('c')?.traits.branches).toBe(true);
    expect(compiled.timeoutMs).toBe(5_000);
  });

  it('asks for the traits of each node once, with the node', () => {
    const asked: string[] = [];
    compileGraph(documentOf({ nodes: { b: {}, a: {} }, edges: ['a>b'] }), (node) => {
      asked.push(node.id);
      return {};
    });

    expect(asked.sort()).toEqual(['a', 'b']);
  });

  it.each<[string, TestGraph, GraphError['code'], string[]]>([
    ['a loop', { nodes: { t: {}, a: {}, b: {} }, edges: ['t>a', 'a>b', 'b>a'] }, 'GRAPH_CYCLE', ['a', 'b']],
    ['a node that leads to itself', { nodes: { t: {}, a: {} }, edges: ['t>a', 'a>a'] }, 'GRAPH_CYCLE', ['a']],
    [
      'a loop with nodes behind it, which are not named',
      { nodes: { t: {}, a: {}, b: {}, x: {}, y: {} }, edges: ['t>a', 'a>b', 'b>a', 'b>x', 'x>y'] },
      'GRAPH_CYCLE',
      ['a', 'b'],
    ],
    ['an edge to nowhere', { nodes: { a: {} }, edges: ['a>gone'] }, 'GRAPH_DANGLING_EDGE', ['a', 'gone']],
    ['an edge from nowhere', { nodes: { a: {} }, edges: ['gone>a'] }, 'GRAPH_DANGLING_EDGE', ['gone', 'a']],
  ])('refuses %s', (_name, graph, code, nodeIds) => {
    const error = errorOf(graph);

    expect(error.code).toBe(code);
    expect([...error.nodeIds]).toEqual(nodeIds);
    for (const id of nodeIds) expect(error.message).toContain(id);
  });

  it('refuses two nodes with one id', () => {
    const document = documentOf({ nodes: { a: {} }, edges: [] });
    const twice = { ...document, nodes: [...document.nodes, ...document.nodes] };

    expect(() => compileGraph(twice, () => ({}))).toThrow(GraphError);
  });

  it('puts every edge forwards in any acyclic graph, the same way each time', () => {
    const graphs = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        ids: fc.shuffledSubarray(
          Array.from({ length: count }, (_, index) => `n${index}`),
          { minLength: count },
        ),
        pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 }),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ ids, pairs }) => {
        const edges = pairs.filter(([a, b]) => a < b).map(([a, b]) => `n${a}>n${b}`);
        const graph = { nodes: Object.fromEntries(ids.map((id) => [id, {}])), edges };
        const { order, nodes } = graphOf(graph);

        expect([...order].sort()).toEqual([...ids].sort());
        for (const node of nodes.values()) {
          for (const edge of node.outgoing) expect(node.order).toBeLessThan(nodes.get(edge.target)?.order ?? -1);
        }
        expect(graphOf(graph).order).toEqual(order);
      }),
    );
  });
});
