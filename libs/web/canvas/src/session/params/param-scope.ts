import type { Json, JsonObject, WorkflowNode } from '@millrace/workflow-model';
import { MAIN_PORT } from '@millrace/workflow-model';
import { type TurnValues, itemOf } from './item-of';
import {
  type NodeOutput,
  type OutputContext,
  type SampleSource,
  inputOf,
  outputOf,
  schemaOf,
  triggerOf,
} from './node-output';

/** A node that another one can read from. */
export interface UpstreamNode extends NodeOutput {
  readonly node: WorkflowNode;
  readonly alias: string;
  /** 1 for a parent, 2 for its parents: "2 nodes back". */
  readonly distance: number;
}

/** What one node's params can read. Immutable; ask again after changes. */
export interface ParamScope {
  readonly nodeId: string;
  /** Nodes before this one: the nearest first. */
  readonly upstream: readonly UpstreamNode[];
  /** What the input pane shows: merged values of the parents, as the engine merges them. */
  readonly input: NodeOutput;
  readonly trigger: NodeOutput;
  /** Of the loop around it, or of its own list; absent where there is none. */
  readonly item?: NodeOutput;
  /** For `completionsAt`, without `kind`. */
  readonly completion: {
    readonly roots: Readonly<Record<string, JsonObject | undefined>>;
    readonly envelopes: readonly string[];
    /** Node results are envelopes `{ success, data }`. */
    readonly samples: Readonly<Record<string, Json>>;
  };
  /** Where the value of each root comes from, by every name that it answers to. */
  readonly sources: Readonly<Record<string, SampleSource>>;
  /** Every name that a param may use, ids of nodes too, with the schema when it is known. */
  readonly known: Readonly<Record<string, JsonObject | undefined>>;
}

/** Facts about the run that params may name. */
export interface RunFacts {
  readonly executionId?: string;
  readonly startedAtMs?: number;
  readonly nowMs: number;
}

/** Works out what a node can read. */
export function paramScopeOf(context: OutputContext, nodeId: string, facts: RunFacts): ParamScope {
  return scopeIn(
    context,
    nodeId,
    facts,
    itemOf(context, nodeId, (node) => scopeAround(context, node, facts)),
  );
}

/** What the list of a loop, or of a node that runs once per item, can read: no item of its own. */
function scopeAround(context: OutputContext, { id, settings }: WorkflowNode, facts: RunFacts): ParamScope {
  if (settings.forEach === undefined) return paramScopeOf(context, id, facts);
  const [loop] = context.index.loopsAround(id);
  const outer = loop === undefined ? undefined : itemOf(context, loop, (node) => scopeAround(context, node, facts));
  return scopeIn(context, id, facts, outer);
}

function scopeIn(context: OutputContext, nodeId: string, facts: RunFacts, turn: TurnValues | undefined): ParamScope {
  const upstream = upstreamOf(context, nodeId);
  const isFirst = turn !== undefined && isFirstInLoop(context, nodeId);
  const input = isFirst ? turn.item : inputOf(context, nodeId);
  const trigger = triggerOf(context, nodeId);
  const builtIn = { ...builtInSamples(context, facts), ...turnSamples(turn) };
  const named = upstream.filter(({ node, alias }) => context.index.aliases.idByAlias.get(alias) === node.id);
  const plain = { ...sampled('trigger', trigger), ...sampled('input', input), ...builtIn };
  const samples = { ...Object.fromEntries(named.flatMap((each) => enveloped(each.alias, each))), ...plain };
  const builtInRoots = {
    trigger: undefined,
    input: inputSchema(context, nodeId),
    ...BUILT_IN,
    ...(turn !== undefined && TURN_ROOTS),
    ...extraRootsOf(context, nodeId),
  };
  const byAlias = Object.fromEntries(named.map((each) => [each.alias, each.schema]));
  const byId = Object.fromEntries(upstream.map((each) => [each.node.id, each.schema]));
  return {
    nodeId,
    upstream,
    input,
    trigger,
    ...(turn !== undefined && { item: turn.item }),
    completion: { roots: { ...byAlias, ...builtInRoots }, envelopes: named.map((each) => each.alias), samples },
    sources: sourcesOf(upstream, { input, trigger, item: turn?.item ?? NO_ITEM }),
    known: { ...byId, ...byAlias, ...builtInRoots },
  };
}

