import { allowListOf, type AllowList } from './address-rules';
import { addressesFor, resolveBySystem, type Resolve } from './guarded-connector';
import { describeHttpError, GuardedHttpError } from './guarded-http-error';

/** Where a connection may go: connect to `address`, verify certificates against `host`. */
export interface PinnedAddress {
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** Says where connections other than HTTP may go, under the rules of {@link GuardedHttp}. */
export class GuardedNet {
  readonly #allowed: AllowList;
  readonly #resolve: Resolve;

  constructor(options: { readonly allow: readonly string[]; readonly resolve?: Resolve }) {
    this.#allowed = allowListOf(options.allow);
    this.#resolve = options.resolve ?? resolveBySystem;
  }

  /** Resolves a host once and checks every address. @throws GuardedHttpError `HTTP_BLOCKED_ADDRESS`, `HTTP_CONNECTION`, `HTTP_INVALID_URL` */
  async pin(host: string, port: number): Promise<PinnedAddress> {
    const hostname = hostnameOf(host, port);
    try {
      const { addresses } = await addressesFor(this.#allowed, { hostname, port }, this.#resolve);
      const first = addresses[0];
      if (!first) throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
      return { host: hostname, address: first.address, port };
    } catch (error) {
      throw describeHttpError(error, hostname);
    }
  }
}

/** The host as `URL` reads it, so that 0x7f.1 is the address that it stands for. */
function hostnameOf(host: string, port: number): string {
  const text = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  if (!isPort || !/^[^/?#@\\\s:]+$|^\[[^\]]+\]$/.test(text) || !URL.canParse(`http://${text}/`))
    throw new GuardedHttpError('HTTP_INVALID_URL', `"${host}:${port}" is not a host and a port.`);
  return new URL(`http://${text}/`).hostname.replace(/^\[|\]$/g, '');
}
