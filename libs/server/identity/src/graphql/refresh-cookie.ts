import type { Request, Response } from 'express';
import { forbidden, GRAPHQL_PATH, isAllowedOrigin } from '@millrace/server-platform';
import { SESSION_DAYS } from '../persistence/session-store';

const NAME = 'millrace_refresh';

/** Only sent back to where it is used, never across sites, never readable by scripts. */
function optionsFor(request: Request): { httpOnly: true; sameSite: 'strict'; secure: boolean; path: string } {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: GRAPHQL_PATH };
}

/**
 * The refresh token that the browser sent, if any. Only pages of this server, and of origins that are allowed, may use it, also
 * should a browser send it along for others. @throws DomainError `ORIGIN_NOT_ALLOWED`
 */
export function refreshTokenIn(request: Request, allowedOrigins: readonly string[]): string | null {
  const token = cookieIn(request);
  if (token !== null && !isAllowedOrigin(request.headers, allowedOrigins))
    throw forbidden('Pages of this origin may not use the session. Add it to ALLOWED_ORIGINS.', 'ORIGIN_NOT_ALLOWED');
  return token;
}

function cookieIn(request: Request): string | null {
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
