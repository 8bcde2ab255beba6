import { randomUUID } from 'node:crypto';
import { FakeAuth } from './fake-auth';
import { FakeKv } from './fake-kv';
import { isAllowed, parsePolicy, type Capability } from './fake-policies';
import { FakeTokens, secondsOf, type FakeToken } from './fake-tokens';
import { enveloped, failure, nothing, type FakeAnswer, type FakeRequest } from './fake-vault-types';
import { RawHttpServer, type RawAnswer, type RawRequest } from './raw-http-server';

/** What happens to a request instead of its answer, or after it was carried out (`lost`: the answer never arrives). */
export type Fault = 'hang' | 'reset' | 'lost' | 'election' | 'throttle' | { readonly redirectTo: string } | FakeAnswer;

interface Interference {
  readonly matches: (request: FakeRequest) => boolean;
  readonly fault: Fault;
  left: number;
}

/** A request that the fake got. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
}

/** Name of the token that may do everything. */
export const FAKE_ROOT_TOKEN = 'root-of-the-fake';

const selfRules = parsePolicy(`
  path "auth/token/lookup-self" { capabilities = ["read"] }
  path "auth/token/renew-self" { capabilities = ["update"] }
  path "auth/token/revoke-self" { capabilities = ["update"] }`);

/**
 * HashiCorp Vault 1.8 as far as Millrace uses it, over real HTTP on loopback; it answers the recorded exchanges of
 * `vault-contract.json` as the real one did. Tests may seal it, hold its answers back, and move its clock.
 */
export class FakeVault {
  readonly seen: SeenRequest[] = [];
  readonly #server = new RawHttpServer((request) => this.#serve(request));
  readonly #now: () => number;
  readonly #tokens: FakeTokens;
  readonly #mounts = new Map<string, FakeKv>();
  readonly #auths = new Map<string, FakeAuth>();
  readonly #policies = new Map<string, ReturnType<typeof parsePolicy>>();
  readonly #wrapped = new Map<string, { readonly answer: object; readonly endsAt: number }>();
  readonly #serviceAccounts = new Set<string>();
  #interferences: Interference[] = [];
  #address = '';
  isSealed = false;
  isStandby = false;
  isInitialized = true;

  private constructor(now: () => number) {
    this.#now = now;
    this.#tokens = new FakeTokens(now);
    this.#tokens.addRoot(FAKE_ROOT_TOKEN);
  }

  /** @param now milliseconds; time of this machine when absent */
  static async start(now: () => number = () => performance.now()): Promise<FakeVault> {
    const fake = new FakeVault(now);
    fake.#address = await fake.#server.listen();
    return fake;
  }

  get address(): string {
    return this.#address;
  }

  /** Good tokens besides that of root. */
  get tokenCount(): number {
    return this.#tokens.count;
  }

  async stop(): Promise<void> {
    await this.#server.close();
  }

  /** Every token but that of root. */
  revokeAll(): void {
    this.#tokens.revokeAll();
  }

  /** Makes a token of a service account known to the Kubernetes login. */
  allowServiceAccount(jwt: string): void {
    this.#serviceAccounts.add(jwt);
  }

