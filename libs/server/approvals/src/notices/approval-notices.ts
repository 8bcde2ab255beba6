import { Bell, Logger } from '@millrace/server-platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { APPROVAL_CHANNEL } from '../feed/approval-feed';
import { TellApprovals } from './tell-approvals';

const LOOK_EVERY_MS = 2_000;

/** Looks in worker processes who has to be told of approvals: when the bell rings, and every 2 s for what falls due. */
@Injectable()
export class ApprovalNotices implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #stopBell: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly notices: TellApprovals,
    private readonly bell: Bell,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    this.#stopBell = this.bell.on(APPROVAL_CHANNEL, () => this.#look());
  }

  /** Waits for what is under way. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopBell?.();
    await this.#running;
  }

  /** One look at a time; a bell that rings meanwhile makes another. */
  #look(): void {
    this.#again = true;
    this.#running ??= this.#lookAgain().finally(() => {
      this.#running = undefined;
    });
  }

  async #lookAgain(): Promise<void> {
    while (this.#again && this.#timer) {
      this.#again = false;
      await this.notices.look().catch((error: unknown) => {
        this.logger.warn({ error }, 'telling people of approvals failed; it is tried again');
      });
    }
  }
}
