import { isAtWork, isSettled } from './evolve-node';
import type { GraphNode } from './graph';
import type { RunScope } from './run-scope';
import { SortedList, ascending } from './sorted-list';
import type { ExecutionState, NodeState } from './state';
import { VersionTable } from './version-table';

/** How many times a dying worker may cut a node off before the node counts as failed. */
export const MAX_INTERRUPTIONS = 3;

/** Where a node stands, as far as `decide` cares. `again`: woken or interrupted, to run once more. */
type Stage = 'untouched' | 'again' | 'running' | 'iterating' | 'waiting' | 'settled';

/** A node that something happens to at an instant by itself. */
interface Due {
  readonly atMs: number;
  readonly index: number;
}

/**
 * What follows from a state for `decide`, kept from one decision to the next: looking at the changed nodes only makes a
 * run of n nodes cost O(n + edges) altogether. Nodes are numbers of the scope. Derived data, never the truth.
 */
export class Frontier {
  /** May start now: untouched with its edges as they must be, or `again`. */
  readonly ready = new SortedList<number>(ascending);
  /** Every incoming edge is dead. */
  readonly dead = new SortedList<number>(ascending);
  /** Interrupted once too often. */
  readonly lost = new SortedList<number>(ascending);
  readonly running = new SortedList<number>(ascending);
  /** With their turns. */
  readonly iterating = new SortedList<number>(ascending);
  /** Begun, neither settled, running nor iterating. */
  readonly idle = new SortedList<number>(ascending);
  /** Waits and retries with an instant, the earliest first. */
  readonly due = new SortedList<Due>((a, b) => a.atMs - b.atMs || a.index - b.index);
  untouched: number;
  unsettled: number;
  /** Nodes that came to an end of their own: completed, failed, or skipped as a dead path. */
  done = 0;

  readonly scope: RunScope;
  /** The table this frontier stands for. */
  #table: VersionTable<NodeState>;
  readonly #stages: Stage[];
  readonly #dueAtMs: (number | undefined)[];
  readonly #settledIn: number[];
  readonly #liveIn: number[];

  private constructor(scope: RunScope, table: VersionTable<NodeState>) {
    const count = scope.nodes.length;
    this.scope = scope;
    this.untouched = count;
    this.unsettled = count;
    this.#table = table;
    this.#stages = new Array<Stage>(count).fill('untouched');
    this.#dueAtMs = new Array<number | undefined>(count).fill(undefined);
    this.#settledIn = new Array<number>(count).fill(0);
    this.#liveIn = new Array<number>(count).fill(0);
    for (const root of scope.roots) this.ready.add(root);
    for (const id of table.keys()) this.#refresh(id);
  }

  /** The frontier of a state: brought up to date when one was derived before in this line of states, else built anew. */
  static of(scope: RunScope, state: ExecutionState): Frontier {
    const table = VersionTable.of(state.nodes);
    const known = table.memo instanceof Frontier && table.memo.scope === scope ? table.memo : undefined;
    if (known !== undefined && known.#table.position <= table.position) {
      known.#advance(table);
      return known;
    }
    const built = new Frontier(scope, table);
    if (known === undefined) table.memo = built;
    return built;
  }

  /** The node's state; undefined as long as nothing happened to it. */
  stateOf(index: number): NodeState | undefined {
    return this.#table.get(this.nodeAt(index).id);
  }

  nodeAt(index: number): GraphNode {
    return this.scope.nodes[index] as GraphNode;
  }

  isUntouched(index: number): boolean {
    return this.#stages[index] === 'untouched';
  }