  /** The next `times` requests to paths that match meet with `fault`. */
  interfere(path: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.#interferences.push({
      matches: (request) => path.test(`${request.method} ${request.path}`),
      fault,
      left: times,
    });
  }

  /** Ends all interference. */
  behave(): void {
    this.#interferences = [];
  }

  /** Requests whose `METHOD path` matches. */
  seenLike(pattern: RegExp): readonly SeenRequest[] {
    return this.seen.filter(({ method, path }) => pattern.test(`${method} ${path}`));
  }

  /** Asks it as an administrator does, past HTTP. */
  ask(method: string, path: string, body: unknown = null, headers: Readonly<Record<string, string>> = {}): FakeAnswer {
    const request = { method, path, query: new URLSearchParams(), body, headers };
    return this.#route({ ...request, headers: { 'x-vault-token': FAKE_ROOT_TOKEN, ...headers } });
  }

  async #serve(raw: RawRequest): Promise<RawAnswer> {
    const cleaned = cleanedTarget(raw.target);
    if (cleaned !== null) {
      return { status: 301, body: `<a href="${cleaned}">Moved Permanently</a>.\n\n`, headers: { Location: cleaned } };
    }
    const url = new URL(raw.target, 'http://fake');
    const isList = raw.method === 'GET' && url.searchParams.get('list') === 'true';
    const path = url.pathname.replace(/^\/v1\//, '');
    const token = raw.headers['x-vault-token'];
    this.seen.push({ method: raw.method, path, token });
    let body: unknown;
    try {
      body = raw.body === '' ? null : JSON.parse(raw.body);
    } catch {
      return sent(failure(400, 'error parsing JSON'));
    }
    const request = { method: isList ? 'LIST' : raw.method, path, query: url.searchParams, headers: raw.headers, body };
    const fault = this.#faultFor(request);
    if (fault === null) return sent(this.#route(request));
    if (fault === 'lost') this.#route(request);
    return effectOf(fault, request, raw.target);
  }

  #faultFor(request: FakeRequest): Fault | null {
    const met = this.#interferences.find(({ matches, left }) => left > 0 && matches(request));
    if (!met) return null;
    met.left -= 1;
    return met.fault;
  }

  #route(request: FakeRequest): FakeAnswer {
    const { path } = request;
    if (path === 'sys/health') return this.#health(request);
    if (path === 'sys/seal-status') return { status: 200, body: this.#sealStatus() };
    if (path === 'sys/unseal') {
      this.isSealed = false;
      return { status: 200, body: this.#sealStatus() };
    }
    const token = request.headers['x-vault-token'];
    const isLogin = /^auth\/.+\/login$/.test(path);
    if (this.isSealed) {
      return failure(503, isLogin ? 'Vault is sealed' : 'error performing token check: Vault is sealed');
    }
    if (isLogin) return this.#auth(request);
    if (path === 'sys/wrapping/unwrap') return this.#unwrap(request);
    if (!token) return failure(400, 'missing client token');
    const holder = this.#tokens.find(token);
    if (!holder) return failure(403, 'permission denied');
    if (!this.#allows(holder, request)) return failure(403, '1 error occurred:\n\t* permission denied\n\n');
    const answer = this.#routeAllowed(request, holder);
    const wrapSeconds = secondsOf(request.headers['x-vault-wrap-ttl'], 0);
    return wrapSeconds > 0 && answer.status === 200 ? this.#wrap(answer, path, wrapSeconds) : answer;
  }

  #allows(holder: FakeToken, request: FakeRequest): boolean {
    if (holder.policies.includes('root')) return true;
    const granted = holder.policies.flatMap((name) =>
      name === 'default' ? selfRules : (this.#policies.get(name) ?? []),
    );
    return isAllowed(granted, request.path, this.#capabilityFor(request));
  }

  #capabilityFor({ method, path }: FakeRequest): Capability {
    if (method === 'GET') return 'read';
    if (method === 'LIST' || method === 'DELETE' || method === 'PATCH') return method.toLowerCase() as Capability;
    const [mount, kv] = this.#kvOf(path) ?? [];
    const isNew = mount !== undefined && kv && /^data\//.test(path.slice(mount.length + 1));
    return isNew && !kv.exists(path.slice(mount.length + 1)) ? 'create' : 'update';
  }

  #kvOf(path: string): [string, FakeKv] | undefined {
    return [...this.#mounts].find(([mount]) => path.startsWith(`${mount}/`));
  }

  #routeAllowed(request: FakeRequest, holder: FakeToken): FakeAnswer {
    const { path, body } = request;
    if (path.startsWith('sys/')) return this.#administer(path.slice('sys/'.length), request);
    const self = /^auth\/token\/(.+)$/.exec(path)?.[1];
    const own = self === undefined ? undefined : this.#tokens.answer(self, holder, body);
    if (own) return own;
    if (path.startsWith('auth/')) return this.#auth(request);
    const [mount, kv] = this.#kvOf(path) ?? [];
    if (mount === undefined || !kv) return failure(404, `no handler for route '${path}'`);
    return kv.answer({ ...request, path: path.slice(mount.length + 1) });
  }

  #administer(path: string, request: FakeRequest): FakeAnswer {
    const [area, ...rest] = path.split('/');
    const name = rest.join('/');
    if (area === 'seal') {
      this.isSealed = true;
      return nothing;
    }
    if (area === 'mounts') return this.#mount(name);
    if (area === 'policies') {
      this.#policies.set(name.replace(/^acl\//, ''), parsePolicy((request.body as { policy: string }).policy));
      return nothing;
    }
    if (area !== 'auth') return failure(404, `no handler for route 'sys/${path}'`);
    const { type } = request.body as { type: string };
    const isServiceAccount = (jwt: string): boolean => this.#serviceAccounts.has(jwt);
    this.#auths.set(name, new FakeAuth(type, name, this.#tokens, { now: this.#now, isServiceAccount }));
    return nothing;
  }

  #mount(name: string): FakeAnswer {
    if (this.#mounts.has(name)) return failure(400, `path is already in use at ${name}/`);
    this.#mounts.set(name, new FakeKv(() => new Date().toISOString()));
    return nothing;
  }

  #auth(request: FakeRequest): FakeAnswer {
    const [, mount = '', ...rest] = request.path.split('/');
    const auth = this.#auths.get(mount);
    return auth ? auth.answer(rest.join('/'), request) : failure(404, `no handler for route '${request.path}'`);
  }

  #wrap({ body }: FakeAnswer, path: string, seconds: number): FakeAnswer {
    const token = `s.${randomUUID().replaceAll('-', '').slice(0, 24)}`;
    this.#wrapped.set(token, { answer: body as object, endsAt: this.#now() + seconds * 1_000 });
    const info = {
      token,
      accessor: randomUUID(),
      ttl: seconds,
      creation_time: new Date().toISOString(),
      creation_path: path,
    };
    return { status: 200, body: { ...enveloped(null), request_id: '', wrap_info: info } };
  }

  #unwrap(request: FakeRequest): FakeAnswer {
    const token = request.headers['x-vault-token'] ?? '';
    const found = this.#wrapped.get(token);
    this.#wrapped.delete(token);
    if (!found || found.endsAt <= this.#now()) return failure(400, 'wrapping token is not valid or does not exist');
    return { status: 200, body: found.answer };
  }

  #health({ query }: FakeRequest): FakeAnswer {
    const isOut = this.isSealed || !this.isInitialized;
    const mode = isOut ? 'unknown' : 'disabled';
    const body = {
      initialized: this.isInitialized,
      sealed: isOut,
      standby: isOut || this.isStandby,
      performance_standby: false,
      replication_performance_mode: mode,
      replication_dr_mode: mode,
      server_time_utc: Math.floor(Date.now() / 1_000),
      version: '1.8.0-dev',
      ...(isOut ? {} : { cluster_name: 'vault-cluster-bfcea1fd', cluster_id: randomUUID() }),
    };
    if (!this.isInitialized) return { status: 501, body };
    if (this.isSealed) return { status: 503, body };
    return { status: this.isStandby && query.get('standbyok') !== 'true' ? 429 : 200, body };
  }

  #sealStatus(): object {
    return {
      type: 'shamir',
      initialized: this.isInitialized,
      sealed: this.isSealed,
      t: 1,
      n: 1,
      progress: 0,
      nonce: '',
      version: '1.8.0-dev',
      migration: false,
      ...(this.isSealed ? {} : { cluster_name: 'vault-cluster-bfcea1fd', cluster_id: randomUUID() }),
      recovery_seal: false,
      storage_type: 'inmem',
    };
  }
}

/** Where Vault redirects to when a path holds `..` or `//`; null when it is clean. */
function cleanedTarget(target: string): string | null {
  const path = decodeURIComponent(target.split('?')[0] ?? '');
  if (!/(^|\/)\.\.?(\/|$)|\/\//.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function sent({ status, body }: FakeAnswer): RawAnswer {
  return { status, body: body === undefined ? '' : typeof body === 'string' ? body : `${JSON.stringify(body)}\n` };
}

function effectOf(fault: Fault, { path }: FakeRequest, target: string): RawAnswer {
  if (fault === 'lost' || fault === 'reset') return 'reset';
  if (fault === 'hang') return 'hang';
  if (fault === 'election') return sent(failure(500, 'local node not active but active cluster node not found'));
  if (fault === 'throttle') return sent(failure(429, `request path "${path}": rate limit quota exceeded`));
  if ('redirectTo' in fault) return { status: 307, body: '', headers: { Location: `${fault.redirectTo}${target}` } };
  return sent(fault);
}
