import { type ExecutionState, type NodeAt, nodeKey, nodesOf } from '@millrace/engine';
import { turnWords } from '@millrace/web-canvas';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';

/** What ends a wait. */
export type WaitKind = 'approval' | 'form' | 'webhook' | 'workflow' | 'event';

const ANSWERED: readonly WaitKind[] = ['approval', 'form', 'webhook', 'workflow'];

/** A node that somebody or something outside has to answer. */
export interface WaitingStep {
  /** Unique among the waiting: a step may wait in several turns of a loop. */
  readonly key: string;
  readonly nodeId: string;
  /** The turn of the loop that it is in, such as `each/3`. */
  readonly path?: string;
  readonly label: string;
  readonly kind: WaitKind;
  readonly event: string;
  readonly correlation?: string;
  /** What the node asks, such as `{ kind: 'approval', title, message }`. */
  readonly prompt?: Json;
  /** Milliseconds since the epoch. */
  readonly dueAtMs?: number;
}

/** Steps that wait for an answer, oldest first. */
export function waitingSteps(state: ExecutionState, document: WorkflowDocument): readonly WaitingStep[] {
  const labels = new Map(document.nodes.map((node) => [node.id, node.label]));
  return nodesOf(state).flatMap((at) => waitingStep(at, labels.get(at.nodeId) ?? at.nodeId));
}

function waitingStep({ nodeId, path, node }: NodeAt, name: string): WaitingStep[] {
  const { status, wait, retryAtMs, dueAtMs } = node;
  const label = path === undefined ? name : `${name}, ${turnWords(path)}`;
  if (status !== 'waiting' || retryAtMs !== undefined || wait?.kind !== 'event') return [];
  return [
    {
      key: nodeKey({ nodeId, ...(path !== undefined && { path }) }),
      nodeId,
      label,
      kind: kindIn(wait.prompt),
      event: wait.name,
      ...(path === undefined ? {} : { path }),
      ...(wait.correlation === undefined ? {} : { correlation: wait.correlation }),
      ...(wait.prompt === undefined ? {} : { prompt: wait.prompt }),
      ...(dueAtMs === undefined ? {} : { dueAtMs }),
    },
  ];
}

function kindIn(prompt: Json | undefined): WaitKind {
  const kind = typeof prompt === 'object' && prompt !== null && !Array.isArray(prompt) ? prompt['kind'] : undefined;
  return ANSWERED.find((known) => known === kind) ?? 'event';
}
