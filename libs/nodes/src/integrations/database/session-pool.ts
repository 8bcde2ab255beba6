import type { SqlSession } from './sql-session';

/** Connections to one database with one account. */
export const MOST_SESSIONS = 5;
const IDLE_MS = 30_000;

/** Keeps a few connections open for a while after their use. */
export class SessionPool {
  readonly #open: () => Promise<SqlSession>;
  readonly #idle: { readonly session: SqlSession; readonly timer: NodeJS.Timeout }[] = [];
  readonly #waiting: (() => void)[] = [];
  #inUse = 0;

  constructor(open: () => Promise<SqlSession>) {
    this.#open = open;
  }

  /** Connections that are open, in use or not. */
  get size(): number {
    return this.#inUse + this.#idle.length;
  }

  get isUnused(): boolean {
    return this.size === 0 && this.#waiting.length === 0;
  }

  /** A connection for `work` alone; `isFresh` says whether it was opened for it. */
  async use<T>(work: (session: SqlSession, isFresh: boolean) => Promise<T>): Promise<T> {
    const kept = await this.#turn();
    let session = kept;
    try {
      session = kept ?? (await this.#open());
      session.hold(true);
      return await work(session, kept === undefined);
    } finally {
      await this.#giveBack(session);
    }
  }

  /** Closes what nobody uses. */
  closeIdle(): void {
    for (const { session, timer } of this.#idle.splice(0)) {
      clearTimeout(timer);
      session.close();
    }
  }

  async #turn(): Promise<SqlSession | undefined> {
    while (this.#inUse >= MOST_SESSIONS) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#inUse += 1;
    for (let kept = this.#idle.pop(); kept; kept = this.#idle.pop()) {
      clearTimeout(kept.timer);
      if (!kept.session.isBroken) return kept.session;
      kept.session.close();
    }
    return undefined;
  }

  async #giveBack(session: SqlSession | undefined): Promise<void> {
    try {
      if (session !== undefined && !session.isBroken) await session.reset();
    } catch {
      session?.close();
    }
    this.#inUse -= 1;
    if (session !== undefined) this.#keep(session);
    this.#waiting.shift()?.();
  }

  #keep(session: SqlSession): void {
    if (session.isBroken) return session.close();
    session.hold(false);
    const timer = setTimeout(() => {
      this.#idle.splice(
        this.#idle.findIndex((kept) => kept.session === session),
        1,
      );
      session.close();
    }, IDLE_MS).unref();
    this.#idle.push({ session, timer });
  }
}
