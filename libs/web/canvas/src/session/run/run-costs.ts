import type { ExecutionEvent, ValueRef } from '@millrace/engine';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { mainRef } from './node-run';

/** What models took for something. */
export interface ModelCost {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly totalTokens: number;
  /** Dollars of the calls whose price is known; undefined when none is. */
  readonly costUsd?: number;
  /** Something is not counted: a price that is not known, or a value that was not read. */
  readonly isPartial: boolean;
}

/** What models took in a run. */
export interface RunCosts {
  /** Undefined when no model was asked. */
  readonly total?: ModelCost;
  /** By node id; only those that asked a model. Turns of loops and items are summed up. */
  readonly nodes: ReadonlyMap<string, ModelCost>;
}

/** What costs are worked out from. */
export interface CostInput {
  readonly events: readonly ExecutionEvent[];
  /** Whether a node asks models itself: what others pass on was counted already. */
  readonly asksModels: (nodeId: string) => boolean;
  /** Undefined for a value out of line that is not known. */
  readonly valueOf: (ref: ValueRef) => Json | undefined;
}

/** What a value of a model node tells of its price; undefined when it tells nothing. */
export function costOf(value: Json | undefined): ModelCost | undefined {
  const usage = isObject(value) ? value['usage'] : undefined;
  if (!isObject(value) || !isObject(usage)) return undefined;
  const inputTokens = numberAt(usage, 'inputTokens') ?? 0;
  const outputTokens = numberAt(usage, 'outputTokens') ?? 0;
  const costUsd = numberAt(value, 'costUsd');
  return {
    inputTokens,
    outputTokens,
    totalTokens: numberAt(usage, 'totalTokens') ?? inputTokens + outputTokens,
    ...(costUsd !== undefined && { costUsd }),
    isPartial: costUsd === undefined,
  };
}

/**
 * Tokens and prices by node and of the whole run, in all turns of loops and for all items. What was reused was paid for
 * before, and the list that a node gives for its items sums up what its turns told.
 */
export function costsOf({ events, asksModels, valueOf }: CostInput): RunCosts {
  const nodes = new Map<string, ModelCost>();
  const answers = events.flatMap((event) =>
    event.type === 'node.completed' && event.disabled !== true && asksModels(event.nodeId) ? [event] : [],
  );
  const withTurns = new Set(answers.filter(isOwnTurn).map(({ nodeId }) => nodeId));
  for (const event of answers) {
    if (withTurns.has(event.nodeId) && !isOwnTurn(event)) continue;
    const cost = costOfRef(mainRef(event.ports), valueOf);
    if (cost !== undefined) nodes.set(event.nodeId, sumOf(nodes.get(event.nodeId), cost));
  }
  const total = [...nodes.values()].reduce<ModelCost | undefined>((sum, one) => sumOf(sum, one), undefined);
  return { nodes, ...(total && { total }) };
}

/** Whether it is of a turn that the node itself asked for, one for each item. */
function isOwnTurn({ nodeId, path }: { readonly nodeId: string; readonly path?: string }): boolean {
  return path?.split('/').at(-2) === nodeId;
}

function costOfRef(ref: ValueRef | undefined, valueOf: CostInput['valueOf']): ModelCost | undefined {
  if (ref === undefined) return undefined;
  const value = valueOf(ref);
  return 'payloadId' in ref && value === undefined ? UNREAD : costOf(value);
}

const UNREAD: ModelCost = { inputTokens: 0, outputTokens: 0, totalTokens: 0, isPartial: true };

function sumOf(one: ModelCost | undefined, other: ModelCost): ModelCost {
  if (one === undefined) return other;
  const costs = [one.costUsd, other.costUsd].filter((cost) => cost !== undefined);
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    totalTokens: one.totalTokens + other.totalTokens,
    ...(costs.length > 0 && { costUsd: costs.reduce((sum, cost) => sum + cost, 0) }),
    isPartial: one.isPartial || other.isPartial,
  };
}

function numberAt(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  return typeof value === 'number' ? value : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
