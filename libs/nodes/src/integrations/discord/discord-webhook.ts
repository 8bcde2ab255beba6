import type { ResolvedCredential } from '@millrace/node-sdk';
import { baseUrlOf } from '../../shared/service-call';

/** How Discord wants clients to call themselves; it refuses others. */
export const DISCORD_AGENT = 'DiscordBot (https://millrace.example, 1)';

/** Address of a webhook below the API that its credential names. The secret URL itself is never called as it is. */
export function webhookUrlOf(credential: ResolvedCredential): string {
  const [, id = '', token = ''] = /\/webhooks\/(\d+)\/([\w-]+)$/.exec(credential.secret('webhookUrl')) ?? [];
  return `${baseUrlOf(credential)}/webhooks/${id}/${token}`;
}
