import { NodeError, retryAfterMs } from '@millrace/node-sdk';
import type { Fault, HttpRequest, HttpResponse, ResolvedCredential, RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { createHash } from 'node:crypto';
import parseSafely from 'secure-json-parse';
import { wasNeverSent } from './never-sent';

/** What is particular to a service that nodes call. */
export interface Service {
  /** What people call it. */
  readonly title: string;
  /** Begins its error codes, such as `SLACK`. */
  readonly prefix: string;
  /** What the service itself says against an answer; undefined lets the status decide. */
  readonly verdictOn: (answer: ServiceAnswer, nowMs: number) => Verdict | undefined;
  /** The sentence of the service in an answer that its status calls an error. */
  readonly messageIn: (body: Json | undefined) => string;
}

/** An answer with its body read. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when it is no JSON. */
  readonly body: Json | undefined;
}

/** What an answer that is none of the good ones means. */
export interface Verdict {
  /** Without the prefix of the service. */
  readonly code: string;
  readonly fault: Fault;
  /** Goes on after the title of the service, and says how to mend it. */
  readonly advice: string;
  /** What the service says. */
  readonly told?: string;
  readonly retryAfterMs?: number;
  readonly details?: JsonObject;
  /** What the service answered. */
  readonly httpStatus?: number;
}

/** What a call needs of a run, or of whatever else makes it. */
export type CallContext = Pick<RunContext, 'http' | 'signal' | 'nowMs' | 'credential'>;

export interface ServiceRequest extends Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'> {
  readonly credential: ResolvedCredential;
  /**
   * Whether the service makes one thing of a request that comes twice. Otherwise it is tried again only when it was surely
   * not carried out: a second message is worse than a failed node.
   */
  readonly repeatable: boolean;
}

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 8 * 1024 * 1024;
const LONGEST_TOLD = 500;
const LONGEST_KEY = 200;

/**
 * The account in slot `account`.
 * @throws NodeError `CREDENTIAL_MISSING`, and those of `ctx.credential`
 */
export async function accountOf(ctx: Pick<CallContext, 'credential'>, { title }: Service): Promise<ResolvedCredential> {
  const credential = await ctx.credential();
  if (credential) return credential;
  const message = `Choose an account of ${title} for this node.`;
  throw new NodeError({ code: 'CREDENTIAL_MISSING', fault: 'user', message });
}

/** Address of a service's API without a slash at the end. */
export function baseUrlOf(credential: ResolvedCredential): string {
  return String(credential.fields['baseUrl'] ?? '').replace(/\/+$/, '');
}

/** Idempotency key of one step of this node: the same in every attempt, and short enough for every service. */
export function stepKey(ctx: RunContext, step?: string): string {
  const key = step === undefined ? ctx.idempotencyKey : `${ctx.idempotencyKey}:${step}`;
  return key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex');
}

/**
 * Calls a service and reads its JSON answer.
 * @throws NodeError with a code of the service: `…_RATE_LIMITED` and `…_UNAVAILABLE` are tried again; `…_UNCERTAIN` is not,
 *   because the call may have been carried out
 */
export async function callService(ctx: CallContext, service: Service, request: ServiceRequest): Promise<ServiceAnswer> {
  const answer = readAnswer(await exchanged(ctx, service, request));
  const verdict = service.verdictOn(answer, ctx.nowMs) ?? verdictOnStatus(service, answer, ctx.nowMs);
  if (verdict) throw failureOf(service, settled(verdict, answer, request));
  if (answer.body === undefined) throw failureOf(service, unreadable(request));
  return answer;
}

/** A verdict that trying again cannot change. */
export function lasting(code: string, advice: string, told?: string): Verdict {
  return { code, fault: 'user', advice, ...(told === undefined ? {} : { told }) };
}

/** A verdict that trying again may change. */
export function passing(code: string, advice: string, waitMs?: number): Verdict {
  return { code, fault: 'transient', advice, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
}

/** The service takes no more calls for now. */
export function rateLimited(waitMs?: number): Verdict {
  return passing('RATE_LIMITED', 'takes no more calls at the moment.', waitMs);
}

/** The object that JSON is, else an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The text that JSON is, else an empty one. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The object without members that nobody gave. */
export function given<T>(members: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).filter((entry): entry is [string, T] => entry[1] !== undefined));
}

async function exchanged(ctx: CallContext, service: Service, request: ServiceRequest): Promise<HttpResponse> {
  const { repeatable, headers, ...rest } = request;
  const plain = { accept: 'application/json', 'user-agent': 'Millrace', ...headers };
  try {
    return await ctx.http.request({ ...rest, headers: plain, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
  } catch (error) {
    const isTransient = error instanceof NodeError && error.failure.fault === 'transient';
    if (repeatable || !isTransient || ctx.signal.aborted || wasNeverSent(error)) throw error;
    throw failureOf(service, uncertain(error.failure.message), error);
  }
}

function readAnswer({ status, headers, body }: HttpResponse): ServiceAnswer {
  try {
    const options = { protoAction: 'remove', constructorAction: 'remove' } as const;
    return { status, headers, body: parseSafely.parse(new TextDecoder().decode(body), undefined, options) as Json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { status, headers, body: undefined };
  }
}

function verdictOnStatus(service: Service, answer: ServiceAnswer, nowMs: number): Verdict | undefined {
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return undefined;
  const told = service.messageIn(body);
  const wait = retryAfterMs(headers, nowMs);
  if (status === 401) return lasting('AUTH', 'does not accept the account. Check the credential.', told);
  if (status === 403) return lasting('FORBIDDEN', 'does not allow this to the account of the credential.', told);
  if (status === 404 || status === 410) return lasting('NOT_FOUND', 'does not find what the node names.', told);
  if (status === 429) return { ...rateLimited(wait), told };
  if (status >= 500 || status === 408) {
    return { ...passing('UNAVAILABLE', `cannot answer at the moment (${status}).`, wait), told };
  }
  if (status < 400) return lasting('BAD_ANSWER', `answered ${status}. Check the base URL of the credential.`, told);
  return lasting('INVALID_REQUEST', 'refuses the request.', told);
}

/** A call that may have been carried out is not made again, unless the service names a time to come back. */
function settled(verdict: Verdict, { status }: ServiceAnswer, { repeatable }: ServiceRequest): Verdict {
  const isFailing = verdict.code === 'UNAVAILABLE' && verdict.retryAfterMs === undefined;
  const judged = isFailing && !repeatable ? uncertain(verdict.told ?? '') : verdict;
  return { ...judged, httpStatus: status, details: { status, ...verdict.details } };
}

function unreadable({ repeatable }: ServiceRequest): Verdict {
  const advice = 'gave an answer that cannot be read. Check the base URL of the credential if this goes on.';
  return repeatable ? passing('BAD_ANSWER', advice) : uncertain('The answer cannot be read.');
}

function uncertain(told: string): Verdict {
  const advice =
    'did not say whether this was done, so that it is not done twice. Look there before you run the node again.';
  return lasting('UNCERTAIN', advice, told);
}

function failureOf({ title, prefix }: Service, verdict: Verdict, cause?: unknown): NodeError {
  const { code, fault, advice, told = '', retryAfterMs: wait, details, httpStatus } = verdict;
  const short = told.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TOLD);
  const failure = {
    code: `${prefix}_${code}`,
    fault,
    message: `${title} ${advice}${short === '' ? '' : ` It says: ${short}`}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(details === undefined ? {} : { details }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
  };
  return new NodeError(failure, cause === undefined ? {} : { cause });
}
