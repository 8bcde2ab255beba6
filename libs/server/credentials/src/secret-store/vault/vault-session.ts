import type { Logger } from '@millrace/server-platform';
import { isSecretsError, SecretsError } from '../secrets-error';
import { judgeAnswer } from './vault-answer';
import type { VaultClient } from './vault-client';
import type { VaultClock } from './vault-clock';
import { leaseOf, VaultLoginRefused, type VaultGrant, type VaultLogin } from './vault-login';
import { VaultUnreachable } from './vault-transport';

const LOGIN_DELAY_MS = 1_000;
const LONGEST_LOGIN_DELAY_MS = 60_000;
const RENEW_AT = 2 / 3;
const JITTER = 0.1;
/** A renewal that grants less than this part of a full lease is the last one worth having. */
const SHORT_LEASE = 0.5;

/** What a session is made of. */
export interface SessionParts {
  readonly client: VaultClient;
  readonly login: VaultLogin;
  readonly clock: VaultClock;
  readonly logger: Logger;
}

interface Held {
  readonly token: string;
  readonly renewable: boolean;
  /** How long a fresh login lives. */
  readonly fullLeaseMs: number;
  readonly endsAt: number;
}

/**
 * The one token of this process: logs in (once, however many ask), renews in good time, logs in anew before the token can
 * be renewed no more, and revokes it at the end. The token is in memory only.
 */
export class VaultSession {
  readonly #parts: SessionParts;
  #held: Held | null = null;
  #loggingIn: Promise<string> | null = null;
  #lookingUp: Promise<'again' | 'policy'> | null = null;
  #cancelTimer: () => void = () => undefined;
  #failedLogins = 0;
  #failedRenewals = 0;
  #mayLogInAt = 0;
  #trouble: string | null = 'not logged in yet';
  #hasLoggedIn = false;
  #isClosed = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Whether a login ever worked. */
  get hasLoggedIn(): boolean {
    return this.#hasLoggedIn;
  }

  /** Why there is no usable token right now; null when there is one. */
  get trouble(): string | null {
    return this.#usable() ? null : this.#trouble;
  }

  /** Begins to log in, again and again until it works. */
  start(): void {
    this.token().catch(() => undefined);
  }

  /** A token to use now. @throws SecretsError `SECRETS_UNAVAILABLE` when no login works at the moment */
  async token(): Promise<string> {
    return this.#usable()?.token ?? this.#logIn();
  }

