import { hkdfSync } from 'node:crypto';
import { instanceKeyOf } from '@millrace/server-identity';
import { Config } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { notificationsConfig } from './notifications.config';

/** Hours for which the secret before is good after a new one was issued. */
export const OLD_SECRET_HOURS = 24;

/** Which secrets an endpoint has. */
export interface SecretIssue {
  readonly id: string;
  readonly secretGeneration: number;
  readonly secretIssuedAt: Date;
}

/** Signs what is sent as Standard Webhooks say. Keys follow from the key of the instance and are stored nowhere. */
@Injectable()
export class NotificationKeys {
  readonly #master: string;

  constructor(config: Config) {
    this.#master = instanceKeyOf(config.of(notificationsConfig));
  }

  /** The n-th secret of an endpoint, as receivers enter it: `whsec_` and base64. */
  secret(endpointId: string, generation: number): string {
    const bytes = hkdfSync('sha256', this.#master, endpointId, `millrace notification secret ${generation}`, 32);
    return `whsec_${Buffer.from(bytes).toString('base64')}`;
  }

  /** Headers that prove who sends this, by every secret that is good at that time. */
  headers(
    endpoint: SecretIssue,
    { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
  ): Record<string, string> {
    const sign = (secret: string): string => new Webhook(secret).sign(id, at, body);
    const secrets = this.generations(endpoint, at).map((generation) => this.secret(endpoint.id, generation));
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': secrets.map(sign).join(' '),
    };
  }

  /** The newest first. */
  private generations({ secretGeneration, secretIssuedAt }: SecretIssue, at: Date): number[] {
    const isOldGood = at.getTime() - secretIssuedAt.getTime() < OLD_SECRET_HOURS * 3_600_000;
    return secretGeneration > 1 && isOldGood ? [secretGeneration, secretGeneration - 1] : [secretGeneration];
  }
}
