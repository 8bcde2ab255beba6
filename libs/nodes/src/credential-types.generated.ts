// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { CredentialType } from '@millrace/node-sdk';
import { httpBasicCredential } from './credentials/http-basic.credential';
import { httpBearerCredential } from './credentials/http-bearer.credential';
import { httpCustomCredential } from './credentials/http-custom.credential';
import { httpHeaderCredential } from './credentials/http-header.credential';
import { httpQueryCredential } from './credentials/http-query.credential';
import { oauth2Credential } from './credentials/oauth2.credential';
import { oauth2ClientCredentialsCredential } from './credentials/oauth2-client-credentials.credential';
import { webhookSecretCredential } from './credentials/webhook-secret.credential';
import { anthropicCredential } from './integrations/anthropic/anthropic.credential';
import { mysqlCredential } from './integrations/database/mysql.credential';
import { postgresCredential } from './integrations/database/postgres.credential';
import { discordCredential } from './integrations/discord/discord.credential';
import { discordWebhookCredential } from './integrations/discord/discord-webhook.credential';
import { imapCredential } from './integrations/email/imap.credential';
import { smtpCredential } from './integrations/email/smtp.credential';
import { geminiCredential } from './integrations/gemini/gemini.credential';
import { githubCredential } from './integrations/github/github.credential';
import { groqCredential } from './integrations/groq/groq.credential';
import { linearCredential } from './integrations/linear/linear.credential';
import { openaiCredential } from './integrations/openai/openai.credential';
import { openaiCompatibleCredential } from './integrations/openai-compatible/openai-compatible.credential';
import { resendCredential } from './integrations/resend/resend.credential';
import { slackCredential } from './integrations/slack/slack.credential';
import { stripeCredential } from './integrations/stripe/stripe.credential';
import { telegramCredential } from './integrations/telegram/telegram.credential';

/** Every credential type that comes with the product: the generic ones, then those of vendors. */
export const allCredentialTypes = [
  httpBasicCredential,
  httpBearerCredential,
  httpCustomCredential,
  httpHeaderCredential,
  httpQueryCredential,
  oauth2Credential,
  oauth2ClientCredentialsCredential,
  webhookSecretCredential,
  anthropicCredential,
  mysqlCredential,
  postgresCredential,
  discordCredential,
  discordWebhookCredential,
  imapCredential,
  smtpCredential,
  geminiCredential,
  githubCredential,
  groqCredential,
  linearCredential,
  openaiCredential,
  openaiCompatibleCredential,
  resendCredential,
  slackCredential,
  stripeCredential,
  telegramCredential,
] as const satisfies readonly CredentialType[];
