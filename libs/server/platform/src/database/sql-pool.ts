import type { Pool, PoolClient } from 'pg';
import { describeDatabaseError } from '../errors/database-error';

/** Rows of a statement and how many it touched. */
export interface SqlResult<R> {
  rows: R[];
  rowCount: number;
}

/** One connection, or something that behaves like one. Inside `tx` every statement belongs to that transaction. */
export interface SqlClient {
  /** @throws DomainError `DATABASE_UNAVAILABLE`, `DATABASE_TIMEOUT`; other errors as Postgres gave them (`code` is the SQLSTATE) */
  query<R = Record<string, unknown>>(text: string, values?: unknown[]): Promise<SqlResult<R>>;
  /** The same, parsed once per connection under `name`, which must be unique for the text: for hot statements. */
  queryNamed<R = Record<string, unknown>>(name: string, text: string, values?: unknown[]): Promise<SqlResult<R>>;
}

interface Querying {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
  query(config: {
    name: string;
    text: string;
    values?: unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** Makes a `SqlClient` out of a pg client. Used for connections of our own; others come from the pool. */
export function asSqlClient(client: Querying): SqlClient {
  const finish = async <R>(running: Promise<{ rows: unknown[]; rowCount: number | null }>): Promise<SqlResult<R>> => {
    try {
      // Several statements in one text answer a list of results, which the queue's own SQL relies on.
      const results = [await running].flat();
      const rowCount = results.reduce((sum, result) => sum + (result.rowCount ?? 0), 0);
      return { rows: results.flatMap(({ rows }) => rows) as R[], rowCount };
    } catch (error) {
      throw describeDatabaseError(error);
    }
  };
  return {
    query: (text, values) => finish(client.query(text, values)),
    queryNamed: (name, text, values) => finish(client.query(values ? { name, text, values } : { name, text })),
  };
}

/** Raw SQL on the connections that the whole process shares, TypeORM and the queue included. */
export class SqlPool implements SqlClient {
  readonly #pool: Pool;
  readonly #direct: SqlClient;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#direct = asSqlClient(pool);
  }

  query<R = Record<string, unknown>>(text: string, values?: unknown[]): Promise<SqlResult<R>> {
    return this.#direct.query(text, values);
  }

  queryNamed<R = Record<string, unknown>>(name: string, text: string, values?: unknown[]): Promise<SqlResult<R>> {
    return this.#direct.queryNamed(name, text, values);
  }

  /** Lends one connection. It is thrown away when `fn` fails because the connection broke. */
  async withClient<T>(fn: (client: SqlClient) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      return await fn(asSqlClient(client));
    } finally {
      client.removeListener('error', onError);
      client.release(broken);
    }
  }

  /** Runs `fn` in one transaction: commits its result, rolls back when it throws. */
  tx<T>(fn: (client: SqlClient) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await client.query('begin');
      let result: T;
      try {
        result = await fn(client);
      } catch (error) {
        // The connection may be gone, which rolls back as well; the first error is the one that matters.
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
      await client.query('commit');
      return result;
    });
  }

  /** Connections open, idle, and callers that wait for one. */
  usage(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount };
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw describeDatabaseError(error);
    }
  }
}
