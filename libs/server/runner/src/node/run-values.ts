import type { Scope } from '@millrace/expression';
import { liveInputs } from '@millrace/engine';
import type { ExecutionGraph, ExecutionState, NodeState, ValueRef } from '@millrace/engine';
import type { NodeInput } from '@millrace/node-sdk';
import type { RunLinks } from '@millrace/server-executions';
import { MAIN_PORT, resolveNodeName } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { CompiledWorkflow } from './compiled-workflow';

/** A run as its nodes see it: the values of what went before. */
export interface RunView {
  readonly workflow: CompiledWorkflow;
  readonly graph: ExecutionGraph;
  readonly state: ExecutionState;
  readonly executionId: string;
  /** Values that lie out of line, by id. */
  readonly payloads: ReadonlyMap<string, Json>;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Addresses at which the world can answer the run. */
  readonly links?: RunLinks;
  /** Set inside a loop: then `graph` and `state` are the body and the turn. */
  readonly loop?: LoopView;
}

/** A turn of a loop, as the nodes of the body see it. */
export interface LoopView {
  /** Way to the turn, such as `each/3`. */
  readonly path: string;
  /** The node that iterates. */
  readonly nodeId: string;
  /** Number of the turn, from 0. */
  readonly index: number;
  readonly item: Json;
  /** Where the loop itself is. */
  readonly outer: RunView;
}

/** Roots that only nodes in loops have. */
const IN_LOOPS = ['item', 'index'] as const;
const BUILT_IN = ['trigger', 'input', 'execution', 'workflow', 'vars', 'now'] as const;

/** The value behind a reference. */
export function valueOf(ref: ValueRef | undefined, payloads: ReadonlyMap<string, Json>): Json {
  if (ref === undefined) return null;
  return 'value' in ref ? ref.value : (payloads.get(ref.payloadId) ?? null);
}

/** What a finished node gave: its main port, else its first live one. */
export function dataOf(node: NodeState, payloads: ReadonlyMap<string, Json>): Json {
  return valueOf(node.ports[MAIN_PORT] ?? Object.values(node.ports)[0], payloads);
}

/** What came in through each live edge, in edge order. */
export function inputsOf(view: RunView, nodeId: string): NodeInput[] {
  return liveInputs(view.graph, view.state, nodeId).map(({ edge, ref }) => ({
    nodeId: edge.source,
    alias: view.workflow.aliases.aliasById.get(edge.source) ?? edge.source,
    sourceHandle: edge.sourceHandle,
    targetHandle: edge.targetHandle,
    value: valueOf(ref, view.payloads),
  }));
}

/**
 * One parent: its value as it is. Several objects are merged, later edges win; what is no object goes under the alias of
 * its parent.
 */
export function mergedInput(inputs: readonly NodeInput[]): Json {
  const [first] = inputs;
  if (first === undefined) return {};
  if (inputs.length === 1) return first.value;
  const merged: JsonObject = {};
  for (const { alias, value } of inputs) Object.assign(merged, isObject(value) ? value : { [alias]: value });
  return merged;
}

/**
 * What a node works on. The first nodes of a loop's body get the turn's item; a node that runs once per item gets what it
 * would get without.
 */
export function inputOf(view: RunView, nodeId: string, inputs: readonly NodeInput[] = inputsOf(view, nodeId)): Json {
  const { loop } = view;
  if (loop === undefined || inputs.length > 0) return mergedInput(inputs);
  return loop.nodeId === nodeId ? inputOf(loop.outer, nodeId) : loop.item;
}

/** Templates' view of a run for one node. Roots are built when they are asked for. */
export class RunScope implements Scope {
  constructor(
    private readonly view: RunView,
    private readonly input: () => Json,
    private readonly extra: JsonObject = {},
  ) {}

  resolveRoot(name: string): Json | undefined {
    if (Object.hasOwn(this.extra, name)) return this.extra[name];
    const builtIn = this.builtIn(name);
    return builtIn === undefined ? this.envelope(name) : builtIn;
  }

  rootNames(): readonly string[] {
    const inLoop = this.view.loop === undefined ? [] : IN_LOOPS;
    return [...Object.keys(this.extra), ...BUILT_IN, ...inLoop, ...this.view.workflow.aliases.idByAlias.keys()];
  }

  isEnvelope(name: string): boolean {
    const isOther = Object.hasOwn(this.extra, name) || ([...BUILT_IN, ...IN_LOOPS] as readonly string[]).includes(name);
    return !isOther && resolveNodeName(this.view.workflow.aliases, name) !== undefined;
  }

  private builtIn(name: string): Json | undefined {
    const { loop, payloads, workflow, executionId, nowMs, links } = this.view;
    const { state } = outermost(this.view);
    switch (name) {
      case 'trigger':
        return valueOf(state.trigger, payloads);
      case 'input':
        return this.input();
      case 'now':
        return new Date(nowMs).toISOString();
      case 'vars':
        return {};
      case 'execution':
        return {
          id: executionId,
          startedAt: new Date(state.startedAtMs ?? nowMs).toISOString(),
          ...links?.of(executionId),
        };
      case 'workflow':
        return { id: workflow.document.id, name: workflow.document.name, version: workflow.document.version };
      case 'item':
        return loop?.item;
      case 'index':
        return loop?.index;
      default:
        return undefined;
    }
  }

  /** A node that did not run has an envelope too, so that a join can ask `success`; one that may still run has none. */
  private envelope(name: string): Json | undefined {
    const nodeId = resolveNodeName(this.view.workflow.aliases, name);
    const node = nodeId === undefined ? undefined : nodeState(this.view, nodeId);
    if (node === undefined) return undefined;
    if (node.status === 'skipped') return { success: false, data: null };
    if (node.status !== 'completed') return undefined;
    const data = dataOf(node, this.view.payloads);
    if (node.error === undefined) return { success: true, data };
    const { code, message, details } = node.error;
    return { success: false, data, error: details === undefined ? { code, message } : { code, message, details } };
  }
}

/** Data of every finished node by alias. */
export function finishedNodes(view: RunView): JsonObject {
  const found: [string, Json][] = [];
  for (const [alias, nodeId] of view.workflow.aliases.idByAlias) {
    const node = nodeState(view, nodeId);
    if (node?.status === 'completed') found.push([alias, dataOf(node, view.payloads)]);
  }
  return Object.fromEntries(found);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The run itself, outside of all loops. */
export function outermost(view: RunView): RunView {
  return view.loop === undefined ? view : outermost(view.loop.outer);
}

/** The node as a node of the view sees it: in its own turn, else further out. */
function nodeState(view: RunView, nodeId: string): NodeState | undefined {
  return view.state.nodes.get(nodeId) ?? (view.loop && nodeState(view.loop.outer, nodeId));
}
