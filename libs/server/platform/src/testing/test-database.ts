import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Bell } from '../bell/bell';
import { openDataSource, sqlPoolOf, type EntityClass, type MigrationClass } from '../database/data-source';
import { runMigrations } from '../database/migrations';
import type { SqlPool } from '../database/sql-pool';
import { Logger } from '../logging/logger';
import { Queue } from '../queue/queue';
import type { QueueDefinition } from '../queue/queue-definition';
import { sharedTestCluster } from './test-cluster';

/** What a spec wants in its database. */
export interface TestDatabaseOptions {
  readonly migrations?: readonly MigrationClass[];
  readonly entities?: readonly EntityClass[];
  /** Connections at most; 10 when absent. */
  readonly poolSize?: number;
  /** Another cluster than the shared one. */
  readonly clusterUrl?: string;
}

/** A fresh, migrated database of one spec file. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: SqlPool;
  readonly dataSource: DataSource;
  /** Another pool on the same database, as another process would have. Closed by `stop`. */
  connect(): Promise<{ pool: SqlPool; dataSource: DataSource }>;
  /** Bell and queue on this database. Stopped by `stop`. */
  startQueue(queues?: readonly QueueDefinition[]): Promise<{ bell: Bell; queue: Queue }>;
  /** A bell on this database. Stopped by `stop`. */
  startBell(): Promise<Bell>;
  /** Closes everything and drops the database. */
  stop(): Promise<void>;
}

async function administer(clusterUrl: string, statement: string): Promise<void> {
  const admin = new Client({ connectionString: clusterUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/** Makes a database with these migrations on a throw-away cluster. Call `stop` when done. */
export async function startTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const clusterUrl = options.clusterUrl ?? (await sharedTestCluster());
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(clusterUrl, `create database ${name}`);
  const url = Object.assign(new URL(clusterUrl), { pathname: `/${name}` }).toString();
  const logger = Logger.silent();
  const cleanups: (() => Promise<unknown>)[] = [];
  const { entities = [], migrations = [], poolSize = 10 } = options;
  const connect = async (): Promise<{ pool: SqlPool; dataSource: DataSource }> => {
    const dataSource = await openDataSource({ url, entities, migrations, poolSize, logger });
    cleanups.push(() => dataSource.destroy());
    return { pool: sqlPoolOf(dataSource), dataSource };
  };
  const { pool, dataSource } = await connect();
  const startBell = async (): Promise<Bell> => {
    const bell = await Bell.start({ url, pool, logger });
    cleanups.push(() => bell.stop());
    return bell;
  };
  await runMigrations(dataSource);
  return {
    url,
    pool,
    dataSource,
    connect,
    startBell,
    startQueue: async (queues = []) => {
      const bell = await startBell();
      const queue = await Queue.start({ url, pool, bell, logger, queues });
      cleanups.push(() => queue.stop());
      return { bell, queue };
    },
    stop: async () => {
      for (const cleanup of cleanups.reverse()) await cleanup();
      await administer(clusterUrl, `drop database if exists ${name} with (force)`);
    },
  };
}
