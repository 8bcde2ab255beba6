import 'reflect-metadata';
import { createGraphqlModule } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import request from 'supertest';
import { identityConfig, identityMigrations, IdentityModule } from '../index';

let running: TestApp;
let token: string;
let userId: string;

const mutation = `mutation($input: ProfileInput!) { profileUpdate(input: $input) {
  user { id name email } errors { code path } } }`;
const update = (name: string, authorization = `Bearer ${token}`): request.Test =>
  request(running.server)
    .post('/graphql')
    .set({ authorization })
    .send({ query: mutation, variables: { input: { name } } });

beforeAll(async () => {
  running = await startTestApp({
    imports: [IdentityModule, createGraphqlModule()],
    migrations: identityMigrations,
    configs: [identityConfig],
    env: { JWT_SECRET_KEY: 'a key for tests that is 32 bytes or more', RATE_LIMIT_API_PER_MINUTE: '0' },
  });
  const account = { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' };
  const { body } = await request(running.server).post('/api/auth/register').send(account).expect(201);
  token = body.token;
  userId = body.user.id;
});
afterAll(() => running.stop());

it('changes the own name, without spaces around it, and writes it into the audit log', async () => {
  const { body } = await update('  Ada Lovelace ');
  expect(body.data.profileUpdate).toEqual({
    user: { id: userId, name: 'Ada Lovelace', email: 'ada@example.com' },
    errors: [],
  });
  const me = await request(running.server)
    .get('/api/auth/me')
    .set({ authorization: `Bearer ${token}` })
    .expect(200);
  expect(me.body.user.name).toBe('Ada Lovelace');
  const { rows } = await running.database.pool.query(
    "select actor_id, target_label from audit_event where action = 'user.renamed'",
  );
  expect(rows).toEqual([{ actor_id: userId, target_label: 'ada@example.com' }]);
});

it.each([
  ['an empty name', '   '],
  ['a name that is too long', 'x'.repeat(201)],
])('refuses %s', async (_what, name) => {
  const { body } = await update(name);
  expect(JSON.stringify(body)).toMatch(/VALIDATION_FAILED|BAD_USER_INPUT/);
  const { rows } = await running.database.pool.query('select name from app_user where id = $1', [userId]);
  expect(rows).toEqual([{ name: 'Ada Lovelace' }]);
});

it('is for those who are signed in', async () => {
  const { body } = await update('Eve', '');
  expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
