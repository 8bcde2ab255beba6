import { retryAfterMs } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import {
  accountOf,
  baseUrlOf,
  callService,
  lasting,
  objectOf,
  passing,
  rateLimited,
  textOf,
} from '../../shared/service-call';
import type { Service, ServiceAnswer, Verdict } from '../../shared/service-call';

/** Slack says no with status 200. What to do about the refusals that people meet. */
const ADVICE: Readonly<Record<string, string>> = {
  channel_not_found:
    'does not know the channel, or does not show it to the bot. Give its id, and invite the bot if it is private.',
  not_in_channel:
    'lets the bot write in its channels only. Invite it there with /invite, or give it the scope chat:write.public.',
  is_archived: 'has archived this channel. Restore it, or choose another one.',
  msg_too_long: 'takes at most 40,000 characters at once. Shorten the message.',
  no_text: 'wants a text or blocks. Fill in the message.',
  invalid_blocks: 'cannot read the blocks. Try them in the Block Kit Builder.',
  invalid_auth: 'does not accept the token. Enter it again in the credential.',
  not_authed: 'got no token. Enter it in the credential.',
  account_inactive: 'has removed the bot or its workspace. Install the app again.',
  token_revoked: 'has revoked the token. Install the app again, and enter the new token in the credential.',
  token_expired: 'says that the token has expired. Enter a new one in the credential.',
  missing_scope: 'wants the bot to have another scope. Add it to the app, and install the app again.',
  restricted_action: 'has a rule of the workspace against this. Ask its administrators.',
  cannot_reply_to_message: 'does not let anybody answer in this thread.',
  thread_not_found: 'does not find the thread. Give the "ts" of its first message.',
};
const BUSY = new Set(['ratelimited', 'rate_limited']);
/** Nothing was done. */
const AWAY = new Set(['service_unavailable', 'request_timeout', 'team_added_to_org']);
/** Something may have been done. */
const BROKEN = new Set(['internal_error', 'fatal_error']);

const slack: Service = {
  title: 'Slack',
  prefix: 'SLACK',
  verdictOn,
  messageIn: (body) => textOf(objectOf(body)['error']),
};

/** Calls a method of the Web API, whose calls cannot be repeated safely. @throws NodeError `SLACK_…` */
export async function callSlack(ctx: RunContext, method: string, body: JsonObject): Promise<JsonObject> {
  const credential = await accountOf(ctx, slack);
  const answer = await callService(ctx, slack, {
    method: 'POST',
    url: `${baseUrlOf(credential)}/${method}`,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    credential,
    repeatable: false,
  });
  return objectOf(answer.body);
}

function verdictOn({ status, headers, body }: ServiceAnswer, nowMs: number): Verdict | undefined {
  const said = objectOf(body);
  const error = textOf(said['error']);
  if (status >= 300 || body === undefined || said['ok'] === true) return undefined;
  const wait = retryAfterMs(headers, nowMs);
  if (BUSY.has(error)) return rateLimited(wait);
  if (AWAY.has(error)) return passing('UNAVAILABLE', 'cannot answer at the moment.', wait ?? 1_000);
  if (BROKEN.has(error)) return passing('UNAVAILABLE', 'had a failure of its own.');
  const code = /^[a-z_]{1,60}$/.test(error) ? error.toUpperCase() : 'INVALID_REQUEST';
  return { ...lasting(code, ADVICE[error] ?? 'refuses the message.', toldBy(said)), details: { error } };
}

/** The error with what Slack adds to it. */
function toldBy(said: JsonObject): string {
  const messages = objectOf(said['response_metadata'])['messages'];
  const needed = textOf(said['needed']);
  const parts = [textOf(said['error']), needed && `needed: ${needed}`, ...(Array.isArray(messages) ? messages : [])];
  return parts.filter((part): part is Json & string => typeof part === 'string' && part !== '').join('; ');
}
