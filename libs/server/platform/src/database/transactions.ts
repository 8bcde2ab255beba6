import type { DataSource, EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import { describeDatabaseError } from '../errors/database-error';
import { asSqlClient, type SqlClient } from './sql-pool';

/** Transactions with TypeORM entities, for features that are not on the hot path. */
export class Transactions {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Runs `fn` in one transaction: commits its result, rolls back when it throws. */
  async run<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.#dataSource.transaction(fn);
    } catch (error) {
      throw describeDatabaseError(error);
    }
  }

  /** Entities outside of a transaction: for reads. */
  get entities(): EntityManager {
    return this.#dataSource.manager;
  }
}

/** Raw SQL inside the transaction of `em`. */
export function sqlClientOf(em: EntityManager): SqlClient {
  const runner = em.queryRunner;
  if (!runner) throw new Error('sqlClientOf needs the entity manager of a running transaction');
  const connected = (): Promise<SqlClient> => (runner.connect() as Promise<PoolClient>).then(asSqlClient);
  return {
    query: async (text, values) => (await connected()).query(text, values),
    queryNamed: async (name, text, values) => (await connected()).queryNamed(name, text, values),
  };
}
