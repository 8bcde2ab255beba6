import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import type { MigrationCheckQuery, WaitingVersionsQuery } from '@millrace/web-api/graphql';
import {
  MigrateRunsDocument,
  MigrationCheckDocument,
  WaitingVersionsDocument,
} from '@millrace/web-api/graphql/migrations';

/** A version that is no longer live, on which runs still wait. */
export type WaitingVersion = NonNullable<WaitingVersionsQuery['workflow']>['waitingVersions'][number];
/** A waiting run, and what stands in its way. */
export type CheckedRun = MigrationCheckQuery['executionsMigrationCheck'][number];

/** Runs that the server takes in one call. */
const AT_ONCE = 100;

/** Runs that wait on versions that are no longer live. */
@Injectable({ providedIn: 'root' })
export class WaitingRunsApi {
  private readonly api = inject(GraphqlApi);

  /** @throws ApiError */
  async versions(workflowId: string): Promise<readonly WaitingVersion[]> {
    return (await this.api.query(WaitingVersionsDocument, { workflowId })).workflow?.waitingVersions ?? [];
  }

  /** Up to 200 runs of each version. @throws ApiError */
  async check(workflowId: string, versions: readonly WaitingVersion[]): Promise<readonly CheckedRun[]> {
    const answers = await Promise.all(
      versions.map(({ versionId }) => this.api.query(MigrationCheckDocument, { workflowId, versionId })),
    );
    return answers.flatMap(({ executionsMigrationCheck }) => executionsMigrationCheck);
  }

  /** Lets runs go on with what is live; tells why some did not. @throws ApiError */
  async migrate(ids: readonly string[]): Promise<{ readonly moved: number; readonly refused: readonly string[] }> {
    let moved = 0;
    const refused: string[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const part = ids.slice(at, at + AT_ONCE);
      const { results } = accepted((await this.api.mutate(MigrateRunsDocument, { ids: part })).executionsMigrate);
      for (const { error } of results ?? []) {
        if (error) refused.push(error.message);
        else moved += 1;
      }
    }
    return { moved, refused };
  }
}
