import { NodeError } from '@millrace/node-sdk';
import type { CredentialTestContext } from '@millrace/node-sdk';
import { TestSignal, selfSigned, testCredential, testNode } from '@millrace/node-sdk/testing';
import type { NodeTrial } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { startTestPostgres } from '../../../../testing/postgres';
import type { TestPostgres } from '../../../../testing/postgres';
import { closeIdleSessions, openSessions } from '../../database.client';
import { postgresCredential } from '../../postgres.credential';
import { MOST_SESSIONS } from '../../session-pool';
import { queryNode } from './query.executor';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startTestPostgres();
  await postgres.admin(`
    CREATE ROLE flows LOGIN PASSWORD 'secret';
    CREATE TABLE orders (id int PRIMARY KEY, email text NOT NULL, total numeric(10,2));
    INSERT INTO orders VALUES (1, 'ada@example.com', 9.90), (2, 'bob@example.com', 12.00);
    CREATE TABLE hidden (id int);
    GRANT SELECT, INSERT, UPDATE, DELETE ON orders TO flows;
    CREATE FUNCTION grow() RETURNS int LANGUAGE sql AS 'INSERT INTO orders VALUES (99, ''x'', 1) RETURNING id';
  `);
});
afterAll(async () => {
  closeIdleSessions();
  await postgres.stop();
});

const account = (values: JsonObject = {}) =>
  testCredential(postgresCredential, {
    ...{ host: '127.0.0.1', port: postgres.port, database: postgres.database, user: 'flows', password: 'secret' },
    ssl: 'disable',
    ...values,
  });

const query = (text: string, params: JsonObject = {}, trial: Partial<NodeTrial> = {}) =>
  testNode(queryNode, { params: { query: text, ...params }, credentials: { account: account() }, ...trial });

const change = (text: string, parameters: JsonObject[string] = [], trial: Partial<NodeTrial> = {}) =>
  query(text, { parameters, readOnly: false }, trial);

