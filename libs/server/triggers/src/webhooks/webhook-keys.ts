import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { instanceKeyOf } from '@millrace/server-identity';
import { Config } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { triggersConfig } from '../triggers.config';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of what is sealed, so that another form can be told from this one. */
const FORM = 1;

/**
 * Keys of webhooks that follow from the key of the instance, which is not in the database: signing keys of our own, and what
 * secrets of senders are encrypted with, so that a process which takes calls can check them without reading credentials.
 */
@Injectable()
export class WebhookKeys {
  readonly #master: string;

  constructor(config: Config) {
    this.#master = instanceKeyOf(config.of(triggersConfig));
  }

  /** Names the key of the instance without telling anything of it. */
  get name(): string {
    return this.#derived('', 'millrace webhook key name', 12).toString('base64url');
  }

  /** The signing key, or token, of the n-th issue of a webhook. */
  signingKey(webhookId: string, generation: number): string {
    return this.#derived(webhookId, `millrace webhook signing key ${generation}`, 32).toString('base64url');
  }

  /** Encrypts the secret of a webhook's sender. Only for this webhook. */
  seal(webhookId: string, secret: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#sealingKey(webhookId), iv).setAAD(Buffer.from(webhookId));
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([FORM]), iv, cipher.getAuthTag(), text]);
  }

  /** What was sealed; null when it was sealed for another webhook, with another key, or is damaged. */
  unseal(webhookId: string, sealed: Buffer): string | null {
    if (sealed.length < 1 + IV_BYTES + TAG_BYTES || sealed[0] !== FORM) return null;
    const iv = sealed.subarray(1, 1 + IV_BYTES);
    const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv(ALGORITHM, this.#sealingKey(webhookId), iv, options);
    decipher.setAAD(Buffer.from(webhookId)).setAuthTag(tag);
    try {
      const text = sealed.subarray(1 + IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    } catch (error) {
      // The only thing that `final` can say against it.
      if (/unable to authenticate/i.test(String((error as Error).message))) return null;
      throw error;
    }
  }

  #sealingKey(webhookId: string): Buffer {
    return this.#derived(webhookId, 'millrace webhook key sealing', 32);
  }

  #derived(salt: string, purpose: string, bytes: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, salt, purpose, bytes));
  }
}
