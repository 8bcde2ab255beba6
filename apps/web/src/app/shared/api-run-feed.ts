import { inject, Injectable } from '@angular/core';
import type { ExecutionEvent } from '@millrace/engine';
import {
  accepted,
  ApiError,
  apiErrorOf,
  engineEventOf,
  EventFeed,
  executionValue,
  GraphqlApi,
} from '@millrace/web-api';
import type { NodeProgressSubscription, RunByIdQuery } from '@millrace/web-api/graphql';
import { ExecutionEventPageDocument, ExecutionStepDocument } from '@millrace/web-api/graphql/executions';
import { NodeProgressDocument } from '@millrace/web-api/graphql/models';
import { RunByIdDocument } from '@millrace/web-api/graphql/runs';
import type { OutputEdit, ProgressNotice, RunFeed, RunSnapshot } from '@millrace/web-canvas';
import { Toasts } from '@millrace/web-ui/base';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { iterate } from './iterate';

/** As many events as one question may ask for: the server limits what a question costs. */
const PAGE = 300;

/** A run as the server has it, without its events. */
export type RunDetails = NonNullable<RunByIdQuery['execution']>;

/** Runs of the server: what happened so far, and what happens from now on. */
@Injectable({ providedIn: 'root' })
export class ApiRunFeed implements RunFeed {
  readonly #api = inject(GraphqlApi);
  readonly #events = inject(EventFeed);
  readonly #toasts = inject(Toasts);

  async snapshot(executionId: string): Promise<RunSnapshot> {
    const [execution, events] = await Promise.all([this.details(executionId), this.#pages(executionId)]);
    return snapshotWith(execution, events);
  }

  /** @throws ApiError `EXECUTION_NOT_FOUND` */
  async details(executionId: string): Promise<RunDetails> {
    const { execution } = await this.#api.query(RunByIdDocument, { id: executionId });
    if (execution) return execution;
    const message = `There is no run ${executionId} in this workspace. It may have been deleted.`;
    throw new ApiError({ code: 'EXECUTION_NOT_FOUND', message, category: 'NOT_FOUND' });
  }

  /** A run that is known already, with its events so far. */
  async snapshotOf(execution: RunDetails): Promise<RunSnapshot> {
    return snapshotWith(execution, await this.#pages(execution.id));
  }

  watch(executionId: string, afterSeq: number, signal: AbortSignal): AsyncIterable<readonly ExecutionEvent[]> {
    return iterate(this.#events.watchEvents(executionId, afterSeq), engineEventOf, signal);
  }

  progress(executionId: string, signal: AbortSignal): AsyncIterable<readonly ProgressNotice[]> {
    return iterate(this.#api.live(NodeProgressDocument, { executionId }), noticeOf, signal);
  }

  async edit(id: string, edit: OutputEdit): Promise<void> {
    try {
      const input = { nodeIds: [], edits: [edit] };
      accepted((await this.#api.mutate(ExecutionStepDocument, { id, input })).executionStep);
    } catch (error) {
      this.#toasts.show(apiErrorOf(error).message, { tone: 'error' });
    }
  }

  value(executionId: string, payloadId: string): Promise<Json> {
    return executionValue(this.#api, executionId, payloadId);
  }

  async #pages(id: string): Promise<readonly ExecutionEvent[]> {
    const events: ExecutionEvent[] = [];
    for (;;) {
      const afterSeq = events.at(-1)?.seq ?? 0;
      const { execution } = await this.#api.query(ExecutionEventPageDocument, { id, afterSeq, first: PAGE });
      const page = execution?.events ?? [];
      events.push(...page.map(engineEventOf));
      if (page.length < PAGE) return events;
    }
  }
}

function noticeOf({ nodeProgress }: NodeProgressSubscription): ProgressNotice {
  const { nodeId, seq, updates } = nodeProgress;
  return { nodeId, seq, updates };
}

function snapshotWith(execution: RunDetails, events: readonly ExecutionEvent[]): RunSnapshot {
  return {
    executionId: execution.id,
    versionId: execution.versionId,
    document: execution.document as unknown as WorkflowDocument,
    events,
    mode: execution.mode,
    ...(execution.workflowId && { workflowId: execution.workflowId }),
  };
}
