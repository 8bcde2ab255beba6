import { fold, initialState, type ExecutionState, type NodeState, type ValueRef } from '@millrace/engine';
import { mainRef, type RunSnapshot } from '@millrace/web-canvas';
import type { StatusName } from '@millrace/web-ui';

/** A step in one of the runs. */
export interface StepSide {
  readonly status: StatusName;
  readonly attempts: number;
  readonly durationMs?: number;
  readonly error?: string;
  /** Of the main port, else of the first live one. */
  readonly output?: ValueRef;
  readonly input?: ValueRef;
}

/** A step in both runs; a side is missing where the version has no such step. */
export interface ComparedStep {
  readonly nodeId: string;
  readonly label: string;
  readonly before?: StepSide;
  readonly after?: StepSide;
  /** Milliseconds that it took longer (negative: less) in the second run; undefined unless both ended. */
  readonly slowerMs?: number;
  /** What can be told without reading values that are kept apart. */
  readonly output: 'same' | 'different' | 'unknown' | 'none';
  readonly isDifferent: boolean;
}

/** What a run did, with the order of its steps. */
export interface ComparedRun {
  readonly state: ExecutionState;
  readonly snapshot: RunSnapshot;
}

/** A run from its events. */
export function comparedRun(snapshot: RunSnapshot): ComparedRun {
  return { snapshot, state: fold(initialState(), snapshot.events) };
}

/** The steps of both, in the order in which they began in the second run, then in the first. A loop stands for what is inside. */
export function comparedSteps(before: ComparedRun, after: ComparedRun): readonly ComparedStep[] {
  const labels = new Map(
    [before, after].flatMap(({ snapshot: { document } }) =>
      document.nodes.filter(({ parent }) => parent === undefined).map(({ id, label }) => [id, label] as const),
    ),
  );
  const ids = new Set([...began(after), ...began(before), ...labels.keys()]);
  return [...ids].map((nodeId) => {
    const sides = { before: sideOf(before, nodeId), after: sideOf(after, nodeId) };
    return step(nodeId, labels.get(nodeId) ?? nodeId, sides);
  });
}

function step(
  nodeId: string,
  label: string,
  { before, after }: { readonly before: StepSide | undefined; readonly after: StepSide | undefined },
): ComparedStep {
  const output = sameRef(before?.output, after?.output);
  const took = [before?.durationMs, after?.durationMs] as const;
  return {
    nodeId,
    label,
    ...(before && { before }),
    ...(after && { after }),
    ...(took[0] !== undefined && took[1] !== undefined ? { slowerMs: took[1] - took[0] } : {}),
    output,
    isDifferent: before?.status !== after?.status || before?.error !== after?.error || output === 'different',
  };
}

function began({ state }: ComparedRun): readonly string[] {
  return [...state.nodes]
    .filter(([, { startedAtMs }]) => startedAtMs !== undefined)
    .sort(([, a], [, b]) => (a.startedAtMs ?? 0) - (b.startedAtMs ?? 0))
    .map(([id]) => id);
}

function sideOf({ state, snapshot }: ComparedRun, nodeId: string): StepSide | undefined {
  if (!snapshot.document.nodes.some(({ id }) => id === nodeId)) return undefined;
  const node: NodeState | undefined = state.nodes.get(nodeId);
  if (node === undefined) return { status: 'pending', attempts: 0 };
  const output = mainRef(node.ports);
  return {
    status: node.status,
    attempts: node.attempts,
    ...(node.durationMs === undefined ? {} : { durationMs: node.durationMs }),
    ...(node.error === undefined ? {} : { error: node.error.message }),
    ...(output === undefined ? {} : { output }),
    ...(node.input === undefined ? {} : { input: node.input }),
  };
}

function sameRef(before: ValueRef | undefined, after: ValueRef | undefined): ComparedStep['output'] {
  if (before === undefined && after === undefined) return 'none';
  if (before === undefined || after === undefined) return 'different';
  if ('value' in before && 'value' in after)
    return JSON.stringify(before.value) === JSON.stringify(after.value) ? 'same' : 'different';
  // Kept apart by size: one of them in place means different sizes.
  if ('payloadId' in before && 'payloadId' in after) {
    if (before.payloadId === after.payloadId) return 'same';
    return before.bytes === after.bytes ? 'unknown' : 'different';
  }
  return 'different';
}
