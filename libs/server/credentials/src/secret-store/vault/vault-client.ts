import nodeVault from 'node-vault';
import type { VaultAnswer } from './vault-answer';
import type { TransportAnswer, VaultTransport } from './vault-transport';

/** One call of Vault's interface. */
export interface VaultCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Without `/v1/`. Made of constants, checked settings and checked UUIDs only. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Whose rights are used; nobody's when absent. */
  readonly token?: string;
}

/** Where Vault is. */
export interface VaultPlace {
  /** Scheme, host and port. */
  readonly address: string;
  /** Of Vault Enterprise. */
  readonly namespace?: string;
}

/** What node-vault hands to what carries its requests. */
interface OutgoingRequest {
  readonly uri: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

const cleanPath = /^[\w-]+(\/[\w-]+)*(\?[\w=&]+)?$/;

function parsed({ text }: TransportAnswer): unknown {
  try {
    return text === '' ? '' : JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * node-vault over our own transport, and without its surprises: every failure of Vault is an answer with its status, tokens
 * are given with each call, nothing of the environment is read, nothing is printed.
 */
export class VaultClient {
  readonly #vault: nodeVault.client;
  readonly #transport: VaultTransport;
  readonly #place: VaultPlace;

  constructor(place: VaultPlace, transport: VaultTransport) {
    this.#place = place;
    this.#transport = transport;
    this.#vault = nodeVault({
      endpoint: place.address,
      // It would print secrets under DEBUG=node-vault.
      debug: () => undefined,
      'request-promise': { defaults: () => (outgoing: OutgoingRequest) => this.#carry(outgoing) },
    } as nodeVault.VaultOptions);
    // What it took from VAULT_TOKEN, VAULT_NAMESPACE and VAULT_PREFIX.
    Object.assign(this.#vault, { token: '', namespace: place.namespace ?? '', pathPrefix: '' });
  }

  /** @throws VaultUnreachable when there is no answer */
  async call({ method, path, body, token }: VaultCall): Promise<VaultAnswer> {
    if (!cleanPath.test(path)) throw new Error('This is no clean path of Vault.');
    const headers: Record<string, string> = token === undefined ? {} : { 'X-Vault-Token': token };
    try {
      const answer: unknown = await this.#vault.request({
        method,
        path: `/${path}`,
        headers,
        ...(body ? { json: body } : {}),
      });
      return { status: 200, body: answer };
    } catch (error) {
      const response = (error as { response?: { statusCode?: unknown; body?: unknown } } | null)?.response;
      if (typeof response?.statusCode === 'number') return { status: response.statusCode, body: response.body };
      throw error;
    }
  }

  /** node-vault takes every answer about health for a success, so this one goes past it. @throws VaultUnreachable */
  async health(): Promise<VaultAnswer> {
    const url = `${this.#place.address}/v1/sys/health?standbyok=true&perfstandbyok=true`;
    const answer = await this.#transport.send({ method: 'GET', url, headers: {} });
    return { status: answer.status, body: parsed(answer) };
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  async #carry({ uri, method, headers, json }: OutgoingRequest): Promise<object> {
    const body = typeof json === 'object' && json !== null ? JSON.stringify(json) : undefined;
    const answer = await this.#transport.send({
      method,
      url: uri,
      // `X-Vault-Request` is what Vault agents ask for, against forged requests.
      headers: { ...headers, 'X-Vault-Request': 'true', ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body } : {}),
    });
    return { statusCode: answer.status, body: parsed(answer), request: { path: new URL(uri).pathname } };
  }
}
