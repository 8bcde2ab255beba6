import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { html, type Html } from './html';

/** Both themes, no scripts, nothing to load. Contrast is at least 4.5 to 1 in both. */
const STYLE = `
:root { color-scheme: light dark; --page: #f5f6f8; --card: #fff; --ink: #16181d; --soft: #555b66; --line: #c9ced6;
  --accent: #3451b2; --on-accent: #fff; --bad: #b3261e; --good: #1b6e3c; }
@media (prefers-color-scheme: dark) { :root { --page: #111318; --card: #1a1d24; --ink: #eceef2; --soft: #a9b0bd;
  --line: #3a404c; --accent: #9db2ff; --on-accent: #10131a; --bad: #ffb4ab; --good: #7fdba3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem; }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; overflow-wrap: anywhere; } .text { white-space: pre-wrap; } .soft { color: var(--soft); font-size: .875rem; }
pre { background: var(--page); border: 1px solid var(--line); border-radius: 8px; padding: .75rem; overflow: auto; max-height: 24rem;
  font: .8125rem/1.5 ui-monospace, monospace; margin: .25rem 0; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; } .wide { overflow-x: auto; } th, td { text-align: start; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 400; } ul { margin: .25rem 0; padding-inline-start: 1.25rem; } dd :is(dl, ul, .wide) { margin: 0; white-space: normal; }
@media (max-width: 30rem) { dl:has(dl, .wide, ul) { grid-template-columns: 1fr; } dl:has(dl, .wide, ul) > dd { margin-bottom: .5rem; } }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
form { display: grid; gap: 1rem; margin-top: 1.25rem; } fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: .25rem; }
.field { display: grid; gap: .25rem; } label, legend { font-weight: 600; padding: 0; } .choice { display: flex; gap: .5rem; align-items: center; }
.choice label { font-weight: 400; } .required { color: var(--bad); }
input:not([type=checkbox], [type=radio]), select, textarea { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; color: inherit; background: var(--page);
  border: 1px solid var(--soft); border-radius: 8px; font: inherit; } textarea { min-height: 6rem; resize: vertical; }
textarea.code { font: .8125rem/1.5 ui-monospace, monospace; min-height: 12rem; } input[type=checkbox], input[type=radio] { width: 1.25rem; height: 1.25rem; margin: 0; }
::placeholder { color: var(--soft); opacity: 1; } [aria-invalid=true] { border-color: var(--bad); border-width: 2px; } .error { color: var(--bad); font-size: .875rem; } .done { color: var(--good); }
.alert { border: 1px solid var(--bad); border-radius: 8px; padding: .75rem 1rem; margin: 1rem 0; } .alert p { margin: 0; } .trap { display: none; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; } button { min-height: 2.75rem; padding: .5rem 1.25rem; border-radius: 8px;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button.second { background: transparent; color: var(--ink); border-color: var(--soft); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } a { color: var(--accent); }
footer { margin-top: 1rem; color: var(--soft); font-size: .8125rem; }
`;

const STYLE_DIGEST = createHash('sha256').update(STYLE).digest('base64');

/** No script, no picture, no other origin, in no frame; forms go back to where they came from. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_DIGEST}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';');

/** A page for people who are not signed in. */
export interface Page {
  readonly status: number;
  readonly title: string;
  readonly body: Html;
}

/** Sends the page. It is kept by nobody, found by no search, and its address is told to no other site. */
export function sendPage(response: Response, { status, title, body }: Page): void {
  response
    .status(status)
    .set({
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    })
    .type('html')
    .send(document(title, body));
}

function document(title: string, body: Html): string {
  const style = `<style>${STYLE}</style>`;
  const head = html`<meta charset="utf-8" /><meta
      name="viewport"
      content="width=device-width, initial-scale=1"
    /><title>${title} – Millrace</title>`;
  const main = html`<main>
    <div class="card">${body}</div>
    <footer>Sent by Millrace</footer>
  </main>`;
  return `<!doctype html><html lang="en"><head>${head.text}${style}</head><body>${main.text}</body></html>`;
}

/** A page that says one thing. */
export function notePage(status: number, title: string, text: string): Page {
  return {
    status,
    title,
    body: html`<h1>${title}</h1>
      <p class="text">${text}</p>`,
  };
}
