import { Global, Injectable, Module } from '@nestjs/common';
import { Config, DomainError, limitExceeded, RateLimits, SqlPool, type SqlClient } from '@millrace/server-platform';
import { guestsConfig } from './guests.config';

/** How much fits into the workspace of a guest. */
export const SANDBOX_LIMITS = { workflows: 20, webhooks: 3 } as const;

const REMEMBERED_MS = 30_000;
const MAX_REMEMBERED = 10_000;

/** What guests may use up. Costs nothing where there are no guests, and little in other workspaces. */
@Injectable()
export class Sandbox {
  /** Whether this server takes guests at all. */
  readonly isOn: boolean;
  readonly #known = new Map<string, { isSandbox: boolean; untilMs: number }>();

  constructor(
    config: Config,
    private readonly pool: SqlPool,
    private readonly limits: RateLimits,
  ) {
    this.isOn = config.of(guestsConfig).MILLRACE_GUESTS === 'on';
  }

  /** Whether this is the workspace of a guest. */
  async isSandbox(workspaceId: string, client: SqlClient = this.pool): Promise<boolean> {
    if (!this.isOn) return false;
    const { rows } = await client.query<{ is_sandbox: boolean }>('select is_sandbox from workspace where id = $1', [
      workspaceId,
    ]);
    return rows[0]?.is_sandbox ?? false;
  }

  /** `count` with the new ones. @throws DomainError `GUEST_LIMIT_REACHED` when that is too many for a guest */
  async requireRoom(
    client: SqlClient,
    { workspaceId, what, count }: { workspaceId: string; what: keyof typeof SANDBOX_LIMITS; count: number },
  ): Promise<void> {
    const most = SANDBOX_LIMITS[what];
    if (!this.isOn || count <= most || !(await this.isSandbox(workspaceId, client))) return;
    const message = `Guests may have ${most} ${what === 'webhooks' ? 'published webhooks' : what}. Sign up to keep this workspace and have more.`;
    throw limitExceeded('GUEST_LIMIT_REACHED', message, { details: { what, most } });
  }

  /** Guests bring no secrets of real services. @throws DomainError `GUEST_LIMIT_REACHED` */
  async requireNoSecrets(workspaceId: string): Promise<void> {
    if (!(await this.isSandbox(workspaceId))) return;
    throw limitExceeded('GUEST_LIMIT_REACHED', 'Guests cannot use accounts of other services. Sign up first.');
  }

  /** Counts a run that begins. @throws DomainError `GUEST_LIMIT_REACHED` (429) when there were too many within the hour */
  async countRun(workspaceId: string): Promise<void> {
    if (!this.isOn || !(await this.#remembered(workspaceId))) return;
    try {
      await this.limits.guestRuns.consume(workspaceId);
    } catch (error) {
      if (error instanceof DomainError) throw tooManyRuns(error);
      throw error;
    }
  }

  async #remembered(workspaceId: string): Promise<boolean> {
    const nowMs = performance.now();
    const known = this.#known.get(workspaceId);
    if (known && known.untilMs > nowMs) return known.isSandbox;
    if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
    const isSandbox = await this.isSandbox(workspaceId);
    this.#known.set(workspaceId, { isSandbox, untilMs: nowMs + REMEMBERED_MS });
    return isSandbox;
  }
}

function tooManyRuns({ retryAfterSeconds = 60 }: DomainError): DomainError {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  return new DomainError({
    code: 'GUEST_LIMIT_REACHED',
    status: 429,
    message: `Guests may start only so many runs an hour. Try again in ${minutes} min, or sign up to keep this workspace.`,
    retryAfterSeconds,
  });
}

/** Import once, in every process that starts runs. */
@Global()
@Module({ providers: [Sandbox], exports: [Sandbox] })
export class SandboxModule {}