  /**
   * Told that Vault answered 403 to `token`. `again`: there is another token now. `policy`: the token is good, the policy
   * says no.
   * @throws SecretsError `SECRETS_UNAVAILABLE`
   */
  async refused(token: string): Promise<'again' | 'policy'> {
    if (this.#held?.token !== token) return 'again';
    this.#lookingUp ??= this.#lookUp(token).finally(() => (this.#lookingUp = null));
    return this.#lookingUp;
  }

  /** Revokes the token if it is ours alone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer();
    await this.#loggingIn?.catch(() => undefined);
    const token = this.#held?.token;
    this.#held = null;
    this.#trouble = 'ended';
    if (token !== undefined) await this.#revoke(token);
  }

  #usable(): Held | null {
    return this.#held !== null && this.#parts.clock.now() < this.#held.endsAt ? this.#held : null;
  }

  async #lookUp(token: string): Promise<'again' | 'policy'> {
    const verdict = judgeAnswer(await this.#call('GET', 'auth/token/lookup-self', token));
    if (verdict.kind === 'ok') return 'policy';
    if (verdict.kind !== 'denied') throw new SecretsError('SECRETS_UNAVAILABLE', 'the token cannot be checked');
    this.#parts.logger.warn({}, 'Vault has forgotten our token; logging in again');
    if (this.#held?.token === token) this.#held = null;
    await this.#logIn();
    return 'again';
  }

  #logIn(): Promise<string> {
    if (this.#isClosed) return Promise.reject(new SecretsError('SECRETS_UNAVAILABLE', 'the process is ending'));
    if (this.#loggingIn) return this.#loggingIn;
    if (this.#parts.clock.now() < this.#mayLogInAt) {
      return Promise.reject(new SecretsError('SECRETS_UNAVAILABLE', this.#trouble ?? undefined));
    }
    this.#loggingIn = this.#logInNow().finally(() => (this.#loggingIn = null));
    return this.#loggingIn;
  }

  async #logInNow(): Promise<string> {
    const { client, clock, login, logger } = this.#parts;
    const askedAt = clock.now();
    let grant: VaultGrant;
    try {
      grant = await login.login(client);
    } catch (error) {
      throw this.#loginFailed(error);
    }
    this.#failedLogins = 0;
    this.#hasLoggedIn = true;
    this.#trouble = null;
    logger.info({ leaseSeconds: grant.leaseSeconds }, 'logged in to Vault');
    this.#hold({ token: grant.token, renewable: grant.renewable }, grant.leaseSeconds * 1_000, askedAt);
    return grant.token;
  }

  #loginFailed(error: unknown): Error {
    const { clock, logger } = this.#parts;
    if (!(error instanceof VaultLoginRefused || error instanceof VaultUnreachable || isSecretsError(error))) {
      return error as Error;
    }
    const reason = reasonOf(error);
    const longest = Math.min(LONGEST_LOGIN_DELAY_MS, LOGIN_DELAY_MS * 2 ** this.#failedLogins);
    const delayMs = longest * clock.random();
    this.#failedLogins += 1;
    this.#trouble = reason;
    this.#mayLogInAt = clock.now() + delayMs;
    const fields = { reason, code: error instanceof VaultLoginRefused ? 'AUTH_CONFIG' : 'SECRETS_UNAVAILABLE' };
    if (error instanceof VaultLoginRefused) logger.error(fields, 'Vault does not let us in');
    else logger.warn(fields, 'Vault could not be asked to let us in');
    this.#setTimer(delayMs, () => this.#logIn());
    return new SecretsError('SECRETS_UNAVAILABLE', reason);
  }

  #hold(token: { token: string; renewable: boolean }, leaseMs: number, askedAt: number, fullLeaseMs = leaseMs): void {
    const endsAt = leaseMs > 0 ? askedAt + leaseMs : Number.POSITIVE_INFINITY;
    this.#held = { ...token, fullLeaseMs, endsAt };
    this.#failedRenewals = 0;
    if (leaseMs === 0) return this.#cancelTimer();
    const jitter = 1 - JITTER + 2 * JITTER * this.#parts.clock.random();
    this.#setTimer(leaseMs * RENEW_AT * jitter, () => this.#renew());
  }

  /** Timers are set anew until the time has come, however far away it is. */
  #setTimer(ms: number, run: () => Promise<unknown>): void {
    this.#cancelTimer();
    if (this.#isClosed) return;
    const { clock } = this.#parts;
    const dueAt = clock.now() + ms;
    const arm = (): void => {
      this.#cancelTimer = clock.after(Math.max(0, dueAt - clock.now()), () => {
        if (clock.now() < dueAt) arm();
        else run().catch((error: unknown) => this.#report(error));
      });
    };
    arm();
  }

  #report(error: unknown): void {
    // What waiting mends was logged where it happened.
    if (!isSecretsError(error)) this.#parts.logger.error({ error }, 'the token of Vault could not be kept fresh');
  }

  async #renew(): Promise<unknown> {
    const held = this.#held;
    if (!held?.renewable) return this.#logIn();
    const { clock } = this.#parts;
    const askedAt = clock.now();
    try {
      const answer = await this.#call('POST', 'auth/token/renew-self', held.token, {});
      if (this.#held !== held) return undefined;
      if (judgeAnswer(answer).kind === 'denied') return this.#logIn();
      if (judgeAnswer(answer).kind !== 'ok') return this.#renewLater(held);
      const leaseMs = leaseOf(answer.body).leaseSeconds * 1_000;
      if (leaseMs < held.fullLeaseMs * SHORT_LEASE) return this.#logIn();
      return this.#hold(held, leaseMs, askedAt, held.fullLeaseMs);
    } catch (error) {
      if (!(error instanceof VaultUnreachable || isSecretsError(error))) throw error;
      return this.#held === held ? this.#renewLater(held) : undefined;
    }
  }

  /** A failed renewal is tried once more in half of the time that is left; then there is a login. */
  #renewLater(held: Held): Promise<unknown> | void {
    const { clock, logger } = this.#parts;
    this.#failedRenewals += 1;
    logger.warn({ failures: this.#failedRenewals }, 'the token of Vault could not be renewed');
    if (this.#failedRenewals >= 2) return this.#logIn();
    this.#setTimer((held.endsAt - clock.now()) / 2, () => this.#renew());
  }

  async #revoke(token: string): Promise<void> {
    if (!this.#parts.login.isOurs) return;
    await this.#call('POST', 'auth/token/revoke-self', token, {}).catch(() => undefined);
  }

  async #call(method: 'GET' | 'POST', path: string, token: string, body?: object): ReturnType<VaultClient['call']> {
    try {
      return await this.#parts.client.call({ method, path, token, ...(body ? { body: { ...body } } : {}) });
    } catch (error) {
      if (error instanceof VaultUnreachable) throw new SecretsError('SECRETS_UNAVAILABLE', error.message);
      throw error;
    }
  }
}

function reasonOf(error: Error): string {
  if (!isSecretsError(error)) return error.message;
  return (error.details as { reason?: string } | undefined)?.reason ?? 'not available';
}
