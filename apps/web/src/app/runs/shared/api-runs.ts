import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  PreviousRunDocument,
  RunChangesDocument,
  RunPageDocument,
  RunsSinceDocument,
  RunStarDocument,
  RunsCancelDocument,
  RunsPurgeDocument,
  RunsRerunDocument,
  WorkflowRunChangesDocument,
  type RerunVersion,
} from '@millrace/web-api/graphql';
import { RunsRetryDocument } from '@millrace/web-api/graphql/forks';
import { map, type Observable } from 'rxjs';
import { serverFilterOf, type RunFilters } from '../list/run-filters';
import type { RunPage, RunSource } from '../list/runs-list';
import { runRowOf, type RunRow } from './run-row';

const PAGE = 50;
/** Runs that the server takes in one call. */
const AT_ONCE = 100;

/** What came of doing something to many runs. */
export interface BulkOutcome {
  readonly done: readonly string[];
  readonly failed: readonly { readonly id: string; readonly message: string }[];
}

/** Runs of the API. */
@Injectable({ providedIn: 'root' })
export class ApiRuns implements RunSource {
  private readonly api = inject(GraphqlApi);

  async page(filters: RunFilters, after: string | null, signal: AbortSignal): Promise<RunPage> {
    const filter = serverFilterOf(filters, Date.now());
    const { executions } = await this.api.query(RunPageDocument, { first: PAGE, after, filter }, { signal });
    const { nodes, pageInfo, totalCount } = executions;
    return {
      rows: nodes.map(runRowOf),
      totalCount,
      nextCursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
    };
  }

  changes(workflowId: string | undefined): Observable<RunRow> {
    if (workflowId === undefined) {
      return this.api.live(RunChangesDocument, {}).pipe(map((data) => runRowOf(data.workspaceExecutions)));
    }
    return this.api
      .live(WorkflowRunChangesDocument, { workflowId })
      .pipe(map((data) => runRowOf(data.workflowExecutions)));
  }

  /** Stars a run for everybody of the workspace, or takes its star away. @throws ApiError */
  async star(id: string, starred: boolean): Promise<void> {
    accepted((await this.api.mutate(RunStarDocument, { id, starred })).executionStar);
  }

  /** Id of the newest run of a workflow before an instant; undefined when there is none. @throws ApiError */
  async previous(workflowId: string, before: string): Promise<string | undefined> {
    const { executions } = await this.api.query(PreviousRunDocument, { workflowId, before });
    return executions.nodes[0]?.id;
  }

  /** How many runs began since an instant, and how many of them failed; above 10,000 not counted further. @throws ApiError */
  async since(sinceMs: number, workflowId?: string): Promise<{ readonly all: number; readonly failed: number }> {
    const since = new Date(sinceMs).toISOString();
    const { all, failed } = await this.api.query(RunsSinceDocument, { since, workflowId: workflowId ?? null });
    return { all: all.totalCount, failed: failed.totalCount };
  }

  /** Asks running runs to stop. @throws ApiError */
  async cancel(ids: readonly string[]): Promise<BulkOutcome> {
    return inParts(ids, async (part) => {
      const payload = accepted((await this.api.mutate(RunsCancelDocument, { ids: part })).executionsCancel);
      return payload.results ?? [];
    });
  }

  /** Deletes runs that are over, with their logs. @throws ApiError */
  async purge(ids: readonly string[]): Promise<BulkOutcome> {
    return inParts(ids, async (part) => {
      const payload = accepted((await this.api.mutate(RunsPurgeDocument, { ids: part })).executionsPurge);
      return payload.results ?? [];
    });
  }

  /** Starts runs of what failed in each, with what went well before. @throws ApiError */
  async retry(ids: readonly string[], version: string): Promise<BulkOutcome> {
    return inParts(ids, async (part) => {
      const payload = accepted((await this.api.mutate(RunsRetryDocument, { ids: part, version })).executionsRetry);
      return payload.results ?? [];
    });
  }

  /** Starts runs again with the inputs that they had. @throws ApiError */
  async rerun(ids: readonly string[], version: RerunVersion): Promise<BulkOutcome> {
    return inParts(ids, async (part) => {
      const payload = accepted((await this.api.mutate(RunsRerunDocument, { ids: part, version })).executionsRerun);
      return payload.results ?? [];
    });
  }
}

/** The list still shows what somebody else has deleted. */
function reasonOf({ code, message }: NonNullable<Result['error']>): string {
  return code === 'EXECUTION_NOT_FOUND' ? 'It was deleted in the meantime.' : message;
}

type Result = { readonly id: string; readonly error?: { readonly code: string; readonly message: string } | null };

async function inParts(
  ids: readonly string[],
  act: (part: readonly string[]) => Promise<readonly Result[]>,
): Promise<BulkOutcome> {
  const results: Result[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) results.push(...(await act(ids.slice(at, at + AT_ONCE))));
  return {
    done: results.filter(({ error }) => !error).map(({ id }) => id),
    failed: results.flatMap(({ id, error }) => (error ? [{ id, message: reasonOf(error) }] : [])),
  };
}
