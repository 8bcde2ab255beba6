import {
  compileGraph,
  executionOutput,
  liveInputs,
  phase,
  progress,
  runtimeStatus,
  seenBy,
  stepSummaries,
} from '@millrace/engine';
import type {
  ExecutionGraph,
  ExecutionPhase,
  ExecutionState,
  NodeStatus,
  RecordedFailure,
  ReuseSource,
  RuntimeStatus,
  ValueRef,
} from '@millrace/engine';
import type { Json, JsonObject, WorkflowDocument, WorkflowNode } from '@millrace/workflow-model';
import { nodeAlias } from '@millrace/workflow-model';

/** One node of a run as the API shows it. Values above 64 KiB are references that are read apart. */
export interface ExecutionStep {
  readonly nodeId: string;
  readonly label: string;
  readonly type: string;
  readonly status: NodeStatus;
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
  readonly input: ValueRef | null;
  readonly output: ValueRef | null;
  readonly ports: Readonly<Record<string, ValueRef>>;
  readonly error: RecordedFailure | null;
  /** Where the result comes from when the node was not run. */
  readonly reused: ReuseSource | null;
  /** When the next attempt or the end of the wait is due. */
  readonly dueAt: string | null;
}

/** What the log of a run says, beside what its row says. */
export interface RunView {
  readonly steps: readonly ExecutionStep[];
  readonly phase: ExecutionPhase;
  readonly progress: number;
  readonly runtimeStatus: RuntimeStatus;
  /** Alias of the node to its value, or the one value; null before the end. */
  readonly output: OutputRef;
}

/** The result of a run with its values still out of line. */
export type OutputRef =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly ref: ValueRef }
  | { readonly kind: 'many'; readonly refs: Readonly<Record<string, ValueRef>> };

const graphs = new WeakMap<WorkflowDocument, ExecutionGraph>();

/** Traits decide what happens next, and nothing does here; so views need no node definitions. */
export function viewGraph(document: WorkflowDocument): ExecutionGraph {
  const known = graphs.get(document);
  if (known) return known;
  const graph = compileGraph(document, () => ({}));
  graphs.set(document, graph);
  return graph;
}

/** What people see of a run's state. */
export function viewRun(state: ExecutionState, document: WorkflowDocument): RunView {
  const graph = viewGraph(document);
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const steps = stepSummaries(state, graph).map((step): ExecutionStep => ({
    nodeId: step.nodeId,
    label: nodes.get(step.nodeId)?.label ?? step.nodeId,
    type: nodes.get(step.nodeId)?.type ?? 'unknown',
    status: step.status,
    attempts: step.attempts,
    startedAt: instant(step.startedAtMs),
    finishedAt: instant(step.finishedAtMs),
    durationMs: step.durationMs ?? null,
    input: step.input ?? (step.attempts > 0 ? inputOf(state, graph, step.nodeId, nodes) : null),
    output: step.output ?? null,
    ports: step.ports,
    error: step.error ?? null,
    reused: step.reused ?? null,
    dueAt: instant(step.retryAtMs ?? step.dueAtMs),
  }));
  return {
    steps,
    phase: phase(state),
    progress: progress(state, graph),
    runtimeStatus: runtimeStatus(state),
    output: executionOutput(state, (nodeId) => aliasOf(nodes.get(nodeId), nodeId)),
  };
}

/**
 * What the node was given. Events do not repeat what the parents' results say already, so it is put together again: one
 * parent's value as it is, several objects merged, later edges win. Null when a part of it lies out of line.
 */
function inputOf(
  state: ExecutionState,
  graph: ExecutionGraph,
  nodeId: string,
  nodes: ReadonlyMap<string, WorkflowNode>,
): ValueRef | null {
  const inputs = liveInputs(graph, seenBy(graph, state, nodeId), nodeId);
  const [first] = inputs;
  if (first === undefined) return null;
  if (inputs.length === 1) return first.ref;
  const merged: JsonObject = {};
  for (const { edge, ref } of inputs) {
    if (!('value' in ref)) return null;
    const { value } = ref;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    Object.assign(merged, isObject ? value : { [aliasOf(nodes.get(edge.source), edge.source)]: value });
  }
  return { value: merged };
}

/** The name under which templates know a node. */
export function aliasOf(node: WorkflowNode | undefined, nodeId: string): string {
  return node === undefined ? nodeId : nodeAlias(node);
}

/** The value, given the values that lie out of line. */
export function valueOf(ref: ValueRef, payloads: ReadonlyMap<string, Json>): Json {
  return 'value' in ref ? ref.value : (payloads.get(ref.payloadId) ?? null);
}

/** The result of a run as one value. */
export function outputValue(output: OutputRef, payloads: ReadonlyMap<string, Json>): Json {
  if (output.kind === 'none') return null;
  if (output.kind === 'one') return valueOf(output.ref, payloads);
  return Object.fromEntries(Object.entries(output.refs).map(([alias, ref]) => [alias, valueOf(ref, payloads)]));
}

/** Ids of the rows that the result needs. */
export function payloadIdsOf(output: OutputRef): string[] {
  const refs = output.kind === 'one' ? [output.ref] : output.kind === 'many' ? Object.values(output.refs) : [];
  return refs.flatMap((ref) => ('payloadId' in ref ? [ref.payloadId] : []));
}

function instant(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString();
}
