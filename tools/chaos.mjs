// Loads the built product, makes everything around it fail, and checks what it promises. Everything follows from the seed.
// Usage: npm run chaos -- [--seed N] [--runs N] [--minutes N] [--apis N] [--workers N] [--fault-every <seconds>] [--as-built]
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { buildServer, swc } from './build-server.mjs';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const given = process.argv.slice(2);
const options = given.filter((option) => option !== '--as-built');
if (options.length === given.length) for (const app of ['api', 'worker']) await buildServer(app);
await build({
  entryPoints: ['apps/chaos-e2e/src/main.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  outfile: 'dist/apps/chaos-e2e/main.js',
  tsconfig: 'tsconfig.base.json',
  plugins: [swc],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['dist/apps/chaos-e2e/main.js', ...options], { stdio: 'inherit' });
process.exit(status ?? 1);
