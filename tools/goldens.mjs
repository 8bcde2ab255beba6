// Writes schema.graphql and schema.golden.sql anew, from the running product on a throw-away Postgres.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['tools/jest.mjs', 'libs/server/composition', 'goldens'], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_GOLDENS: '1' },
});
process.exit(status ?? 1);
