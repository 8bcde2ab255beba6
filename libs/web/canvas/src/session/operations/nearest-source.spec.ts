import '../testing/structured-clone';
import { NodeCatalogue } from '../catalogue/node-catalogue';
import { EditorSession } from '../editor-session';
import { definitions } from '../testing/definitions';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';
import { nearestSource } from './nearest-source';

function source(nodeId: string, nodes: Parameters<typeof documentOf>[0], edges: readonly string[] = []) {
  const session = new EditorSession({
    catalogue: new NodeCatalogue(definitions),
    expressions,
    timers: new ManualTimers(),
  });
  session.view(documentOf(nodes, edges));
  return nearestSource(session, nodeId);
}

const at = (x: number, y = 0) => ({ position: { x, y } });
const start = { id: 't', type: 'manual-trigger', ...at(0) };

it('is the nearest node before it', () => {
  const nodes = [start, { id: 'near', type: 'log', ...at(300) }, { id: 'x', type: 'log', ...at(600) }];
  expect(source('x', nodes)).toEqual({ nodeId: 'near', port: 'main' });
});

it('is rather a node that leads nowhere yet, and its free port', () => {
  const nodes = [
    start,
    { id: 'c', type: 'condition', ...at(300) },
    { id: 'l', type: 'log', ...at(600, 200) },
    { id: 'x', type: 'log', ...at(600, -100) },
  ];
  expect(source('x', nodes, ['t>c', 'c:true>l'])).toEqual({ nodeId: 'c', port: 'false' });
});

it('is rather before than behind it', () => {
  const nodes = [start, { id: 'x', type: 'log', ...at(500) }, { id: 'behind', type: 'log', ...at(800) }];
  expect(source('x', nodes)).toEqual({ nodeId: 't', port: 'main' });
});

it('is none for triggers, for what would be a circle, and for nodes alone', () => {
  const nodes = [start, { id: 'x', type: 'log', ...at(300) }, { id: 'y', type: 'log', ...at(0) }];
  expect(source('t', nodes)).toBeUndefined();
  expect(source('x', [nodes[1]!, nodes[2]!], ['x>y'])).toBeUndefined();
  expect(source('gone', nodes)).toBeUndefined();
});
