import { DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Connection, GraphqlApi, Session } from '@millrace/web-api';
import { ApprovalBellDocument, ApprovalCountDocument } from '@millrace/web-api/graphql/approvals';
import type { Subscription } from 'rxjs';

/** How many approvals wait; counting stops at 1,000. */
export interface CountsNow {
  readonly mine: number;
  readonly open: number;
  readonly overdue: number;
}

const NONE: CountsNow = { mine: 0, open: 0, overdue: 0 };
/** Many change at once: they are counted once. */
const GATHER_MS = 400;

/** Counts the approvals that wait, and follows them. Small: the rail shows it on every page. */
@Injectable({ providedIn: 'root' })
export class ApprovalCounts {
  private readonly api = inject(GraphqlApi);
  private readonly counts = signal<CountsNow>(NONE);
  private tail: Subscription | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly now = this.counts.asReadonly();

  constructor() {
    const [session, connection] = [inject(Session), inject(Connection)];
    effect(() => {
      const workspaceId = session.workspace()?.id;
      connection.reconnects();
      untracked(() => (workspaceId === undefined ? this.rest() : this.follow()));
    });
    inject(DestroyRef).onDestroy(() => this.rest());
  }

  private follow(): void {
    this.tail?.unsubscribe();
    // Without the bell the figure is that of the last count.
    this.tail = this.api.live(ApprovalBellDocument, {}).subscribe({
      next: () => this.soon(),
      error: () => this.tail?.unsubscribe(),
    });
    void this.count();
  }

  private rest(): void {
    this.tail?.unsubscribe();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.counts.set(NONE);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.count();
    }, GATHER_MS);
  }

  private async count(): Promise<void> {
    const found = await this.api.query(ApprovalCountDocument, {}).catch(() => undefined);
    if (found) this.counts.set(found.approvalCounts);
  }
}
