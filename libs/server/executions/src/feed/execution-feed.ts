import type { ExecutionEvent, ExecutionStatus } from '@millrace/engine';
import { Bell, LatestStream, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { FinishedExecutions } from '../history/finished-executions';
import type { FinishedExecution } from '../log/append';
import type { EventNotice } from '../log/event-notices';
import { EVENT_CHANNEL, readNotices } from '../log/event-notices';
import { LocalCommits } from '../log/local-commits';
import { readEvents } from '../log/read-events';
import { EventStream } from './event-stream';

/** Which runs a watcher of many is interested in. */
export interface NoticeFilter {
  readonly workspaceId: string;
  readonly workflowId?: string;
}

/** How long to wait for the end of a run. */
export interface FinishedOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Live news of runs: one listener on the bell for the whole process, rows of the log as the truth. */
@Injectable()
export class ExecutionFeed implements OnModuleDestroy {
  private readonly hints = new Map<string, Set<(notice: EventNotice) => void>>();
  private readonly watchers = new Map<LatestStream<EventNotice>, NoticeFilter>();
  private readonly stops: (() => void)[];

  constructor(
    private readonly pool: SqlPool,
    bell: Bell,
    private readonly commits: LocalCommits,
    private readonly finishedExecutions: FinishedExecutions,
  ) {
    this.stops = [
      bell.on(EVENT_CHANNEL, (line) => this.hear(readNotices(line))),
      bell.onReconnect(() => this.hearEverything()),
    ];
  }

  onModuleDestroy(): void {
    for (const stop of this.stops) stop();
  }

  /** Events of one run after a seq, as they come; ends with the run. The caller checks who may see the run. */
  watch(executionId: string, afterSeq = 0): AsyncIterableIterator<ExecutionEvent> {
    const read = (after: number, limit: number): Promise<ExecutionEvent[]> =>
      readEvents(this.pool, executionId, after, limit);
    const stops: (() => void)[] = [];
    const stream = new EventStream(read, () => stops.forEach((stop) => stop()), afterSeq);
    stops.push(
      this.onHint(executionId, ({ seq }) => stream.hint(seq)),
      this.commits.on(executionId, ({ events }) => stream.offer(events)),
    );
    stream.hint(afterSeq + 1);
    return stream;
  }

  /** Notices of new events in a workspace or of a workflow; several of one run that nobody has read yet become one. */
  watchMany(filter: NoticeFilter): AsyncIterableIterator<EventNotice> {
    const stream = new LatestStream<EventNotice>(() => this.watchers.delete(stream));
    this.watchers.set(stream, filter);
    return stream;
  }

  /**
   * Resolves when the run answers its caller or ends; null when the time is up or the signal aborts. A run that this
   * process performs costs no query.
   */
  async finished(executionId: string, options: FinishedOptions): Promise<FinishedExecution | null> {
    const { answered, resolve, reject, isOpen } = pendingAnswer();
    const look = (): void => {
      if (isOpen()) void this.finishedExecutions.find(executionId).then((found) => found && resolve(found), reject);
    };
    const giveUp = (): void => resolve(null);
    const stops = [
      this.commits.on(executionId, ({ events, status, result }) => {
        const answer = answerIn(events, status, result);
        if (answer) resolve(answer);
      }),
      this.commits.onLeave(executionId, look),
      // The bell is often faster than the answer to the append of this process; that one needs no query.
      this.onHint(executionId, () => {
        if (!this.commits.isActive(executionId)) look();
      }),
    ];
    const timer = setTimeout(giveUp, options.timeoutMs);
    options.signal?.addEventListener('abort', giveUp, { once: true });
    if (options.signal?.aborted) giveUp();
    else if (!this.commits.isActive(executionId)) look();
    try {
      return await answered;
    } finally {
      for (const stop of stops) stop();
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', giveUp);
    }
  }

  /** Calls `listener` when the bell tells of events of one run, from whatever process. */
  onHint(executionId: string, listener: (notice: EventNotice) => void): () => void {
    const listeners = this.hints.get(executionId) ?? new Set();
    this.hints.set(executionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.hints.get(executionId) === listeners) this.hints.delete(executionId);
    };
  }

  private hear(notices: readonly EventNotice[]): void {
    for (const notice of notices) {
      for (const listener of this.hints.get(notice.executionId) ?? []) listener(notice);
      for (const [stream, filter] of this.watchers)
        if (passes(notice, filter)) stream.offer(notice.executionId, notice);
    }
  }

  /** What was said while nobody listened is lost, so everybody reads once. */
  private hearEverything(): void {
    for (const [executionId, listeners] of this.hints) {
      const notice = { executionId, seq: Number.MAX_SAFE_INTEGER, workspaceId: '', workflowId: null };
      for (const listener of listeners) listener({ ...notice, status: 'completed' });
    }
  }
}

function passes(notice: EventNotice, { workspaceId, workflowId }: NoticeFilter): boolean {
  return notice.workspaceId === workspaceId && (workflowId === undefined || notice.workflowId === workflowId);
}

interface PendingAnswer {
  readonly answered: Promise<FinishedExecution | null>;
  readonly resolve: (answer: FinishedExecution | null) => void;
  readonly reject: (error: unknown) => void;
  readonly isOpen: () => boolean;
}

function pendingAnswer(): PendingAnswer {
  let open = true;
  let settle: Omit<PendingAnswer, 'answered' | 'isOpen'> = { resolve: () => undefined, reject: () => undefined };
  const answered = new Promise<FinishedExecution | null>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const resolve = (answer: FinishedExecution | null): void => {
    open = false;
    settle.resolve(answer);
  };
  return { answered, resolve, reject: settle.reject, isOpen: () => open };
}

function answerIn(
  events: readonly ExecutionEvent[],
  status: ExecutionStatus,
  result: (() => FinishedExecution) | undefined,
): FinishedExecution | undefined {
  for (const event of events) {
    if (event.type === 'node.completed' && event.response) return { status, output: null, response: event.response };
  }
  return result?.();
}
