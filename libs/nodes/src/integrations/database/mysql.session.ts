import { createConnection } from 'mysql2';
import type { Connection, ConnectionOptions, FieldPacket } from 'mysql2';
import type { Socket } from 'node:net';
import { openSocket } from '../../shared/open-socket';
import { mysqlBound, mysqlJson, mysqlTypeName } from './mysql-values';
import type { MysqlColumn } from './mysql-values';
import { RowCollector, SqlTrouble } from './sql-session';
import type { DatabaseAccount, SqlAnswer, SqlPhase, SqlRequest, SqlSession } from './sql-session';

const CONNECT_MS = 10_000;

/** Told by a statement that ran longer than it may. */
const TIMED_OUT = { code: 'ER_QUERY_TIMEOUT', errno: 3024, sqlState: 'HY000' } as const;

type OpenConnection = Connection & { stream: Socket; reset(done: (error: Error | null) => void): void };

/** Opens a connection to the address that was checked; certificates are compared with the name. */
export async function openMysql(account: DatabaseAccount): Promise<SqlSession> {
  return new MysqlSession(account, await connected(account));
}

class MysqlSession implements SqlSession {
  isBroken = false;

  constructor(
    private readonly account: DatabaseAccount,
    private readonly connection: OpenConnection,
  ) {
    const broken = (): void => void (this.isBroken = true);
    connection.on('error', broken);
    connection.on('end', broken);
    connection.stream.on('close', broken);
  }

  async query(request: SqlRequest): Promise<SqlAnswer> {
    const access = request.readOnly ? 'READ ONLY' : 'READ WRITE';
    // For the session too: some statements end the transaction before they begin.
    await this.#step('begin', () => this.#run(`SET SESSION TRANSACTION ${access}`));
    await this.#step('begin', () => this.#run(`SET SESSION sql_select_limit = ${request.maxRows + 1}`));
    await this.#step('begin', () => this.#run(`START TRANSACTION ${access}`));
    try {
      const answer = await this.#step('statement', () => this.#readInTime(request));
      await this.#step('commit', () => this.#run('COMMIT'));
      return answer;
    } catch (error) {
      if (!this.isBroken) await this.#run('ROLLBACK').catch(() => this.close());
      throw error;
    }
  }

  async cancel(): Promise<void> {
    const other = await connected(this.account);
    try {
      await run(other, `KILL QUERY ${Number(this.connection.threadId)}`);
    } finally {
      other.destroy();
    }
  }

  reset(): Promise<void> {
    return new Promise((resolve, reject) => this.connection.reset((error) => (error ? reject(error) : resolve())));
  }

  close(): void {
    this.isBroken = true;
    this.connection.destroy();
  }

  hold(isHeld: boolean): void {
    const { stream } = this.connection;
    if (isHeld) stream.ref();
    else stream.unref();
  }

  #run(text: string): Promise<void> {
    return run(this.connection, text);
  }

  async #step<T>(phase: SqlPhase, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw new SqlTrouble(phase, error);
    }
  }

  async #readInTime(request: SqlRequest): Promise<SqlAnswer> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.cancel().catch(() => this.close());
    }, request.timeoutMs);
    try {
      return await this.#read(request);
    } catch (error) {
      throw isLate ? Object.assign(new Error('the statement ran too long', { cause: error }), TIMED_OUT) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  #read({ text, values, maxRows }: SqlRequest): Promise<SqlAnswer> {
    return new Promise((resolve, reject) => {
      const collector = new RowCollector(maxRows);
      let columns: MysqlColumn[] = [];
      let changed = 0;
      const command = this.connection.execute({ sql: text, values: values.map(mysqlBound), rowsAsArray: true });
      command.on('fields', (fields: FieldPacket[] | undefined) => {
        columns = fields ?? [];
        collector.columns(columns.map(({ name }) => name));
      });
      command.on('result', (row: unknown) => {
        if (Array.isArray(row)) collector.add(columns.map((column, index) => mysqlJson(row[index], column)));
        else changed = Number((row as { affectedRows?: number }).affectedRows ?? 0);
      });
      command.on('error', reject);
      command.on('end', () => {
        const fields = columns.map((column, index) => ({
          name: collector.names[index] ?? '',
          type: mysqlTypeName(column),
        }));
        const rowCount = columns.length > 0 ? collector.rows.length : changed;
        resolve({ rows: collector.rows, rowCount, fields, truncated: collector.truncated });
      });
    });
  }
}

function run(connection: Connection, text: string): Promise<void> {
  return new Promise((resolve, reject) => connection.query(text, (error) => (error ? reject(error) : resolve())));
}

async function connected({ host, address, port, credential }: DatabaseAccount): Promise<OpenConnection> {
  const { fields } = credential;
  try {
    const stream = await openSocket(address, port, CONNECT_MS);
    const tls = tlsOf(fields);
    const connection = createConnection({
      host,
      port,
      stream,
      database: String(fields['database'] ?? ''),
      user: String(fields['user'] ?? ''),
      password: credential.secret('password'),
      ...(tls === undefined ? {} : { ssl: tls }),
      connectTimeout: CONNECT_MS,
      charset: 'utf8mb4_general_ci',
      supportBigNumbers: true,
      bigNumberStrings: true,
      dateStrings: true,
      multipleStatements: false,
      // Files of this computer are none of the server's business.
      flags: ['-LOCAL_FILES'],
      connectAttributes: { program_name: 'Millrace' },
    }) as OpenConnection;
    await settled(connection);
    return connection;
  } catch (error) {
    throw new SqlTrouble('begin', error);
  }
}

function settled(connection: OpenConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.connect((error) => {
      if (!error) return resolve();
      connection.destroy();
      reject(error);
    });
  });
}

function tlsOf({ ssl, ca }: DatabaseAccount['credential']['fields']): ConnectionOptions['ssl'] | undefined {
  if (ssl === 'disable') return undefined;
  if (ssl === 'require') return { rejectUnauthorized: false };
  return { rejectUnauthorized: true, verifyIdentity: true, ...(typeof ca === 'string' && ca !== '' ? { ca } : {}) };
}
