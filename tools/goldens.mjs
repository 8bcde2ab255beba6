// Writes schema.graphql, schema.golden.sql and access.golden.txt anew, from the running product on a throw-away Postgres.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['tools/jest.mjs', 'libs/server/composition', 'goldens'], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_GOLDENS: '1' },
});
process.exit(status ?? 1);
