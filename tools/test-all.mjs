// Every check of the project, in the order in which a mistake is cheapest to find. Exits non-zero on the first kind that fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const { startPostgres } = await import('./pg.mjs');

const started = Date.now();
const env = { ...process.env, NODE_ENV: 'test', NX_DAEMON: 'false' };
const RESULTS = 'tmp/test-results';

function run(title, command, ...args) {
  const since = Date.now();
  console.log(`\n▶ ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  console.log(`  ${status ? 'failed' : 'done'} after ${((Date.now() - since) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** Sums what jest wrote for every project. */
function counts() {
  const files = readdirSync(RESULTS).filter((name) => name.endsWith('.json'));
  const results = files.map((name) => JSON.parse(readFileSync(path.join(RESULTS, name), 'utf8')));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return {
    passed: sum('numPassedTests'),
    failed: sum('numFailedTests') + sum('numRuntimeErrorTestSuites'),
    skipped: sum('numPendingTests') + sum('numTodoTests'),
  };
}

rmSync(RESULTS, { recursive: true, force: true });
const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-test-'));
chmodSync(folder, 0o755);
const postgres = await startPostgres({ dir: path.join(folder, 'cluster'), throwaway: true });
env.MILLRACE_TEST_PG_URL = postgres.url;

const steps = [
  () => run('walls', 'node', 'tools/check-walls.mjs'),
  () => run('generated files', 'node', 'tools/generate.mjs', '--check'),
  () => run('settings in the docs', 'node', 'tools/env-docs.mjs', '--check'),
  () => run('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  () => run('lint and types', 'nx', 'run-many', '-t', 'lint,typecheck', '--output-style=static'),
  () => run('tests', 'nx', 'run-many', '-t', 'test', '--exclude=*-e2e', '--nxBail=false', '--output-style=static'),
  () => run('builds', 'nx', 'run-many', '-t', 'build', '--output-style=static'),
  () => run('end to end', 'nx', 'run-many', '-t', 'test', '--projects=*-e2e', '--parallel=1', '--output-style=static'),
];
let isGreen = true;
try {
  for (const step of steps) isGreen = step() && isGreen;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
const { passed, failed, skipped } = counts();
console.log(
  `\n${isGreen ? 'All checks are green' : 'Some checks failed'} after ${((Date.now() - started) / 1000).toFixed(0)} s`,
);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(isGreen && passed > 0 && failed === 0 ? 0 : 1);
