import { Agent, errors, request } from 'undici';

/** Most bytes of an answer that are read. */
const MAX_ANSWER_BYTES = 1_048_576;

/** Errors that say that no connection came about, so that nothing was asked. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** No answer, or none that can be used. Holds neither the request nor what the network layer knows of it. */
export class VaultUnreachable extends Error {
  /** Whether Vault may have got the request. */
  readonly maybeSent: boolean;

  constructor(reason: string, maybeSent: boolean) {
    super(reason);
    this.name = 'VaultUnreachable';
    this.maybeSent = maybeSent;
  }
}

/** One request to Vault. */
export interface TransportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Its answer, unread. */
export interface TransportAnswer {
  readonly status: number;
  readonly text: string;
}

/** Carries requests to Vault and answers back. */
export interface VaultTransport {
  /** @throws VaultUnreachable */
  send(request: TransportRequest): Promise<TransportAnswer>;
  close(): Promise<void>;
}

/** Limits of `createVaultTransport`, in milliseconds. */
export interface TransportOptions {
  /** Certificates, in PEM, of those who may sign the server's. */
  readonly ca?: string;
  readonly connectTimeoutMs: number;
  /** For everything from the connection to the last byte. */
  readonly totalTimeoutMs: number;
}

/**
 * Requests over connections of their own: no proxy of the environment, no redirect (a token never goes anywhere but to the
 * configured address), a time limit, a size limit, and the system's or the given certificates, whatever the environment says.
 */
export function createVaultTransport(options: TransportOptions): VaultTransport {
  const agent = new Agent({
    connect: { timeout: options.connectTimeoutMs, rejectUnauthorized: true, ...(options.ca ? { ca: options.ca } : {}) },
  });
  return {
    send: (sent) => sendOnce(agent, sent, options.totalTimeoutMs),
    close: () => agent.destroy(),
  };
}

async function sendOnce(agent: Agent, sent: TransportRequest, totalTimeoutMs: number): Promise<TransportAnswer> {
  const signal = AbortSignal.timeout(totalTimeoutMs);
  try {
    const { statusCode, body } = await request(sent.url, {
      // undici's type knows the standard methods only; LIST is one of Vault's.
      method: sent.method as 'GET',
      headers: { ...sent.headers },
      body: sent.body ?? null,
      dispatcher: agent,
      signal,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      bytes += (chunk as Buffer).length;
      if (bytes > MAX_ANSWER_BYTES) throw new VaultUnreachable('its answer is too large', true);
      chunks.push(chunk as Buffer);
    }
    return { status: statusCode, text: Buffer.concat(chunks).toString('utf8') };
  } catch (error) {
    throw unreachable(error, signal.aborted);
  }
}

function unreachable(error: unknown, isTimeout: boolean): VaultUnreachable {
  if (error instanceof VaultUnreachable) return error;
  if (isTimeout) return new VaultUnreachable('it does not answer in time', true);
  const code = (error as { code?: unknown } | null)?.code;
  const name = typeof code === 'string' ? code : 'unknown';
  const isCertificate = /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO/.test(name);
  if (isCertificate) return new VaultUnreachable(`its certificate is not trusted (${name}); see VAULT_CACERT`, false);
  const isBroken = error instanceof errors.UndiciError || typeof code === 'string';
  return new VaultUnreachable(`no connection (${isBroken ? name : 'unknown'})`, !neverSent.has(name));
}
