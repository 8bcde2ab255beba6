/** Answers when the part works; rejects when it does not. */
export type HealthCheck = () => Promise<void>;

/** What one check found. */
export interface HealthResult {
  readonly name: string;
  readonly ok: boolean;
  readonly durationMs: number;
}

const CHECK_TIMEOUT_MS = 3_000;

/** The checks behind `/readyz` and the figures behind `/status`; every room adds its own. */
export class HealthRegistry {
  readonly #checks = new Map<string, HealthCheck>();
  readonly #figures = new Map<string, () => Promise<unknown>>();

  /** Adds a check that must pass for this process to be ready. */
  register(name: string, check: HealthCheck): void {
    this.#checks.set(name, check);
  }

  /** Adds a figure to `/status`, such as the number of functions. Never a secret, never a name of a person. */
  registerFigure(name: string, read: () => Promise<unknown> | unknown): void {
    this.#figures.set(name, async () => read());
  }

  /** Runs all checks at the same time, each for 3 s at most. */
  check(): Promise<readonly HealthResult[]> {
    return Promise.all([...this.#checks].map(([name, check]) => runCheck(name, check)));
  }

  /** Reads all figures; one that cannot be read is null. */
  async figures(): Promise<Readonly<Record<string, unknown>>> {
    const read = [...this.#figures].map(
      async ([name, figure]) => [name, await within(figure()).catch(() => null)] as const,
    );
    return Object.fromEntries(await Promise.all(read));
  }
}

async function runCheck(name: string, check: HealthCheck): Promise<HealthResult> {
  const startedAt = performance.now();
  const ok = await within(Promise.resolve().then(check)).then(
    () => true,
    () => false,
  );
  return { name, ok, durationMs: Math.round(performance.now() - startedAt) };
}

function within<T>(running: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('took too long')), CHECK_TIMEOUT_MS);
    running.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
