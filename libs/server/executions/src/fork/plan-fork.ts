import { scopeIds, turnPath } from '@millrace/engine';
import type { ExecutionGraph, ExecutionState, Foreknown, GraphNode, NodeState, ReusedResult } from '@millrace/engine';
import { forkTriggerGone, nothingToFork } from '../executions.errors';
import { viewGraph } from '../history/run-view';
import { sameAlone, sameNodes } from '../partial/same-node';
import type { ForkPlan, ForkReason, ForkRequest, ForkStep } from './fork-plan';
import { FATE_OF_REASON } from './fork-plan';
import { ForkPoints } from './fork-points';

/**
 * Decides what a fork runs again and what it takes from its source. A result is taken when its node is as it was there,
 * and so is everything before it, and nothing before it runs again. Of a loop that runs again the turns are kept as far as
 * the same holds inside of them; the engine keeps them only when they are about the same item as then.
 * @throws DomainError `FORK_POINT_UNKNOWN`, `FORK_TRIGGER_GONE`, `NOTHING_TO_FORK`
 */
export function planFork(request: ForkRequest): ForkPlan {
  const { source, document, isSameVersion } = request;
  const triggerNodeId = source.state.triggerNodeId ?? '';
  const { only: part } = source.state;
  const only = isSameVersion ? part : undefined;
  const trigger = document.nodes.find(({ id }) => id === triggerNodeId);
  if (only === undefined && trigger?.enabled !== true) throw forkTriggerGone(triggerNodeId);
  const points = new ForkPoints(request.from, document, source.state);
  const planner = new ForkPlanner(request, points);
  const graph = viewGraph(document);
  const level = planner.level({
    graph,
    ids: scopeIds(graph, { triggerNodeId, ...(only ? { only } : {}) }),
    state: source.state,
  });
  if (level.steps.every(({ fate }) => fate === 'reused' || fate === 'skipped')) throw nothingToFork(source.executionId);
  return { triggerNodeId, ...(only ? { only } : {}), steps: level.steps, known: level.known };
}

/** The run, or a turn of a loop. */
interface Level {
  readonly graph: ExecutionGraph;
  /** The nodes that take part, in order. */
  readonly ids: readonly string[];
  readonly state: ExecutionState;
  readonly path?: string;
}

interface PlannedLevel {
  readonly steps: readonly ForkStep[];
  readonly known: Foreknown;
}

class ForkPlanner {
  private readonly isSame: (nodeId: string) => boolean;
  private readonly isSameInside: (nodeId: string) => boolean;
  private readonly before: ReadonlySet<string>;

  constructor(
    private readonly request: ForkRequest,
    private readonly points: ForkPoints,
  ) {
    const { source, document } = request;
    this.isSame = sameAlone(source.document, document);
    this.isSameInside = sameNodes(source.document, document);
    this.before = new Set(source.document.nodes.map(({ id }) => id));
  }

  level(level: Level): PlannedLevel {
    const reasons = new Map<string, ForkReason>();
    const known: KnownLevel = { reuse: {}, inputs: {}, loops: {} };
    const steps = level.ids.map((id): ForkStep => {
      const node = level.graph.nodes.get(id) as GraphNode;
      const reason = this.judge(node, level, reasons);
      reasons.set(id, reason);
      return this.step(node, level, reason, known);
    });
    this.keepEdits(level, reasons, known);
    for (const id of level.ids) {
      if (this.request.inputs && this.points.has(id, level.path)) known.inputs[id] = this.request.inputs;
    }
    return { steps, known: withoutEmpty(known) };
  }

  private judge(node: GraphNode, level: Level, reasons: ReadonlyMap<string, ForkReason>): ForkReason {
    const { id } = node;
    if (this.points.has(id, level.path))
      return level.state.nodes.get(id)?.status === 'failed' ? 'failed' : 'fork-point';
    if (this.request.hasTrigger && level.path === undefined && id === this.request.source.state.triggerNodeId)
      return 'fork-point';
    if (!this.before.has(id)) return 'new';
    const then = level.state.nodes.get(id);
    if (this.isPinned(id, then, level)) return 'pinned';
    const upstream = reasonBefore(node, reasons, level.state);
    const own = this.ownReason(node, then, level.path);
    if (upstream === undefined) return own;
    return own === 'same' || own === 'dead-path' || own === 'inside' ? upstream : own;
  }

  /** What is to be said of the node itself, whatever happens before it. */
  private ownReason(node: GraphNode, then: NodeState | undefined, path: string | undefined): ForkReason {
    const { id } = node;
    const isSame = this.isSame(id);
    if (then?.skipReason === 'dead-path') return isSame ? 'dead-path' : 'changed';
    if (then === undefined || then.status === 'skipped') return 'never-ran';
    const isWhole = this.isSameInside(id);
    const isTouched = node.body !== undefined && (this.points.isInside(id, path) || (isSame && !isWhole));
    if (isTouched) return 'inside';
    if (then.status === 'failed') return node.body === undefined || then.loop === undefined ? 'failed' : 'inside';
    if (then.status !== 'completed') return 'unfinished';
    return isSame && isWhole ? 'same' : 'changed';
  }

