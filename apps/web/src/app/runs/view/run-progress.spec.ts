import { fold, initialState, type ExecutionEventBody } from '@millrace/engine';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { waitingSteps } from '../../waiting/waiting-steps';
import { progressOf } from './run-view';

const document = {
  nodes: [
    { id: 't', label: 'Start' },
    { id: 'each', label: 'Each' },
    { id: 'a', label: 'Approve', parent: 'each' },
    { id: 'b', label: 'Tell', parent: 'each' },
  ],
  edges: [],
} as unknown as WorkflowDocument;
const wait = { kind: 'event', name: 'approved' } as const;
const bodies: readonly ExecutionEventBody[] = [
  { type: 'workflow.started', triggerNodeId: 't', trigger: { value: null }, nodeCount: 4 },
  { type: 'node.completed', nodeId: 't', attempt: 1, ports: { main: { value: null } }, startedAtMs: 0, durationMs: 0 },
  {
    type: 'node.iterating',
    nodeId: 'each',
    attempt: 1,
    items: { value: [1, 2, 3, 4] },
    count: 4,
    concurrency: 4,
    onTurnError: 'continue',
    startedAtMs: 0,
  },
  ...[0, 1, 2].map((turn): ExecutionEventBody => ({ type: 'turn.started', nodeId: 'each', turn })),
  { type: 'turn.finished', nodeId: 'each', turn: 0, status: 'completed', outputFrom: [] },
  { type: 'turn.finished', nodeId: 'each', turn: 1, status: 'completed', outputFrom: [] },
  { type: 'node.waiting', nodeId: 'a', attempt: 1, wait, startedAtMs: 0, path: 'each/2' },
];
const state = fold(
  initialState(),
  bodies.map((body, place) => ({ ...body, seq: place + 1, atMs: 1_000 + place })),
);

it('a loop counts by the share of its turns that are over', () => {
  expect(progressOf(state, document)).toBe(75);
});

it('a step that waits inside a loop says in which turn', () => {
  expect(waitingSteps(state, document)).toEqual([
    { key: 'each/2/a', nodeId: 'a', path: 'each/2', label: 'Approve, turn 3', kind: 'event', event: 'approved' },
  ]);
});
