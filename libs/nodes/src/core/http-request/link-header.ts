/** Address with `rel="next"` in a Link header (RFC 8288); undefined when there is none. */
export function nextLink(header: string): string | undefined {
  for (const [, address, attributes] of header.matchAll(/<([^>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g)) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(attributes ?? '');
    const words = (relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/);
    if (words.includes('next')) return address;
  }
  return undefined;
}
