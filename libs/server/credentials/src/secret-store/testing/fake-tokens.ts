import { randomUUID } from 'node:crypto';
import { enveloped, failure, nothing, type FakeAnswer } from './fake-vault-types';

/** A token of the fake. Times in milliseconds of its clock. */
export interface FakeToken {
  readonly id: string;
  readonly policies: readonly string[];
  readonly path: string;
  readonly meta: Readonly<Record<string, string>> | null;
  readonly displayName: string;
  readonly ttlSeconds: number;
  readonly maxTtlSeconds: number;
  readonly createdAt: number;
  endsAt: number;
}

/** `60s`, `10m`, `2h` or a number, in seconds. */
export function secondsOf(duration: unknown, otherwise: number): number {
  const [, amount, unit = 's'] = /^(\d+)([smh]?)$/.exec(String(duration ?? '')) ?? [];
  if (amount === undefined) return otherwise;
  return Number(amount) * ({ s: 1, m: 60, h: 3_600 }[unit] ?? 1);
}

function spoken(seconds: number): string {
  if (seconds % 3_600 === 0) return `${seconds / 3_600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

/** Tokens of the fake. */
export class FakeTokens {
  readonly #tokens = new Map<string, FakeToken>();

  constructor(private readonly now: () => number) {}

  /** A token that never ends and may do everything. */
  addRoot(id: string): void {
    const never = Number.POSITIVE_INFINITY;
    const root = {
      id,
      policies: ['root'],
      path: 'auth/token/root',
      meta: null,
      displayName: 'root',
      createdAt: this.now(),
    };
    this.#tokens.set(id, { ...root, ttlSeconds: 0, maxTtlSeconds: 0, endsAt: never });
  }

  issue(token: Omit<FakeToken, 'id' | 'createdAt' | 'endsAt'>): FakeToken {
    const issued = {
      ...token,
      id: `s.${randomUUID().replaceAll('-', '').slice(0, 24)}`,
      createdAt: this.now(),
      endsAt: this.now() + token.ttlSeconds * 1_000,
    };
    this.#tokens.set(issued.id, issued);
    return issued;
  }

  /** The token when it is good. */
  find(id: string): FakeToken | undefined {
    const token = this.#tokens.get(id);
    return token && this.now() < token.endsAt ? token : undefined;
  }

  /** Every token but those of root: as when an administrator revokes a path. */
  revokeAll(): void {
    for (const [id, { policies }] of this.#tokens) if (!policies.includes('root')) this.#tokens.delete(id);
  }

  /** How many good tokens there are besides those of root. */
  get count(): number {
    return [...this.#tokens.values()].filter(({ id, policies }) => !policies.includes('root') && this.find(id)).length;
  }

  /** `auth/token/<action>` for the token itself; undefined for others. */
  answer(action: string, token: FakeToken, body: unknown): FakeAnswer | undefined {
    if (action === 'lookup-self') return { status: 200, body: enveloped(this.#described(token)) };
    if (action === 'renew-self') return this.#renew(token, (body as { increment?: unknown } | null)?.increment);
    if (action !== 'revoke-self') return undefined;
    this.#tokens.delete(token.id);
    return nothing;
  }

  /** The `auth` part of an answer. */
  grantOf(token: FakeToken, leaseSeconds: number): object {
    return {
      client_token: token.id,
      accessor: randomUUID(),
      policies: token.policies,
      token_policies: token.policies,
      metadata: token.meta,
      lease_duration: leaseSeconds,
      renewable: true,
      entity_id: randomUUID(),
      token_type: 'service',
      orphan: true,
    };
  }

  #renew(token: FakeToken, increment: unknown): FakeAnswer {
    if (token.maxTtlSeconds === 0) return failure(400, 'lease is not renewable');
    const wanted = secondsOf(increment, token.ttlSeconds);
    const left = Math.ceil((token.createdAt + token.maxTtlSeconds * 1_000 - this.now()) / 1_000);
    const granted = Math.min(wanted, left);
    token.endsAt = this.now() + granted * 1_000;
    const capped = `TTL of "${spoken(wanted)}" exceeded the effective max_ttl of "${spoken(left)}"; TTL value is capped accordingly`;
    return { status: 200, body: enveloped(null, this.grantOf(token, granted), granted < wanted ? [capped] : null) };
  }

  #described(token: FakeToken): object {
    const isRoot = token.policies.includes('root');
    const left = isRoot ? 0 : Math.ceil((token.endsAt - this.now()) / 1_000);
    return {
      accessor: randomUUID(),
      creation_time: Math.floor(Date.now() / 1_000),
      creation_ttl: token.ttlSeconds,
      display_name: token.displayName,
      entity_id: isRoot ? '' : randomUUID(),
      expire_time: isRoot ? null : new Date(Date.now() + left * 1_000).toISOString(),
      explicit_max_ttl: 0,
      id: token.id,
      issue_time: new Date().toISOString(),
      meta: token.meta,
      num_uses: 0,
      orphan: true,
      path: token.path,
      policies: token.policies,
      renewable: !isRoot,
      ttl: left,
      type: 'service',
    };
  }
}
