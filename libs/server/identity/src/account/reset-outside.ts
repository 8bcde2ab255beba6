import { Injectable } from '@nestjs/common';
import { Config, Logger, Mailer, publicUrlOf, RateLimits } from '@millrace/server-platform';

/** What asking for a new password has to do with the world. */
@Injectable()
export class ResetOutside {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly limits: RateLimits,
    private readonly logger: Logger,
  ) {}

  get canMail(): boolean {
    return this.mailer.isConfigured;
  }

  linkOf(secret: string): string {
    return `${publicUrlOf(this.config)}/new-password/${secret}`;
  }

  count(email: string): Promise<void> {
    return this.limits.mail.consume(`reset|${email}`);
  }

  complain(error: unknown): void {
    this.logger.error({ error }, 'a link for a new password could not be made');
  }

  mail(to: string, link: string): void {
    this.mailer.send({
      to,
      subject: 'A new password for Millrace',
      text: `Somebody asked for a new password for your account.\n\nSet it here, within an hour:\n${link}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
    });
  }
}
