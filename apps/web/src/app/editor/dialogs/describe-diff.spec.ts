import { diffDocuments, type WorkflowDocument, type WorkflowNode } from '@millrace/workflow-model';
import { describeDiff } from './describe-diff';

const node = (id: string, change: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id,
  type: 'log',
  typeVersion: 1,
  label: id.toUpperCase(),
  enabled: true,
  position: { x: 0, y: 0 },
  config: {},
  settings: { onError: 'stop' },
  ...change,
});
const document = (change: Partial<WorkflowDocument>): WorkflowDocument => ({
  id: 'w',
  name: 'W',
  version: '0.0.0',
  nodes: [],
  edges: [],
  notes: [],
  groups: [],
  settings: { timezone: 'UTC' },
  metadata: { tags: [] },
  ...change,
});
const told = (before: WorkflowDocument, after: WorkflowDocument) =>
  describeDiff(diffDocuments(before, after), (id) => id.toUpperCase());

it('tells what came, what went and which params changed', () => {
  const before = document({ nodes: [node('a'), node('b')] });
  const after = document({ nodes: [node('a', { config: { message: 'hi' } }), node('c')] });
  expect(told(before, after)).toEqual([
    { kind: 'added', text: 'C' },
    { kind: 'removed', text: 'B' },
    { kind: 'changed', text: 'A', detail: 'message' },
  ]);
});

it('a moved card is no change', () => {
  expect(
    told(document({ nodes: [node('a')] }), document({ nodes: [node('a', { position: { x: 9, y: 9 } })] })),
  ).toEqual([]);
});

it('connections are told by the names of their ends', () => {
  const edge = { id: 'e', source: 'a', sourceHandle: 'main', target: 'b', targetHandle: 'main' };
  expect(told(document({}), document({ edges: [edge] }))).toEqual([{ kind: 'added', text: 'A → B' }]);
});

it('says which settings change', () => {
  const settings = { timezone: 'UTC', priority: 'high' as const, concurrency: { limit: 2, onLimit: 'skip' as const } };
  expect(told(document({}), document({ settings }))).toEqual([
    { kind: 'changed', text: 'Settings of the workflow', detail: 'priority, runs at the same time' },
  ]);
});
