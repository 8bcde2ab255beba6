import type { Request, Response } from 'express';
import { FLOW_MINUTES, OAUTH_CALLBACK_PATH } from './oauth-flows';

const NAME = 'millrace_oauth';

/** Lax, because the browser comes back from another site; only to the callback, never readable by scripts. */
function optionsFor(request: Request): { httpOnly: true; sameSite: 'lax'; secure: boolean; path: string } {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: OAUTH_CALLBACK_PATH };
}

/** Makes the browser that leaves for a service known when it comes back. */
export function rememberBrowser(request: Request, response: Response, browser: string): void {
  response.cookie(NAME, browser, { ...optionsFor(request), maxAge: FLOW_MINUTES * 60_000 });
}

/** What the browser was given; empty when nothing was. */
export function browserIn(request: Request): string {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return '';
}

/** It was used. */
export function forgetBrowser(request: Request, response: Response): void {
  response.clearCookie(NAME, optionsFor(request));
}
