import type { Finding } from './finding';

const LOCAL_CHARACTER = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN_CHARACTER = /[\p{L}\p{N}.-]/u;
const TOP_LEVEL = /^(?:xn--[a-z0-9-]{2,59}|\p{L}{2,63})$/iu;

/** E-mail addresses, international ones included. Walks outwards from every `@`, so each character is looked at twice. */
export function findEmails(text: string): Finding[] {
  const found: Finding[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, from, at);
    const end = domainEnd(text, at);
    if (start === at || end === undefined) continue;
    found.push({ kind: 'email', start, end, text: text.slice(start, end) });
    from = end;
  }
  return found;
}

function localStart(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && LOCAL_CHARACTER.test(text[start - 1] ?? '')) start -= 1;
  while (start < at && /[.'-]/.test(text[start] ?? '')) start += 1;
  return start;
}

function domainEnd(text: string, at: number): number | undefined {
  let end = at + 1;
  while (end < text.length && DOMAIN_CHARACTER.test(text[end] ?? '')) {
    if (text[end] === '.' && text[end - 1] === '.') break;
    end += 1;
  }
  while (end > at + 1 && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
  const labels = text.slice(at + 1, end).split('.');
  if (labels.length < 2 || labels.includes('') || !TOP_LEVEL.test(labels.at(-1) ?? '')) return undefined;
  return end;
}
