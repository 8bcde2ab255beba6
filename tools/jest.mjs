// Runs jest for one project with require(esm): Nest 12, pg-boss 12 and others are ESM-only.
// Usage: node tools/jest.mjs <project folder> [jest arguments]
import { spawnSync } from 'node:child_process';

const [folder, ...jestArguments] = process.argv.slice(2);
const result = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '-c',
    `${folder}/jest.config.js`,
    ...jestArguments,
  ],
  { stdio: 'inherit' },
);
process.exit(result.status ?? 1);
