import type { Browser } from '../http/browser';

/** An operation that was asked for. */
export interface Call {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly authorization: string | null;
}

type Answer = (variables: Record<string, unknown>) => unknown;

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/** Errors of an answer instead of data. */
export class GraphqlErrors {
  constructor(readonly errors: readonly { message: string; extensions: Record<string, unknown> }[]) {}

  static one(code: string, reason: string, message = 'It was refused.'): GraphqlErrors {
    return new GraphqlErrors([{ message, extensions: { code, reason } }]);
  }
}

/**
 * The browser and the server behind it, as specs want them: GraphQL operations are answered by name, time stands still until it
 * is moved, and other tabs say what the spec says.
 */
export class FakeServer implements Browser {
  readonly calls: Call[] = [];
  readonly announced: string[] = [];
  /** Addresses of pages that were loaded anew. */
  readonly loaded: string[] = [];
  isReachable = true;
  private readonly answers = new Map<string, Answer>();
  private timers: Timer[] = [];
  private clockMs = Date.parse('2026-01-01T00:00:00Z');
  private online = true;
  private readonly networkListeners: ((isOnline: boolean) => void)[] = [];
  private readonly tabListeners: ((message: string) => void)[] = [];
  private locked: Promise<unknown> = Promise.resolve();

  /** How an operation is answered: data by field, `GraphqlErrors`, or a promise of either. */
  on(operation: string, answer: Answer): this {
    this.answers.set(operation, answer);
    return this;
  }

  /** Signs everybody in who asks, and refreshes their session. */
  signsIn(overrides: Record<string, unknown> = {}): this {
    const session = () => ({ session: this.session(overrides), errors: [] });
    return this.on('SignIn', () => ({ signIn: session() }))
      .on('SignUp', () => ({ signUp: session() }))
      .on('RefreshSession', () => ({ refreshSession: session() }))
      .on('SignOut', () => ({ signOut: { errors: [] } }));
  }

  /** Nobody is signed in, and nobody can be. */
  refusesSessions(): this {
    const errors = [
      { __typename: 'UserError', code: 'SESSION_EXPIRED', message: 'The session has ended.', path: null },
    ];
    return this.on('RefreshSession', () => ({ refreshSession: { session: null, errors } }));
  }

  /** Variables of every call of an operation. */
  asked(operation: string): Record<string, unknown>[] {
    return this.calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
  }

  /** Lets time pass: timers run in their order. */
  async pass(ms: number): Promise<void> {
    const end = this.clockMs + ms;
    for (;;) {
      const next = this.timers.filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.clockMs = next.atMs;
      next.run();
      await settled();
    }
    this.clockMs = end;
  }

  /** The machine loses its network, or gets it back. */
  setNetwork(isOnline: boolean): void {
    this.online = isOnline;
    for (const listener of this.networkListeners) listener(isOnline);
  }

  /** Another tab says something. */
  hearTab(message: string): void {
    for (const listener of this.tabListeners) listener(message);
  }

  async fetch(url: string, init?: RequestInit): Promise<Response> {
    await Promise.resolve();
    if (!this.isReachable || !this.online) throw new TypeError('Failed to fetch');
    return Promise.race([this.answer(url, init), aborted(init?.signal)]);
  }

  private async answer(url: string, init?: RequestInit): Promise<Response> {
    if (url === '/healthz') return response(200, '{"status":"ok"}');
    if (url === '/api/health') return response(200, '{"version":"1.2.3","status":"ok","checks":{"database":"ok"}}');
    return this.graphql(JSON.parse(String(init?.body)) as never, (init?.headers ?? {}) as Record<string, string>);
  }

  isOnline(): boolean {
    return this.online;
  }

  onNetwork(listener: (isOnline: boolean) => void): void {
    this.networkListeners.push(listener);
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { atMs: this.clockMs + delayMs, run };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((one) => one !== timer));
  }

  now(): number {
    return this.clockMs;
  }

  exclusively<T>(_name: string, run: () => Promise<T>): Promise<T> {
    const result = this.locked.then(run, run);
    this.locked = result.catch(() => undefined);
    return result;
  }

  announce(message: string): void {
    this.announced.push(message);
  }

  onAnnouncement(listener: (message: string) => void): void {
    this.tabListeners.push(listener);
  }

  socketUrl(path: string): string {
    return `ws://millrace.test${path}`;
  }

  load(url: string): void {
    this.loaded.push(url);
  }

  private session(overrides: Record<string, unknown>): unknown {
    return {
      accessToken: `token-${this.calls.length}`,
      expiresAt: new Date(this.clockMs + 15 * 60_000).toISOString(),
      user: { id: 'u1', email: 'ana@example.com', name: 'Ana', createdAt: '2026-01-01T00:00:00Z' },
      workspace: { id: 'w1', name: "Ana's workspace", role: 'OWNER' },
      ...overrides,
    };
  }

  private async graphql(
    { query, variables = {} }: { query: string; variables?: Record<string, unknown> },
    headers: Record<string, string>,
  ): Promise<Response> {
    const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? 'unknown';
    this.calls.push({ operation, variables, authorization: headers['authorization'] ?? null });
    const answer = this.answers.get(operation);
    if (!answer) return response(500, `No answer for ${operation} in this spec.`);
    const data = await answer(variables);
    if (data instanceof GraphqlErrors) return response(200, JSON.stringify({ data: null, errors: data.errors }));
    return response(200, JSON.stringify({ data }));
  }
}

/** Resolves when everything that waited for promises has gone on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Rejects when the signal aborts. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = (): void => reject(new DOMException('The request was aborted.', 'AbortError'));
    if (signal?.aborted) give();
    else signal?.addEventListener('abort', give);
  });
}

/** What callers read of a response; jsdom has none. */
function response(status: number, text: string): Response {
  const headers = new Map([['content-type', 'application/json']]);
  const parts = {
    ok: status < 400,
    status,
    headers,
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
  };
  return parts as unknown as Response;
}
