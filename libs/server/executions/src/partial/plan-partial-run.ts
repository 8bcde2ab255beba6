import type { NodeState, ReuseSource, ValueRef } from '@millrace/engine';
import type { PinnedPorts } from '@millrace/server-workflows';
import {
  ancestorsOf,
  canonicalJson,
  descendantsOf,
  incomingEdges,
  loopsAround,
  reachableNodes,
  topologicalOrder,
} from '@millrace/workflow-model';
import type { Json, WorkflowEdge } from '@millrace/workflow-model';
import { noTrigger, nodeNotFound, nodeNotReached } from '../executions.errors';
import { valueOf } from '../history/run-view';
import type { PartialPlan, PartialRequest } from './partial-plan';
import { sameNodes } from './same-node';

/** What becomes of a node: run, taken from a pin or from the earlier run, or a dead path as it was there. */
type Fate = 'run' | 'pin' | 'earlier' | 'dead';

interface Verdict {
  readonly fate: Fate;
  /** Whether its result, or that of any node before it, may be another than in the earlier run. */
  readonly changed: boolean;
}

/**
 * Decides what a partial run runs and what it reuses. A result of the earlier run is reused only when its node and all
 * nodes before it are as they were there, and nothing before it is run again. Nodes that only pinned ones need are left
 * out, unless all of them can be reused: then templates behind the pins may still refer to them. A loop runs as a whole:
 * asked for a node inside, the plan runs the outermost loop around it.
 * @throws DomainError `NODE_NOT_FOUND`, `TRIGGER_NOT_FOUND`, `NODE_NOT_REACHED`
 */
export function planPartialRun(request: PartialRequest): PartialPlan {
  const { draft, earlier } = request;
  const isSame = earlier ? sameNodes(earlier.document, draft) : (): boolean => false;
  return new PartialPlanner(withWholeLoops(request), isSame).plan();
}

/** The request about the graph outside of all loops. */
function withWholeLoops(request: PartialRequest): PartialRequest {
  const { draft, nodeId, alsoRun } = request;
  const nodes = new Map(draft.nodes.map((node) => [node.id, node]));
  if (!nodes.has(nodeId)) throw nodeNotFound(nodeId);
  const wholeOf = (id: string): string => loopsAround(nodes, id).at(-1) ?? id;
  const outside = draft.nodes.filter(({ parent }) => parent === undefined);
  const ids = new Set(outside.map(({ id }) => id));
  const edges = draft.edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const whole = { ...request, draft: { ...draft, nodes: outside, edges }, nodeId: wholeOf(nodeId) };
  return alsoRun === undefined ? whole : { ...whole, alsoRun: alsoRun.map(wholeOf) };
}

class PartialPlanner {
  private readonly triggerNodeId: string;
  private readonly targets: ReadonlySet<string>;
  /** Nodes that the run may need, in order. */
  private readonly involved: readonly string[];
  private readonly incoming: ReadonlyMap<string, readonly WorkflowEdge[]>;
  private readonly enabled: ReadonlySet<string>;
  private readonly verdicts = new Map<string, Verdict>();

  constructor(
    private readonly request: PartialRequest,
    private readonly isSame: (nodeId: string) => boolean,
  ) {
    const { draft, mode, nodeId, alsoRun = [] } = request;
    const all = incomingEdges(draft);
    this.enabled = new Set(draft.nodes.filter(({ enabled }) => enabled).map(({ id }) => id));
    this.triggerNodeId = this.chooseTrigger(all);
    const reached = reachableNodes(draft, [this.triggerNodeId]);
    const beside = mode === 'step' ? alsoRun : [];
    const targets = [nodeId, ...(mode === 'from' ? descendantsOf(draft, nodeId) : beside)];
    this.targets = new Set(targets.filter((id) => reached.has(id)));
    const before = new Set(this.targets);
    for (const id of before) for (const { source } of all.get(id) ?? []) before.add(source);
    this.involved = topologicalOrder(draft).filter((id) => before.has(id) && reached.has(id));
    const inside = new Set(this.involved);
    const within = (id: string): WorkflowEdge[] => (all.get(id) ?? []).filter(({ source }) => inside.has(source));
    this.incoming = new Map(this.involved.map((id) => [id, within(id)]));
  }

  plan(): PartialPlan {
    for (const id of this.involved) this.verdicts.set(id, this.judge(id));
    const needed = this.needed();
    const hidden = this.involved.filter((id) => !needed.has(id));
    const kept = this.keeps(hidden, needed) ? this.involved : this.involved.filter((id) => needed.has(id));
    this.requireReached(new Set(kept));
    return {
      triggerNodeId: this.triggerNodeId,
      only: kept,
      run: kept.filter((id) => this.fateOf(id) === 'run'),
      reused: kept.flatMap((nodeId) => {
        const from = this.sourceOf(nodeId);
        return from === undefined ? [] : [{ nodeId, from }];
      }),
    };
  }

