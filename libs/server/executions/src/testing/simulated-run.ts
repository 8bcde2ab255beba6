import {
  compileGraph,
  decide,
  evolve,
  executionOutput,
  initialState,
  liveInputs,
  nodeKey,
  placesOn,
  seenBy,
} from '@millrace/engine';
import type {
  Command,
  ExecutionEvent,
  ExecutionEventBody,
  ExecutionGraph,
  ExecutionState,
  Foreknown,
} from '@millrace/engine';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';

/** What the nodes of a simulated run do, by their place. */
export interface NodeBehaviour {
  /** Whether it fails there. */
  readonly fails?: (key: string) => boolean;
  /** The live ports of a node. */
  readonly ports?: (nodeId: string) => readonly string[];
  /** What a loop goes through. */
  readonly items?: (nodeId: string) => readonly Json[];
  /** Turns at a time; 2 when absent. */
  readonly concurrency?: number;
}

/** A run that was carried out in memory. */
export interface SimulatedRun {
  readonly state: ExecutionState;
  readonly events: readonly ExecutionEvent[];
  /** Places of the nodes whose executors were called, in order. */
  readonly calls: readonly string[];
}

type RunNode = Extract<Command, { kind: 'run-node' }>;
type Started = Foreknown & { readonly only?: readonly string[]; readonly trigger?: Json };

/** Carries out a run in memory: what a node gives follows from its id and what it is given alone. */
export function simulateRun(
  document: WorkflowDocument,
  triggerNodeId: string,
  started: Started = {},
  behaviour: NodeBehaviour = {},
): SimulatedRun {
  const graph = compileGraph(document, () => ({}));
  const events: ExecutionEvent[] = [];
  const calls: string[] = [];
  let state = initialState();
  const append = (body: ExecutionEventBody): void => {
    const event = { ...body, seq: state.seq + 1, atMs: state.seq } as ExecutionEvent;
    events.push(event);
    state = evolve(state, event);
  };
  const { trigger = null, ...known } = started;
  append({ type: 'workflow.started', triggerNodeId, trigger: { value: trigger }, nodeCount: 0, ...known });
  for (let step = 0; step < 5_000; step += 1) {
    const commands = decide(graph, state, 0);
    const records = commands.flatMap((command) => (command.kind === 'record' ? command.events : []));
    if (records.length > 0) {
      records.forEach(append);
      continue;
    }
    const next = commands.find((command) => command.kind === 'run-node');
    if (next === undefined) break;
    calls.push(nodeKey(next));
    append(outcomeOf(graph, state, next, behaviour));
  }
  return { state, events, calls };
}

function outcomeOf(
  graph: ExecutionGraph,
  state: ExecutionState,
  command: RunNode,
  behaviour: NodeBehaviour,
): ExecutionEventBody {
  const { nodeId, path, attempt, wake } = command;
  const place = placesOn(graph, state, path)?.at(-1) as { graph: ExecutionGraph; state: ExecutionState };
  const facts = { nodeId, attempt, startedAtMs: 0, ...(path === undefined ? {} : { path }) };
  const isLoop = place.graph.nodes.get(nodeId)?.body !== undefined;
  const loop = place.state.nodes.get(nodeId)?.loop;
  if (isLoop && wake === undefined) {
    const items = [...(behaviour.items?.(nodeId) ?? [])];
    const wish = {
      items: { value: items },
      count: items.length,
      concurrency: behaviour.concurrency ?? 2,
      onTurnError: 'stop' as const,
    };
    return { type: 'node.iterating', ...facts, ...wish };
  }
  const hasFailed = (loop?.failed ?? 0) > 0 || (!isLoop && behaviour.fails?.(nodeKey(command)) === true);
  if (hasFailed) {
    const error = { code: 'PLANNED', fault: 'user' as const, message: 'As planned.' };
    return { type: 'node.failed', ...facts, durationMs: 0, error };
  }
  const value = isLoop ? turnOutputs(place.state, nodeId) : valueOf(place, nodeId, path);
  const ports = (behaviour.ports?.(nodeId) ?? ['main']).map((port) => [port, { value }]);
  return { type: 'node.completed', ...facts, durationMs: 0, ports: Object.fromEntries(ports) };
}

function turnOutputs(state: ExecutionState, nodeId: string): Json {
  const { turns, begun = 0 } = state.nodes.get(nodeId)?.loop ?? {};
  return Array.from({ length: begun }, (_, turn) => {
    const result = executionOutput(turns?.get(String(turn)) as ExecutionState, (id) => id);
    return JSON.parse(JSON.stringify(result)) as Json;
  });
}

function valueOf(place: { graph: ExecutionGraph; state: ExecutionState }, nodeId: string, path?: string): Json {
  const seen = seenBy(place.graph, place.state, nodeId);
  const inputs = liveInputs(place.graph, seen, nodeId).map(({ edge, ref }) => [
    edge.source,
    'value' in ref ? ref.value : null,
  ]);
  const begins =
    inputs.length === 0 ? { at: path ?? '', trigger: 'value' in (seen.trigger ?? {}) ? seen.trigger : null } : {};
  return JSON.parse(JSON.stringify({ by: nodeId, inputs, ...begins })) as Json;
}