describe('database: query, with PostgreSQL', () => {
  it('reads rows', async () => {
    const { main } = await query(
      'SELECT id, email FROM orders WHERE email = $1',
      {
        parameters: ['{{ trigger.email }}'],
      },
      { trigger: { email: 'ada@example.com' } },
    );
    expect(main).toEqual({
      rows: [{ id: 1, email: 'ada@example.com' }],
      row: { id: 1, email: 'ada@example.com' },
      rowCount: 1,
      fields: [
        { name: 'id', type: 'int4' },
        { name: 'email', type: 'text' },
      ],
      truncated: false,
    });
  });

  it('never lets a value become part of the statement', async () => {
    const parameters = ["x' OR '1'='1"];
    expect((await query('SELECT id FROM orders WHERE email = $1', { parameters })).main).toMatchObject({ rows: [] });
    const spliced = await query("SELECT id FROM orders WHERE email = '{{ trigger.email }}'");
    expect(spliced.failure).toMatchObject({ code: 'INVALID_PARAMS', message: expect.stringContaining('"Values"') });
  });

  it('turns every type into JSON without losing anything', async () => {
    const { main } = await query(
      `SELECT 9007199254740993::bigint AS big, 1.10::numeric AS exact, 1.5::float8 AS real,
      'NaN'::float8 AS nan, true AS yes, NULL AS nothing, '{"a":[1]}'::jsonb AS json, '\\x00ff'::bytea AS bytes,
      '2026-01-15 11:00:00.5+01'::timestamptz AS at, '2026-01-15 11:00:00'::timestamp AS local,
      'infinity'::timestamptz AS never, '2026-01-15'::date AS day, '11:00'::time AS hour, '1 day'::interval AS span,
      ARRAY[1,NULL,3] AS ints, ARRAY[9007199254740993]::bigint[] AS bigs, ARRAY['a,"b','c'] AS texts,
      ARRAY['2026-01-15 00:00+00'::timestamptz] AS times, '6b0e0e5c-5b1a-4b7e-8f39-000000000001'::uuid AS uuid,
      '(1,2)'::point AS point`,
    );
    expect((main as { row: unknown }).row).toEqual({
      big: '9007199254740993',
      exact: '1.10',
      real: 1.5,
      nan: 'NaN',
      yes: true,
      nothing: null,
      json: { a: [1] },
      bytes: 'AP8=',
      at: '2026-01-15T10:00:00.500Z',
      local: '2026-01-15T11:00:00',
      never: 'infinity',
      day: '2026-01-15',
      hour: '11:00:00',
      span: '1 day',
      ints: [1, null, 3],
      bigs: ['9007199254740993'],
      texts: ['a,"b', 'c'],
      times: ['2026-01-15T00:00:00.000Z'],
      uuid: '6b0e0e5c-5b1a-4b7e-8f39-000000000001',
      point: '(1,2)',
    });
    expect(main).toMatchObject({ fields: expect.arrayContaining([{ name: 'bigs', type: 'int8[]' }]) });
  });

  it('binds every kind of value', async () => {
    const parameters = [1, true, null, { a: 1 }, [{ b: 2 }], ['x', 'y'], 1.5];
    const text =
      'SELECT $1::int AS i, $2::bool AS b, $3::text AS n, $4::jsonb AS o, $5::jsonb AS l, $6::text[] AS t, $7::float8 AS f';
    expect((await query(text, { parameters })).main).toMatchObject({
      row: { i: 1, b: true, n: null, o: { a: 1 }, l: [{ b: 2 }], t: ['x', 'y'], f: 1.5 },
    });
  });

  it('keeps columns of the same name apart', async () => {
    const { main } = await query('SELECT 1 AS id, 2 AS id, 3 AS "__proto__"');
    expect((main as { row: object }).row).toMatchObject({ id: 1, id_2: 2 });
    expect(Object.getPrototypeOf((main as { row: object }).row)).toBe(Object.prototype);
  });

  it('reads no more rows than it is told, and says so', async () => {
    const { main, logs } = await query('SELECT generate_series(1, 1000000000) AS n', { maxRows: '450' });
    expect(main).toMatchObject({ rowCount: 450, truncated: true });
    expect(logs).toMatchObject([{ level: 'warn' }]);
    expect((await query('SELECT generate_series(1, 450) AS n', { maxRows: 450 })).main).toMatchObject({
      rowCount: 450,
      truncated: false,
    });
    const large = await query("SELECT repeat('x', 1000000) FROM generate_series(1, 100)");
    expect(large.main).toMatchObject({ truncated: true, rowCount: 9 });
  });

  it('gives the first row, or the count alone', async () => {
    const text = 'SELECT id FROM orders ORDER BY id';
    expect((await query(text, { mode: 'single' })).main).toMatchObject({ row: { id: 1 }, rows: [{ id: 1 }] });
    expect((await query('SELECT 1 WHERE false', { mode: 'single' })).main).toMatchObject({ row: null, rowCount: 0 });
    expect((await query(text, { mode: 'execute' })).main).toMatchObject({ rows: [], rowCount: 2 });
  });

  it('changes data when it may, once, and gives what RETURNING says', async () => {
    const insert = 'INSERT INTO orders VALUES ($1, $2, 1), ($1 + 1, $2, 1) RETURNING id';
    expect((await change(insert, [10, 'c@example.com'])).main).toMatchObject({ rows: [{ id: 10 }, { id: 11 }] });
    const gone = await change('DELETE FROM orders WHERE id >= $1', [10]);
    expect(gone.main).toEqual({ rows: [], row: null, rowCount: 2, fields: [], truncated: false });
  });

  it.each([
    ['DELETE FROM orders'],
    ['CREATE TABLE t (id int)'],
    ['SELECT grow()'],
    ["SELECT set_config('transaction_read_only', 'off', false), grow()"],
    ['WITH gone AS (DELETE FROM orders RETURNING id) SELECT * FROM gone'],
  ])('changes nothing while it only reads: %s', async (text) => {
    const { failure } = await query(text);
    expect(['25006', '25001']).toContain((failure?.details as { sqlState: string }).sqlState);
    expect((await query('SELECT count(*)::int AS n FROM orders')).main).toMatchObject({ row: { n: 2 } });
  });

  it('takes one statement, whatever is written', async () => {
    for (const text of ['SELECT 1; SELECT 2', 'COMMIT; DELETE FROM orders']) {
      expect((await query(text)).failure).toMatchObject({ code: 'DATABASE_SYNTAX', fault: 'user' });
    }
    expect((await query('COMMIT')).failure).toBeUndefined();
    expect((await query('-- nothing')).main).toMatchObject({ rows: [], rowCount: 0 });
  });

  it.each<[string, JsonObject[string], string, string]>([
    ['SELECT * FROM nowhere', [], 'DATABASE_REFUSED', '42P01'],
    ['SELEC 1', [], 'DATABASE_SYNTAX', '42601'],
    ['SELECT * FROM hidden', [], 'DATABASE_FORBIDDEN', '42501'],
    ['INSERT INTO orders VALUES ($1, $2, 1)', [1, 'topsecret'], 'DATABASE_CONSTRAINT', '23505'],
    ['SELECT $1::int', ['topsecret'], 'DATABASE_REFUSED', '22P02'],
    ['SELECT 1/0', [], 'DATABASE_REFUSED', '22012'],
    ['VACUUM', [], 'DATABASE_REFUSED', '25001'],
  ])('tells what is wrong with %s, and no value', async (text, parameters, code, sqlState) => {
    const { failure } = await change(text, parameters);
    expect(failure).toMatchObject({ code, fault: 'user', details: { sqlState } });
    expect(JSON.stringify(failure)).not.toContain('topsecret');
  });

  it('stops a statement that runs too long', async () => {
    const { failure } = await query('SELECT pg_sleep(60)', { timeoutMs: 100 });
    expect(failure).toMatchObject({ code: 'DATABASE_TIMEOUT', fault: 'user', details: { sqlState: '57014' } });
  });

  it('stops a statement on the server when the node is told to stop', async () => {
    const signal = new TestSignal();
    const running = query('SELECT pg_sleep(60)', {}, { signal });
    const sleeping =
      "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(60)%' AND state = 'active' AND pid <> pg_backend_pid()";
    const count = async () => ((await query(sleeping)).main as { rowCount: number }).rowCount;
    while ((await count()) === 0);
    signal.abort();
    expect((await running).failure).toMatchObject({ code: 'DATABASE_STOPPED' });
    expect(await count()).toBe(0);
  });

  it('gives a transaction that stands in the way the right of way', async () => {
    await postgres.admin('ALTER ROLE flows SET lock_timeout = 50; ');
    closeIdleSessions();
    const holding = change(
      'WITH held AS (UPDATE orders SET total = 1 WHERE id = 1 RETURNING id) SELECT id, pg_sleep(2) FROM held',
    );
    let isHeld = true;
    void holding.then(() => (isHeld = false));
    const waits = async () => (await change('UPDATE orders SET total = 2 WHERE id = 1')).failure;
    let failure = await waits();
    while (failure === undefined && isHeld) failure = await waits();
    expect(failure).toMatchObject({ code: 'DATABASE_BUSY', fault: 'transient' });
    await holding;
    await postgres.admin('ALTER ROLE flows RESET lock_timeout');
    closeIdleSessions();
  });
});

