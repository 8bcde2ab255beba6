/** One request of an exchange, which redirects may make into several. */
export interface Hop {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Names that carry, or may carry, somebody's right to be there. */
const credentialHeader = /auth|cookie|token|secret|api-?key|password|signature|credential/;
const bodyHeader = /^content-/;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Whether the answer sends the caller elsewhere. */
export function isRedirect(status: number, location: string | undefined): location is string {
  return redirectStatuses.has(status) && location !== undefined;
}

function without(headers: Hop['headers'], unwanted: (name: string, value: string) => boolean): Hop['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => !unwanted(name, value)));
}

/**
 * The request that follows a redirect. Another origin gets no credentials, neither by their name nor by what `isPrivate`
 * says; a changed method gets no body.
 */
export function nextHop(
  hop: Hop,
  status: number,
  target: URL,
  isPrivate: (name: string, value: string) => boolean = () => false,
): Hop {
  const isOtherOrigin = target.origin !== hop.url.origin;
  const kept = isOtherOrigin
    ? without(hop.headers, (name, value) => name === 'host' || credentialHeader.test(name) || isPrivate(name, value))
    : hop.headers;
  const becomesGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST';
  if (!becomesGet) return { ...hop, url: target, headers: kept };
  return { method: 'GET', url: target, headers: without(kept, (name) => bodyHeader.test(name)) };
}
