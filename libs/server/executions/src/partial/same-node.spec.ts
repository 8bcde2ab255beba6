import { workflowDocumentSchema } from '@millrace/workflow-model';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { sameNodes } from './same-node';

const base = {
  id: 'w',
  name: 'W',
  nodes: [
    { id: 't', type: 'start', label: 'T' },
    { id: 'u', type: 'start', label: 'U' },
    { id: 'a', type: 'work', label: 'A', config: { url: 'x', deep: { b: 1, a: 2 } } },
  ],
  edges: [
    { id: 'e1', source: 't', target: 'a' },
    { id: 'e2', source: 'u', target: 'a' },
  ],
};
const document = (change: (draft: typeof base) => unknown = (draft) => draft): WorkflowDocument =>
  workflowDocumentSchema.parse(change(structuredClone(base)));
const changeA = (facts: object) => (draft: typeof base) => {
  Object.assign(draft.nodes[2] as object, facts);
  return draft;
};

it.each<[string, (draft: typeof base) => unknown]>([
  ['nothing changed', (draft) => draft],
  ['it was moved, renamed and described', changeA({ label: 'B', description: 'x', position: { x: 9, y: 9 } })],
  ['keys stand in another order', changeA({ config: { deep: { a: 2, b: 1 }, url: 'x' } })],
  [
    'another node was added behind it',
    (draft) => ({ ...draft, edges: [...draft.edges, { id: 'e3', source: 'a', target: 'u' }] }),
  ],
  [
    'its edges have other ids and labels',
    (draft) => ({ ...draft, edges: draft.edges.map((edge) => ({ ...edge, id: `${edge.id}x`, label: 'l' })) }),
  ],
])('a node is the same when %s', (_name, change) => {
  expect(sameNodes(document(), document(change))('a')).toBe(true);
});

it.each<[string, (draft: typeof base) => unknown]>([
  ['type', changeA({ type: 'other' })],
  ['version of the type', changeA({ typeVersion: 2 })],
  ['config', changeA({ config: { url: 'y', deep: { b: 1, a: 2 } } })],
  ['settings', changeA({ settings: { onError: 'continue' } })],
  ['being enabled', changeA({ enabled: false })],
  ['an edge less', (draft) => ({ ...draft, edges: draft.edges.slice(1) })],
  ['the order of its edges', (draft) => ({ ...draft, edges: [...draft.edges].reverse() })],
  [
    'the port that an edge comes from',
    (draft) => ({ ...draft, edges: draft.edges.map((edge) => ({ ...edge, sourceHandle: 'true' })) }),
  ],
  ['the zone of the workflow', (draft) => ({ ...draft, settings: { timezone: 'Europe/Berlin' } })],
  ['not being there any more', (draft) => ({ ...draft, nodes: draft.nodes.slice(0, 2), edges: [] })],
])('a node is another one because of %s', (_name, change) => {
  expect(sameNodes(document(), document(change))('a')).toBe(false);
});

it('a node of neither document is not the same', () => {
  expect(sameNodes(document(), document())('gone')).toBe(false);
});
