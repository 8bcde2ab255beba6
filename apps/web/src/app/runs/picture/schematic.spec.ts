import type { WorkflowDocument } from '@millrace/workflow-model';
import { schematicOf } from './schematic';

const node = (id: string, y = 0) => ({ id, position: { x: 0, y } });
const edge = (source: string, target: string) => ({ id: `${source}${target}`, source, target });
const document = (nodes: unknown[], edges: unknown[] = []) => ({ nodes, edges }) as unknown as WorkflowDocument;

it('a node stands after everything that leads to it', () => {
  const { nodes } = schematicOf(
    document(
      [node('d'), node('a'), node('b'), node('c')],
      [edge('a', 'b'), edge('b', 'c'), edge('a', 'd'), edge('d', 'c')],
    ),
  );
  const x = Object.fromEntries(nodes.map((one) => [one.node.id, one.x]));
  expect(x['a']).toBeLessThan(x['b'] ?? 0);
  expect(x['b']).toBe(x['d']);
  expect(x['b']).toBeLessThan(x['c'] ?? 0);
});

it('nodes of a column keep the order in which people put them', () => {
  const { nodes } = schematicOf(
    document([node('a'), node('low', 90), node('high', -90)], [edge('a', 'low'), edge('a', 'high')]),
  );
  const y = Object.fromEntries(nodes.map((one) => [one.node.id, one.y]));
  expect(y['high']).toBeLessThan(y['low'] ?? 0);
  expect(((y['high'] ?? 0) + (y['low'] ?? 0)) / 2).toBe(y['a']);
});

it('an empty document and edges to nowhere are drawn as nothing', () => {
  expect(schematicOf(document([])).nodes).toEqual([]);
  expect(schematicOf(document([node('a')], [edge('a', 'gone')])).lines).toEqual([]);
});
