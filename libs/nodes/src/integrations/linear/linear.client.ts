import { retryAfterMs } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { accountOf, baseUrlOf, callService, lasting, objectOf, rateLimited, textOf } from '../../shared/service-call';
import type { Service, ServiceAnswer, Verdict } from '../../shared/service-call';
import { accountSlot } from '../../shared/service-params';

const linear: Service = { title: 'Linear', prefix: 'LINEAR', verdictOn, messageIn: (body) => toldBy(firstError(body)) };

/** The account of every node of this service. */
export const linearSlot = accountSlot('Linear', 'linear');

/**
 * Sends a GraphQL document; every one that the nodes send may come twice.
 * @throws NodeError `LINEAR_…`, also for errors that come with status 200
 */
export async function callLinear(ctx: RunContext, query: string, variables: JsonObject): Promise<JsonObject> {
  const credential = await accountOf(ctx, linear);
  const answer = await callService(ctx, linear, {
    method: 'POST',
    url: `${baseUrlOf(credential)}/graphql`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    credential,
    repeatable: true,
  });
  return objectOf(objectOf(answer.body)['data']);
}

function verdictOn({ headers, body }: ServiceAnswer, nowMs: number): Verdict | undefined {
  const error = firstError(body);
  if (error === undefined) return undefined;
  const { code, type } = objectOf(error['extensions']);
  const kind = `${textOf(code)} ${textOf(type)}`;
  const told = toldBy(error);
  if (/RATELIMITED/i.test(kind))
    return { ...rateLimited(retryAfterMs(headers, nowMs) ?? untilReset(headers, nowMs)), told };
  if (/AUTHENTICATION/i.test(kind)) {
    return lasting('AUTH', 'does not accept the key. Enter it again in the credential.', told);
  }
  if (/FORBIDDEN/i.test(kind))
    return lasting('FORBIDDEN', 'does not allow this to the account of the credential.', told);
  if (/INTERNAL|LOCK_TIMEOUT/i.test(kind))
    return { code: 'UNAVAILABLE', fault: 'transient', advice: 'cannot answer at the moment.', told };
  if (/not found/i.test(told)) return lasting('NOT_FOUND', 'does not find what the node names.', told);
  return lasting('INVALID_REQUEST', 'refuses the request.', told);
}

function firstError(body: Json | undefined): JsonObject | undefined {
  const { errors } = objectOf(body);
  return Array.isArray(errors) && errors.length > 0 ? objectOf(errors[0]) : undefined;
}

/** What Linear wrote for people, where it did. */
function toldBy(error: JsonObject | undefined): string {
  return textOf(objectOf(error?.['extensions'])['userPresentableMessage']) || textOf(error?.['message']);
}

/** The window ends at a time in milliseconds. */
function untilReset(headers: Readonly<Record<string, string>>, nowMs: number): number {
  const resetMs = Number(headers['x-ratelimit-requests-reset']);
  return resetMs > nowMs ? Math.min(resetMs - nowMs, 3_600_000) : 60_000;
}
