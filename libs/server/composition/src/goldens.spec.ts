import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { readConfig, schemaGolden } from '@millrace/server-platform';
import { startTestDatabase, type TestDatabase } from '@millrace/server-platform/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { productConfigs } from './product';
import { serveApi, type Served } from './serve';

/*
 * What strangers rely on, kept as text so that every change is seen in review.
 * `npm run generate` writes them anew.
 */
let database: TestDatabase;
let served: Served;

beforeAll(async () => {
  database = await startTestDatabase({});
  const env = {
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    JWT_SECRET_KEY: randomBytes(48).toString('base64url'),
    MILLRACE_WORKERS: 'off',
  };
  served = await serveApi(readConfig(env, productConfigs), { sandboxChild: 'not used' });
});
afterAll(async () => {
  await served.app.close();
  await database.stop();
});

function expectGolden(file: string, text: string): void {
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

it('the GraphQL schema is the one that was reviewed', () => {
  const { schema } = served.app.get(GraphQLSchemaHost, { strict: false });
  expectGolden('schema.graphql', `${printSchema(lexicographicSortSchema(schema))}\n`);
});

it('the tables are the ones that were reviewed', async () => {
  expectGolden('schema.golden.sql', await schemaGolden(database.pool));
});
