import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import type { ExecutionStatus } from '@millrace/web-api/graphql';
import { RunStandingDocument } from '@millrace/web-api/graphql/runs';
import type { RunQueue } from '../shared/run-row';
import type { RunView } from './run-view';

/** How often is asked while a run has not begun, in milliseconds. */
const ASK_EVERY_MS = 3_000;
/** How often while it waits, and may queue again when that is over. */
const ASK_WAITING_MS = 15_000;

interface Standing {
  readonly id: string;
  /** Events that were known when it was asked. */
  readonly seq: number;
  readonly status: ExecutionStatus;
  readonly queue: RunQueue | null;
}

/** Whether a run has been begun, and what it queues for: its log tells neither. Made in an injection context. */
@Injectable()
export class RunStanding {
  private readonly api = inject(GraphqlApi);
  private readonly newest = signal<Standing | undefined>(undefined);
  private view: RunView | undefined;

  /** Undefined while nothing is known, and as soon as something happened since it was asked. */
  readonly standing = computed(() => {
    const [newest, run] = [this.newest(), this.view?.run];
    if (newest === undefined || run === undefined || !run.isLive()) return undefined;
    return newest.id === run.executionId() && newest.seq === run.events().length ? newest : undefined;
  });
  readonly queue = computed(() => this.standing()?.queue ?? null);
  /** Nobody has taken it yet. */
  readonly isPending = computed(() => this.standing()?.status === 'PENDING');

  /** Keeps asking about the run of a view while the log cannot tell. */
  follow(view: RunView): void {
    this.view = view;
    effect((onCleanup) => {
      const [id, every] = [view.run.executionId(), this.pace(view)];
      if (id === undefined || every === undefined) return;
      const ask = (): void => void this.ask(id, untracked(view.run.events).length);
      ask();
      const timer = setInterval(() => document.visibilityState === 'visible' && ask(), every);
      onCleanup(() => clearInterval(timer));
    });
  }

  private pace({ run, session }: RunView): number | undefined {
    if (!run.isLive()) return undefined;
    if (run.events().length <= 1) return ASK_EVERY_MS;
    const mayQueue = session.document().settings.concurrency !== undefined;
    return mayQueue && run.newest().status === 'waiting' ? ASK_WAITING_MS : undefined;
  }

  private async ask(id: string, seq: number): Promise<void> {
    // What cannot be asked just now is asked again.
    const answer = await this.api.query(RunStandingDocument, { id }).catch(() => undefined);
    const execution = answer?.execution;
    if (execution) this.newest.set({ id, seq, status: execution.status, queue: execution.queue });
  }
}
