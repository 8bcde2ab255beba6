import type { EditorSession } from '@millrace/web-canvas';
import type { Json, MockedAttempt, NodeMock, WorkflowNode, WorkflowTestSpec } from '@millrace/workflow-model';
import { effectOf, MAIN_PORT } from '@millrace/workflow-model';

/** A test that begins with what is known of the first trigger, pretends what is known of steps with effects, and expects that the run completes. */
export function emptyTest(session: EditorSession): WorkflowTestSpec {
  const trigger = session.nodes().find((node) => node.enabled && session.catalogue.isTrigger(node));
  return {
    ...(trigger && { triggerNodeId: trigger.id }),
    trigger: trigger === undefined ? {} : (session.params.output(trigger.id).sample ?? {}),
    mocks: nodesWithEffects(session).flatMap((node) => mockOf(session, node.id) ?? []),
    missing: 'fail',
    answers: [],
    failures: [],
    assertions: [{ kind: 'status', status: 'completed' }],
  };
}

/** Steps that reach for the world, in the order of the workflow. */
export function nodesWithEffects(session: EditorSession): readonly WorkflowNode[] {
  return session.nodes().filter((node) => {
    const definition = session.catalogue.of(node);
    return (
      node.enabled && definition !== undefined && !definition.traits.trigger && effectOf(definition, node) !== 'none'
    );
  });
}

/** Steps that wait for somebody: timers wait for nobody, and what reaches for the world has its answer from a mock. */
export function answerable(session: EditorSession): readonly WorkflowNode[] {
  return session.nodes().filter((node) => {
    const definition = session.catalogue.of(node);
    const waits = definition?.traits.suspends === true && definition.type !== 'timer';
    return node.enabled && waits && effectOf(definition, node) === 'none';
  });
}

/** What is known of a step's output as a mock: pinned, of the last run, or made up from its schema. Undefined when nothing is. */
export function mockOf(session: EditorSession, nodeId: string): NodeMock | undefined {
  const pinned = session.pins.values()[nodeId];
  if (pinned !== undefined) return { nodeId, attempts: [{ ports: { ...pinned } }], source: 'pin' };
  const { sample, source } = session.params.output(nodeId);
  if (sample === undefined) return undefined;
  return {
    nodeId,
    attempts: [{ ports: { [portOf(session, nodeId)]: sample } }],
    source: source === 'run' ? 'run' : 'schema',
  };
}

/** Where a step gives its output when nobody says otherwise. */
export function portOf(session: EditorSession, nodeId: string): string {
  const node = session.node(nodeId);
  const ports = node === undefined ? [] : session.catalogue.outputsOf(node).ports.map(({ id }) => id);
  return ports.includes(MAIN_PORT) ? MAIN_PORT : (ports[0] ?? MAIN_PORT);
}

/** An attempt that gives a value. */
export function giving(port: string, value: Json): MockedAttempt {
  return { ports: { [port]: value } };
}
