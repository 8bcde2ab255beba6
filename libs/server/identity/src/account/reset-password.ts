import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { notFound, SqlPool } from '@millrace/server-platform';
import { AuditTrail } from '../audit/audit-trail';
import { Passwords } from '../passwords/passwords';
import { UserStore } from '../persistence/user-store';
import { parseEmail, parseNewPassword } from '../use-cases/account-input';
import { AccountLinkStore } from './account-link-store';
import { ChangePassword } from './change-password';
import { ResetOutside } from './reset-outside';
import { linkOver } from './verify-email';

/** A new password for somebody who forgot the old one, by a link. */
@Injectable()
export class ResetPassword implements OnModuleDestroy {
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly links: AccountLinkStore,
    private readonly change: ChangePassword,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly outside: ResetOutside,
  ) {}

  /**
   * Mails a link if there is an account with this address. Answers before it looks, so neither what it says nor how long it
   * takes tells whether there is one. @throws DomainError `VALIDATION_FAILED`, `RATE_LIMITED`
   */
  async request(input: unknown): Promise<void> {
    const email = parseEmail(input);
    await this.outside.count(email);
    const working = this.#mailLink(email)
      .catch((error: unknown) => this.outside.complain(error))
      .finally(() => this.#running.delete(working));
    this.#running.add(working);
  }

  /** A link for the operator to hand on, where there is no mail. @throws DomainError `USER_NOT_FOUND` */
  async linkFor(input: unknown): Promise<string> {
    const email = parseEmail(input);
    const link = await this.#makeLink(email, false);
    if (!link) throw notFound('USER_NOT_FOUND', 'There is no account with this e-mail address.');
    return link;
  }

  /** Ends every session. @throws DomainError `LINK_NOT_VALID`, `VALIDATION_FAILED`, `TOO_BUSY` */
  async reset(secret: string, newPassword: unknown): Promise<void> {
    const password = parseNewPassword(newPassword);
    const passwordHash = await this.passwords.hash(password);
    await this.pool.tx(async (client) => {
      const link = await this.links.use(client, 'reset', secret);
      if (!link) throw linkOver();
      const { userId, email, isMailed } = link;
      await this.change.setPassword(client, { userId, passwordHash, keep: null });
      if (isMailed) await this.users.markVerified(client, userId, email);
      const target = { type: 'user', id: userId, label: email };
      const entry = { action: 'account.passwordReset', actor: null, target, details: { byMail: isMailed } };
      await this.audit.recordForAccount(client, userId, entry);
    });
  }

  /** Waits for what was promised. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #mailLink(email: string): Promise<void> {
    if (!this.outside.canMail) return;
    const link = await this.#makeLink(email, true);
    if (link) this.outside.mail(email, link);
  }

  async #makeLink(email: string, isMailed: boolean): Promise<string | null> {
    const found = await this.users.findByEmail(email);
    if (!found || found.user.isGuest) return null;
    const { id: userId } = found.user;
    const secret = await this.pool.tx(async (client) => {
      const target = { type: 'user', id: userId, label: email };
      const entry = { action: 'account.passwordResetAsked', actor: null, target, details: { byMail: isMailed } };
      await this.audit.recordForAccount(client, userId, entry);
      return this.links.add(client, { kind: 'reset', userId, email, isMailed });
    });
    return this.outside.linkOf(secret);
  }
}
