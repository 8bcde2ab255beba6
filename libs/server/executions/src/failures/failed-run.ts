import type { RecordedFailure, ValueRef } from '@millrace/engine';
import type { SqlClient } from '@millrace/server-platform';
import type { Json, JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import { readPayloads } from '../history/payloads';

/** A failed run, as its consequences need it. */
export interface FailedRun {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly versionId: string;
  readonly version: string | null;
  readonly triggerNodeId: string;
  readonly mode: string;
  readonly error: (RecordedFailure & { readonly nodeId?: string }) | null;
  readonly sourceId: string | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Indexes: run_failure_pkey, execution_pkey, workflow_version_pkey. */
export const FAILED_RUNS = `
  SELECT e.id, e.workspace_id AS "workspaceId", e.workflow_id AS "workflowId", e.version_id AS "versionId", v.version,
    e.trigger_node_id AS "triggerNodeId", e.mode, e.error, e.source_id AS "sourceId", e.started_at AS "startedAt",
    e.finished_at AS "finishedAt"
  FROM run_failure f JOIN execution e ON e.id = f.execution_id LEFT JOIN workflow_version v ON v.id = e.version_id`;

/** Index: execution_event_pkey. */
const STORY = `
  SELECT (SELECT body -> 'trigger' FROM execution_event WHERE execution_id = $1 AND seq = 1) AS trigger,
    (SELECT node_id FROM execution_event WHERE execution_id = $1 AND type IN ('node.completed', 'node.failed')
      ORDER BY seq DESC LIMIT 1) AS "lastNodeId"`;

/** What the error workflow is started with: the output of its error trigger. */
export async function errorReport(
  client: SqlClient,
  run: FailedRun,
  { document, publicUrl }: { readonly document: WorkflowDocument; readonly publicUrl: string },
): Promise<JsonObject> {
  const { rows } = await client.query<{ trigger: ValueRef | null; lastNodeId: string | null }>(STORY, [run.id]);
  const { trigger = null, lastNodeId = null } = rows[0] ?? {};
  const node = (id: string | null | undefined): Json => {
    const found = document.nodes.find((other) => other.id === id);
    return found ? { id: found.id, label: found.label, type: found.type } : null;
  };
  const { code = 'UNKNOWN', message = '', httpStatus, details, nodeId } = run.error ?? {};
  return {
    execution: {
      id: run.id,
      url: `${publicUrl}/runs/${run.id}`,
      mode: run.mode,
      startedAt: run.startedAt?.toISOString() ?? null,
      finishedAt: run.finishedAt?.toISOString() ?? null,
      retryOf: run.sourceId,
    },
    workflow: { id: run.workflowId, name: document.name, version: run.version },
    error: {
      code,
      message,
      node: node(nodeId),
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(details === undefined ? {} : { details }),
    },
    lastNode: node(nodeId ?? lastNodeId),
    trigger: await valueOf(client, run.id, trigger),
  };
}

async function valueOf(client: SqlClient, executionId: string, ref: ValueRef | null): Promise<Json> {
  if (ref === null) return null;
  if ('value' in ref) return ref.value;
  return (await readPayloads(client, executionId, [ref.payloadId])).get(ref.payloadId) ?? null;
}
