import { executionOutput, placesOn, turnPath } from '@millrace/engine';
import type { LoopState } from '@millrace/engine';
import type { TurnResult } from '@millrace/node-sdk';
import { aliasOf, outputValue } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import type { RunView } from './run-values';
import { valueOf } from './run-values';

/** The view of the nodes at a path; undefined when there is no such turn (any more). */
export function viewAt(run: RunView, path: string | undefined): RunView | undefined {
  if (path === undefined) return run;
  const places = placesOn(run.graph, run.state, path);
  if (places === undefined) return undefined;
  const hops = path.split('/');
  return places.slice(1).reduce<RunView>((outer, { graph, state }, depth) => {
    const nodeId = hops[2 * depth] ?? '';
    const index = state.turn ?? 0;
    const loop = outer.state.nodes.get(nodeId)?.loop;
    const item = loop === undefined ? null : itemOf(loop, index, run.payloads);
    return {
      ...outer,
      graph,
      state,
      loop: { path: turnPath(nodeId, index, outer.loop?.path), nodeId, index, item, outer },
    };
  }, run);
}

/** What the turns of a node gave. */
export function turnResults(view: RunView, nodeId: string): TurnResult[] {
  const loop = view.state.nodes.get(nodeId)?.loop;
  if (loop === undefined) return [];
  return Array.from({ length: loop.begun }, (_, turn) => turnResult(view, loop, turn));
}

function turnResult({ workflow, payloads }: RunView, loop: LoopState, turn: number): TurnResult {
  const item = itemOf(loop, turn, payloads);
  const state = loop.turns.get(String(turn));
  if (state?.status !== 'completed') {
    const { code, message, details } = state?.error ?? {
      code: 'LOOP_TURN_CANCELLED',
      message: 'The turn was cancelled.',
    };
    return { turn, item, ok: false, error: { code, message, ...(details === undefined ? {} : { details }) } };
  }
  const output = executionOutput(state, (id) => aliasOf(workflow.nodes.get(id)?.node, id));
  return { turn, item, ok: true, output: outputValue(output, payloads) };
}

function itemOf({ items, turns }: LoopState, turn: number, payloads: ReadonlyMap<string, Json>): Json {
  const own = turns.get(String(turn))?.item;
  if (own !== undefined) return valueOf(own, payloads);
  const list = items.findLast(({ from }) => from <= turn);
  const values = valueOf(list?.ref, payloads);
  return Array.isArray(values) ? (values[turn - (list?.from ?? 0)] ?? null) : null;
}
