import { Client } from 'pg';
import type { ClientConfig, QueryResult } from 'pg';
import Cursor from 'pg-cursor';
import type { Json } from '@millrace/workflow-model';
import { isIP } from 'node:net';
import { boundValue, jsonTypes, typeName } from './postgres-values';
import { RowCollector, SqlTrouble } from './sql-session';
import type { DatabaseAccount, SqlAnswer, SqlPhase, SqlRequest, SqlSession } from './sql-session';

const CONNECT_MS = 10_000;
const AT_ONCE = 200;

/** What of pg's client its types leave out. */
type OpenClient = Client & { processID?: number; connection: { stream: { ref(): void; unref(): void } } };

/** Opens a connection to the address that was checked; certificates are compared with the name. */
export async function openPostgres(account: DatabaseAccount): Promise<SqlSession> {
  return new PostgresSession(account, await connected(account));
}

class PostgresSession implements SqlSession {
  isBroken = false;

  constructor(
    private readonly account: DatabaseAccount,
    private readonly client: OpenClient,
  ) {
    const broken = (): void => void (this.isBroken = true);
    client.on('error', broken);
    client.on('end', broken);
  }

  async query(request: SqlRequest): Promise<SqlAnswer> {
    const { readOnly, timeoutMs } = request;
    await this.#step('begin', () =>
      this.client.query(
        `BEGIN TRANSACTION ${readOnly ? 'READ ONLY' : 'READ WRITE'}; SET LOCAL statement_timeout = ${Math.ceil(timeoutMs)}`,
      ),
    );
    try {
      const answer = await this.#step('statement', () => this.#read(request));
      await this.#step('commit', () => this.client.query('COMMIT'));
      return answer;
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => void (this.isBroken = true));
      throw error;
    }
  }

  async cancel(): Promise<void> {
    const { processID } = this.client;
    if (processID === undefined) return;
    const other = await connected(this.account);
    try {
      await other.query('SELECT pg_cancel_backend($1)', [processID]);
    } finally {
      await other.end();
    }
  }

  async reset(): Promise<void> {
    await this.client.query('DISCARD ALL');
  }

  close(): void {
    this.isBroken = true;
    this.client.end().catch(() => undefined);
  }

  hold(isHeld: boolean): void {
    const { stream } = this.client.connection;
    if (isHeld) stream.ref();
    else stream.unref();
  }

  async #step<T>(phase: SqlPhase, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw new SqlTrouble(phase, error);
    }
  }

  async #read({ text, values, maxRows }: SqlRequest): Promise<SqlAnswer> {
    const config = { rowMode: 'array' as const, types: jsonTypes };
    const cursor = this.client.query(new Cursor<Json[]>(text, values.map(boundValue), config));
    const collector = new RowCollector(maxRows);
    let known: QueryResult | undefined;
    for (;;) {
      const { rows, result = known } = await piece(cursor, Math.min(AT_ONCE, maxRows + 1));
      if (known === undefined) collector.columns((result?.fields ?? []).map(({ name }) => name));
      known = result;
      const goesOn = rows.every((row) => collector.add(row));
      if (goesOn && rows.length > 0) continue;
      if (!goesOn) await cursor.close();
      return answerOf(collector, known);
    }
  }
}

function answerOf({ rows, truncated, names }: RowCollector, result: QueryResult | undefined): SqlAnswer {
  const fields = (result?.fields ?? []).map(({ dataTypeID }, index) => ({
    name: names[index] ?? '',
    type: typeName(dataTypeID),
  }));
  return { rows, truncated, fields, rowCount: fields.length > 0 ? rows.length : (result?.rowCount ?? 0) };
}

function piece(cursor: Cursor<Json[]>, count: number): Promise<{ rows: Json[][]; result?: QueryResult | undefined }> {
  return new Promise((resolve, reject) => {
    cursor.read(count, (error, rows, result) => (error ? reject(error) : resolve({ rows, result })));
  });
}

async function connected({ host, address, port, credential }: DatabaseAccount): Promise<OpenClient> {
  const { fields } = credential;
  const client = new Client({
    host: address,
    port,
    database: String(fields['database'] ?? ''),
    user: String(fields['user'] ?? ''),
    password: credential.secret('password'),
    ssl: tlsOf(host, fields),
    application_name: 'Millrace',
    connectionTimeoutMillis: CONNECT_MS,
    types: jsonTypes,
  }) as OpenClient;
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.end().catch(() => undefined);
    throw new SqlTrouble('begin', error);
  }
}

function tlsOf(host: string, { ssl, ca }: DatabaseAccount['credential']['fields']): ClientConfig['ssl'] {
  if (ssl === 'disable') return false;
  const name = isIP(host) === 0 ? { host, servername: host } : { host };
  const authority = typeof ca === 'string' && ca !== '' ? { ca } : {};
  return { ...name, ...authority, rejectUnauthorized: ssl !== 'require' };
}
