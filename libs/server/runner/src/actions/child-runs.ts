import { createHash } from 'node:crypto';
import { NodeError } from '@millrace/node-sdk';
import type { WorkflowCall } from '@millrace/node-sdk';
import {
  AwaitedRuns,
  ExecutionControl,
  ExecutionFeed,
  STARTED_BY_RUN,
  StartExecutions,
  isTerminal,
} from '@millrace/server-executions';
import type { FinishedExecution, StartRequest, StartedExecution } from '@millrace/server-executions';
import { DomainError, SqlPool } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { NodeCall } from '../node/node-context';

/** Runs inside runs inside runs. */
const DEEPEST = 20;
/** Milliseconds after which the end of a workflow is asked for again. */
const PATIENCE_MS = 3_600_000;

/** Runs that nodes start. */
@Injectable()
export class ChildRuns {
  constructor(
    private readonly versions: WorkflowVersions,
    private readonly starts: StartExecutions,
    private readonly awaited: AwaitedRuns,
    private readonly feed: ExecutionFeed,
    private readonly control: ExecutionControl,
    private readonly pool: SqlPool,
  ) {}

  /** Starts a workflow, waits for its end in this process, and gives its output. */
  run(call: NodeCall, request: WorkflowCall): Promise<Json> {
    return asNode(async () => {
      const { executionId } = await this.startChild(call, request);
      const finished = await this.finished(call, executionId);
      if (finished.response !== undefined) return finished.response.body;
      if (finished.status === 'completed') return finished.output;
      const why = finished.error === undefined ? `It is ${finished.status}.` : finished.error.message;
      const message = `The workflow did not succeed: ${why}`;
      const details = { executionId, status: finished.status };
      throw new NodeError({ code: 'WORKFLOW_FAILED', fault: 'user', message, details });
    });
  }

  /** Starts a workflow and does not wait. */
  start(call: NodeCall, request: WorkflowCall & { readonly awaited: boolean }): Promise<{ executionId: string }> {
    return asNode(async () => ({ executionId: (await this.startChild(call, request)).executionId }));
  }

  /** The same call of a node that is run again, with the same input, leads to the same run. */
  private async startChild(
    call: NodeCall,
    { workflowId, input, step, awaited = false }: WorkflowCall & { awaited?: boolean },
  ): Promise<StartedExecution> {
    const { workspaceId, view, compiled } = call;
    const published = await this.versions.publishedOf(workflowId);
    if (!published || published.workspaceId !== workspaceId) {
      const message = `This workspace has no published workflow ${workflowId}. Publish it first.`;
      throw new NodeError({ code: 'WORKFLOW_NOT_FOUND', fault: 'user', message });
    }
    if ((await this.depthOf(view.executionId)) >= DEEPEST) {
      const message = `Workflows start each other more than ${DEEPEST} deep. Look for one that starts itself.`;
      throw new NodeError({ code: 'DEPTH_EXCEEDED', fault: 'user', message });
    }
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([workflowId, input]))
      .digest('base64url');
    const path = [compiled.node.id, view.loop?.path ?? '0', ...(call.step === undefined ? [] : [call.step]), step].join(
      ':',
    );
    const request: StartRequest = {
      ...{ workspaceId, workflowId, versionId: published.versionId, trigger: input, mode: 'api' },
      startedBy: `${STARTED_BY_RUN}${view.executionId}`,
      idempotency: { scope: `child:${view.executionId}`, key: `${path}:${bodyHash}`, bodyHash },
    };
    return awaited ? this.awaited.start(view.executionId, request) : this.starts.start(request);
  }

  /** How many runs stand above one, up to one that an event or a failure started. Index: execution_pkey, once per level. */
  private async depthOf(executionId: string): Promise<number> {
    const { rows } = await this.pool.query<{ depth: number }>(
      `WITH RECURSIVE above (id, depth) AS (
         SELECT $1::uuid, 0
         UNION ALL
         SELECT substring(e.started_by FROM ${STARTED_BY_RUN.length + 1})::uuid, above.depth + 1
         FROM above JOIN execution e ON e.id = above.id
         WHERE e.started_by LIKE '${STARTED_BY_RUN}%' AND e.mode <> 'event' AND above.depth < ${DEEPEST}
       )
       SELECT max(depth) AS depth FROM above`,
      [executionId],
    );
    return rows[0]?.depth ?? 0;
  }

  private async finished(call: NodeCall, executionId: string): Promise<FinishedExecution> {
    const { signal } = call.controller;
    for (;;) {
      const finished = await this.feed.finished(executionId, { timeoutMs: PATIENCE_MS, signal });
      if (finished && (finished.response !== undefined || isTerminal(finished.status))) return finished;
      if (!signal.aborted) continue;
      // A process that only stops leaves the child alone: the node is run again and finds it.
      if (signal.reason !== 'lost') await this.cancel(call, executionId);
      throw signal.reason;
    }
  }

  /** Cancels a run that the node started; one that is over stays as it is. */
  async cancel({ workspaceId, view }: NodeCall, executionId: string): Promise<void> {
    const userId = `${STARTED_BY_RUN}${view.executionId}`;
    try {
      const actor = { userId, workspaceId, role: 'operator', via: 'system' } as const;
      await this.control.cancel(actor, executionId, 'The node that started it was stopped.');
    } catch (error) {
      // It has ended in the meantime.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

/** Expected errors of the server as errors of the node. */
async function asNode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.fault === 'bug') throw error;
    throw new NodeError({ code: error.code, fault: error.fault, message: error.message }, { cause: error });
  }
}
