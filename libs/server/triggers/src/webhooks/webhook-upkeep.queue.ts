import { defineQueue } from '@millrace/server-platform';

/** A webhook that a worker is to look after: only workers read secrets and speak with services. */
export interface WebhookUpkeepJob {
  readonly webhookId: string;
}

/** What came of it, as stored in `webhook.upkeep`. */
export interface WebhookUpkeepState {
  /** `by-hand`: a person has to tell the service where to call. */
  readonly state: 'done' | 'waiting' | 'failed' | 'by-hand';
  /** For people; holds no secret. */
  readonly message?: string;
}

/** Asks workers to look at a webhook: the row says what is to be done. Tried for about a day. */
export const webhookUpkeepQueue = defineQueue<WebhookUpkeepJob>('webhook-upkeep', {
  retryLimit: 300,
  retryDelaySeconds: 2,
  retryBackoff: true,
  retryDelayMaxSeconds: 300,
  expireInSeconds: 120,
  retentionSeconds: 86_400,
});
