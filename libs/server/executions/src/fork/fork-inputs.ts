import { liveInputs, parseNodeKey, placesOn, seenBy } from '@millrace/engine';
import type { ExecutionState, ValueRef } from '@millrace/engine';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { forkInputUnfit } from '../executions.errors';
import { viewGraph } from '../history/run-view';

/** What a node was given by one of its parents. */
export interface EditableInput {
  /** The parent. */
  readonly nodeId: string;
  readonly value: ValueRef;
}

/** What the one node that is forked from would be given; nothing when there are several. */
export class ForkInputs {
  readonly shown: readonly EditableInput[];

  constructor(
    document: WorkflowDocument,
    state: ExecutionState,
    private readonly from: readonly string[],
  ) {
    const [point] = from;
    this.shown = point !== undefined && from.length === 1 && !isTurn(point) ? inputsAt(document, state, point) : [];
  }

  /** What was edited, when all of it can be. @throws DomainError `FORK_INPUT_UNFIT` */
  require(edited: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
    const parents = new Set(this.shown.map(({ nodeId }) => nodeId));
    const unknown = Object.keys(edited).filter((id) => !parents.has(id));
    if (unknown.length === 0) return edited;
    const gave = parents.size === 0 ? 'nothing that can be edited' : `the results of ${[...parents].join(', ')}`;
    throw forkInputUnfit(
      `The input of ${this.from.join(', ') || 'the run'} has no value of "${unknown.join('", "').slice(0, 300)}": it was given ${gave}.`,
    );
  }
}

function isTurn(point: string): boolean {
  return point.split('/').length % 2 === 0;
}

function inputsAt(document: WorkflowDocument, state: ExecutionState, point: string): EditableInput[] {
  const { nodeId, path } = parseNodeKey(point);
  const place = placesOn(viewGraph(document), state, path)?.at(-1);
  if (place === undefined) return [];
  const inputs = liveInputs(place.graph, seenBy(place.graph, place.state, nodeId), nodeId);
  return inputs.map(({ edge, ref }) => ({ nodeId: edge.source, value: ref }));
}
