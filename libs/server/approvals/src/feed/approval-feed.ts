import { Bell, LatestStream } from '@millrace/server-platform';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Channel of the bell on which the database tells of changed approvals. */
export const APPROVAL_CHANNEL = 'millrace_approval';

/** Tells who watches that approvals of a workspace changed, from whatever process. */
@Injectable()
export class ApprovalFeed implements OnModuleDestroy {
  /** With the workspace that each watches. */
  readonly #watchers = new Map<LatestStream<string>, string>();
  #stop: (() => void) | undefined;

  constructor(private readonly bell: Bell) {}

  onModuleDestroy(): void {
    this.#stop?.();
  }

  /** Ids of approvals, each time one changes; several changes that nobody has read yet become one. */
  watch(workspaceId: string): AsyncIterableIterator<string> {
    this.#listen();
    const stream = new LatestStream<string>(() => this.#watchers.delete(stream));
    this.#watchers.set(stream, workspaceId);
    return stream;
  }

  /** Resolves when this process hears of changes. */
  async listening(): Promise<void> {
    this.#listen();
    await this.bell.listening(APPROVAL_CHANNEL);
  }

  #listen(): void {
    this.#stop ??= this.bell.on(APPROVAL_CHANNEL, (line) => {
      const [workspaceId, id] = JSON.parse(line) as [string, string];
      for (const [stream, watched] of this.#watchers) if (watched === workspaceId) stream.offer(id, id);
    });
  }
}
