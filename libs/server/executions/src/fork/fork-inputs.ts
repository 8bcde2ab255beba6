import { liveInputs, parseNodeKey, placesOn, seenBy } from '@millrace/engine';
import type { ExecutionGraph, ExecutionState, ValueRef } from '@millrace/engine';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { forkInputUnfit } from '../executions.errors';
import { viewGraph } from '../history/run-view';

/** What a node was given by one of its parents, or a turn by its loop. */
export interface EditableInput {
  /** The parent, or the loop. */
  readonly nodeId: string;
  readonly value: ValueRef;
}

/** What was edited, in place of what is known. */
export interface EditedInputs {
  /** By the parents of the node that is forked from. */
  readonly inputs?: Readonly<Record<string, ValueRef>>;
  /** Of the turn at the path. */
  readonly item?: { readonly path: string; readonly ref: ValueRef };
}

/** Reads a large value of the source. */
export type ReadValue = (payloadId: string) => Promise<Json | undefined>;

/** A turn whose item can be edited, and its list. */
interface EditableTurn {
  readonly loopId: string;
  readonly path: string;
  /** What it is about, when that was edited before. */
  readonly own: ValueRef | undefined;
  readonly list: ValueRef | undefined;
  /** Place of its item in the list. */
  readonly index: number;
}

/** What the one node or turn that is forked from would be given; nothing when there are several. */
export class ForkInputs {
  private constructor(
    readonly shown: readonly EditableInput[],
    private readonly from: readonly string[],
    private readonly turn: EditableTurn | undefined,
  ) {}

  static async of(
    document: WorkflowDocument,
    state: ExecutionState,
    from: readonly string[],
    read: ReadValue,
  ): Promise<ForkInputs> {
    const [point] = from;
    if (point === undefined || from.length > 1) return new ForkInputs([], from, undefined);
    const graph = viewGraph(document);
    const turn = turnAt(graph, state, point);
    if (turn === undefined) return new ForkInputs(inputsAt(graph, state, point), from, undefined);
    return new ForkInputs([{ nodeId: turn.loopId, value: await itemOf(turn, read) }], from, turn);
  }

  /** What was edited, when all of it can be. @throws DomainError `FORK_INPUT_UNFIT` */
  require(edited: Readonly<Record<string, Json>> | undefined): EditedInputs {
    if (edited === undefined) return {};
    const givers = new Set(this.shown.map(({ nodeId }) => nodeId));
    const unknown = Object.keys(edited).filter((id) => !givers.has(id));
    if (unknown.length > 0) throw this.unfit(unknown, givers);
    const { turn } = this;
    const refs = Object.fromEntries(Object.entries(edited).map(([id, value]) => [id, { value }]));
    if (turn === undefined) return { inputs: refs };
    const ref = refs[turn.loopId];
    return ref === undefined ? {} : { item: { path: turn.path, ref } };
  }

  private unfit(unknown: readonly string[], givers: ReadonlySet<string>): Error {
    const gave = givers.size === 0 ? 'nothing that can be edited' : `the results of ${[...givers].join(', ')}`;
    return forkInputUnfit(
      `The input of ${this.from.join(', ') || 'the run'} has no value of "${unknown.join('", "').slice(0, 300)}": it was given ${gave}.`,
    );
  }
}

/** The turn that the point is, or whose item the node at it is given: nothing in the turn leads to that. */
function turnAt(graph: ExecutionGraph, state: ExecutionState, point: string): EditableTurn | undefined {
  const hops = point.split('/');
  const isWhole = hops.length % 2 === 0;
  const path = isWhole ? point : hops.slice(0, -1).join('/');
  const places = path === '' ? undefined : placesOn(graph, state, path);
  const [outer, inner] = places?.slice(-2) ?? [];
  if (outer === undefined || inner === undefined) return undefined;
  const isFirst = inner.graph.nodes.get(hops.at(-1) ?? '')?.incoming.length === 0;
  if (!isWhole && !isFirst) return undefined;
  const [loopId = '', turn = ''] = path.split('/').slice(-2);
  const list = outer.state.nodes.get(loopId)?.loop?.items.findLast(({ from }) => from <= Number(turn));
  return { loopId, path, own: inner.state.item, list: list?.ref, index: Number(turn) - (list?.from ?? 0) };
}

async function itemOf({ own, list, index }: EditableTurn, read: ReadValue): Promise<ValueRef> {
  if (own !== undefined) return own;
  const values = list === undefined ? null : 'value' in list ? list.value : await read(list.payloadId);
  return { value: Array.isArray(values) ? (values[index] ?? null) : null };
}

function inputsAt(graph: ExecutionGraph, state: ExecutionState, point: string): EditableInput[] {
  const { nodeId, path } = parseNodeKey(point);
  const place = placesOn(graph, state, path)?.at(-1);
  if (place === undefined) return [];
  const inputs = liveInputs(place.graph, seenBy(place.graph, place.state, nodeId), nodeId);
  return inputs.map(({ edge, ref }) => ({ nodeId: edge.source, value: ref }));
}
