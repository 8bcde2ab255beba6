import { NodeError } from '@millrace/node-sdk';

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const MAX_BYTES = 16 * 1024;

/** Headers that belong to the server: the connection, the length, and what protects people who are signed in on this host. */
const RESERVED: ReadonlySet<string> = new Set([
  'clear-site-data',
  'connection',
  'content-length',
  'content-security-policy',
  'content-security-policy-report-only',
  'date',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'service-worker-allowed',
  'set-cookie',
  'strict-transport-security',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-content-type-options',
]);

/**
 * Pages that workflows make live on the host of the editor. The sandbox gives them an origin of their own, so that their
 * scripts cannot act for a person who is signed in.
 */
const SANDBOX =
  'sandbox allow-downloads allow-forms allow-modals allow-popups allow-scripts allow-top-navigation-by-user-activation';

/**
 * Checked headers with lower-case names, and those that every answer has.
 * @throws NodeError `RESPOND_INVALID_HEADER`
 */
export function responseHeaders(
  given: Readonly<Record<string, string | number | boolean>>,
  contentType: string | undefined,
): Record<string, string> {
  const headers = new Map<string, string>();
  if (contentType !== undefined) headers.set('content-type', checkedValue('content-type', contentType));
  for (const [name, value] of Object.entries(given))
    headers.set(checkedName(name), checkedValue(name, String(value).trim()));
  const bytes = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (bytes > MAX_BYTES) throw invalid(`The headers have ${bytes} bytes, more than ${MAX_BYTES}. Send less.`);
  headers.set('content-security-policy', SANDBOX);
  headers.set('x-content-type-options', 'nosniff');
  return Object.fromEntries(headers);
}

function checkedName(name: string): string {
  const lower = name.trim().toLowerCase();
  if (!NAME.test(lower) || lower === '__proto__') {
    throw invalid(`${JSON.stringify(name.slice(0, 100))} is no name of a header. Use letters, digits and \`-\`.`);
  }
  if (RESERVED.has(lower)) throw invalid(`The header "${lower}" belongs to the server. Take it out.`);
  return lower;
}

function checkedValue(name: string, value: string): string {
  if (VALUE.test(value)) return value;
  throw invalid(
    `The value of the header "${name.slice(0, 100)}" holds a line break or a character that headers cannot carry.`,
  );
}

function invalid(message: string): NodeError {
  return new NodeError({ code: 'RESPOND_INVALID_HEADER', fault: 'user', message });
}
