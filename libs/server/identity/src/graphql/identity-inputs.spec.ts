import 'reflect-metadata';
import { createGraphqlModule } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import request from 'supertest';
import { identityConfig, identityMigrations, IdentityModule } from '../index';

let running: TestApp;
beforeAll(async () => {
  running = await startTestApp({
    imports: [IdentityModule, createGraphqlModule()],
    migrations: identityMigrations,
    configs: [identityConfig],
    env: { JWT_SECRET_KEY: 'a key for tests that is 32 bytes or more', RATE_LIMIT_API_PER_MINUTE: '0' },
  });
});
afterAll(() => running.stop());

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly path: string[];
}

async function problems(mutation: 'signUp' | 'signIn', input: object): Promise<Problem[]> {
  const type = mutation === 'signUp' ? 'SignUpInput' : 'SignInInput';
  const query = `mutation($i: ${type}!) { ${mutation}(input: $i) { session { accessToken } errors { code message path } } }`;
  const { body } = await request(running.server)
    .post('/graphql')
    .send({ query, variables: { i: input } })
    .expect(200);
  return body.data[mutation].errors;
}

const password = 'correct horse battery';

describe('signing up and in', () => {
  it('names every field that is wrong', async () => {
    const input = { email: 'nobody', password: 'short', name: 'x'.repeat(201) };
    expect(await problems('signUp', input)).toEqual([
      { code: 'VALIDATION_FAILED', message: 'input.email: is not an e-mail address', path: ['input', 'email'] },
      {
        code: 'VALIDATION_FAILED',
        message: 'input.password: must have at least 8 characters',
        path: ['input', 'password'],
      },
      {
        code: 'VALIDATION_FAILED',
        message: 'input.name: is longer than 200 characters',
        path: ['input', 'name'],
      },
    ]);
  });

  it('takes an address with spaces around it and no name', async () => {
    expect(await problems('signUp', { email: '  Somebody@Example.com ', password, name: null })).toEqual([]);
    expect(await problems('signIn', { email: 'somebody@example.com', password })).toEqual([]);
  });

  it('does not hash a password of any length', async () => {
    const [problem] = await problems('signIn', { email: 'a@example.com', password: 'x'.repeat(1_025) });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', path: ['input', 'password'] });
  });

  it('tells nobody by its rules whether a password could be right', async () => {
    const [problem] = await problems('signIn', { email: 'somebody@example.com', password: 'x' });
    expect(problem).toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });
});
