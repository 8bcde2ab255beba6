import type { NetPort, ResolvedCredential } from '@millrace/node-sdk';
import { NodeError } from '@millrace/node-sdk';

import { GuardedHttpError, type GuardedNet, type PinnedAddress } from '@millrace/server-platform';
import { requireHost } from './run-credential';

/** Connections other than HTTP, under the same rules. */
export class NodeNet implements NetPort {
  readonly #net: GuardedNet;

  constructor(net: GuardedNet) {
    this.#net = net;
  }

  async pin(host: string, port: number, credential?: ResolvedCredential): Promise<PinnedAddress> {
    const pinned = await this.#pinned(host, port);
    if (credential) requireHost(credential, new URL(`http://${bracketed(pinned.host)}/`));
    return pinned;
  }

  async #pinned(host: string, port: number): Promise<PinnedAddress> {
    try {
      return await this.#net.pin(host, port);
    } catch (error) {
      if (!(error instanceof GuardedHttpError)) throw error;
      const code = error.code === 'HTTP_BLOCKED_ADDRESS' ? 'NET_BLOCKED_ADDRESS' : 'NET_UNKNOWN_HOST';
      const fault = error.transient ? 'transient' : 'user';
      throw new NodeError({ code, fault, message: error.message }, { cause: error });
    }
  }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
