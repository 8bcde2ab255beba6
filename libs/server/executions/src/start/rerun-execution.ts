import { fold, initialState } from '@millrace/engine';
import type { ExecutionState } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import { Injectable } from '@nestjs/common';
import { ExecutionHistory } from '../history/execution-history';
import type { ExecutionSummary } from '../history/execution-row';
import { readEvents } from '../log/read-events';
import { ReusedResults } from '../partial/reused-results';
import { copyPayloads, markRun } from '../partial/source-run';
import { StartExecutions } from './start-executions';
import type { StartPart, StartedExecution } from './start-request';

/** `same`: the version that the run had; `current`: what is live now, or the draft if the run was one of a draft. */
export type RerunVersion = 'same' | 'current';

/** Starts a run again with the input that it had. */
@Injectable()
export class RerunExecution {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
    private readonly history: ExecutionHistory,
    private readonly starts: StartExecutions,
  ) {}

  /**
   * With the same version a partial run is repeated as it was, pinned and reused results included; with the current one
   * the whole workflow runs.
   * @throws DomainError `EXECUTION_NOT_FOUND`, `SOURCE_GONE`, those of starting; WorkflowInvalidError for a draft with errors
   */
  async rerun(actor: Actor, executionId: string, version: RerunVersion = 'same'): Promise<StartedExecution> {
    const source = await this.history.summary(actor, executionId);
    const state = fold(initialState(), await readEvents(this.pool, source.id, 0));
    const versionId = version === 'same' ? source.versionId : await this.currentOf(actor, source);
    return this.pool.tx((client) => this.startWithin(client, actor, { source, state, versionId }));
  }

  private async currentOf(actor: Actor, { workflowId, versionId }: ExecutionSummary): Promise<string> {
    if (workflowId === null) return versionId;
    // Index: workflow_version_pkey.
    const { rows } = await this.pool.query<{ kind: string }>('SELECT kind FROM workflow_version WHERE id = $1', [
      versionId,
    ]);
    const published = rows[0]?.kind === 'published' ? await this.versions.publishedOf(workflowId) : null;
    if (published?.workspaceId === actor.workspaceId) return published.versionId;
    return (await this.versions.snapshotDraft(actor, workflowId)).versionId;
  }

  private async startWithin(
    client: SqlClient,
    actor: Actor,
    again: { readonly source: ExecutionSummary; readonly state: ExecutionState; readonly versionId: string },
  ): Promise<StartedExecution> {
    const { source, state, versionId } = again;
    const isSame = versionId === source.versionId;
    const results = new ReusedResults();
    const trigger = state.trigger && results.copy(state.trigger);
    const reuse = isSame && state.reuse ? results.copyAll(state.reuse) : undefined;
    const part: StartPart = {
      ...(trigger ? { trigger } : {}),
      ...(isSame && state.only ? { only: state.only } : {}),
      ...(reuse ? { reuse } : {}),
    };
    const triggerNodeId = await this.triggerOf(client, again);
    const started = await this.starts.start({
      ...{ client, workspaceId: actor.workspaceId, workflowId: source.workflowId, versionId, part },
      ...{ mode: 'manual', startedBy: actor.userId, trigger: null },
      ...(triggerNodeId === undefined ? {} : { triggerNodeId }),
    });
    await copyPayloads(client, started.executionId, source.id, results.copies);
    await markRun(client, started.executionId, { partial: isSame ? source.partial : null, sourceId: source.id });
    return started;
  }

  /** The same trigger, as long as the version has it. */
  private async triggerOf(
    client: SqlClient,
    { source, versionId }: { readonly source: ExecutionSummary; readonly versionId: string },
  ): Promise<string | undefined> {
    const { nodes } = await this.versions.load(versionId, client);
    return nodes.some(({ id, enabled }) => id === source.triggerNodeId && enabled) ? source.triggerNodeId : undefined;
  }
}
