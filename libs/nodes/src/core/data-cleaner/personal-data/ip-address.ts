import ipaddr from 'ipaddr.js';
import { isWordAt } from './finding';
import type { Finding } from './finding';

const CANDIDATE = /[0-9A-Fa-f:.]+/g;
const LONGEST = 60;
/** Three dots or two colons, without which nothing is an address. */
const SEPARATED = /\..*\..*\.|:.*:/;

/** IPv4 and IPv6 addresses; a port behind an IPv4 address is no part of it. */
export function findIpAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: run, index } of text.matchAll(CANDIDATE)) {
    if (run.length < 3 || run.length > LONGEST || !SEPARATED.test(run)) continue;
    if (isWordAt(text, index - 1) || isWordAt(text, index + run.length)) continue;
    const address = addressIn(run);
    if (address === undefined) continue;
    const start = index + run.indexOf(address);
    found.push({ kind: 'ip', start, end: start + address.length, text: address });
  }
  return found;
}

function addressIn(run: string): string | undefined {
  const trimmed = run.replace(/^\.+/, '').replace(/[.]+$/, '');
  const withoutColon = trimmed.endsWith('::') ? trimmed : trimmed.replace(/:$/, '');
  const beforePort = /^([\d.]+):\d{1,5}$/.exec(withoutColon)?.[1];
  return [withoutColon, beforePort].find((candidate) => candidate !== undefined && isAddress(candidate));
}

function isAddress(text: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return true;
  return text.includes(':') && /[0-9A-Fa-f]/.test(text) && ipaddr.IPv6.isValid(text);
}
