import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import type { ExecutionForkInput, ForkPlanQuery, RunFamilyQuery } from '@millrace/web-api/graphql';
import {
  ForkPlanDocument,
  ForkRunDocument,
  ForkVersionsDocument,
  RunFamilyDocument,
} from '@millrace/web-api/graphql/forks';

/** What a fork would do. */
export type ForkPlan = ForkPlanQuery['executionForkPlan'];
/** A run that another came from, or that came from it. */
export type Relative = NonNullable<RunFamilyQuery['execution']>['forks'][number];

/** A published version that a run can be forked to. */
export interface PublishedChoice {
  readonly id: string;
  readonly version: string;
  readonly note: string;
}

/** Forks of runs, of the API. */
@Injectable({ providedIn: 'root' })
export class ForkApi {
  private readonly api = inject(GraphqlApi);

  /** @throws ApiError */
  async plan(id: string, input: ExecutionForkInput, signal?: AbortSignal): Promise<ForkPlan> {
    return (await this.api.query(ForkPlanDocument, { id, input }, signal ? { signal } : {})).executionForkPlan;
  }

  /** Starts the fork; answers its id. @throws ApiError */
  async fork(id: string, input: ExecutionForkInput): Promise<string> {
    return accepted((await this.api.mutate(ForkRunDocument, { id, input })).executionFork).execution?.id ?? '';
  }

  /** Published versions of a workflow, the newest first. @throws ApiError */
  async versions(workflowId: string): Promise<readonly PublishedChoice[]> {
    const { workflow } = await this.api.query(ForkVersionsDocument, { workflowId });
    return (workflow?.versions.nodes ?? []).map(({ id, version, note }) => ({
      id,
      version: version ?? '',
      note: note ?? '',
    }));
  }

  /** The run that it came from, if that is still there, and the runs that came from it. @throws ApiError */
  async family(id: string): Promise<{ readonly source: Relative | null; readonly forks: readonly Relative[] }> {
    const { execution } = await this.api.query(RunFamilyDocument, { id });
    return { source: execution?.source ?? null, forks: execution?.forks ?? [] };
  }
}
