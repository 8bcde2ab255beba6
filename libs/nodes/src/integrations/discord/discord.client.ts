import { retryAfterMs } from '@millrace/node-sdk';
import type { ResolvedCredential, RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { createHash } from 'node:crypto';
import { baseUrlOf, callService, lasting, objectOf, rateLimited, stepKey, textOf } from '../../shared/service-call';
import type { Service, ServiceAnswer, Verdict } from '../../shared/service-call';
import { DISCORD_AGENT, webhookUrlOf } from './discord-webhook';

/** Discord, as calls need to know it. */
export const discord: Service = { title: 'Discord', prefix: 'DISCORD', verdictOn, messageIn: toldBy };

/** Discord's own codes that people meet. */
const REFUSALS: Readonly<Record<number, readonly [string, string]>> = {
  10003: ['CHANNEL_NOT_FOUND', 'does not know the channel. Give its id, not its name.'],
  10008: ['MESSAGE_NOT_FOUND', 'does not find the message that this one answers.'],
  10015: [
    'WEBHOOK_NOT_FOUND',
    'does not know the webhook: it was deleted. Make another one, and enter its URL in the credential.',
  ],
  50001: ['NO_ACCESS', 'does not show this channel to the bot. Add the bot to the server, and let it see the channel.'],
  50006: ['EMPTY', 'takes no empty message. Write a text, or give embeds.'],
  50007: ['FORBIDDEN', 'does not let the bot write to this person.'],
  50013: ['FORBIDDEN', 'does not let the bot write here. Give it the permission Send Messages.'],
  50035: ['INVALID_REQUEST', 'refuses a value.'],
};

/** Writes in a channel, once: within some minutes, Discord knows a message by its nonce. @throws NodeError `DISCORD_…` */
export async function postInChannel(
  ctx: RunContext,
  credential: ResolvedCredential,
  { channel, message }: { channel: string; message: JsonObject },
): Promise<JsonObject> {
  const nonce = createHash('sha256').update(stepKey(ctx)).digest('base64url').slice(0, 25);
  const body = { ...message, nonce, enforce_nonce: true };
  return send(ctx, {
    url: `${baseUrlOf(credential)}/channels/${channel}/messages`,
    body,
    credential,
    repeatable: true,
  });
}

/** Writes through a webhook, which knows no nonce. @throws NodeError `DISCORD_…` */
export async function postThroughWebhook(
  ctx: RunContext,
  credential: ResolvedCredential,
  message: JsonObject,
): Promise<JsonObject> {
  return send(ctx, { url: `${webhookUrlOf(credential)}?wait=true`, body: message, credential, repeatable: false });
}

interface DiscordCall {
  readonly url: string;
  readonly body: JsonObject;
  readonly credential: ResolvedCredential;
  readonly repeatable: boolean;
}

async function send(ctx: RunContext, { body, ...call }: DiscordCall): Promise<JsonObject> {
  const headers = { 'content-type': 'application/json', 'user-agent': DISCORD_AGENT };
  const request = { ...call, method: 'POST', headers, body: JSON.stringify(body) };
  return objectOf((await callService(ctx, discord, request)).body);
}

function verdictOn({ status, headers, body }: ServiceAnswer, nowMs: number): Verdict | undefined {
  if (status < 400) return undefined;
  const { code, retry_after: seconds } = objectOf(body);
  if (status === 429) {
    const waitMs = typeof seconds === 'number' ? Math.ceil(seconds * 1_000) : retryAfterMs(headers, nowMs);
    return { ...rateLimited(waitMs), told: toldBy(body) };
  }
  const known = typeof code === 'number' && status < 500 ? REFUSALS[code] : undefined;
  return known && { ...lasting(known[0], known[1], toldBy(body)), details: { code: code ?? null } };
}

/** The message with what is said of single fields. */
function toldBy(body: Json | undefined): string {
  const { message, errors } = objectOf(body);
  return [textOf(message), ...fieldErrors(errors)].filter((text) => text !== '').join('; ');
}

/** Discord nests them as deep as the request: `{ embeds: { 0: { title: { _errors: [{ message }] } } } }`. */
function fieldErrors(node: Json | undefined, path = ''): string[] {
  return Object.entries(objectOf(node)).flatMap(([name, value]) => {
    if (name !== '_errors') return fieldErrors(value, path === '' ? name : `${path}.${name}`);
    return (Array.isArray(value) ? value : []).map((error) => `${path}: ${textOf(objectOf(error)['message'])}`);
  });
}
