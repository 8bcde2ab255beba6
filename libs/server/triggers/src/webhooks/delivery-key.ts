/** Headers in which senders name a delivery, best known first. A repeat with the same name gives the same run. */
const DELIVERY_HEADERS = [
  'idempotency-key',
  'x-idempotency-key',
  'webhook-id',
  'svix-id',
  'x-github-delivery',
  'x-gitlab-event-uuid',
  'x-gitea-delivery',
  'x-shopify-webhook-id',
  'x-shopify-event-id',
  'x-twilio-idempotency-token',
  'x-request-uuid',
  'ce-id',
] as const;

const MAX_KEY_LENGTH = 255;

/** What identifies this delivery among those of its webhook, or null when the sender does not say. */
export function deliveryKeyOf(headers: Readonly<Record<string, string | undefined>>): string | null {
  for (const name of DELIVERY_HEADERS) {
    const value = headers[name]?.trim();
    if (value && value.length <= MAX_KEY_LENGTH) return `${name}:${value}`;
  }
  return null;
}
