import { TERMINAL_STATUSES } from '@millrace/engine';
import { Bell } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { ExecutionFeed } from '../feed/execution-feed';
import type { NodeProgress } from './node-progress';
import { PROGRESS_CHANNEL, readProgress } from './node-progress';
import { ProgressStream } from './progress-stream';

/** What nodes show while they run, from whatever process. Nobody who listens later hears of it. */
@Injectable()
export class ProgressFeed implements OnModuleDestroy {
  private readonly streams = new Map<string, Set<ProgressStream>>();
  private stop: (() => void) | undefined;

  constructor(
    private readonly bell: Bell,
    private readonly feed: ExecutionFeed,
  ) {}

  onModuleDestroy(): void {
    this.stop?.();
  }

  /** Progress of the nodes of one run, from now on; ends with the run. The caller checks who may see the run. */
  watch(executionId: string): AsyncIterableIterator<NodeProgress> {
    this.listen();
    const stopHints = this.feed.onHint(executionId, ({ status }) => {
      if (TERMINAL_STATUSES.includes(status)) stream.end();
    });
    const stream: ProgressStream = new ProgressStream(() => {
      stopHints();
      this.leave(executionId, stream);
    });
    const streams = this.streams.get(executionId) ?? new Set();
    this.streams.set(executionId, streams.add(stream));
    return stream;
  }

  /** Resolves when this process hears of progress. */
  async listening(): Promise<void> {
    this.listen();
    await this.bell.listening(PROGRESS_CHANNEL);
  }

  /** The channel is busy while models write, so a process listens only while somebody watches. */
  private listen(): void {
    this.stop ??= this.bell.on(PROGRESS_CHANNEL, (line) => {
      const progress = readProgress(line);
      for (const stream of this.streams.get(progress.executionId) ?? []) stream.offer(progress);
    });
  }

  private leave(executionId: string, stream: ProgressStream): void {
    const streams = this.streams.get(executionId);
    streams?.delete(stream);
    if (streams?.size === 0) this.streams.delete(executionId);
    if (this.streams.size > 0) return;
    this.stop?.();
    this.stop = undefined;
  }
}
