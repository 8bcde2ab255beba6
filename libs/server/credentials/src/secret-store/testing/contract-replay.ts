import { Agent, request } from 'undici';
import contract from './vault-contract.json';

/** One request to a real Vault, and what it answered. Values that differ each time are masked. */
export interface RecordedExchange {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly token: string;
    readonly headers: Readonly<Record<string, string | undefined>>;
  };
  readonly response: { readonly status: number; readonly body: unknown };
}

/** All exchanges, in the order in which they were recorded: each builds on those before. */
export const recordedExchanges = contract.exchanges as readonly RecordedExchange[];

/** Answers to situations that cannot be brought about in one server. */
export const otherAnswers = contract.other_observed as readonly {
  readonly name: string;
  readonly response: { readonly status: number; readonly body: unknown };
}[];

/** A server to replay against. */
export interface ReplayTarget {
  readonly address: string;
  readonly rootToken: string;
  readonly unsealKey: string;
}

/** What a server answered now. */
export interface ReplayedAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Sends recorded requests, filling in what earlier answers told: role id, secret id, tokens. */
export class ContractReplay {
  readonly #target: ReplayTarget;
  readonly #known = new Map<string, string>();
  readonly #agent = new Agent();

  constructor(target: ReplayTarget) {
    this.#target = target;
    this.#known.set('<UNSEAL_KEY>', target.unsealKey);
  }

  async send({ request: recorded, response }: RecordedExchange): Promise<ReplayedAnswer> {
    const token = this.#tokenOf(recorded);
    const { statusCode, body } = await request(`${this.#target.address}${recorded.path}`, {
      method: recorded.method as 'GET',
      headers: { ...recorded.headers, ...(token === undefined ? {} : { 'X-Vault-Token': token }) },
      body: recorded.body === null ? null : this.#bodyOf(recorded.body),
      dispatcher: this.#agent,
    });
    const text = await body.text();
    const answer = { status: statusCode, body: text === '' ? null : parsed(text) };
    this.#learn(response.body, answer.body);
    return answer;
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #bodyOf(body: unknown): string {
    if (typeof body === 'string') return body;
    return JSON.stringify(body, (_, value: unknown) =>
      typeof value === 'string' ? (this.#known.get(value) ?? value) : value,
    );
  }

  #tokenOf({ token, path }: RecordedExchange['request']): string | undefined {
    if (path.endsWith('/sys/wrapping/unwrap')) return this.#known.get('<WRAP_TOKEN>');
    const tokens: Record<string, string | undefined> = {
      root: this.#target.rootToken,
      approle: this.#known.get('<CLIENT_TOKEN>'),
      invalid: 's.invalidinvalidinvalid',
    };
    return tokens[token];
  }

  #learn(recorded: unknown, answered: unknown): void {
    if (typeof recorded === 'string' && /^<[A-Z_]+>$/.test(recorded)) this.#known.set(recorded, String(answered));
    if (typeof recorded !== 'object' || recorded === null || typeof answered !== 'object' || answered === null) return;
    for (const [name, value] of Object.entries(recorded)) {
      this.#learn(value, (answered as Record<string, unknown>)[name]);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The recorded body as a jest pattern: masks match what has their type. */
export function patternOf(recorded: unknown): unknown {
  if (recorded === '<INT>') return expect.any(Number);
  if (recorded === '<TIME>') return expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  if (typeof recorded === 'string' && /^<[A-Z_]+>$/.test(recorded)) return expect.any(String);
  if (Array.isArray(recorded)) return recorded.map(patternOf);
  if (typeof recorded !== 'object' || recorded === null) return recorded;
  return Object.fromEntries(Object.entries(recorded).map(([name, value]) => [name, patternOf(value)]));
}
