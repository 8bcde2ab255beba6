import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs } from '@millrace/web-ui';
import { firstValueFrom } from 'rxjs';
import { SaveTestDialog, type SaveTestData } from './save-test-dialog';

/** Makes tests of runs: asks what to keep, and shows the test. */
@Injectable({ providedIn: 'root' })
export class SaveAsTest {
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);

  /** Resolves when the test is shown, or nothing is to be kept. */
  async open(data: SaveTestData): Promise<void> {
    const ref = this.#dialogs.open<string, SaveTestData>(SaveTestDialog, { data, size: 'wide', focus: 'input' });
    const id = await firstValueFrom(ref.closed, { defaultValue: undefined });
    if (id !== undefined)
      await this.#router.navigate(['/workflows', data.workflowId, 'tests'], { queryParams: { test: id } });
  }
}
