import { NodeError } from '@millrace/node-sdk';
import type {
  CancelSignal,
  CredentialTestContext,
  CredentialTestResult,
  NetPort,
  ResolvedCredential,
} from '@millrace/node-sdk';
import { createHash } from 'node:crypto';
import { openMysql } from './mysql.session';
import { openPostgres } from './postgres.session';
import { SessionPool } from './session-pool';
import { sqlFailure } from './sql-failure';
import { SqlTrouble } from './sql-session';
import type { DatabaseAccount, SqlAnswer, SqlRequest, SqlSession } from './sql-session';

interface Line {
  readonly net: NetPort;
  readonly signal?: CancelSignal;
}

const pools = new Map<string, SessionPool>();

/** Runs one statement. @throws NodeError `DATABASE_…`, and those of `net.pin` */
export async function runStatement(
  credential: ResolvedCredential,
  { net, signal }: Line,
  request: SqlRequest,
): Promise<SqlAnswer> {
  const host = String(credential.fields['host'] ?? '');
  const pinned = await net.pin(host, Number(credential.fields['port']), credential);
  const pool = poolFor({ ...pinned, credential });
  try {
    return await withAnotherTry(pool, (session) => watched(session, signal, () => session.query(request)));
  } catch (error) {
    throw error instanceof SqlTrouble ? sqlFailure(error, host, request.readOnly) : error;
  }
}

/** Logs in and asks for nothing. */
export async function probeDatabase(
  credential: ResolvedCredential,
  { net }: Pick<CredentialTestContext, 'net'>,
): Promise<CredentialTestResult> {
  const text = 'SELECT 1';
  await runStatement(credential, { net }, { text, values: [], readOnly: true, timeoutMs: 10_000, maxRows: 1 });
  const { user, database } = credential.fields;
  const account = `${String(user)}@${String(database)}`;
  return { ok: true, message: 'The database accepted user and password.', account };
}

/** Closes connections that nobody uses just now. */
export function closeIdleSessions(): void {
  for (const pool of pools.values()) pool.closeIdle();
  forgetUnused();
}

/** How many connections are open. */
export function openSessions(): number {
  return [...pools.values()].reduce((sum, pool) => sum + pool.size, 0);
}

/** One pool for each version of an account: a changed password never meets an open connection. */
function poolFor(account: DatabaseAccount): SessionPool {
  const { credential, address } = account;
  const version = JSON.stringify([credential.id, credential.type, address, credential.fields]);
  const key = createHash('sha256')
    .update(`${version}\0${credential.secret('password')}`)
    .digest('hex');
  const known = pools.get(key);
  if (known) return known;
  forgetUnused();
  const open = credential.type === 'mysql' ? openMysql : openPostgres;
  const pool = new SessionPool(() => open(account));
  pools.set(key, pool);
  return pool;
}

function forgetUnused(): void {
  for (const [key, pool] of pools) if (pool.isUnused) pools.delete(key);
}

/** A connection that was kept may have died meanwhile: what fails before its statement is tried with a fresh one. */
async function withAnotherTry(
  pool: SessionPool,
  work: (session: SqlSession) => Promise<SqlAnswer>,
): Promise<SqlAnswer> {
  for (;;) {
    let wasFresh = true;
    try {
      return await pool.use((session, isFresh) => {
        wasFresh = isFresh;
        return work(session);
      });
    } catch (error) {
      if (wasFresh || !(error instanceof SqlTrouble) || error.phase !== 'begin') throw error;
    }
  }
}

/** Stops the statement on the server when the node is told to stop. */
async function watched<T>(session: SqlSession, signal: CancelSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal?.aborted) throw stopped();
  const stop = (): void => {
    session.cancel().catch(() => session.close());
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await work();
  } catch (error) {
    throw signal?.aborted ? stopped(error) : error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function stopped(cause?: unknown): NodeError {
  return new NodeError(
    { code: 'DATABASE_STOPPED', fault: 'transient', message: 'The statement was stopped.' },
    { cause },
  );
}