  /** The dead nodes and all that die with them, in order. Nothing is changed: the skips have yet to be recorded. */
  deadPaths(): number[] {
    const paths = [...this.dead];
    const alsoSettled = new Map<number, number>();
    for (const index of paths) {
      for (const { target } of this.#edgesOf(index)) {
        const settled = (alsoSettled.get(target) ?? this.#count(this.#settledIn, target)) + 1;
        alsoSettled.set(target, settled);
        const dies = settled === this.scope.incoming[target] && this.#count(this.#liveIn, target) === 0;
        if (dies && this.isUntouched(target)) paths.push(target);
      }
    }
    return paths.sort(ascending);
  }

  #advance(table: VersionTable<NodeState>): void {
    const since = this.#table.position;
    this.#table = table;
    for (const id of table.changedSince(since)) this.#refresh(id);
  }

  #refresh(id: string): void {
    const index = this.scope.indexOf.get(id);
    const node = this.#table.get(id);
    if (index === undefined || node === undefined) return;
    const before = this.#stages[index] as Stage;
    if (before === 'settled') return;
    this.#leave(index, before);
    this.#enter(index, node);
  }

  #leave(index: number, stage: Stage): void {
    if (stage === 'untouched') this.untouched -= 1;
    this.ready.delete(index);
    this.dead.delete(index);
    this.lost.delete(index);
    this.running.delete(index);
    this.iterating.delete(index);
    this.idle.delete(index);
    const atMs = this.#dueAtMs[index];
    if (atMs !== undefined) this.due.delete({ atMs, index });
    this.#dueAtMs[index] = undefined;
  }

  #enter(index: number, node: NodeState): void {
    const stage = stageOf(node);
    this.#stages[index] = stage;
    if (stage === 'settled') this.#settle(index, node);
    else if (stage === 'running') this.running.add(index);
    else if (stage === 'iterating') this.iterating.add(index);
    else this.idle.add(index);
    if (stage === 'again') (deathsOf(node) >= MAX_INTERRUPTIONS ? this.lost : this.ready).add(index);
    const atMs = stage === 'waiting' ? (node.retryAtMs ?? node.dueAtMs) : undefined;
    if (atMs === undefined) return;
    this.#dueAtMs[index] = atMs;
    this.due.add({ atMs, index });
  }

  #settle(index: number, node: NodeState): void {
    this.unsettled -= 1;
    if (endedByItself(node)) this.done += 1;
    for (const { target, port } of this.#edgesOf(index)) {
      this.#settledIn[target] = this.#count(this.#settledIn, target) + 1;
      if (isLive(node, port)) this.#liveIn[target] = this.#count(this.#liveIn, target) + 1;
      if (this.isUntouched(target)) this.#judge(target);
    }
  }

  /** Whether an untouched node may start, can never start, or has to wait for more edges. */
  #judge(index: number): void {
    const allSettled = this.#settledIn[index] === this.scope.incoming[index];
    const live = this.#count(this.#liveIn, index) > 0;
    if (live && (allSettled || joinOf(this.nodeAt(index)) === 'any')) this.ready.add(index);
    else if (allSettled) this.dead.add(index);
  }

  #edgesOf(index: number) {
    return this.scope.outgoing[index] ?? [];
  }

  #count(counts: readonly number[], index: number): number {
    return counts[index] ?? 0;
  }
}

/** Whether a value went out of the port. */
export function isLive(node: NodeState, port: string): boolean {
  return node.status === 'completed' && Object.hasOwn(node.ports, port);
}

/** The node's own setting, else what its definition says, else `all`. */
function joinOf(node: GraphNode): 'all' | 'any' {
  return node.settings.join ?? node.traits.joins ?? 'all';
}

function stageOf(node: NodeState): Stage {
  if (isSettled(node)) return 'settled';
  if (node.status === 'running') return isAtWork(node) ? 'running' : 'iterating';
  if (node.status === 'waiting') return 'waiting';
  return 'again';
}

function endedByItself(node: NodeState): boolean {
  return node.status === 'completed' || node.status === 'failed' || node.skipReason === 'dead-path';
}

/** How often a worker died while it ran a node. */
export function deathsOf({ interruptions, handovers = 0 }: NodeState): number {
  return interruptions - handovers;
}
