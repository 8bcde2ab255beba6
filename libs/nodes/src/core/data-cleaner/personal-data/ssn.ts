import type { Finding } from './finding';

const WRITTEN = /(?<![\p{L}\p{N}_-])(\d{3})([- ])(\d{2})\2(\d{4})(?![\p{L}\p{N}_]|-\d)/gu;
const PLAIN = /(?<![\p{L}\p{N}_])(\d{3})(\d{2})(\d{4})(?![\p{L}\p{N}_])/gu;
const TELLING_KEY = /ssn|social.?sec/i;

/** US social security numbers as `123-45-6789`; nine plain digits only where the key says what they are. */
export function findSsns(text: string, key = ''): Finding[] {
  const written = [...text.matchAll(WRITTEN)].flatMap((match) => findingOf(match, [match[1], match[3], match[4]]));
  if (written.length > 0 || !TELLING_KEY.test(key)) return written;
  return [...text.matchAll(PLAIN)].flatMap((match) => findingOf(match, [match[1], match[2], match[3]]));
}

function findingOf(match: RegExpExecArray, [area = '', group, serial]: readonly (string | undefined)[]): Finding[] {
  const neverIssued = area === '000' || area === '666' || area.startsWith('9') || group === '00' || serial === '0000';
  if (neverIssued) return [];
  return [{ kind: 'ssn', start: match.index, end: match.index + match[0].length, text: match[0] }];
}
