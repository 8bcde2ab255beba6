import type { Request, Response } from 'express';
import { GRAPHQL_PATH } from '@millrace/server-platform';
import { SESSION_DAYS } from '../persistence/session-store';

const NAME = 'millrace_refresh';

/** Only sent back to where it is used, never across sites, never readable by scripts. */
function optionsFor(request: Request): { httpOnly: true; sameSite: 'strict'; secure: boolean; path: string } {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: GRAPHQL_PATH };
}

/** The refresh token that the browser sent, if any. */
export function refreshTokenIn(request: Request): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return null;
}

/** Hands the browser a refresh token. */
export function giveRefreshToken(request: Request, response: Response, token: string): void {
  response.cookie(NAME, token, { ...optionsFor(request), maxAge: SESSION_DAYS * 24 * 3600 * 1000 });
}

/** Makes the browser forget it. */
export function takeRefreshToken(request: Request, response: Response): void {
  response.clearCookie(NAME, optionsFor(request));
}
