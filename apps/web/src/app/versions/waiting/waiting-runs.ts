import { inject, Injectable } from '@angular/core';
import { Dialogs } from '@millrace/web-ui';
import { firstValueFrom } from 'rxjs';
import { WaitingRunsApi, type WaitingVersion } from './waiting-runs-api';

/** Asks what becomes of runs that wait on versions that are no longer live. */
@Injectable({ providedIn: 'root' })
export class WaitingRuns {
  private readonly api = inject(WaitingRunsApi);
  private readonly dialogs = inject(Dialogs);

  /** Asks if there are any; after publishing. What cannot be read is not asked about. */
  async askAfterPublish(workflowId: string): Promise<void> {
    const versions = await this.api.versions(workflowId).catch(() => []);
    if (versions.length > 0) await this.ask(workflowId, versions);
  }

  /** Shows which could move, and moves them if that is wanted. */
  async ask(workflowId: string, versions: readonly WaitingVersion[]): Promise<void> {
    const { WaitingRunsDialog } = await import('./waiting-runs-dialog');
    const ref = this.dialogs.open<void>(WaitingRunsDialog, { data: { workflowId, versions }, size: 'medium' });
    await firstValueFrom(ref.closed, { defaultValue: undefined });
  }
}
