import type { Pool } from 'pg';
import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { Logger } from '../logging/logger';
import { SqlPool } from './sql-pool';
import { TypeormLog } from './typeorm-log';

/** Options of TypeORM for Postgres. */
export type PostgresDataSourceOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** A migration as TypeORM runs it; make one with `createMigration`. */
export type MigrationClass = new () => MigrationInterface;

/** An entity class or schema. */
export type EntityClass = (abstract new (...args: never[]) => object) | EntitySchema;

/** How to reach Postgres, and what lives in it. */
export interface DataSourceSettings {
  readonly url: string;
  readonly entities?: readonly EntityClass[];
  readonly migrations?: readonly MigrationClass[];
  /** Connections at most; 20 when absent. */
  readonly poolSize?: number;
  /** 30_000 when absent; 0 for never. */
  readonly statementTimeoutMs?: number;
  /** 5_000 when absent. */
  readonly connectTimeoutMs?: number;
  readonly logger?: Logger;
}

function optionsOf(settings: DataSourceSettings): PostgresDataSourceOptions {
  const statementTimeoutMs = settings.statementTimeoutMs ?? 30_000;
  return {
    type: 'postgres',
    url: settings.url,
    applicationName: 'millrace',
    entities: [...(settings.entities ?? [])] as PostgresDataSourceOptions['entities'] & unknown[],
    migrations: [...(settings.migrations ?? [])],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: settings.poolSize ?? 20,
    connectTimeoutMS: settings.connectTimeoutMs ?? 5_000,
    logging: ['error', 'warn', 'migration'],
    logger: new TypeormLog(settings.logger),
    poolErrorHandler: (error: unknown) => settings.logger?.warn({ error }, 'an idle database connection broke'),
    extra: {
      keepAlive: true,
      statement_timeout: statementTimeoutMs,
      // A worker that is frozen inside a transaction must not keep its locks for ever.
      idle_in_transaction_session_timeout: statementTimeoutMs === 0 ? 0 : Math.max(statementTimeoutMs, 60_000),
    },
  };
}

/** Opens the one pool of connections of this process. @throws when Postgres cannot be reached */
export async function openDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const dataSource = await new DataSource(optionsOf(settings)).initialize();
  // pg emits `error` on a lent connection when Postgres goes away between two statements; unheard, that ends the process.
  poolOf(dataSource).on('connect', (client) => client.on('error', () => undefined));
  return dataSource;
}

/** The pg pool under a data source. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

/** Raw SQL on the pool of a data source. */
export function sqlPoolOf(dataSource: DataSource): SqlPool {
  return new SqlPool(poolOf(dataSource));
}