describe('connections to PostgreSQL', () => {
  const pid = async () => ((await query('SELECT pg_backend_pid() AS pid')).main as { row: { pid: number } }).row.pid;

  it('are used again, and forget what a statement left behind', async () => {
    closeIdleSessions();
    const first = await pid();
    await change("SELECT set_config('search_path', 'nowhere', false), pg_advisory_lock(7)");
    const text =
      "SELECT current_setting('search_path') AS path, (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks";
    expect((await query(text)).main).toMatchObject({ row: { path: '"$user", public', locks: 0 } });
    expect(await pid()).toBe(first);
    expect(openSessions()).toBe(1);
    closeIdleSessions();
    expect(openSessions()).toBe(0);
  });

  it('are no more than a few, however many nodes ask', async () => {
    const answers = await Promise.all(Array.from({ length: 3 * MOST_SESSIONS }, () => query('SELECT pg_sleep(0.02)')));
    expect(answers.every(({ failure }) => failure === undefined)).toBe(true);
    expect(openSessions()).toBeLessThanOrEqual(MOST_SESSIONS);
  });

  it('are not shared between versions of an account', async () => {
    await pid();
    const { failure } = await query('SELECT 1', {}, { credentials: { account: account({ password: 'old' }) } });
    expect(failure).toMatchObject({ code: 'DATABASE_AUTH', fault: 'user' });
  });

  it('are opened anew when the server was away', async () => {
    await pid();
    await postgres.crash();
    expect((await query('SELECT 1 AS one')).main).toMatchObject({ row: { one: 1 } });
  });

  it('fail for a while when nobody answers, and for good when the account is wrong', async () => {
    const fails = async (values: JsonObject) =>
      (await query('SELECT 1', {}, { credentials: { account: account(values) } })).failure;
    expect(await fails({ port: 1 })).toMatchObject({ code: 'DATABASE_CONNECTION', fault: 'transient' });
    expect(await fails({ database: 'nowhere' })).toMatchObject({ code: 'DATABASE_NOT_FOUND', fault: 'user' });
    expect(await fails({ ssl: 'require' })).toMatchObject({ code: 'DATABASE_TLS', fault: 'user' });
  });

  it('tell when a change may have been made or not', async () => {
    await postgres.admin(`
      CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END';
      CREATE TABLE cuts (id int); GRANT INSERT ON cuts TO flows;
      CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON cuts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut();`);
    expect((await change('INSERT INTO cuts VALUES (1)')).failure).toMatchObject({
      code: 'DATABASE_UNCERTAIN',
      fault: 'user',
    });
    const before = await query('SELECT pg_terminate_backend(pg_backend_pid())');
    expect(before.failure).toMatchObject({ code: 'DATABASE_CONNECTION', fault: 'transient' });
  });

  it('are encrypted, with the server checked or not', async () => {
    const certificate = selfSigned('localhost');
    await postgres.encrypt(certificate);
    const net = { pin: async (host: string, port: number) => ({ host, address: '127.0.0.1', port }) };
    const text = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
    const withTls = (values: JsonObject) =>
      query(text, {}, { net, credentials: { account: account({ ssl: 'verify-full', ...values }) } });
    expect((await withTls({ ssl: 'require' })).main).toMatchObject({ row: { ssl: true } });
    expect((await withTls({})).failure).toMatchObject({ code: 'DATABASE_TLS', fault: 'user' });
    expect((await withTls({ ca: certificate.cert })).main).toMatchObject({ row: { ssl: true } });
    expect((await withTls({ ca: certificate.cert, host: 'localhost' })).main).toMatchObject({ row: { ssl: true } });
    const other = await withTls({ ca: certificate.cert, host: 'db.example.com' });
    expect(other.failure).toMatchObject({ code: 'DATABASE_TLS', fault: 'user' });
  });

  it('go only where the network rules allow', async () => {
    const blocked = { code: 'NET_BLOCKED_ADDRESS', fault: 'user', message: 'no' } as const;
    const net = { pin: async () => Promise.reject(new NodeError(blocked)) };
    expect((await query('SELECT 1', {}, { net })).failure).toEqual(blocked);
    expect((await query('SELECT 1', {}, { credentials: {} })).failure?.code).toBe('CREDENTIAL_MISSING');
  });

  it('can be tried', async () => {
    const ctx = { net: { pin: async (host: string, port: number) => ({ host, address: host, port }) } };
    const probe = (values: JsonObject) => postgresCredential.probe?.(account(values), ctx as CredentialTestContext);
    expect(await probe({})).toMatchObject({ ok: true, account: `flows@${postgres.database}` });
    await expect(probe({ password: 'x' })).rejects.toMatchObject({ failure: { code: 'DATABASE_AUTH' } });
  });
});
