const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A call for a shell that any curl understands. */
export function sampleCall(url: string, method: string): string {
  if (method === 'HEAD') return `curl --head '${url}'`;
  if (BODILESS.has(method)) return method === 'GET' ? `curl '${url}?hello=world'` : `curl -X ${method} '${url}'`;
  return `curl -X ${method} '${url}' -H 'content-type: application/json' -d '{"hello":"world"}'`;
}
