import { inject, Injectable, Injector } from '@angular/core';
import { idle, type AccountDirectory, type NamedAccount } from '@millrace/web-canvas';
import type { Credentials } from '@millrace/web-canvas/credentials';

/** The accounts of the workspace for copying and pasting: read once the editor stands, known to nobody before that. */
@Injectable({ providedIn: 'root' })
export class LazyAccounts implements AccountDirectory {
  readonly #injector = inject(Injector);
  #credentials: Credentials | undefined;

  constructor() {
    // Without them, what is copied has no accounts.
    void idle()
      .then(() => this.load())
      .catch(() => undefined);
  }

  /** Resolves when they are known. */
  async load(): Promise<void> {
    const { Credentials } = await import('@millrace/web-canvas/credentials');
    this.#credentials = this.#injector.get(Credentials);
    await this.#credentials.load();
  }

  describe(id: string): NamedAccount | undefined {
    const row = this.#credentials?.of(id);
    return row && { type: row.type, name: row.name };
  }

  find({ type, name }: NamedAccount): string | undefined {
    return this.#credentials?.named(type, name)?.id;
  }
}
