/**
 * Host of an absolute http(s) address in lower case, without port and brackets. Empty for anything else, and for what two
 * readers of addresses could understand differently (backslashes, escapes, letters outside ASCII): write those as `URL` does.
 */
export function hostOf(url: string): string {
  const match = /^https?:\/\/(?:[^/?#@\\]*@)?(\[[\da-f:.]+\]|[a-z\d._-]+)(?::\d*)?(?:[/?#]|$)/i.exec(url);
  return (match?.[1] ?? '')
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * Whether a host is the one that was allowed. Compared label by label: `example.com` is only itself, `*.example.com` is
 * everything below it and not itself, `*` is every host.
 */
export function hostMatches(allowed: string, host: string): boolean {
  const pattern = allowed.trim().toLowerCase().replace(/\.$/, '');
  const name = host.trim().toLowerCase().replace(/\.$/, '');
  if (name === '') return false;
  if (pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === name;
  const labels = pattern.slice(2).split('.');
  const found = name.split('.');
  return (
    found.length > labels.length &&
    labels.every((label, index) => found[found.length - labels.length + index] === label)
  );
}
