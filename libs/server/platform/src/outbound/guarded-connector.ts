import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import { buildConnector } from 'undici';
import { addressOf, allowsAddress, allowsHost, type AllowList } from './address-rules';
import { GuardedHttpError } from './guarded-http-error';

const CONNECT_TIMEOUT_MS = 10_000;

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Asks the operating system, hosts file included. */
export const resolveBySystem: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });

function blocked(host: string, address: string): GuardedHttpError {
  const where = host === address ? address : `${host} (${address})`;
  return new GuardedHttpError(
    'HTTP_BLOCKED_ADDRESS',
    `${where} is inside the network of this server and may not be called. An operator can allow it with the setting OUTBOUND_ALLOW.`,
  );
}

async function checkedAddresses(
  allowed: AllowList,
  hostname: string,
  resolve: Resolve,
): Promise<readonly LookupAddress[]> {
  const literal = addressOf(hostname);
  if (literal) {
    if (!allowsAddress(allowed, hostname)) throw blocked(hostname, hostname);
    return [{ address: literal.toString(), family: literal.kind() === 'ipv4' ? 4 : 6 }];
  }
  const addresses = await resolve(hostname);
  for (const { address } of addresses) {
    if (!allowsAddress(allowed, address)) throw blocked(hostname, address);
  }
  return addresses;
}

/** Where a host may be reached, and whether the operator named it. @throws GuardedHttpError `HTTP_BLOCKED_ADDRESS` */
export async function addressesFor(
  allowed: AllowList,
  { hostname, port }: { readonly hostname: string; readonly port: number },
  resolve: Resolve,
): Promise<{ isTrusted: boolean; addresses: readonly LookupAddress[] }> {
  const isTrusted = allowsHost(allowed, hostname, port) || allowsHost(allowed, `[${hostname}]`, port);
  const finding = isTrusted ? trustedAddresses(hostname, resolve) : checkedAddresses(allowed, hostname, resolve);
  return { isTrusted, addresses: await finding };
}

/** Hands the socket exactly the addresses that were checked: a second look-up could answer differently. */
function lookupOf(addresses: readonly LookupAddress[]): LookupFunction {
  return (hostname, options, callback) => {
    const first = addresses[0];
    if (!first) return callback(Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' }), []);
    if (options.all) return callback(null, [...addresses]);
    callback(null, first.address, first.family);
  };
}

/** Opens connections for undici, only to addresses that are allowed: literals, every DNS answer, and the peer once more when connected. */
export function guardedConnector(allowed: AllowList, resolve: Resolve = resolveBySystem): buildConnector.connector {
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    addressesFor(allowed, { hostname, port }, resolve).then(
      ({ isTrusted, addresses }) => {
        const connect = buildConnector({ allowH2: false, timeout: CONNECT_TIMEOUT_MS, lookup: lookupOf(addresses) });
        connect({ ...options, hostname }, (error, socket) => {
          if (error || !socket) return callback(error ?? new Error('no socket'), null);
          const refusal = isTrusted ? null : refusalOf(allowed, socket, hostname);
          if (!refusal) return callback(null, socket);
          socket.destroy();
          callback(refusal, null);
        });
      },
      (error: Error) => callback(error, null),
    );
  };
}

async function trustedAddresses(hostname: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const literal = addressOf(hostname);
  if (!literal) return resolve(hostname);
  return [{ address: hostname, family: hostname.includes(':') ? 6 : 4 }];
}

function refusalOf(allowed: AllowList, socket: Socket, hostname: string): GuardedHttpError | null {
  const peer = socket.remoteAddress ?? '';
  return allowsAddress(allowed, peer) ? null : blocked(hostname, peer || 'an unknown address');
}
