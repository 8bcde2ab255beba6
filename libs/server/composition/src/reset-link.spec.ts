import { readConfig } from '@millrace/server-platform';
import { startTestDatabase, type TestDatabase } from '@millrace/server-platform/testing';
import { productConfigs } from './product';
import { resetLinkFor } from './reset-link';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase({});
});
afterAll(() => database.stop());

it('the operator gets a link for a person who forgot the password, on a machine without mail', async () => {
  const env = { DATABASE_URL: database.url, LOG_LEVEL: 'silent', MILLRACE_PUBLIC_URL: 'https://millrace.example' };
  const config = readConfig(env, productConfigs);
  await expect(resetLinkFor(config, 'ada@example.com')).rejects.toMatchObject({ code: 'USER_NOT_FOUND' });
  await database.pool.query(
    `insert into app_user (id, email, name) values (gen_random_uuid(), 'ada@example.com', 'Ada')`,
  );
  expect(await resetLinkFor(config, ' Ada@example.com')).toMatch(
    /^https:\/\/millrace\.example\/new-password\/[\w-]{43}$/,
  );
});
