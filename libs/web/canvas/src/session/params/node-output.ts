import type { ValueRef } from '@millrace/engine';
import type { Json, JsonObject, WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import { MAIN_PORT, calledIdOf, outputSchemaOf } from '@millrace/workflow-model';
import type { NodeCatalogue } from '../catalogue/node-catalogue';
import { type DocumentIndex, aliasOfNode } from '../document/document-index';
import type { CalledWorkflow } from './called-workflows';
import { type Pins, pinnedValue } from '../pins/pinned-data';
import { mainRef } from '../run/node-run';
import type { RunOverlay } from '../run/run-overlay';
import type { ParamScope } from './param-scope';
import type { ParamPreview } from './preview';
import { sampleOf } from './schema-sample';

/** Where a value comes from. */
export type SampleSource = 'pinned' | 'run' | 'schema' | 'none';

/** Output of a node, as far as it is known. */
export interface NodeOutput {
  readonly source: SampleSource;
  /** Data without the envelope; undefined for source `none`, and for a value out of line that was not loaded. */
  readonly sample?: Json;
  readonly schema?: JsonObject;
  /** The value lies out of line: `RunOverlay.loadValue` brings it. */
  readonly payloadId?: string;
  readonly bytes?: number;
  /** Of a failure that the run went on after. */
  readonly error?: { readonly code: string; readonly message: string; readonly details?: Json };
}

/** What outputs are worked out from. */
export interface OutputContext {
  readonly index: DocumentIndex;
  readonly catalogue: NodeCatalogue;
  readonly run: RunOverlay;
  readonly pins: Pins;
  /** Workflows that nodes run. */
  readonly called?: ReadonlyMap<string, CalledWorkflow>;
  /** Value of a param over a scope; undefined when it cannot be worked out. */
  readonly evaluate?: (param: Json, scope: ParamScope) => ParamPreview;
}

/**
 * Output of a node: pinned, else of the run that is shown, else as its definition describes it. Of its main value without a
 * port. Of a node that runs once per item the whole list, or with `isWhole` false what the chosen turn gave.
 */
export function outputOf(context: OutputContext, node: WorkflowNode, port?: string, isWhole = true): NodeOutput {
  const schema = schemaOf(context, node);
  const known = schema === undefined ? {} : { schema };
  if (Object.hasOwn(context.pins, node.id)) {
    const sample = pinnedValue(context.pins, node.id, port);
    return sample === undefined ? { source: 'none', ...known } : { source: 'pinned', sample, ...known };
  }
  const state = isWhole ? context.run.stateOf(node.id) : context.run.inTurn(node.id)?.node;
  const ref =
    state?.status === 'completed' ? (port === undefined ? mainRef(state.ports) : state.ports[port]) : undefined;
  if (ref !== undefined) {
    const error = state?.error;
    return {
      source: 'run',
      ...valueOf(context.run, ref),
      ...known,
      ...(error === undefined ? {} : { error: shown(error) }),
    };
  }
  const sample = port === undefined || port === MAIN_PORT ? sampleOf(schema) : undefined;
  // An object of which no value is known would look as if the node gave nothing.
  const isKnown = sample !== undefined && !(isObject(sample) && Object.keys(sample).length === 0);
  return isKnown ? { source: 'schema', sample, ...known } : { source: 'none', ...known };
}

/** Schema of a node's data; undefined when it may be something else: passed through, or a failure that is carried on. */
export function schemaOf(
  { catalogue, called }: Pick<OutputContext, 'catalogue' | 'called'>,
  node: WorkflowNode,
): JsonObject | undefined {
  if (!node.enabled || node.settings.onError !== 'stop') return undefined;
  const definition = catalogue.of(node);
  if (definition === undefined) return undefined;
  const id = called === undefined || node.config['wait'] === false ? undefined : calledIdOf(definition, node);
  return (id === undefined ? undefined : called?.get(id)?.result) ?? outputSchemaOf(definition, node);
}

/** What comes into a node, merged as the engine does: one parent as it is, several objects into one, others by alias. */
export function inputOf(context: OutputContext, nodeId: string): NodeOutput {
  const parts = context.index.incoming(nodeId).flatMap((edge) => partOf(context, edge) ?? []);
  const [only] = parts;
  if (only === undefined) return { source: 'none' };
  if (parts.length === 1) return only.output;
  const merged: JsonObject = {};
  for (const { node, output } of parts) {
    if (output.sample === undefined) continue;
    Object.assign(merged, isObject(output.sample) ? output.sample : { [aliasOfNode(node)]: output.sample });
  }
  return { source: weakest(parts.map((part) => part.output.source)), sample: merged };
}

/** The output on an edge; undefined when the run that is shown took another way. */
function partOf(
  context: OutputContext,
  edge: WorkflowEdge,
): { readonly node: WorkflowNode; readonly output: NodeOutput } | undefined {
  const node = context.index.node(edge.source);
  if (node === undefined) return undefined;
  const state = context.run.stateOf(edge.source);
  if (Object.hasOwn(context.pins, node.id)) {
    const isLive = pinnedValue(context.pins, node.id, edge.sourceHandle) !== undefined;
    return isLive ? { node, output: outputOf(context, node, edge.sourceHandle) } : undefined;
  }
  const isDead =
    state?.status === 'skipped' || (state?.status === 'completed' && !Object.hasOwn(state.ports, edge.sourceHandle));
  return isDead ? undefined : { node, output: outputOf(context, node, edge.sourceHandle) };
}

/** What the run began with: of the trigger before a node that has something. */
export function triggerOf(context: OutputContext, nodeId: string): NodeOutput {
  const before = new Set([nodeId, ...context.index.upstreamOf(nodeId)]);
  const triggers = context.index.document.nodes.filter(
    (node) => before.has(node.id) && context.catalogue.isTrigger(node),
  );
  const pinned = triggers.find((node) => Object.hasOwn(context.pins, node.id));
  if (pinned !== undefined) return outputOf(context, pinned);
  const { trigger } = context.run.state();
  if (trigger !== undefined) return { source: 'run', ...valueOf(context.run, trigger) };
  const outputs = triggers.map((node) => outputOf(context, node));
  return outputs.find((output) => output.source !== 'none') ?? { source: 'none' };
}

function valueOf(run: RunOverlay, ref: ValueRef): Pick<NodeOutput, 'sample' | 'payloadId' | 'bytes'> {
  const sample = run.valueOf(ref);
  const known = sample === undefined ? {} : { sample };
  return 'payloadId' in ref ? { ...known, payloadId: ref.payloadId, bytes: ref.bytes } : known;
}

function shown({ code, message, details }: NonNullable<NodeOutput['error']>): NonNullable<NodeOutput['error']> {
  return details === undefined ? { code, message } : { code, message, details };
}

function weakest(sources: readonly SampleSource[]): SampleSource {
  const order: readonly SampleSource[] = ['none', 'schema', 'run', 'pinned'];
  return order.find((source) => source !== 'none' && sources.includes(source)) ?? 'none';
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
