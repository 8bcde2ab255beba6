import { Injectable, inject } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Dialogs } from '@millrace/web-ui';
import { firstValueFrom } from 'rxjs';
import type { CredentialRow } from './api/credential-api';
import type { CredentialTab } from './dialog/credential-dialog-data';
import { Credentials } from './credentials';

/** What a new account is to be. */
export interface NewCredential {
  /** Types to choose from, the usual one first; all when absent. One alone is not asked for. */
  readonly types?: readonly string[];
  /** Called as soon as it is stored, before the dialog is closed. */
  readonly saved?: (row: CredentialRow) => void;
}

/** Opens what makes, shows and deletes accounts, over whatever is there. Loaded when it is first wanted. */
@Injectable({ providedIn: 'root' })
export class CredentialDialogs {
  readonly #dialogs = inject(Dialogs);
  readonly #credentials = inject(Credentials);

  /** Resolves when the dialog is closed. */
  async create({ types, saved }: NewCredential = {}): Promise<void> {
    await this.#credentials.load();
    await this.#open({ ...(types && { types }), ...(saved && { saved }) });
  }

  /** Shows one with its tabs. */
  async edit(id: string, tab: CredentialTab = 'connection'): Promise<void> {
    await this.#credentials.load();
    await this.#open({ id, tab });
  }

  /** Asks for another name. What is wrong with it is shown by the caller. @throws ApiError */
  async rename({ id, name }: CredentialRow): Promise<void> {
    const next = await this.#dialogs.prompt({
      heading: 'Rename credential',
      label: 'Name',
      help: 'Workflows go on using it.',
      value: name,
      action: 'Rename',
    });
    if (next !== undefined && next.trim() !== name) await this.#credentials.update(id, { name: next.trim() });
  }

  /** Asks, and deletes; says which workflows are in the way. Answers whether it is gone. */
  async remove(row: CredentialRow): Promise<boolean> {
    const { DeleteCredentialDialog } = await import('./dialog/delete-credential-dialog');
    const ref = this.#dialogs.open<boolean>(DeleteCredentialDialog, { data: row, size: 'medium' });
    return (await firstValueFrom(ref.closed, { defaultValue: false })) ?? false;
  }

  async #open(data: object): Promise<void> {
    const { CredentialDialog } = await import('./dialog/credential-dialog').catch((error: unknown) => {
      throw apiErrorOf(error);
    });
    const ref = this.#dialogs.open<void>(CredentialDialog, { data, size: 'wide', focus: '[data-first], input' });
    await firstValueFrom(ref.closed, { defaultValue: undefined });
  }
}
