import { Injectable } from '@nestjs/common';
import { Config, invalid, Mailer, publicUrlOf, RateLimits, SqlPool } from '@millrace/server-platform';
import { AuditTrail } from '../audit/audit-trail';
import type { User } from '../persistence/user-store';
import { UserStore } from '../persistence/user-store';
import { AccountLinkStore } from './account-link-store';

/** Whether people receive mail at the address of their account. Without a mail server nobody is asked to show it. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly pool: SqlPool,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly limits: RateLimits,
    private readonly users: UserStore,
    private readonly links: AccountLinkStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Mails a link, unless it was shown already. False without a mail server. @throws DomainError `RATE_LIMITED` */
  async request(user: User): Promise<boolean> {
    if (!this.mailer.isConfigured) return false;
    if (user.isEmailVerified || user.isGuest) return true;
    await this.limits.mail.consume(user.id);
    const { id: userId, email } = user;
    const secret = await this.pool.tx((client) =>
      this.links.add(client, { kind: 'verify', userId, email, isMailed: true }),
    );
    this.mailer.send({
      to: email,
      subject: 'Confirm your e-mail address',
      text: `Welcome to Millrace.\n\nConfirm that this is your address, within three days:\n${publicUrlOf(this.config)}/confirm-email/${secret}\n\nIf you did not make an account, do nothing.\n`,
    });
    return true;
  }

  /** @throws DomainError `LINK_NOT_VALID` */
  async confirm(secret: string): Promise<void> {
    await this.pool.tx(async (client) => {
      const link = await this.links.use(client, 'verify', secret);
      if (!link || !(await this.users.markVerified(client, link.userId, link.email))) throw linkOver();
      const target = { type: 'user', id: link.userId, label: link.email };
      await this.audit.recordForAccount(client, link.userId, { action: 'account.emailConfirmed', actor: null, target });
    });
  }
}

/** 400: unknown, used or too old; which of these is nobody's business. */
export function linkOver(): Error {
  return invalid('LINK_NOT_VALID', 'This link was used already, or is too old. Ask for a new one.');
}
