import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenToAll } from '../http/access-rule';
import { HealthRegistry } from './health-registry';

/** The product's version, for `/status`. */
export const PRODUCT_VERSION = Symbol('PRODUCT_VERSION');

interface Readiness {
  readonly status: 'ok' | 'unavailable';
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** What load balancers, people and monitors ask. Answers hold no names and no secrets. */
@OpenToAll()
@Controller()
export class HealthController {
  readonly #startedAt = Date.now();

  constructor(
    private readonly registry: HealthRegistry,
    @Inject(PRODUCT_VERSION) private readonly version: string,
  ) {}

  /** The process lives. Says nothing of what it depends on, so that nobody restarts it because Postgres is away. */
  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: 200, or 503 with what fails. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const results = await this.registry.check();
    const isReady = results.every(({ ok }) => ok);
    if (!isReady) response.status(503).setHeader('Retry-After', '2');
    return {
      status: isReady ? 'ok' : 'unavailable',
      checks: Object.fromEntries(results.map(({ name, ok }) => [name, ok ? ('ok' as const) : ('failed' as const)])),
    };
  }

  /** The same for callers of the REST API. */
  @Get('api/health')
  async apiHealth(@Res({ passthrough: true }) response: Response): Promise<Readiness & { version: string }> {
    return { ...(await this.ready(response)), version: this.version };
  }

  /** Figures that show how much there is to do. */
  @Get('status')
  async status(): Promise<Readonly<Record<string, unknown>>> {
    return {
      version: this.version,
      uptimeSeconds: Math.round((Date.now() - this.#startedAt) / 1000),
      ...(await this.registry.figures()),
    };
  }
}
