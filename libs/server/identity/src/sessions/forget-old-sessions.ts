import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Logger } from '@millrace/server-platform';
import { AccountLinkStore } from '../account/account-link-store';
import { SessionStore } from '../persistence/session-store';
import { SignInPauses } from './sign-in-pauses';

const EVERY_MS = 6 * 3600 * 1000;

/** Keeps the tables of sessions, pauses and links small. Any process may do it, several at once as well. */
@Injectable()
export class ForgetOldSessions implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly sessions: SessionStore,
    private readonly pauses: SignInPauses,
    private readonly links: AccountLinkStore,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#forget(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  #forget(): void {
    Promise.all([this.sessions.forgetOld(), this.pauses.forgetOld(), this.links.forgetOld()]).catch((error: unknown) =>
      this.logger.warn({ error }, 'old sessions could not be deleted'),
    );
  }
}