  private sourceOf(nodeId: string): ReuseSource | undefined {
    const { earlier } = this.request;
    const fate = this.fateOf(nodeId);
    if (fate === 'pin') return 'pin';
    return fate === 'earlier' && earlier ? { executionId: earlier.executionId } : undefined;
  }

  private chooseTrigger(incoming: ReadonlyMap<string, readonly WorkflowEdge[]>): string {
    const { draft, nodeId, triggerNodeId: wanted, earlier } = this.request;
    const before = ancestorsOf(draft, nodeId);
    const roots = draft.nodes
      .map(({ id }) => id)
      .filter((id) => (id === nodeId || before.has(id)) && incoming.get(id)?.length === 0);
    if (wanted !== undefined) {
      if (roots.includes(wanted)) return wanted;
      throw noTrigger(wanted);
    }
    const known = roots.find((id) => id === earlier?.state.triggerNodeId && this.enabled.has(id));
    // A workflow under construction may have no trigger yet: then it begins wherever no edge leads.
    return known ?? roots.find((id) => this.enabled.has(id)) ?? roots[0] ?? nodeId;
  }

  private judge(id: string): Verdict {
    const changedBefore = this.sourcesOf(id).some((source) => this.verdicts.get(source)?.changed !== false);
    const pin = this.pinOf(id);
    if (pin) return { fate: 'pin', changed: changedBefore || !this.isAsBefore(id, pin) };
    const node = this.isForced(id) || changedBefore || !this.holds(id) ? undefined : this.earlierState(id);
    if (node?.status === 'completed') return { fate: 'earlier', changed: false };
    if (node?.skipReason === 'dead-path') return { fate: 'dead', changed: false };
    return { fate: 'run', changed: true };
  }

  private isForced(id: string): boolean {
    return this.request.mode === 'to' || this.targets.has(id);
  }

  /** Whether what the earlier run says of the node could hold for this one. */
  private holds(id: string): boolean {
    if (this.request.earlier?.state.triggerNodeId !== this.triggerNodeId) return false;
    if (id === this.triggerNodeId && this.request.hasInput) return false;
    return this.isSame(id);
  }

  private pinOf(id: string): PinnedPorts | undefined {
    if (!this.enabled.has(id) || (id === this.triggerNodeId && this.request.hasInput)) return undefined;
    return this.request.pins.get(id);
  }

  /** Whether the earlier run had for the node just what is pinned now. */
  private isAsBefore(id: string, pin: PinnedPorts): boolean {
    const node = this.earlierState(id);
    if (node?.status !== 'completed' || node.error !== undefined) return false;
    if (this.request.earlier?.state.triggerNodeId !== this.triggerNodeId) return false;
    const then = Object.entries(node.ports).map(([port, ref]): [string, Json] => [port, this.earlierValue(ref)]);
    return canonicalJson(Object.fromEntries(then)) === canonicalJson(pin);
  }

  private earlierValue(ref: ValueRef): Json {
    return valueOf(ref, this.request.earlier?.values ?? new Map());
  }

  private earlierState(id: string): NodeState | undefined {
    return this.request.earlier?.state.nodes.get(id);
  }

  /** The targets and what they need; nothing before a pin is needed because of it. */
  private needed(): ReadonlySet<string> {
    const needed = new Set(this.targets);
    for (const id of needed) {
      if (this.fateOf(id) === 'pin') continue;
      for (const source of this.sourcesOf(id)) needed.add(source);
    }
    return needed;
  }

  /** A pin that stands on a dead path of the earlier run must not be held back by what lies before it. */
  private keeps(hidden: readonly string[], needed: ReadonlySet<string>): boolean {
    if (hidden.some((id) => this.fateOf(id) === 'run')) return false;
    const pins = [...needed].filter((id) => this.fateOf(id) === 'pin' && this.sourcesOf(id).length > 0);
    return pins.every((id) => this.earlierState(id)?.status === 'completed');
  }

  /** A step that is certain to be skipped is refused, rather than a run that does nothing. */
  private requireReached(kept: ReadonlySet<string>): void {
    const { nodeId } = this.request;
    if (this.fateOf(nodeId) === 'pin') return;
    const edges = (this.incoming.get(nodeId) ?? []).filter(({ source }) => kept.has(source));
    const isOpen = ({ source, sourceHandle }: WorkflowEdge): boolean => {
      const fate = this.fateOf(source);
      if (fate === 'run') return true;
      if (fate === 'dead') return false;
      const ports = fate === 'pin' ? this.pinOf(source) : this.earlierState(source)?.ports;
      return Object.hasOwn(ports ?? {}, sourceHandle);
    };
    if (edges.length > 0 && !edges.some(isOpen)) throw nodeNotReached(nodeId);
  }

  private sourcesOf(id: string): string[] {
    return (this.incoming.get(id) ?? []).map(({ source }) => source);
  }

  private fateOf(id: string): Fate {
    return this.verdicts.get(id)?.fate ?? 'run';
  }
}
