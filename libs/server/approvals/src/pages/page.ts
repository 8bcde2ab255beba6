import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { html, type Html } from './html';

/** The colours and measures of the editor, in both themes; no scripts, nothing to load. Contrast is at least 4.5 to 1. */
const STYLE = `
:root { color-scheme: light dark; --page: #f5f7f9; --card: #ffffff; --ink: #151b21; --soft: #464e56; --line: #dbdee3; --control: #898f96; --accent: #00617f;
  --hover: #004f69; --on-accent: #f8fdfe; --focus: #0080a3; --bad: #b21a1c; --bad-soft: #ffedec; --good: #196237;
  --bad-line: #f0c4bf; --shade: rgb(20 30 50 / .06); }
@media (prefers-color-scheme: dark) { :root { --page: #0a0a0a; --card: #131313; --ink: #f0f0f0; --soft: #b4b4b4; --line: #2e2e2e; --control: #696969; --accent: #f0f0f0;
  --hover: #d1d1d1; --on-accent: #0d0d0d; --focus: #d4d4d4; --bad: #fc9c99; --bad-soft: #391c1b; --good: #7bd8a0;
  --bad-line: #6b3a35; --shade: rgb(0 0 0 / .35); } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 Inter, system-ui, sans-serif; -webkit-font-smoothing: antialiased; }
main { max-width: 36rem; margin: 0 auto; padding: clamp(1rem, 6vh, 4rem) 1rem 4rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: clamp(1.25rem, 5vw, 2rem); box-shadow: 0 1px 2px var(--shade); }
h1 { font-size: 1.375rem; font-weight: 600; line-height: 1.25; letter-spacing: -.015em; margin: 0 0 .375rem; overflow-wrap: anywhere; text-wrap: balance; }
h2 { font-size: .875rem; font-weight: 600; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; overflow-wrap: anywhere; } .text { white-space: pre-wrap; } h1 + .text { color: var(--soft); margin-top: 0; } .soft { color: var(--soft); font-size: .8125rem; }
pre { background: var(--page); border: 1px solid var(--line); border-radius: 8px; padding: .75rem; overflow: auto; max-height: 24rem;
  font: .8125rem/1.5 ui-monospace, monospace; margin: .25rem 0; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .375rem 1.25rem; margin: .5rem 0; font-size: .875rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; } .wide { overflow-x: auto; } th, td { text-align: start; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 400; } ul { margin: .25rem 0; padding-inline-start: 1.25rem; } dd :is(dl, ul, .wide) { margin: 0; white-space: normal; }
@media (max-width: 30rem) { dl:has(dl, .wide, ul) { grid-template-columns: 1fr; } dl:has(dl, .wide, ul) > dd { margin-bottom: .5rem; } }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
form { display: grid; gap: 1.125rem; margin-top: 1.5rem; } fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: .375rem; }
.field { display: grid; gap: .375rem; } :is(.field, fieldset, .actions + *) > p, .actions + p { margin: 0; } label, legend { font-size: .875rem; font-weight: 500; padding: 0; } .choice { display: flex; gap: .625rem; align-items: center; min-height: 1.75rem; }
.choice label { font-size: inherit; font-weight: 400; } .required { color: var(--bad); }
input:not([type=checkbox], [type=radio]), select, textarea { width: 100%; min-height: 2.5rem; padding: .4375rem .75rem; color: inherit; background: var(--card);
  border: 1px solid var(--control); border-radius: 8px; font: inherit; font-size: 1rem; } textarea { min-height: 6rem; resize: vertical; }
input[type=file] { padding: .4375rem .5rem; font-size: .875rem; } ::file-selector-button { margin-inline-end: .75rem; padding: .1875rem .625rem; border: 1px solid var(--line); border-radius: 6px;
  background: var(--page); color: inherit; font: inherit; font-weight: 500; cursor: pointer; }
textarea.code { font: .8125rem/1.5 ui-monospace, monospace; min-height: 12rem; } input[type=checkbox], input[type=radio] { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); }
::placeholder { color: var(--soft); opacity: 1; } [aria-invalid=true] { border-color: var(--bad); outline: 1px solid var(--bad); } .error { color: var(--bad); font-size: .8125rem; } .done { color: var(--good); }
.alert { border: 1px solid var(--bad-line); border-radius: 8px; padding: .625rem .875rem; margin: 1rem 0; background: var(--bad-soft); } .alert p { margin: 0; } .trap { display: none; }
.actions { display: flex; flex-wrap: wrap; gap: .625rem; } button { min-height: 2.5rem; padding: .4375rem 1.25rem; border-radius: 8px;
  border: 1px solid transparent; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 500; cursor: pointer; } button:hover { background: var(--hover); }
button.second { background: var(--card); color: var(--ink); border-color: var(--control); } button.second:hover { background: var(--page); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; } a { color: var(--accent); }
footer { display: flex; gap: .5rem; align-items: center; justify-content: center; margin-top: 1.25rem; color: var(--soft); font-size: .8125rem; }
footer rect { fill: var(--soft); } footer path { fill: none; stroke: var(--page); stroke-width: 2.5; stroke-linecap: round; }
@media (max-width: 30rem) { .actions button { flex: 1; } }
`;

/** The sign of the product. */
const SIGN = html`<svg width="16" height="16" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" />
  <path d="M6.5 11.5c3.2 0 3.2 3 6.3 3s3.2-3 6.4-3 3.2 3 6.3 3" />
  <path d="M6.5 18.5c3.2 0 3.2 3 6.3 3s3.2-3 6.4-3 3.2 3 6.3 3" />
</svg>`;

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
    <footer>${SIGN}Sent by Millrace</footer>
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
