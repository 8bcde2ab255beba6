import type { Json } from '@millrace/workflow-model';
import type { Foreknown, ForeknownTurns, ValueRef } from './event';
import { isLive } from './frontier';
import type { ExecutionGraph } from './graph';
import type { ExecutionState, LoopState, NodeState } from './state';

/** What is known beforehand, of whatever has it; nothing else of it. */
export function foreknown({ reuse, inputs, loops, item }: Foreknown): Foreknown {
  return { ...(reuse && { reuse }), ...(inputs && { inputs }), ...(loops && { loops }), ...(item && { item }) };
}

/** What a turn that begins knows: nothing, unless it is about the same item as then. */
export function knownOfTurn(loop: LoopState, turn: number, known: ForeknownTurns | undefined): Foreknown {
  const own = known?.turns[String(turn)];
  if (known === undefined || own === undefined || !isSameItem(loop.items, known.items, turn)) return {};
  return foreknown(own);
}

type Items = LoopState['items'];

/** Lists out of line cannot be looked into here: those of the same length in bytes count as the same. */
function isSameItem(now: Items, then: Items, turn: number): boolean {
  const [one, other] = [listOf(now, turn), listOf(then, turn)];
  if (one === undefined || other === undefined) return false;
  if ('payloadId' in one.ref) return 'payloadId' in other.ref && one.ref.bytes === other.ref.bytes;
  return 'value' in other.ref && sameJson(at(one.ref.value, turn - one.from), at(other.ref.value, turn - other.from));
}

function listOf(items: Items, turn: number): Items[number] | undefined {
  return items.findLast(({ from }) => from <= turn);
}

function at(list: Json, index: number): Json | undefined {
  return Array.isArray(list) ? list[index] : undefined;
}

/** Whether two values are the same; the order of keys does not matter. */
function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [Object.entries(one), Object.keys(other)];
  return (
    ones.length === others.length &&
    ones.every(([key, value]) => Object.hasOwn(other, key) && sameJson(value, (other as Record<string, Json>)[key]))
  );
}

/**
 * The state as one node of it sees it: parents whose results were edited for this node have the edited ones. The state
 * itself when there are none.
 */
export function seenBy(graph: ExecutionGraph, state: ExecutionState, nodeId: string): ExecutionState {
  const edited = state.inputs?.[nodeId];
  if (edited === undefined) return state;
  const nodes = new Map<string, NodeState>(state.nodes);
  for (const { source, sourceHandle } of graph.nodes.get(nodeId)?.incoming ?? []) {
    const [ref, parent] = [edited[source], nodes.get(source)];
    if (ref === undefined || parent === undefined || !isLive(parent, sourceHandle)) continue;
    nodes.set(source, { ...parent, ports: { ...parent.ports, [sourceHandle]: ref } });
  }
  return { ...state, nodes };
}

/** References of what is known beforehand, also of turns that have not begun. */
export function foreknownRefs({ reuse = {}, inputs = {}, loops = {}, item }: Foreknown): ValueRef[] {
  return [
    ...(item ? [item] : []),
    ...Object.values(reuse).flatMap(({ ports }) => Object.values(ports)),
    ...Object.values(inputs).flatMap((edited) => Object.values(edited)),
    ...Object.values(loops).flatMap(({ turns }) => Object.values(turns).flatMap(foreknownRefs)),
  ];
}
