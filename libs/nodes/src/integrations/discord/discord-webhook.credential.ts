import { defineCredential } from '@millrace/node-sdk';
import type { CredentialTestContext, CredentialTestResult, ResolvedCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField } from '../../shared/service-params';
import { DISCORD_AGENT, webhookUrlOf } from './discord-webhook';

/** The address of a webhook of a Discord channel, which is itself the secret. */
export const discordWebhookCredential = defineCredential({
  type: 'discord-webhook',
  title: 'Discord webhook',
  description:
    'Writes in one channel of Discord. In the settings of the channel, under Integrations, make a webhook and copy its URL.',
  keywords: ['chat', 'channel', 'messages'],
  fields: z.object({
    webhookUrl: z
      .string()
      .trim()
      .regex(
        /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{1,20}\/[\w-]{1,200}$/,
        'looks like https://discord.com/api/webhooks/1234/abcd',
      )
      .meta({
        title: 'Webhook URL',
        description: 'Whoever knows it can write in the channel.',
        ui: { control: 'secret', placeholder: 'https://discord.com/api/webhooks/…' },
      }),
    baseUrl: baseUrlField('https://discord.com/api/v10'),
  }),
  secrets: ['webhookUrl'],
  domains: ['discord.com'],
  hostField: 'baseUrl',
  probe,
});

async function probe(
  credential: ResolvedCredential,
  { http }: Pick<CredentialTestContext, 'http'>,
): Promise<CredentialTestResult> {
  const headers = { 'user-agent': DISCORD_AGENT };
  const { status } = await http.request({ method: 'GET', url: webhookUrlOf(credential), headers, credential });
  if (status === 200) return { ok: true, message: 'The webhook is there.' };
  if (status >= 400 && status < 429)
    return { ok: false, message: 'Discord knows no such webhook. Copy its URL again.' };
  return { ok: false, message: `Discord answered ${status}, which does not tell whether the webhook is good.` };
}
