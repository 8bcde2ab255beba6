import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger, SqlPool } from '@millrace/server-platform';
import { ForgetGuests } from '../guests/forget-guests';
import { WorkspaceDeletions, type DueDeletion } from './workspace-deletions';
import { WorkspaceForgetters } from './workspace-forgetters';

const LOOK_EVERY_MS = 20_000;

/**
 * Deletes the contents of workspaces that are to go: room after room, a transaction each. What was interrupted goes on where it
 * stopped, in whichever process looks next.
 */
@Injectable()
export class ForgetWorkspaces implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #isEnding = false;

  constructor(
    private readonly pool: SqlPool,
    private readonly deletions: WorkspaceDeletions,
    private readonly forgetters: WorkspaceForgetters,
    private readonly guests: ForgetGuests,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isEnding = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  /** Everything that is due now. How many workspaces were gone through. */
  async run(): Promise<number> {
    let count = 0;
    for (let due = await this.deletions.take(); due; due = this.#isEnding ? null : await this.deletions.take()) {
      await this.#forget(due);
      count += 1;
    }
    return count;
  }

  async #forget(due: DueDeletion): Promise<void> {
    const { workspaceId } = due;
    try {
      for (const room of this.forgetters.all.filter((one) => !due.done.includes(one.room))) {
        await room.prepare?.(workspaceId);
        await this.pool.tx(async (client) => {
          await room.forget(client, workspaceId);
          await this.deletions.note(client, workspaceId, room.room);
        });
      }
      await this.deletions.finishRound(due);
    } catch (error) {
      this.logger.warn({ error, workspaceId }, 'a workspace could not be deleted wholly; this goes on later');
      await this.deletions.postpone(workspaceId);
    }
  }

  /** One look after the other; a slow one is not overtaken. */
  #look(): void {
    this.#running = this.#running
      .then(() => this.guests.runSometimes())
      .then(() => this.run())
      .catch((error: unknown) => this.logger.warn({ error }, 'workspaces that are to go could not be looked for'));
  }
}