/** Roots that only some raw params of the node see. The check of the whole workflow tells which; while typing all do. */
function extraRootsOf({ index, catalogue }: OutputContext, nodeId: string): Record<string, undefined> {
  const node = index.nodeById.get(nodeId);
  const definition = node && catalogue.of(node);
  const names = Object.values(definition?.extraRoots ?? {}).flat();
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** Known inside loops, and where a node runs once per item. */
const TURN_ROOTS: Readonly<Record<string, JsonObject | undefined>> = { item: undefined, index: { type: 'number' } };

const BUILT_IN: Readonly<Record<string, JsonObject | undefined>> = {
  execution: closed('id', 'startedAt', 'resumeUrl', 'formUrl'),
  workflow: closed('id', 'name', 'version'),
  vars: undefined,
  now: { type: 'string' },
};

function closed(...names: string[]): JsonObject {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  return { type: 'object', properties, additionalProperties: false };
}

/** Nodes before one, by how many edges lie between; among equals the later in order first, as people look back. */
function upstreamOf(context: OutputContext, nodeId: string): readonly UpstreamNode[] {
  const { index } = context;
  const distances = new Map([[nodeId, 0]]);
  for (const [id, distance] of distances) {
    for (const { source } of index.incoming(id)) if (!distances.has(source)) distances.set(source, distance + 1);
    const [loop] = index.loopsAround(id);
    if (loop !== undefined && !distances.has(loop)) distances.set(loop, distance);
  }
  for (const around of [nodeId, ...index.loopsAround(nodeId)]) distances.delete(around);
  const rank = (id: string): number => index.rank.get(id) ?? 0;
  return [...distances]
    .sort(([a, near], [b, far]) => near - far || rank(b) - rank(a))
    .flatMap(([id, distance]) => {
      const node = index.node(id);
      if (node === undefined) return [];
      return [{ ...outputOf(context, node), node, alias: index.aliases.aliasById.get(id) ?? id, distance }];
    });
}

/** With one parent, the input is what that parent gives. */
function inputSchema(context: OutputContext, nodeId: string): JsonObject | undefined {
  const [edge, another] = context.index.incoming(nodeId);
  const parent =
    edge?.sourceHandle === MAIN_PORT && another === undefined ? context.index.node(edge.source) : undefined;
  return parent === undefined ? undefined : schemaOf(context, parent);
}

const NO_ITEM: NodeOutput = { source: 'none' };

/** Whether a node gets the item as its input: nothing inside the loop leads to it. One that runs once per item keeps what comes in. */
function isFirstInLoop({ index }: OutputContext, nodeId: string): boolean {
  const isInside = index.loopsAround(nodeId).length > 0 && index.node(nodeId)?.settings.forEach === undefined;
  return isInside && index.incoming(nodeId).length === 0;
}

function turnSamples(turn: TurnValues | undefined): Record<string, Json> {
  return turn?.item.sample === undefined ? {} : { item: turn.item.sample, index: turn.index };
}

function sampled(name: string, { sample }: NodeOutput): Record<string, Json> {
  return sample === undefined ? {} : { [name]: sample };
}

/** As templates see a node: `{ success, data, error? }`. */
function enveloped(name: string, { sample, error }: NodeOutput): [string, Json][] {
  if (sample === undefined) return [];
  if (error === undefined) return [[name, { success: true, data: sample }]];
  const { code, message, details } = error;
  return [
    [name, { success: false, data: sample, error: { code, message, ...(details === undefined ? {} : { details }) } }],
  ];
}

function builtInSamples({ index }: OutputContext, facts: RunFacts): Record<string, Json> {
  const { id, name, version } = index.document;
  const startedAt = new Date(facts.startedAtMs ?? facts.nowMs).toISOString();
  return {
    execution: { id: facts.executionId ?? '0198f0a2-7b1c-7c3e-9d52-3f6a1b2c4d5e', startedAt },
    workflow: { id, name, version },
    vars: {},
    now: new Date(facts.nowMs).toISOString(),
  };
}

function sourcesOf(
  upstream: readonly UpstreamNode[],
  plain: { readonly input: NodeOutput; readonly trigger: NodeOutput; readonly item: NodeOutput },
): Readonly<Record<string, SampleSource>> {
  const ofNodes = upstream.flatMap(({ node, alias, source, sample }) => {
    const known: SampleSource = sample === undefined ? 'none' : source;
    return [
      [node.id, known],
      [alias, known],
    ];
  });
  const { input, trigger, item } = plain;
  const ofPlain = {
    input: input.sample === undefined ? 'none' : input.source,
    trigger: trigger.sample === undefined ? 'none' : trigger.source,
    item: item.sample === undefined ? 'none' : item.source,
    index: item.sample === undefined ? 'none' : item.source,
  } as const;
  return { ...Object.fromEntries(ofNodes), ...ofPlain };
}
