import { computed, effect, inject, Injectable, signal } from '@angular/core';
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
  readonly status: ExecutionStatus;
  readonly queue: RunQueue | null;
}

/** Whether a run has been begun, and what it queues for: its log tells neither. Made in an injection context. */
@Injectable()
export class RunStanding {
  private readonly api = inject(GraphqlApi);
  private readonly newest = signal<Standing | undefined>(undefined);
  private view: RunView | undefined;

  /** Undefined while nothing is known, and when the run is over. */
  readonly standing = computed(() => {
    const newest = this.newest();
    return newest !== undefined && newest.id === this.view?.run.executionId() && this.view.run.isLive()
      ? newest
      : undefined;
  });
  readonly queue = computed(() => this.standing()?.queue ?? null);
  /** It has not begun: nobody has taken it. */
  readonly isPending = computed(
    () => this.standing()?.status === 'PENDING' && (this.view?.run.events().length ?? 0) <= 1,
  );

  /** Keeps asking about the run of a view while the log cannot tell. */
  follow(view: RunView): void {
    this.view = view;
    effect((onCleanup) => {
      const [id, every] = [view.run.executionId(), this.pace(view)];
      if (id === undefined || every === undefined) return;
      void this.ask(id);
      const timer = setInterval(() => document.visibilityState === 'visible' && void this.ask(id), every);
      onCleanup(() => clearInterval(timer));
    });
  }

  private pace({ run, session }: RunView): number | undefined {
    if (!run.isLive()) return undefined;
    if (run.events().length <= 1) return ASK_EVERY_MS;
    const mayQueue = session.document().settings.concurrency !== undefined;
    return mayQueue && run.newest().status === 'waiting' ? ASK_WAITING_MS : undefined;
  }

  private async ask(id: string): Promise<void> {
    // What cannot be asked just now is asked again.
    const answer = await this.api.query(RunStandingDocument, { id }).catch(() => undefined);
    const execution = answer?.execution;
    if (execution) this.newest.set({ id, status: execution.status, queue: execution.queue });
  }
}
