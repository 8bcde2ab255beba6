import { TestSignal, selfSigned, testCredential, testNode } from '@millrace/node-sdk/testing';
import type { NodeTrial } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { hasMariadb, startTestMariadb } from '../../testing/mariadb';
import type { TestMariadb } from '../../testing/mariadb';
import { closeIdleSessions } from './database.client';
import { mysqlCredential } from './mysql.credential';
import { queryNode } from './nodes/query/query.executor';

const certificate = selfSigned('localhost');
/** Needs the server of a distribution; the recorded conversation beside this needs none. */
const describeMariadb = hasMariadb() ? describe : (_name: string, _tests: () => void): void => undefined;

it('knows whether there is a MariaDB to be tried', () => {
  expect(typeof hasMariadb()).toBe('boolean');
});

describeMariadb('database: query, with MariaDB', () => {
  let server: TestMariadb;
  beforeAll(async () => {
    server = await startTestMariadb(certificate);
    await server.admin(
      'CREATE DATABASE shop',
      "CREATE USER flows IDENTIFIED BY 'secret'",
      'GRANT ALL ON shop.* TO flows',
      'CREATE TABLE shop.orders (id int PRIMARY KEY, email varchar(200), total decimal(10,2)) ENGINE=InnoDB',
      "INSERT INTO shop.orders VALUES (1, 'ada@example.com', 9.90), (2, 'bob@example.com', 12)",
    );
  }, 60_000);
  afterAll(async () => {
    closeIdleSessions();
    await server.stop();
  });

  const account = (values: JsonObject = {}) =>
    testCredential(mysqlCredential, {
      ...{ host: '127.0.0.1', port: server.port, database: 'shop', user: 'flows', password: 'secret', ssl: 'disable' },
      ...values,
    });
  const query = (text: string, params: JsonObject = {}, trial: Partial<NodeTrial> = {}) =>
    testNode(queryNode, { params: { query: text, ...params }, credentials: { account: account() }, ...trial });

  it('reads rows, with values apart', async () => {
    const text = 'SELECT id, email, total FROM orders WHERE email = ? OR id = ? ORDER BY id LIMIT ?';
    expect((await query(text, { parameters: ['ada@example.com', 2, 5] })).main).toEqual({
      rows: [
        { id: 1, email: 'ada@example.com', total: '9.90' },
        { id: 2, email: 'bob@example.com', total: '12.00' },
      ],
      row: { id: 1, email: 'ada@example.com', total: '9.90' },
      rowCount: 2,
      fields: [
        { name: 'id', type: 'long' },
        { name: 'email', type: 'text' },
        { name: 'total', type: 'newdecimal' },
      ],
      truncated: false,
    });
    const injected = await query('SELECT id FROM orders WHERE email = ?', { parameters: ["x' OR '1'='1"] });
    expect(injected.main).toMatchObject({ rows: [] });
  });

  it('turns every type into JSON', async () => {
    const { main } = await query(
      `SELECT CAST(9007199254740993 AS SIGNED) AS big, 1.5e0 AS real_, TRUE AS yes, NULL AS nothing, x'00ff' AS bytes,
        TIMESTAMP '2026-01-15 11:00:00' AS at, DATE '2026-01-15' AS day, TIME '11:00:00' AS hour, 'Größe ✓😀' AS text, 1 AS id, 2 AS id`,
    );
    expect((main as { row: unknown }).row).toEqual({
      ...{ big: '9007199254740993', real_: 1.5, yes: expect.anything(), nothing: null, bytes: 'AP8=' },
      ...{ at: '2026-01-15T11:00:00', day: '2026-01-15', hour: '11:00:00', text: 'Größe ✓😀' },
      ...{ id: expect.anything(), id_2: expect.anything() },
    });
  });

  it('reads no more rows than it is told', async () => {
    const many = 'SELECT a.id FROM orders a, orders b, orders c, orders d';
    expect((await query(many, { maxRows: 5 })).main).toMatchObject({ rowCount: 5, truncated: true });
    expect((await query(`${many} LIMIT 16`, { maxRows: 5 })).main).toMatchObject({ rowCount: 5, truncated: true });
    expect((await query(many, { maxRows: 16 })).main).toMatchObject({ rowCount: 16, truncated: false });
  });

  it('changes data when it may, and only then', async () => {
    const insert = 'INSERT INTO orders VALUES (?, ?, 1)';
    for (const text of [insert, 'CREATE TABLE t (id int)', 'DROP TABLE orders', 'TRUNCATE orders']) {
      const parameters = text === insert ? [3, 'c@example.com'] : [];
      expect((await query(text, { parameters })).failure).toMatchObject({ code: 'DATABASE_READ_ONLY', fault: 'user' });
    }
    const done = await query(insert, { parameters: [3, 'c@example.com'], readOnly: false });
    expect(done.main).toMatchObject({ rows: [], rowCount: 1, fields: [] });
    const twice = await query(insert, { parameters: [3, 'topsecret'], readOnly: false });
    expect(twice.failure).toMatchObject({ code: 'DATABASE_CONSTRAINT', details: { sqlState: '23000' } });
    expect(twice.failure?.message).not.toMatch(/topsecret|'3'/);
    await query('DELETE FROM orders WHERE id = 3', { readOnly: false });
  });

  it('takes one statement, and tells what is wrong with it', async () => {
    const fails = async (text: string) => (await query(text)).failure;
    expect(await fails('SELECT 1; SELECT 2')).toMatchObject({ fault: 'user', details: { sqlState: '42000' } });
    expect(await fails('SELECT * FROM nowhere')).toMatchObject({ fault: 'user', details: { sqlState: '42S02' } });
    expect(await fails('SELECT * FROM mysql.user')).toMatchObject({ fault: 'user' });
  });

  it('stops what runs too long, and when the node is told to stop', async () => {
    expect((await query('SELECT SLEEP(60)', { timeoutMs: 100 })).failure).toMatchObject({ code: 'DATABASE_TIMEOUT' });
    const signal = new TestSignal();
    const running = query('SELECT SLEEP(60), 7', {}, { signal });
    const busy = "SELECT 1 FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP(60), 7%'";
    const count = async () => ((await query(busy)).main as { rowCount: number }).rowCount;
    while ((await count()) === 0);
    signal.abort();
    expect((await running).failure).toMatchObject({ code: 'DATABASE_STOPPED' });
    expect(await count()).toBe(0);
  });

  it('uses a connection again, and forgets what a statement left behind', async () => {
    closeIdleSessions();
    const id = async () => (await query('SELECT CONNECTION_ID() AS id, @left AS kept')).main as { row: JsonObject };
    const first = await id();
    await query('SET @left = 7', { readOnly: false });
    expect((await id()).row).toEqual(first.row);
  });

  it('encrypts, and checks the server', async () => {
    const net = { pin: async (host: string, port: number) => ({ host, address: '127.0.0.1', port }) };
    const withTls = (values: JsonObject) =>
      query(
        "SHOW STATUS LIKE 'Ssl_version'",
        {},
        {
          net,
          credentials: { account: account({ ssl: 'verify-full', host: 'localhost', ...values }) },
        },
      );
    expect((await withTls({ ssl: 'require' })).main).toMatchObject({ row: { Value: expect.stringContaining('TLS') } });
    expect((await withTls({})).failure).toMatchObject({ code: 'DATABASE_TLS', fault: 'user' });
    expect((await withTls({ ca: certificate.cert })).main).toMatchObject({
      row: { Value: expect.stringContaining('TLS') },
    });
    const other = await withTls({ ca: certificate.cert, host: 'db.example.com' });
    expect(other.failure).toMatchObject({ code: 'DATABASE_TLS', fault: 'user' });
  });

  it('tells a wrong account from a server that is away', async () => {
    const fails = async (values: JsonObject) =>
      (await query('SELECT 1', {}, { credentials: { account: account(values) } })).failure;
    expect(await fails({ password: 'x' })).toMatchObject({ code: 'DATABASE_AUTH', fault: 'user' });
    expect(await fails({ database: 'mysql' })).toMatchObject({ code: 'DATABASE_AUTH', fault: 'user' });
    expect(await fails({ port: 1 })).toMatchObject({ code: 'DATABASE_CONNECTION', fault: 'transient' });
  });
});
