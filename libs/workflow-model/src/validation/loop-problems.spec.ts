import type { NodeTraits } from '../node-definition';
import { workflowDocumentSchema } from '../document';
import { loopsAround, nodesInside } from '../graph/loop-bodies';
import { validateDocument } from './validate-document';

const traits: Record<string, NodeTraits> = { start: { trigger: true }, loop: { container: true }, step: {} };

function problemsOf(nodes: readonly Record<string, unknown>[], edges: readonly string[] = []): string[] {
  const document = workflowDocumentSchema.parse({
    id: 'w',
    name: 'W',
    nodes: [
      { id: 'start', type: 'start', label: 'Start' },
      ...nodes.map((node) => ({ type: 'step', label: node['id'], ...node })),
    ],
    edges: edges.map((edge) => ({ id: edge, source: edge.split('>')[0], target: edge.split('>')[1] })),
  });
  const problems = validateDocument(document, {
    lookup: (type) => {
      const found = traits[type];
      const ports = [{ id: 'main' }];
      const common = { type, version: 1, title: type, description: '', category: 'logic', paramsSchema: {} } as const;
      return found && { ...common, inputs: found.trigger ? [] : ports, outputs: ports, traits: found };
    },
  });
  return problems.map(({ code, nodeId, edgeId }) => `${code} ${nodeId ?? edgeId ?? ''}`);
}

const loop = { id: 'each', type: 'loop' };

describe('loops', () => {
  it('are fine with nodes of their own, and reachable nodes inside are reachable', () => {
    const nodes = [loop, { id: 'a', parent: 'each' }, { id: 'b', parent: 'each' }];
    expect(problemsOf(nodes, ['start>each', 'a>b'])).toEqual([]);
  });

  it('that no trigger leads to are told with all that is inside', () => {
    expect(problemsOf([loop, { id: 'a', parent: 'each' }])).toEqual(['UNREACHABLE_NODE each', 'UNREACHABLE_NODE a']);
  });

  it.each<[string, Record<string, unknown>[], string[], string]>([
    ['a parent that is not there', [{ id: 'a', parent: 'gone' }], ['start>a'], 'PARENT_UNKNOWN a'],
    ['a parent that is no loop', [{ id: 's' }, { id: 'a', parent: 's' }], ['start>s'], 'PARENT_NOT_LOOP a'],
    ['a trigger inside', [loop, { id: 't', type: 'start', parent: 'each' }], ['start>each'], 'TRIGGER_IN_LOOP t'],
    ['an edge in', [loop, { id: 'a', parent: 'each' }], ['start>each', 'start>a'], 'EDGE_CROSSES_LOOP start>a'],
    ['an edge out', [loop, { id: 'a', parent: 'each' }, { id: 'b' }], ['start>each', 'a>b'], 'EDGE_CROSSES_LOOP a>b'],
    ['an empty loop', [loop], ['start>each'], 'LOOP_EMPTY each'],
    [
      'loops inside each other',
      [
        { ...loop, parent: 'other' },
        { id: 'other', type: 'loop', parent: 'each' },
      ],
      ['start>each'],
      'PARENT_CYCLE each',
    ],
    [
      'a trigger for each item',
      [{ id: 't', type: 'start', settings: { onError: 'stop', forEach: { items: [] } } }],
      [],
      'FOR_EACH_ON_TRIGGER t',
    ],
  ])('tell of %s', (_what, nodes, edges, problem) => {
    expect(problemsOf(nodes, edges)).toContain(problem);
  });
});

describe('loopsAround and nodesInside', () => {
  const nodes = [{ id: 'deep', parent: 'inner' }, { id: 'outer' }, { id: 'inner', parent: 'outer' }, { id: 'beside' }];
  const byId = new Map(nodes.map((node) => [node.id, node]));

  it('go from the inside out', () => {
    expect(loopsAround(byId, 'deep')).toEqual(['inner', 'outer']);
    expect(loopsAround(byId, 'outer')).toEqual([]);
    expect(loopsAround(new Map([['a', { id: 'a', parent: 'a' }]]), 'a')).toEqual([]);
  });

  it('find all that is inside, wherever it stands', () => {
    expect(nodesInside(nodes, 'outer').map(({ id }) => id)).toEqual(['deep', 'inner']);
    expect(nodesInside(nodes, 'beside')).toEqual([]);
  });
});
