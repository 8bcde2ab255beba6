import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { MigrationClass, PostgresDataSourceOptions } from './data-source';

/** "millrace" as a number: the same in every process of every version. */
const LOCK_KEY = 7_235_441_907_113;

/** What a migration does. */
export interface MigrationOptions {
  /** PascalCase words, then a timestamp in milliseconds: `CreateWorkflow1763600000000`. */
  readonly name: string;
  /** SQL, statements in order. */
  readonly up: string | readonly string[];
  /** False for statements that Postgres refuses inside a transaction, such as CREATE INDEX CONCURRENTLY. */
  readonly transactional?: boolean;
}

/** A forward-only migration in readable SQL. */
export function createMigration({ name, up, transactional = true }: MigrationOptions): MigrationClass {
  if (!/^[A-Z][A-Za-z0-9]*\d{13}$/.test(name)) {
    throw new Error(`The migration name "${name}" must be PascalCase and end with a timestamp of 13 digits`);
  }
  return class implements MigrationInterface {
    readonly name = name;
    readonly transaction = transactional;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of typeof up === 'string' ? [up] : up) await runner.query(statement);
    }

    down(): Promise<void> {
      throw new Error('Migrations only go forward: restore a backup, or write the next migration');
    }
  };
}

/** Runs `fn` while this process alone, of all that use the database, may change its tables. Waits its turn. */
export async function withMigrationLock<T>(url: string, fn: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'millrace-migrations' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    return await fn();
  } finally {
    // Ending the session frees the lock, also when the statement that would free it cannot run.
    await client.end().catch(() => undefined);
  }
}

/** Address of the database behind a data source made by `openDataSource`. */
export function urlOf(dataSource: DataSource): string {
  const { url } = dataSource.options as PostgresDataSourceOptions;
  if (!url) throw new Error('The data source was not made from a URL');
  return url;
}

/** Runs the migrations that have not run yet, oldest first, under the lock; returns their names. */
export function runMigrations(dataSource: DataSource): Promise<readonly string[]> {
  return withMigrationLock(urlOf(dataSource), async () => {
    const options = dataSource.options as PostgresDataSourceOptions;
    const extra = { ...(options.extra as object), statement_timeout: 0, idle_in_transaction_session_timeout: 0 };
    const patient = await new DataSource({ ...options, poolSize: 2, extra }).initialize();
    try {
      const done = await patient.runMigrations();
      return done.map(({ name }) => name);
    } finally {
      await patient.destroy();
    }
  });
}
