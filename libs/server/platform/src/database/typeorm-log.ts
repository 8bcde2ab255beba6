import type { Logger as TypeormLogger } from 'typeorm';
import type { Logger } from '../logging/logger';

/** Sends what TypeORM says into our log instead of the console. Failures reach the caller as exceptions, so they are only details here. */
export class TypeormLog implements TypeormLogger {
  constructor(private readonly logger: Logger | undefined) {}

  logQuery(): void {
    // Statements are only of interest with their failure, and may hold data.
  }

  logQueryError(error: string | Error, query: string): void {
    this.logger?.debug({ error, query }, 'a statement failed');
  }

  logQuerySlow(timeMs: number, query: string): void {
    this.logger?.warn({ timeMs, query }, 'a statement was slow');
  }

  logSchemaBuild(message: string): void {
    this.logger?.debug({}, message);
  }

  logMigration(message: string): void {
    this.logger?.debug({}, message);
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    if (level === 'warn') this.logger?.warn({}, String(message));
    else this.logger?.debug({}, String(message));
  }
}
