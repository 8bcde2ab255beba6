import { Bell } from '@millrace/server-platform';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ApprovalStream } from './approval-stream';

/** Channel of the bell on which the database tells of changed approvals. */
export const APPROVAL_CHANNEL = 'millrace_approval';

/** Tells who watches that approvals of a workspace changed, from whatever process. */
@Injectable()
export class ApprovalFeed implements OnModuleDestroy {
  readonly #streams = new Set<ApprovalStream>();
  #stop: (() => void) | undefined;

  constructor(private readonly bell: Bell) {}

  onModuleDestroy(): void {
    this.#stop?.();
  }

  /** Ids of approvals, each time one changes; several changes that nobody has read yet become one. */
  watch(workspaceId: string): AsyncIterableIterator<string> {
    this.#listen();
    const stream = new ApprovalStream(workspaceId, () => this.#streams.delete(stream));
    this.#streams.add(stream);
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
      for (const stream of this.#streams) stream.offer(workspaceId, id);
    });
  }
}
