import { SecretsError } from '../secrets-error';
import { judgeAnswer } from './vault-answer';
import { VaultBreaker, VaultUnavailable } from './vault-breaker';
import type { VaultCall, VaultClient } from './vault-client';
import { waitFor, type VaultClock } from './vault-clock';
import type { VaultSession } from './vault-session';
import { VaultUnreachable } from './vault-transport';

/** Longest waits before the second, third and fourth try. */
const RETRY_DELAYS_MS = [100, 400, 1_600];
/** No try starts later than this after the first. */
const BUDGET_MS = 10_000;

/** What requests are made with. */
export interface RequestParts {
  readonly client: VaultClient;
  readonly session: VaultSession;
  readonly clock: VaultClock;
}

/** A request without whose token. */
export type SecretRequest = Omit<VaultCall, 'token'>;

/** Requests about secrets with the token of this process: breaker, tries, and one more login when the token is dead. */
export class VaultRequests {
  readonly #parts: RequestParts;
  readonly #breaker = new VaultBreaker();

  constructor(parts: RequestParts) {
    this.#parts = parts;
  }

  /**
   * For requests that may be repeated whatever became of them.
   * @returns the body of the answer
   * @throws SecretsError
   */
  async repeat(request: SecretRequest): Promise<unknown> {
    return this.tries(() => this.once(request));
  }

  /**
   * Runs `attempt` again while it fails with what waiting mends.
   * @throws SecretsError
   */
  async tries<T>(attempt: () => Promise<T>): Promise<T> {
    const { clock } = this.#parts;
    const endsAt = clock.now() + BUDGET_MS;
    for (const longestMs of RETRY_DELAYS_MS) {
      try {
        return await attempt();
      } catch (error) {
        const delayMs = longestMs * clock.random();
        if (!(error instanceof VaultUnavailable)) throw error;
        if (clock.now() + delayMs > endsAt) throw new SecretsError('SECRETS_UNAVAILABLE', error.message);
        await waitFor(clock, delayMs);
      }
    }
    return attempt().catch((error: unknown) => {
      throw error instanceof VaultUnavailable ? new SecretsError('SECRETS_UNAVAILABLE', error.message) : error;
    });
  }

  /**
   * One try, and a second one when it needed a new login.
   * @returns the body of the answer
   * @throws VaultUnavailable when a repetition makes sense, SecretsError else
   */
  async once(request: SecretRequest): Promise<unknown> {
    const { session } = this.#parts;
    const token = await session.token();
    const body = await this.#send({ ...request, token });
    if (body !== denied) return body;
    if ((await session.refused(token)) === 'again') {
      const second = await this.#send({ ...request, token: await session.token() });
      if (second !== denied) return second;
    }
    throw new SecretsError('SECRETS_FORBIDDEN', `the policy does not allow ${request.method}`);
  }

  async #send(call: VaultCall): Promise<unknown> {
    const answer = await this.#breaker.run(async () => {
      const answered = await this.#answerTo(call);
      const verdict = judgeAnswer(answered);
      if (verdict.kind === 'unavailable') throw new VaultUnavailable(verdict.reason, verdict.applied);
      return { body: answered.body, verdict };
    });
    const { verdict } = answer;
    switch (verdict.kind) {
      case 'ok':
        return answer.body;
      case 'denied':
        return denied;
      case 'failed':
        throw new SecretsError(verdict.code, verdict.reason);
      case 'bug':
        throw new Error(`Vault cannot do what it was asked for: ${verdict.reason}.`);
    }
  }

  async #answerTo(call: VaultCall): ReturnType<VaultClient['call']> {
    try {
      return await this.#parts.client.call(call);
    } catch (error) {
      if (error instanceof VaultUnreachable)
        throw new VaultUnavailable(error.message, error.maybeSent ? 'maybe' : 'no');
      throw error;
    }
  }
}

const denied = Symbol('denied');
