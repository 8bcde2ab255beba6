import { retryAfterMs } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { accountOf, baseUrlOf, callService, lasting, objectOf, rateLimited, textOf } from '../../shared/service-call';
import type { Service, ServiceAnswer, Verdict } from '../../shared/service-call';

/** A call below the address of the API. */
export interface GithubCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Begins with a slash; or a whole address, such as that of the next page. */
  readonly path: string;
  readonly body?: JsonObject;
}

const github: Service = { title: 'GitHub', prefix: 'GITHUB', verdictOn, messageIn: toldBy };

/** Calls the REST API. @throws NodeError `GITHUB_…` */
export async function callGithub(ctx: RunContext, { method, path, body }: GithubCall): Promise<ServiceAnswer> {
  const credential = await accountOf(ctx, github);
  return callService(ctx, github, {
    method,
    url: path.startsWith('/') ? `${baseUrlOf(credential)}${path}` : path,
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credential,
    repeatable: method !== 'POST',
  });
}

/** Path of the issues of a repository. */
export function issuesPath({ owner, repo }: { owner: string; repo: string }): string {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/issues`;
}

/** What every node of this service tells of an issue. */
export function issueOf(json: Json | undefined): JsonObject {
  const { id = null, number = null, title = null, html_url: url = null, state = null } = objectOf(json);
  return { id, number, title, url, state };
}

/** Names in a list of objects or of names. */
export function namesIn(list: Json | undefined, key: 'name' | 'login'): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry) => (typeof entry === 'string' ? entry : textOf(objectOf(entry)[key])));
}

function verdictOn({ status, headers, body }: ServiceAnswer, nowMs: number): Verdict | undefined {
  const told = toldBy(body);
  if (status === 403 || status === 429) {
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    const isSlowedDown = headers['retry-after'] !== undefined || /secondary rate limit|abuse/i.test(told);
    if (!isUsedUp && !isSlowedDown) return undefined;
    return { ...rateLimited(retryAfterMs(headers, nowMs) ?? untilReset(headers, nowMs)), told };
  }
  if (status === 404) {
    const advice =
      'does not find this, or does not show it to the account. Check owner, repository and number, and what the token may see.';
    return lasting('NOT_FOUND', advice, told);
  }
  if (status === 410)
    return lasting('GONE', 'says that issues are turned off here, or that this one was deleted.', told);
  if (status === 422) return lasting('INVALID_REQUEST', 'refuses a value.', told);
  return undefined;
}

function untilReset(headers: Readonly<Record<string, string>>, nowMs: number): number {
  const resetSeconds = Number(headers['x-ratelimit-reset']);
  // Without a time to come back, GitHub asks for a minute.
  return resetSeconds > 0 ? Math.max(0, resetSeconds * 1_000 - nowMs) : 60_000;
}

/** The message with the fields that it is about. */
function toldBy(body: Json | undefined): string {
  const { message, errors } = objectOf(body);
  const fields = (Array.isArray(errors) ? errors : []).map((error) => {
    if (typeof error === 'string') return error;
    const { field, code, message: detail } = objectOf(error);
    return [field, detail ?? code].filter((part) => typeof part === 'string').join(': ');
  });
  return [textOf(message), ...fields].filter((part) => part !== '').join('; ');
}
