import { inject, Injectable } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi, type ApiError } from '@millrace/web-api';
import {
  ExecutionCancelDocument,
  ExecutionPurgeDocument,
  RunChangesDocument,
  RunPageDocument,
  WorkflowRunChangesDocument,
} from '@millrace/web-api/graphql';
import { map, type Observable } from 'rxjs';
import { serverFilterOf, type RunFilters } from '../list/run-filters';
import type { RunPage, RunSource } from '../list/runs-list';
import { runRowOf, type RunRow } from './run-row';

const PAGE = 50;
/** Calls at the same time when something is done to many runs. */
const AT_ONCE = 4;

/** What came of doing something to many runs. */
export interface BulkOutcome {
  readonly done: readonly string[];
  readonly failed: readonly { readonly id: string; readonly error: ApiError }[];
}

/** Runs of the API. */
@Injectable({ providedIn: 'root' })
export class ApiRuns implements RunSource {
  private readonly api = inject(GraphqlApi);

  async page(filters: RunFilters, after: string | null, signal: AbortSignal): Promise<RunPage> {
    const filter = serverFilterOf(filters, Date.now());
    const { executions } = await this.api.query(RunPageDocument, { first: PAGE, after, filter }, { signal });
    const { nodes, pageInfo } = executions;
    return { rows: nodes.map(runRowOf), nextCursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null };
  }

  changes(workflowId: string | undefined): Observable<RunRow> {
    if (workflowId === undefined) {
      return this.api.live(RunChangesDocument, {}).pipe(map((data) => runRowOf(data.workspaceExecutions)));
    }
    return this.api
      .live(WorkflowRunChangesDocument, { workflowId })
      .pipe(map((data) => runRowOf(data.workflowExecutions)));
  }

  /** Asks running runs to stop. */
  cancel(ids: readonly string[]): Promise<BulkOutcome> {
    return each(ids, async (id) => {
      accepted((await this.api.mutate(ExecutionCancelDocument, { id })).executionCancel);
    });
  }

  /** Deletes runs that are over, with their logs. */
  purge(ids: readonly string[]): Promise<BulkOutcome> {
    return each(ids, async (id) => {
      accepted((await this.api.mutate(ExecutionPurgeDocument, { id })).executionPurge);
    });
  }
}

async function each(ids: readonly string[], act: (id: string) => Promise<void>): Promise<BulkOutcome> {
  const done: string[] = [];
  const failed: { id: string; error: ApiError }[] = [];
  const queue = [...ids];
  const work = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      try {
        await act(id);
        done.push(id);
      } catch (thrown) {
        failed.push({ id, error: apiErrorOf(thrown) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { done, failed };
}
