import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { GraphqlApi } from '../client/graphql-api';
import { MeDocument } from '../documents/session.generated';
import { Session } from './session';

/** What the person may do in the workspace of the session. The server decides; this only hides what it would refuse. */
@Injectable({ providedIn: 'root' })
export class Permissions {
  private readonly api = inject(GraphqlApi);
  private readonly session = inject(Session);
  private readonly known = signal<ReadonlySet<string>>(new Set());
  private readonly guest = signal(false);
  /** Whether somebody tries the product without an account; false before it is known. */
  readonly isGuest = this.guest.asReadonly();
  private reading: Promise<void> | undefined;
  /** Whose rights are known. */
  private readonly holder = computed(
    () => `${this.session.user()?.id}/${this.session.workspace()?.id}/${this.session.workspace()?.role}`,
  );

  constructor() {
    let holder = this.holder();
    effect(() => {
      if (this.holder() === holder) return;
      holder = this.holder();
      this.reading = undefined;
      this.known.set(new Set());
      this.guest.set(false);
      if (this.session.status() === 'signed-in') untracked(() => void this.load());
    });
  }

  /** Whether the person has a permission, such as `workspace:read`; false before they are known. A signal. */
  has(permission: string): boolean {
    return this.known().has(permission);
  }

  /** Reads them once a session. When they cannot be read nothing is allowed, and the next call tries again. */
  load(): Promise<void> {
    this.reading ??= this.read();
    return this.reading;
  }

  private async read(): Promise<void> {
    const holder = this.holder();
    const found = await this.api.query(MeDocument, {}).catch(() => undefined);
    if (holder !== this.holder()) return;
    if (found?.me) {
      this.known.set(new Set(found.me.permissions));
      this.guest.set(found.me.isGuest);
    } else this.reading = undefined;
  }
}
