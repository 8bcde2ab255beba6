import { foreknown } from '@millrace/engine';
import type { ExecutionEventBody } from '@millrace/engine';
import { newId } from '@millrace/server-platform';
import type { DefinitionLookup, WorkflowDocument } from '@millrace/workflow-model';
import { laneOf } from '../lanes/lane-of';
import type { Lane } from '../lanes/lane-of';
import type { PayloadRow } from '../log/append';
import { encodeEvent } from '../log/event-codec';
import { noticeLines } from '../log/event-notices';
import { storeValue } from '../log/value-ref';
import type { StartRequest } from './start-request';
import { triggerOf } from './trigger-of';

/**
 * What a priority adds to that of the job. Low ones come after everything else of any workspace; high ones go ahead of the
 * ordinary ones, but a flood of them (-20) does not stand in the way of other workspaces.
 */
const PRIORITIES = { low: -40, normal: 0, high: 10 } as const;

/** A start that only has to be written. */
export interface PreparedStart {
  readonly executionId: string;
  readonly instanceId: string;
  readonly triggerNodeId: string;
  readonly request: StartRequest;
  readonly started: Extract<ExecutionEventBody, { type: 'workflow.started' }>;
  readonly payloads: readonly PayloadRow[];
  /** Lower is later; the backlog of the workspace makes it fall. */
  readonly priority: number;
  /** What it shares a limit of runs at a time with. */
  readonly lane: Lane | undefined;
}

/**
 * Decides everything about a run that does not need the database; `backlog` is what the others of its workspace make its
 * priority fall by. @throws DomainError when no trigger fits
 */
export function prepareStart(
  request: StartRequest,
  document: WorkflowDocument,
  { lookup, backlog }: { readonly lookup: DefinitionLookup; readonly backlog: number },
): PreparedStart {
  const executionId = newId();
  // The nodes of a partial run are chosen by name, whether its trigger is among them or not.
  const wanted = request.triggerNodeId;
  const triggerNodeId = request.part?.only && wanted !== undefined ? wanted : triggerOf(document, wanted, lookup);
  const { part } = request;
  const { ref, payload } = part?.trigger ? { ref: part.trigger } : storeValue(request.trigger);
  return {
    executionId,
    instanceId: request.instanceId ?? executionId,
    triggerNodeId,
    request,
    started: {
      type: 'workflow.started',
      triggerNodeId,
      trigger: ref,
      nodeCount: document.nodes.length,
      ...(part?.only ? { only: part.only } : {}),
      ...(part ? foreknown(part) : {}),
      ...(part?.pauseBefore?.length ? { pauseBefore: part.pauseBefore } : {}),
      ...(part?.simulation ? { simulation: part.simulation } : {}),
    },
    payloads: [...(payload ? [payload] : []), ...(part?.payloads ?? [])],
    priority: PRIORITIES[request.priority ?? document.settings.priority ?? 'normal'] + backlog,
    lane: laneOf(request, document),
  };
}

/** Parameters of the start statement; `owner` gives the name that takes the lease of a run at once, or null. */
export function startParameters(
  starts: readonly PreparedStart[],
  owner: (start: PreparedStart) => string | null,
): unknown[] {
  const requests = starts.map(({ request }) => request);
  const payloads = starts.flatMap(({ executionId, payloads: own }) => own.map((row) => ({ executionId, ...row })));
  return [
    starts.map(({ executionId }) => executionId),
    starts.map(({ instanceId }) => instanceId),
    requests.map(({ workspaceId }) => workspaceId),
    requests.map(({ workflowId }) => workflowId),
    requests.map(({ versionId }) => versionId),
    starts.map(({ triggerNodeId }) => triggerNodeId),
    requests.map(({ mode }) => mode),
    starts.map(({ priority }) => priority),
    requests.map(({ startedBy }) => startedBy ?? null),
    starts.map(owner),
    requests.map(({ idempotency }) => idempotency?.scope ?? null),
    requests.map(({ idempotency }) => idempotency?.key ?? null),
    requests.map(({ idempotency }) => idempotency?.bodyHash ?? null),
    starts.map(({ started }) => encodeEvent(started).body).join('\n'),
    payloads.map(({ id }) => id),
    payloads.map(({ executionId }) => executionId),
    payloads.map(({ bytes }) => bytes),
    payloads.map(({ text }) => text).join('\n'),
    noticeLines(starts.map((start) => noticeOf(start, owner(start)))),
  ];
}

function noticeOf(start: PreparedStart, owner: string | null): Parameters<typeof noticeLines>[0][number] {
  const { workspaceId, workflowId } = start.request;
  const status = owner === null ? 'pending' : 'running';
  return { executionId: start.executionId, seq: 1, workspaceId, workflowId, status };
}
