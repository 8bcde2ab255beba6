import { DestroyRef, effect, inject, Injectable, signal, untracked, type Signal } from '@angular/core';
import { Connection } from '@millrace/web-api';
import type { Subscription } from 'rxjs';
import { ApprovalApi } from '../approvals/api/approval-api';
import type { ApprovalRow } from '../approvals/model/approval-row';
import type { WaitingStep } from './waiting-steps';

/** The approvals of one run, as they are now. Provided by what shows them. */
@Injectable()
export class RunApprovals {
  private readonly api = inject(ApprovalApi);
  private readonly rows = signal<readonly ApprovalRow[]>([]);
  private executionId: string | undefined;
  private tail: Subscription | undefined;

  constructor() {
    const { reconnects } = inject(Connection);
    effect(() => {
      if (reconnects() > 0) untracked(() => void this.read());
    });
    inject(DestroyRef).onDestroy(() => this.tail?.unsubscribe());
  }

  /** The approval that a step waits for, or that was decided just now; undefined before it is known. */
  of(step: WaitingStep): ApprovalRow | undefined {
    const own = this.rows().filter((row) => row.nodeId === step.nodeId && row.path === (step.path ?? null));
    return own.find(({ status }) => status === 'OPEN') ?? own.at(-1);
  }

  /** One by its id, also when it is decided. */
  byId(id: string): ApprovalRow | undefined {
    return this.rows().find((row) => row.id === id);
  }

  /** Reads the approvals of a run as soon as one waits, and follows them. Call it in a constructor. */
  follow(executionId: Signal<string | undefined>, waiting: Signal<readonly WaitingStep[]>): void {
    effect(() => {
      const id = executionId();
      const isAsked = waiting().some((step) => step.kind === 'approval' && this.of(step) === undefined);
      if (id !== undefined && (isAsked || this.executionId !== undefined)) untracked(() => this.look(id, isAsked));
    });
  }

  /** Somebody decided here. */
  take(row: ApprovalRow): void {
    this.rows.update((rows) =>
      rows.some(({ id }) => id === row.id) ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row],
    );
  }

  private look(id: string, isAsked: boolean): void {
    const isOther = this.executionId !== id;
    if (isOther) this.rows.set([]);
    this.executionId = id;
    this.tail ??= this.api.changes().subscribe({
      next: (row) => row.executionId === this.executionId && this.take(row),
      error: () => (this.tail = undefined),
    });
    if (isOther || isAsked) void this.read();
  }

  /** Whoever cannot read them sees what the run itself tells. */
  private async read(): Promise<void> {
    const id = this.executionId;
    if (id === undefined) return;
    const found = await this.api.ofRun(id).catch(() => undefined);
    if (found && id === this.executionId) for (const row of found) this.take(row);
  }
}