  private isPinned(id: string, then: NodeState | undefined, { path, state }: Level): boolean {
    if (path !== undefined || !this.isSame(id)) return false;
    return then?.reused === 'pin' || (then === undefined && state.reuse?.[id]?.from === 'pin');
  }

  private step(node: GraphNode, level: Level, reason: ForkReason, known: KnownLevel): ForkStep {
    const { id } = node;
    const step = { nodeId: id, fate: FATE_OF_REASON[reason], reason };
    const then = level.state.nodes.get(id);
    if (step.fate === 'reused') {
      const result = this.resultOf(then) ?? level.state.reuse?.[id];
      if (result !== undefined) known.reuse[id] = result;
      return step;
    }
    // A loop that was asked for, or whose input is another, begins anew.
    const keepsTurns = reason === 'inside' || reason === 'unfinished' || reason === 'changed';
    if (node.body === undefined || then?.loop === undefined || !keepsTurns) return step;
    const { turns, items } = then.loop;
    const again: number[] = [];
    const parts: Record<string, Foreknown> = {};
    for (const [number, state] of turns) {
      const path = turnPath(id, Number(number), level.path);
      const inner = this.points.hasTurn(path) ? undefined : this.level(bodyLevel(node.body, state, path));
      if (inner === undefined || inner.steps.some(({ fate }) => fate === 'again' || fate === 'new'))
        again.push(Number(number));
      // What an earlier fork put in place of the item stays there.
      const item = this.request.item?.path === path ? this.request.item.ref : state.item;
      const part: Foreknown = { ...inner?.known, ...(item && { item }) };
      if (Object.keys(part).length > 0) parts[number] = part;
    }
    if (Object.keys(parts).length > 0) known.loops[id] = { items, turns: parts };
    return { ...step, turns: { kept: turns.size - again.length, again } };
  }

  private resultOf(then: NodeState | undefined): ReusedResult | undefined {
    if (then?.status !== 'completed') return undefined;
    const { ports, error, disabled, reused } = then;
    return {
      ports,
      from: reused === 'pin' ? 'pin' : { executionId: this.request.source.executionId },
      ...(error ? { error } : {}),
      ...(disabled ? { disabled: true as const } : {}),
    };
  }

  /** A fork whose input was edited keeps that for the nodes that it runs again, as long as their parents are kept. */
  private keepEdits({ state }: Level, reasons: ReadonlyMap<string, ForkReason>, known: KnownLevel): void {
    for (const [id, edited] of Object.entries(state.inputs ?? {})) {
      const reason = reasons.get(id);
      if (reason === undefined || FATE_OF_REASON[reason] === 'reused') continue;
      const kept = Object.entries(edited).filter(([parent]) => reasons.get(parent) === 'same');
      if (kept.length > 0) known.inputs[id] = Object.fromEntries(kept);
    }
  }
}

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends Readonly<Record<string, infer V>> | undefined ? Record<string, V> : T[K];
};

/** What is known of the nodes of a level. */
type KnownLevel = Mutable<Required<Omit<Foreknown, 'item'>>>;

/**
 * Why a node cannot keep its result because of those before it; undefined when it can. A node that joins any of its parents
 * may have its result while others had none yet: these gave it nothing then.
 */
function reasonBefore(
  node: GraphNode,
  reasons: ReadonlyMap<string, ForkReason>,
  { nodes }: ExecutionState,
): ForkReason | undefined {
  const hasResult = nodes.get(node.id)?.status === 'completed';
  const gave = node.incoming.filter(({ source }) => !hasResult || hadItsEnd(nodes.get(source)));
  const before = gave.flatMap(({ source }) => reasons.get(source) ?? []);
  const again = before.filter((reason) => !['reused', 'skipped'].includes(FATE_OF_REASON[reason]));
  if (again.length === 0) return undefined;
  return again.some((reason) => ASKED_FOR.has(reason)) ? 'after' : 'input-changed';
}

const ASKED_FOR: ReadonlySet<ForkReason> = new Set([
  'fork-point',
  'after',
  'inside',
  'failed',
  'unfinished',
  'never-ran',
]);

function bodyLevel(body: ExecutionGraph, state: ExecutionState, path: string): Level {
  return { graph: body, ids: body.order, state, path };
}

function withoutEmpty(known: KnownLevel): Foreknown {
  return Object.fromEntries(Object.entries(known).filter(([, part]) => Object.keys(part).length > 0)) as Foreknown;
}

/** Whether the node had come to an end of its own. */
function hadItsEnd(node: NodeState | undefined): boolean {
  return node?.status === 'completed' || node?.skipReason === 'dead-path';
}
