import { inject, Injectable } from '@angular/core';
import { engineEventOf, EventFeed, GraphqlApi } from '@millrace/web-api';
import { ExecutionByIdDocument, ExecutionEventPageDocument, ExecutionValueDocument } from '@millrace/web-api/graphql';
import type { RunFeed, RunSnapshot } from '@millrace/web-canvas';
import type { ExecutionEvent } from '@millrace/engine';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { iterate } from './iterate';

const PAGE = 200;

/** Runs of the server: what happened so far, and what happens from now on. */
@Injectable({ providedIn: 'root' })
export class ApiRunFeed implements RunFeed {
  readonly #api = inject(GraphqlApi);
  readonly #events = inject(EventFeed);

  async snapshot(executionId: string): Promise<RunSnapshot> {
    const [{ execution }, events] = await Promise.all([
      this.#api.query(ExecutionByIdDocument, { id: executionId }),
      this.#pages(executionId),
    ]);
    if (!execution) throw new Error('This run does not exist any more.');
    return {
      executionId,
      versionId: execution.versionId,
      document: execution.document as unknown as WorkflowDocument,
      events,
      mode: execution.mode.toLowerCase(),
      ...(execution.workflowId && { workflowId: execution.workflowId }),
    };
  }

  watch(executionId: string, afterSeq: number, signal: AbortSignal): AsyncIterable<readonly ExecutionEvent[]> {
    return iterate(this.#events.watchEvents(executionId, afterSeq), engineEventOf, signal);
  }

  async value(executionId: string, payloadId: string): Promise<Json> {
    let text = '';
    let offset: number | null = 0;
    while (offset !== null) {
      const variables: { id: string; payloadId: string; offset: number } = { id: executionId, payloadId, offset };
      const { execution } = await this.#api.query(ExecutionValueDocument, variables);
      const part: { readonly text: string; readonly nextOffset?: number | null } | null | undefined = execution?.value;
      if (!part) throw new Error('This value is not kept any more.');
      text += part.text;
      offset = part.nextOffset ?? null;
    }
    return JSON.parse(text) as Json;
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
