import { Bell } from '@millrace/server-platform';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Rung with the id of a workflow whose live version or enablement changed. */
export const PUBLISHED_CHANNEL = 'millrace_published';

/** What is live of one workflow. */
export interface PublishedVersion {
  readonly versionId: string;
  readonly workspaceId: string;
  readonly enabled: boolean;
}

const MAX_ENTRIES = 10_000;

/** What is live, kept in this process until a bell says that it changed. Nothing is kept while the bell cannot be heard. */
@Injectable()
export class PublishedCache implements OnModuleDestroy {
  private readonly known = new Map<string, PublishedVersion | null>();
  /** Rises with every notice: an answer that was asked for before it may be old. */
  private notices = 0;
  private isListening = false;
  private readonly stopListening: (() => void)[];

  constructor(private readonly bell: Bell) {
    this.stopListening = [
      bell.on(PUBLISHED_CHANNEL, (workflowId) => this.forget(workflowId)),
      bell.onReconnect(() => this.forgetAll()),
    ];
    void bell.listening(PUBLISHED_CHANNEL).then(() => {
      this.isListening = true;
    });
  }

  /** The known answer, or the one that `read` finds. */
  async get(workflowId: string, read: () => Promise<PublishedVersion | null>): Promise<PublishedVersion | null> {
    if (!this.isListening || !this.bell.isConnected) {
      this.forgetAll();
      return read();
    }
    const known = this.known.get(workflowId);
    if (known !== undefined) return known;
    const before = this.notices;
    const found = await read();
    if (before === this.notices) this.keep(workflowId, found);
    return found;
  }

  /** For changes made in this process: the bell would tell a moment later. */
  forget(workflowId: string): void {
    this.notices += 1;
    this.known.delete(workflowId);
  }

  onModuleDestroy(): void {
    for (const stop of this.stopListening) stop();
  }

  private forgetAll(): void {
    this.notices += 1;
    this.known.clear();
  }

  private keep(workflowId: string, found: PublishedVersion | null): void {
    if (this.known.size >= MAX_ENTRIES) this.known.clear();
    this.known.set(workflowId, found);
  }
}
