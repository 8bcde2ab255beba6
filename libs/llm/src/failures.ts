import { NodeError, retryAfterMs } from '@millrace/node-sdk';
import type { NodeFailure } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { providers } from './providers';
import type { LlmAccount } from './llm-types';

/** What a provider said when it said no. Every field may be empty. */
interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly type: string;
  readonly code: string;
  readonly param: string;
  readonly retryAfterMs: number | undefined;
}

const LONGEST_MESSAGE = 500;
const TOO_LONG =
  /context.{0,10}(length|window)|prompt is too long|maximum.{0,20}(context|tokens)|too many (input )?tokens/i;
const NO_MONEY = /insufficient_quota|billing|credit balance|payment_required/i;
const BLOCKED = /moderation_blocked|content_policy|content_filter|safety system/i;

/** An answer other than 2xx as a failure with a code of ours. Its text is the provider's, shortened; it holds no key. */
export function failureOfAnswer(
  account: LlmAccount,
  answer: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string },
): NodeError {
  const { error, details } = errorIn(answer.body);
  const asked = retryAfterMs(answer.headers, account.nowMs) ?? retryDelayIn(details);
  return failureOf(account, { status: answer.status, ...error, retryAfterMs: asked });
}

/** A failure that a provider tells in the middle of a stream, where no status is. */
export function failureOfEvent(
  account: LlmAccount,
  event: { type?: string; code?: string; message?: string },
): NodeError {
  const { type = '', code = '', message = '' } = event;
  const kind = `${type} ${code}`;
  const status = /overloaded|server_error|api_error|timeout/.test(kind) ? 529 : /rate_limit/.test(kind) ? 429 : 400;
  return failureOf(account, { status, type, code, message, param: '', retryAfterMs: undefined });
}

/** What came back cannot be read. */
export function badAnswer(account: LlmAccount, reason: string, cause?: unknown): NodeError {
  const message = `${providers[account.provider].title} gave an answer that cannot be read: ${reason}. Check the base URL of the credential if this goes on.`;
  return new NodeError({ code: 'LLM_BAD_ANSWER', fault: 'transient', message }, { cause });
}

function failureOf(account: LlmAccount, refusal: Refusal): NodeError {
  const { title } = providers[account.provider];
  const told = refusal.message === '' ? '' : ` It says: ${refusal.message.slice(0, LONGEST_MESSAGE)}`;
  const { code, fault, hint } = verdictOn(refusal);
  const failure: NodeFailure = {
    code,
    fault,
    message: `${title} ${hint}${told}`,
    ...(fault === 'transient' && refusal.retryAfterMs !== undefined ? { retryAfterMs: refusal.retryAfterMs } : {}),
    details: detailsOf(refusal),
  };
  return new NodeError(failure);
}

type Verdict = Pick<NodeFailure, 'code' | 'fault'> & { readonly hint: string };

function verdictOn(refusal: Refusal): Verdict {
  const { status, type, code, message, param } = refusal;
  const kind = `${type} ${code}`;
  if (status === 402 || NO_MONEY.test(kind)) {
    return user('LLM_QUOTA', 'has no credit left for this account. Check its plan and billing.');
  }
  if (status === 401 || /invalid_api_key|authentication_error|API_KEY_INVALID/.test(`${kind} ${message}`)) {
    return user('LLM_AUTH', 'does not accept the key. Check the credential.');
  }
  if (status === 403) return user('LLM_AUTH', 'does not allow this to the account of the credential.');
  if (status === 413 || code === 'context_length_exceeded' || (status === 400 && TOO_LONG.test(message))) {
    return user(
      'LLM_CONTEXT_TOO_LONG',
      'cannot take that much text at once. Shorten the prompt, or choose a model with a larger context.',
    );
  }
  if (BLOCKED.test(kind)) return user('LLM_REFUSED', 'refuses this prompt.');
  if (status === 404)
    return user(
      'LLM_MODEL_NOT_FOUND',
      'does not know the model, or the address is wrong. Choose another model, or check the base URL.',
    );
  if (status === 429 || status === 498) return transient('LLM_RATE_LIMITED', 'takes no more calls at the moment.');
  if (status >= 500 || status === 408 || status === 409)
    return transient('LLM_OVERLOADED', 'cannot answer at the moment.');
  const field = param === '' ? '' : ` because of "${param}"`;
  return user('LLM_INVALID_REQUEST', `refuses the request${field}.`);
}

function user(code: string, hint: string): Verdict {
  return { code, fault: 'user', hint };
}

function transient(code: string, hint: string): Verdict {
  return { code, fault: 'transient', hint };
}

function detailsOf({ status, type, code, param }: Refusal): JsonObject {
  const entries: [string, Json][] = [
    ['status', status],
    ['type', type],
    ['code', code],
    ['param', param],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** The error in a body, in any of the forms that providers use. */
function errorIn(body: string): {
  error: Pick<Refusal, 'message' | 'type' | 'code' | 'param'>;
  details: Json | undefined;
} {
  const parsed = parsedJson(body);
  const first = Array.isArray(parsed) ? parsed[0] : parsed;
  const outer = objectOf(first);
  const inner = typeof outer['error'] === 'string' ? { message: outer['error'] } : objectOf(outer['error'] ?? first);
  const error = {
    message: textOf(inner['message']) || (parsed === undefined ? body.slice(0, LONGEST_MESSAGE).trim() : ''),
    type: textOf(inner['type']) || textOf(inner['status']),
    code: textOf(inner['code']),
    param: textOf(inner['param']),
  };
  return { error, details: inner['details'] };
}

/** Google tells the wait as `"12.5s"` inside the details. */
function retryDelayIn(details: Json | undefined): number | undefined {
  if (!Array.isArray(details)) return undefined;
  for (const detail of details) {
    const seconds = /^(\d+(?:\.\d+)?)s$/.exec(textOf(objectOf(detail)['retryDelay']))?.[1];
    if (seconds !== undefined) return Math.ceil(Number(seconds) * 1_000);
  }
  return undefined;
}

function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
