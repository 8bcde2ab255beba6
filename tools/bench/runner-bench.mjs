// Measures starts and runs inside one process, without HTTP: what the engine room itself can do on this machine.
// Usage: node tools/bench/runner-bench.mjs [--seconds=5] [--callers=1,10,50] [--nodes=10] [--profile=<file>]
// DATABASE_URL names a Postgres to use; otherwise a throw-away one with durable settings is started.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { swc } from '../build-server.mjs';
import { startPostgres } from '../pg.mjs';

const options = Object.fromEntries(process.argv.slice(2).map((text) => text.replace(/^--/, '').split('=')));
const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-runner-bench-'));
const bundle = path.resolve('tmp/runner-bench.js');
await build({
  entryPoints: ['libs/server/runner/src/testing/runner-bench.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  outfile: bundle,
  tsconfig: 'tsconfig.base.json',
  plugins: [swc],
  logLevel: 'warning',
  keepNames: true,
});
const postgres = process.env.DATABASE_URL ? undefined : await startPostgres({ dir: path.join(folder, 'cluster') });
try {
  const { runBench } = await import(pathToFileURL(bundle).href);
  await runBench({
    url: process.env.DATABASE_URL ?? postgres.url,
    sandboxChild: path.resolve('libs/sandbox/src/child/sandbox-child.mjs'),
    seconds: Number(options.seconds ?? 5),
    callers: (options.callers ?? '1,10,50').split(',').map(Number),
    nodes: Number(options.nodes ?? 10),
    profile: options.profile,
  });
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
