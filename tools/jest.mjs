// Runs jest for one project with require(esm): Nest 12, pg-boss 12 and others are ESM-only.
// Usage: node tools/jest.mjs <project folder> [jest arguments]. Counts go to tmp/test-results/<project>.json.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

const [folder, ...jestArguments] = process.argv.slice(2);
const { name } = JSON.parse(readFileSync(`${folder}/project.json`, 'utf8'));
const results = 'tmp/test-results';
mkdirSync(results, { recursive: true });
const isWhole = jestArguments.length === 0;
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '-c',
    `${folder}/jest.config.js`,
    ...(isWhole ? ['--maxWorkers=2', '--json', `--outputFile=${results}/${name}.json`] : []),
    ...jestArguments,
  ],
  { stdio: isWhole ? ['ignore', 'ignore', 'inherit'] : 'inherit' },
);
process.exit(status ?? 1);
