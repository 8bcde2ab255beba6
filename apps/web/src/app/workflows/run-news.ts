import { DestroyRef, inject } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { WorkspaceExecutionChangesDocument } from '@millrace/web-api/graphql';
import { bufferTime, filter, retry } from 'rxjs';
import type { RunNews } from './workflow-list';

const GATHER_MS = 250;
const RETRY_MS = 5_000;

/** Calls `hear` with runs of the workspace as they change, a few times a second at most. Call inside an injection context. */
export function followRuns(hear: (runs: readonly RunNews[]) => void): void {
  const news = inject(GraphqlApi)
    .live(WorkspaceExecutionChangesDocument, {})
    .pipe(
      retry({ delay: RETRY_MS }),
      bufferTime(GATHER_MS),
      filter((batch) => batch.length > 0),
    )
    .subscribe((batch) => hear(batch.map(({ workspaceExecutions }) => workspaceExecutions)));
  inject(DestroyRef).onDestroy(() => news.unsubscribe());
}
