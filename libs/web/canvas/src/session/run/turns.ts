import { type Signal, signal } from '@angular/core';
import { type ExecutionEvent, type ExecutionState, type LoopState, type NodeState, turnPath } from '@millrace/engine';
import { type WorkflowNode, loopsAround } from '@millrace/workflow-model';

/** How far a loop is. */
export interface LoopRun {
  /** Turns asked for so far, begun, over, and over without being completed. */
  readonly count: number;
  readonly begun: number;
  readonly finished: number;
  readonly failed: number;
  /** Number of the turn that failed first. */
  readonly firstFailed?: number;
}

/** A node as the chosen turns show it. */
export interface NodeInTurn {
  /** Undefined while nothing happened to it there. */
  readonly node?: NodeState;
  /** The turn that it is in, such as `each/3`; absent outside of loops. */
  readonly path?: string;
  /** The run, or the turn. */
  readonly within: ExecutionState;
}

/**
 * Which turn of each loop is looked at: the one that was chosen, else the first that failed, else the newest. Turns count
 * from 0.
 */
export class Turns {
  readonly #chosen = signal<ReadonlyMap<string, number>>(new Map());
  /** Number of the first failed turn by the place of its loop. */
  readonly #failed = new Map<string, number>();
  /** All of them, in the order in which they failed. */
  readonly #allFailed = new Map<string, number[]>();
  #nodes: ReadonlyMap<string, WorkflowNode> = new Map();

  /** Turns that somebody chose, by loop. */
  readonly chosen: Signal<ReadonlyMap<string, number>> = this.#chosen.asReadonly();

  /** Begins with another run of a workflow with these nodes. */
  open(nodes: ReadonlyMap<string, WorkflowNode>): void {
    this.#nodes = nodes;
    this.#failed.clear();
    this.#allFailed.clear();
    this.#chosen.set(new Map());
  }

  /** Chooses a turn of a loop; without one, it is chosen as events come in. */
  choose(loopId: string, turn: number | undefined): void {
    const chosen = new Map(this.#chosen());
    if (turn === undefined) chosen.delete(loopId);
    else chosen.set(loopId, turn);
    this.#chosen.set(chosen);
  }

  /** Notes what an event tells, and gives the ids of the nodes of which another state may be shown now. */
  receive(event: ExecutionEvent): readonly string[] {
    if (!('nodeId' in event)) return [];
    if (event.type === 'turn.finished' && event.status === 'failed') {
      const key = placeKey(event.nodeId, event.path);
      this.#failed.set(key, Math.min(event.turn, this.#failed.get(key) ?? Infinity));
      const all = this.#allFailed.get(key);
      if (all === undefined) this.#allFailed.set(key, [event.turn]);
      else all.push(event.turn);
    }
    if (event.type !== 'turn.started' && event.type !== 'turn.finished') return [event.nodeId];
    return [event.nodeId, ...this.inside(event.nodeId)];
  }

  /** Ids of everything inside a loop. */
  inside(loopId: string): readonly string[] {
    return [...this.#nodes.keys()].filter((id) => loopsAround(this.#nodes, id).includes(loopId));
  }

  /** A node in the chosen turn; undefined when its loop has not come to one. */
  find(state: ExecutionState, nodeId: string): NodeInTurn | undefined {
    const node = this.#nodes.get(nodeId);
    if (node?.parent === undefined) return { node: state.nodes.get(nodeId), within: state };
    let within = state;
    let path: string | undefined;
    for (const loopId of loopsAround(this.#nodes, nodeId).toReversed()) {
      const loop = within.nodes.get(loopId)?.loop;
      const turn = loop && this.turnOf(loopId, loop, path);
      const inner = turn === undefined ? undefined : loop?.turns.get(String(turn));
      if (turn === undefined || inner === undefined) return undefined;
      path = turnPath(loopId, turn, path);
      within = inner;
    }
    return { node: within.nodes.get(nodeId), path, within };
  }

  /** Number of the turn of a loop that is looked at; undefined before the first. */
  turnOf(loopId: string, loop: LoopState, path?: string): number | undefined {
    const chosen = this.#chosen().get(loopId);
    if (chosen !== undefined && chosen < loop.begun) return chosen;
    const failed = this.firstFailed(loopId, loop, path);
    if (failed !== undefined) return failed;
    return loop.begun === 0 ? undefined : loop.begun - 1;
  }

  /** Number of the turn that failed first, as far as a state knows. */
  firstFailed(loopId: string, loop: LoopState, path?: string): number | undefined {
    if (loop.failed === 0) return undefined;
    const known = this.#failed.get(placeKey(loopId, path));
    return known !== undefined && loop.turns.get(String(known))?.status === 'failed' ? known : undefined;
  }

  /** Number of the next turn after this one that failed, as far as a state knows. */
  nextFailed(loopId: string, { node, path }: NodeInTurn, turn: number): number | undefined {
    const failed = (this.#allFailed.get(placeKey(loopId, path)) ?? []).filter(
      (each) => each > turn && node?.loop?.turns.get(String(each))?.status === 'failed',
    );
    return failed.length === 0 ? undefined : failed.reduce((least, each) => Math.min(least, each));
  }

  /** How far a loop is; undefined for a node that has asked for no turns. */
  loopRunOf({ node, path }: NodeInTurn, nodeId: string): LoopRun | undefined {
    if (node?.loop === undefined) return undefined;
    const { count, begun, finished, failed } = node.loop;
    const firstFailed = this.firstFailed(nodeId, node.loop, path);
    return { count, begun, finished, failed, ...(firstFailed !== undefined && { firstFailed }) };
  }
}

function placeKey(nodeId: string, path: string | undefined): string {
  return path === undefined ? nodeId : `${path}/${nodeId}`;
}
