import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { requestIdOf } from './request-id';

/** Where the work at hand came from. */
export interface RequestScope {
  /** The id under which log and audit have the request; the answer carries it as `X-Request-Id`. */
  readonly requestId: string;
  /** Address of the caller, by the rules of TRUST_PROXY. */
  readonly address: string;
  readonly userAgent: string | null;
  /** Who asks, once the guard knows. Identity's `Actor`. */
  actor?: unknown;
}

const MAX_USER_AGENT_LENGTH = 400;
const scopes = new AsyncLocalStorage<RequestScope>();

/** The request that this work is done for; null for jobs, timers and WebSockets. */
export function currentRequest(): RequestScope | null {
  return scopes.getStore() ?? null;
}

/** Runs `fn` as work for this request, whatever it awaits. */
export function withinRequest<T>(scope: RequestScope, fn: () => T): T {
  return scopes.run(scope, fn);
}

/** Makes `currentRequest` known to everything that answers the request. */
export function requestScopes(request: Request, _response: Response, next: NextFunction): void {
  const userAgent = request.headers['user-agent']?.slice(0, MAX_USER_AGENT_LENGTH) ?? null;
  withinRequest({ requestId: requestIdOf(request), address: request.ip ?? '', userAgent }, next);
}
