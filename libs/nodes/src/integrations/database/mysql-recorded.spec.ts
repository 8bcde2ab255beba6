import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { selfSigned, testCredential, testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { startTestMariadb } from '../../testing/mariadb';
import { recordMysql, replayMysql } from '../../testing/mysql-conversation';
import type { Conversation } from '../../testing/mysql-conversation';
import { closeIdleSessions } from './database.client';
import { mysqlCredential } from './mysql.credential';
import { queryNode } from './nodes/query/query.executor';

/** Bytes of a MariaDB 10.11. With MILLRACE_RECORD_MYSQL=1 and that server installed, this spec writes them anew. */
const FILE = path.join(__dirname, '../../testing/recorded/mariadb.conversation.json');

const run = async (port: number, text: string, params: JsonObject = {}, values: JsonObject = {}) => {
  const fields = { host: '127.0.0.1', port, database: 'shop', user: 'flows', password: 'secret', ssl: 'disable' };
  const account = testCredential(mysqlCredential, { ...fields, ...values });
  return testNode(queryNode, { params: { query: text, ...params }, credentials: { account } });
};

/** What is asked, in this order: the first on a connection of its own that is refused. */
async function talk(port: number) {
  const denied = await run(port, 'SELECT 1', {}, { password: 'wrong' });
  const parameters = ["x' OR '1'='1", 2, null, { a: [1] }];
  const read = await run(
    port,
    'SELECT id, email, total, at, photo FROM orders WHERE email = ? OR id = ? OR ? OR ? = 7',
    {
      parameters,
    },
  );
  const refused = await run(port, 'DELETE FROM orders');
  const insert = { readOnly: false, parameters: [2, 'topsecret'] };
  const twice = await run(port, 'INSERT INTO orders (id, email) VALUES (?, ?)', insert);
  const wrong = await run(port, 'SELEC 1');
  closeIdleSessions();
  return { denied, read, refused, twice, wrong };
}

async function conversation(): Promise<Conversation> {
  if (process.env['MILLRACE_RECORD_MYSQL'] === '1') await recordAgain();
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Conversation) : [];
}

async function recordAgain(): Promise<void> {
  const server = await startTestMariadb(selfSigned('localhost'));
  await server.admin(
    'CREATE DATABASE shop',
    "CREATE USER flows IDENTIFIED BY 'secret'",
    'GRANT ALL ON shop.* TO flows',
    'CREATE TABLE shop.orders (id int PRIMARY KEY, email varchar(200), total decimal(10,2), at datetime, photo blob)',
    "INSERT INTO shop.orders VALUES (2, 'bob@example.com', 12, '2026-01-15 11:00:00', x'00ff')",
  );
  const recorder = await recordMysql(server.port);
  await talk(recorder.port);
  writeFileSync(FILE, `${JSON.stringify(recorder.conversation, null, 1)}\n`);
  recorder.stop();
  await server.stop();
}

describe('database: query, with the recorded answers of a MariaDB', () => {
  it('says what it said when it was recorded, and understands the answers', async () => {
    const server = await replayMysql(await conversation());
    const { denied, read, refused, twice, wrong } = await talk(server.port);
    await server.stop();
    expect(server.surprises).toEqual([]);
    expect(denied.failure).toMatchObject({ code: 'DATABASE_AUTH', fault: 'user', details: { sqlState: '28000' } });
    expect(denied.failure?.message).toContain('Access denied');
    expect(read.main).toMatchObject({
      rows: [{ id: 2, email: 'bob@example.com', total: '12.00', at: '2026-01-15T11:00:00', photo: 'AP8=' }],
      fields: [
        { name: 'id', type: 'long' },
        { name: 'email', type: 'text' },
        { name: 'total', type: 'newdecimal' },
        { name: 'at', type: 'datetime' },
        { name: 'photo', type: 'binary' },
      ],
    });
    expect(refused.failure).toMatchObject({ code: 'DATABASE_READ_ONLY', fault: 'user' });
    expect(twice.failure).toMatchObject({ code: 'DATABASE_CONSTRAINT', details: { sqlState: '23000' } });
    expect(JSON.stringify(twice.failure)).not.toContain('topsecret');
    expect(wrong.failure).toMatchObject({ code: 'DATABASE_SYNTAX', details: { sqlState: '42000' } });
  });
});
