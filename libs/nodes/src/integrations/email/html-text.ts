const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', euro: '€', hellip: '…' },
};
const HIDDEN = /<(script|style|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const BREAKS = /<br\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|ul|ol|table|blockquote|pre)\s*>/gi;
const TAG = /<\/?[a-z!][^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));/gi;
const LONGEST = 2_000_000;

/** What people read of a mail that comes as HTML only. Rough: for searching and for models, not for showing. */
export function textOfHtml(html: string): string {
  return html
    .slice(0, LONGEST)
    .replace(HIDDEN, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<blockquote\b[^<>]*>/gi, '\n> ')
    .replace(BREAKS, '\n')
    .replace(TAG, '')
    .replace(ENTITY, decoded)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decoded(
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
}
