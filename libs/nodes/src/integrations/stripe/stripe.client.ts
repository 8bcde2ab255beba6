import { retryAfterMs } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { z } from 'zod';
import {
  accountOf,
  baseUrlOf,
  callService,
  lasting,
  objectOf,
  passing,
  rateLimited,
  stepKey,
  textOf,
} from '../../shared/service-call';
import type { Service, ServiceAnswer, Verdict } from '../../shared/service-call';
import { accountSlot } from '../../shared/service-params';
import { stripeForm } from './stripe-form';
import type { FormValue } from './stripe-form';

/** The version whose params and answers the nodes know; an account may have another as its own. */
const API_VERSION = '2026-10-28.endive';

const stripe: Service = {
  title: 'Stripe',
  prefix: 'STRIPE',
  verdictOn,
  messageIn: (body) => textOf(objectOf(objectOf(body)['error'])['message']),
};

/** The account of every node of this service. */
export const stripeSlot = accountSlot('Stripe', 'stripe');

/** Facts that are kept with an object of Stripe. */
export const metadataParam = z
  .record(
    z.string().min(1).max(40),
    z.preprocess(
      (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
      z.string().max(500),
    ),
  )
  .refine((metadata) => Object.keys(metadata).length <= 50, 'may have at most 50 entries')
  .optional()
  .meta({
    title: 'Metadata',
    description: 'Facts of your own that Stripe keeps with it, at most 50.',
    ui: { control: 'key-values', advanced: true },
  });

/** Sends a form. `step` tells the calls of one node apart: each is carried out once, however often it is sent. @throws NodeError `STRIPE_…` */
export async function postStripe(
  ctx: RunContext,
  path: string,
  form: Readonly<Record<string, FormValue>>,
  step: string,
): Promise<JsonObject> {
  return callStripe(ctx, {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': stepKey(ctx, step) },
    body: stripeForm(form),
  });
}

/** Reads. @throws NodeError `STRIPE_…` */
export async function getStripe(
  ctx: RunContext,
  path: string,
  query: Readonly<Record<string, FormValue>> = {},
): Promise<JsonObject> {
  const text = stripeForm(query);
  return callStripe(ctx, { method: 'GET', path: text === '' ? path : `${path}?${text}` });
}

interface StripeCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function callStripe(ctx: RunContext, { method, path, headers, body }: StripeCall): Promise<JsonObject> {
  const credential = await accountOf(ctx, stripe);
  const answer = await callService(ctx, stripe, {
    method,
    url: `${baseUrlOf(credential)}${path}`,
    headers: { 'stripe-version': API_VERSION, ...headers },
    ...(body === undefined ? {} : { body }),
    credential,
    repeatable: true,
  });
  return objectOf(answer.body);
}

function verdictOn({ status, headers, body }: ServiceAnswer, nowMs: number): Verdict | undefined {
  if (status < 400) return undefined;
  const error = objectOf(objectOf(body)['error']);
  const details = detailsOf(error);
  const verdict = verdictOnError(status, error, retryAfterMs(headers, nowMs));
  const judged = verdict && told(verdict, textOf(error['message']), details);
  const should = headers['stripe-should-retry'];
  // Stripe knows best whether another try may help.
  if (should === 'false' && judged?.fault === 'transient') return { ...judged, fault: 'user' };
  if (should === 'true' && judged?.fault !== 'transient') return told(unavailable(), textOf(error['message']), details);
  return judged;
}

function verdictOnError(status: number, error: JsonObject, waitMs: number | undefined): Verdict | undefined {
  const code = textOf(error['code']);
  if (status === 429) return rateLimited(waitMs);
  if (status === 409 || code === 'idempotency_key_in_use') return unavailable(waitMs);
  if (status >= 500) return unavailable(waitMs);
  if (error['type'] === 'idempotency_error') {
    return lasting('IDEMPOTENCY', 'has had this step with other values. Run the node in a new run.');
  }
  if (code === 'resource_missing' || status === 404) {
    return lasting(
      'NOT_FOUND',
      'does not find this. Check the id, and whether the key is of the same mode, test or live.',
    );
  }
  if (status === 402) return lasting('CARD', 'could not take the money.');
  const param = textOf(error['param']);
  if (status === 400) return lasting('INVALID_REQUEST', param === '' ? 'refuses the request.' : `refuses "${param}".`);
  return undefined;
}

function unavailable(waitMs?: number): Verdict {
  return passing('UNAVAILABLE', 'cannot answer at the moment.', waitMs);
}

function told(verdict: Verdict, message: string, details: JsonObject): Verdict {
  return { ...verdict, told: message, details };
}

function detailsOf(error: JsonObject): JsonObject {
  const members = ['type', 'code', 'decline_code', 'param', 'request_log_url'].map((name): [string, Json] => [
    name,
    error[name] ?? '',
  ]);
  return Object.fromEntries(members.filter(([, value]) => value !== ''));
}
