import type { ExecutionEvent, ExecutionEventBody } from '@millrace/engine';
import '../testing/structured-clone';
import { NodeCatalogue } from '../catalogue/node-catalogue';
import { EditorSession } from '../editor-session';
import { definitions } from '../testing/definitions';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';

const document = documentOf(
  [
    { id: 't', type: 'manual-trigger' },
    { id: 'c', type: 'condition' },
  ],
  ['t>c'],
);

function ran(ports: Record<string, object>): EditorSession {
  const catalogue = new NodeCatalogue(definitions);
  const feed = {
    snapshot: () => Promise.reject(new Error()),
    watch: async function* () {},
    value: async () => 'large',
  };
  const session = new EditorSession({ catalogue, expressions, timers: new ManualTimers(), runs: feed });
  session.view(document, 'w');
  const bodies = [
    { type: 'workflow.started', triggerNodeId: 't', trigger: { value: 1 }, nodeCount: 2 },
    { type: 'node.completed', nodeId: 'c', attempt: 1, ports, startedAtMs: 0, durationMs: 0 },
  ] as ExecutionEventBody[];
  const events = bodies.map((body, index) => ({ ...body, seq: index + 1, atMs: index })) as ExecutionEvent[];
  session.run.show({ executionId: 'run', document, events });
  return session;
}

it('pins what every live port gave, wherever it lies', async () => {
  const session = ran({ true: { value: { a: 1 } }, main: { payloadId: 'p', bytes: 70_000 } });
  expect(await session.actions.pinOutput('c')).toBe(true);
  expect(session.pins.values()).toEqual({ c: { true: { a: 1 }, main: 'large' } });
});

it('pins nothing of a node that did not run', async () => {
  const session = ran({ true: { value: 1 } });
  expect(await session.actions.pinOutput('t')).toBe(false);
  expect(session.pins.count()).toBe(0);
});

it('pins what somebody writes on the port that was live, and beside what other ports have', () => {
  const session = ran({ false: { value: 1 } });
  session.actions.pinValue('c', 2);
  expect(session.pins.values()).toEqual({ c: { false: 2 } });
  session.actions.pinValue('c', 3, 'true');
  expect(session.pins.values()).toEqual({ c: { false: 2, true: 3 } });
  session.actions.pinValue('t', 4);
  expect(session.pins.valueOf('t')).toBe(4);
});

it('shows nothing on the ports that a pin leaves dead', () => {
  const session = ran({ true: { value: 1 } });
  session.pins.pin('c', { false: 5 });
  expect([session.params.output('c').sample, session.params.output('c', 'true').source]).toEqual([5, 'none']);
});
