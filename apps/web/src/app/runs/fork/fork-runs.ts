import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs } from '@millrace/web-ui';
import { firstValueFrom } from 'rxjs';
import { ForkApi } from './fork-api';
import type { ForkDialogData } from './fork-dialog';

/** Forks runs, with a look at the plan or at once, and shows what came of it. */
@Injectable({ providedIn: 'root' })
export class ForkRuns {
  private readonly api = inject(ForkApi);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);

  /** Shows the plan first. */
  async ask(data: ForkDialogData): Promise<void> {
    const { ForkDialog } = await import('./fork-dialog');
    const ref = this.dialogs.open<string, ForkDialogData>(ForkDialog, { data, size: 'wide' });
    const started = await firstValueFrom(ref.closed, { defaultValue: undefined });
    if (started) await this.router.navigate(['/runs', started]);
  }

  /** Runs what failed, and what had no result, with what went well before. @throws ApiError */
  async retry(executionId: string, version: string): Promise<void> {
    await this.router.navigate(['/runs', await this.api.fork(executionId, { version })]);
  }
}
