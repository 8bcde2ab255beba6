import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pagePolicy } from '@millrace/server-platform';
import type { Request, Response } from 'express';

/** Where Angular, and whoever else writes styles, finds the nonce. */
const ROOT = '<mr-root>';

/**
 * Answers with the page of the editor in `directory`: under a policy with a nonce that is new each time, so that only style
 * elements of the editor itself count. Nothing may keep the answer, because page and policy belong together. False when there is
 * no page.
 */
export function webPage(directory: string): (request: Request, response: Response) => boolean {
  const file = path.join(directory, 'index.html');
  let known: { readonly html: string; readonly changedMs: number } | null = null;
  const read = (): string | null => {
    const changedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (changedMs === undefined) return null;
    if (known?.changedMs !== changedMs) known = { html: readFileSync(file, 'utf8'), changedMs };
    return known.html;
  };
  return (_request, response) => {
    const html = read();
    if (html === null) return false;
    const nonce = randomBytes(18).toString('base64');
    const page = html.replace(ROOT, `<mr-root ngCspNonce="${nonce}">`);
    response.setHeader('Content-Security-Policy', pagePolicy(nonce));
    response.setHeader('Cache-Control', 'no-store');
    response.type('html');
    response.setHeader('Content-Length', Buffer.byteLength(page));
    // Not `send`, which adds an ETag: no answer is like another.
    response.end(page);
    return true;
  };
}
