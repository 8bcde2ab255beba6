import { inject, Injectable } from '@angular/core';
import { ApiError, engineEventOf, EventFeed, GraphqlApi } from '@millrace/web-api';
import {
  ExecutionEventPageDocument,
  ExecutionValueDocument,
  RunByIdDocument,
  type ExecutionValueQuery,
  type RunByIdQuery,
} from '@millrace/web-api/graphql';
import type { RunFeed, RunSnapshot } from '@millrace/web-canvas';
import type { ExecutionEvent } from '@millrace/engine';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import type { Observable } from 'rxjs';

/** As many events as one question may ask for: the server limits what a question costs. */
const PAGE = 300;

/** A run as the server has it, without its events. */
export type RunDetails = NonNullable<RunByIdQuery['execution']>;

/** Runs of the API, with their events: what an overlay reads. */
@Injectable({ providedIn: 'root' })
export class ApiRunFeed implements RunFeed {
  private readonly api = inject(GraphqlApi);
  private readonly events = inject(EventFeed);

  async snapshot(executionId: string): Promise<RunSnapshot> {
    return this.snapshotOf(await this.details(executionId));
  }

  /** @throws ApiError `EXECUTION_NOT_FOUND` */
  async details(executionId: string): Promise<RunDetails> {
    const { execution } = await this.api.query(RunByIdDocument, { id: executionId });
    if (!execution) throw runNotFound(executionId);
    return execution;
  }

  /** The run with its events so far. */
  async snapshotOf(execution: RunDetails): Promise<RunSnapshot> {
    const executionId = execution.id;
    return {
      executionId,
      ...(execution.workflowId === null ? {} : { workflowId: execution.workflowId }),
      versionId: execution.versionId,
      document: execution.document as unknown as WorkflowDocument,
      events: await this.eventsOf(executionId),
      mode: execution.mode,
    };
  }

  async *watch(executionId: string, afterSeq: number, signal: AbortSignal): AsyncIterable<readonly ExecutionEvent[]> {
    for await (const rows of batches(this.events.watchEvents(executionId, afterSeq), signal)) {
      yield rows.map(engineEventOf);
    }
  }

  async value(executionId: string, payloadId: string): Promise<Json> {
    let text = '';
    let offset: number | null = 0;
    while (offset !== null) {
      const variables = { id: executionId, payloadId, offset };
      const data: ExecutionValueQuery = await this.api.query(ExecutionValueDocument, variables);
      if (!data.execution) throw runNotFound(executionId);
      text += data.execution.value.text;
      offset = data.execution.value.nextOffset ?? null;
    }
    return JSON.parse(text) as Json;
  }

  private async eventsOf(id: string): Promise<readonly ExecutionEvent[]> {
    const events: ExecutionEvent[] = [];
    for (;;) {
      const afterSeq = events.at(-1)?.seq ?? 0;
      const { execution } = await this.api.query(ExecutionEventPageDocument, { id, afterSeq, first: PAGE });
      const page = execution?.events ?? [];
      events.push(...page.map(engineEventOf));
      if (page.length < PAGE) return events;
    }
  }
}

function runNotFound(id: string): ApiError {
  return new ApiError({
    code: 'EXECUTION_NOT_FOUND',
    message: `There is no run ${id} in this workspace. It may have been deleted.`,
    category: 'NOT_FOUND',
  });
}

/** What an observable gives, as many as have come since it was last asked. */
async function* batches<T>(source: Observable<T>, signal: AbortSignal): AsyncIterable<readonly T[]> {
  let waiting: T[] = [];
  let end: { readonly error?: unknown } | undefined;
  let wake: () => void = () => undefined;
  const finish = (reason: { readonly error?: unknown }): void => {
    end ??= reason;
    wake();
  };
  const subscription = source.subscribe({
    next: (value) => {
      waiting.push(value);
      wake();
    },
    error: (error: unknown) => finish({ error }),
    complete: () => finish({}),
  });
  const stop = (): void => finish({});
  signal.addEventListener('abort', stop, { once: true });
  try {
    while (waiting.length > 0 || end === undefined) {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const ready = waiting;
      waiting = [];
      if (ready.length > 0) yield ready;
    }
    if (end.error !== undefined) throw end.error;
  } finally {
    signal.removeEventListener('abort', stop);
    subscription.unsubscribe();
  }
}
