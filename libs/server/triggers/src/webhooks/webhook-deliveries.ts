import { createHash } from 'node:crypto';
import { NodeCatalogue } from '@millrace/server-catalog';
import type { Idempotency } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { deliveryKeyOf } from './delivery-key';
import { isPreset, signaturePresets } from './signature-presets';
import type { WebhookBody } from './webhook-body';
import type { WebhookRecord } from './webhook-record';

type Headers = Readonly<Record<string, string>>;

const LONGEST_ID = 255;

/** Knows repeats of the same delivery, so that each gives one run. */
@Injectable()
export class WebhookDeliveries {
  constructor(private readonly catalogue: NodeCatalogue) {}

  /** Undefined when the sender does not say which delivery this is. */
  of(webhook: WebhookRecord, headers: Headers, body: WebhookBody): Idempotency | undefined {
    const scope = `webhook:${webhook.id}`;
    if (!isPreset(webhook.auth) && webhook.auth !== 'service') {
      const key = deliveryKeyOf(headers);
      return key ? { scope, key, bodyHash: hashOf(body) } : undefined;
    }
    const id = this.#ownId(webhook, headers, body.value)?.trim();
    if (!id || id.length > LONGEST_ID) return undefined;
    // A repeat may differ in what is beside the matter, such as how often it was tried.
    return { scope, key: `${webhook.auth}:${id}`, bodyHash: 'of-the-sender' };
  }

  /** Only what this sender calls its deliveries: other headers are not part of what it signed. */
  #ownId({ auth, settings }: WebhookRecord, headers: Headers, body: Json): string | undefined {
    if (isPreset(auth)) return signaturePresets[auth].deliveryId(headers, body);
    if (!settings.service) return undefined;
    const { type, version } = settings.service;
    return this.catalogue.implementation(type, version).subscription?.deliveryId(body);
  }
}

function hashOf(body: WebhookBody): string {
  const bytes = body.raw.length ? body.raw : JSON.stringify(body.value);
  return createHash('sha256').update(bytes).digest('base64url');
}
