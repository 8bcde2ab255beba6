import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { newId } from '../ids';

const acceptable = /^[\w.:-]{1,64}$/;
const ids = new WeakMap<IncomingMessage, string>();

/** The id under which the log has this request. */
export function requestIdOf(request: IncomingMessage): string {
  const known = ids.get(request);
  if (known) return known;
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && acceptable.test(given) ? given : newId();
  ids.set(request, id);
  return id;
}

/** Gives every answer the id of its request, in `X-Request-Id`: the caller's own, if it sent one. */
export function requestIds(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Request-Id', requestIdOf(request));
  next();
}
