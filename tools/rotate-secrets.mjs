// `npm run secrets:rotate`: gives the encrypted files of this machine a new key. The product may run meanwhile.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const { buildServer } = await import('./build-server.mjs');
const { secretsFolder } = await import('./data-folder.mjs');

if (existsSync('.env')) process.loadEnvFile('.env');
const dataDir = path.resolve(process.env.MILLRACE_DATA_DIR ?? '.data');
await buildServer('api');
const { status } = spawnSync(process.execPath, ['--enable-source-maps', 'dist/apps/api/main.js', 'rotate-secrets'], {
  stdio: 'inherit',
  env: { ...process.env, ...secretsFolder(dataDir) },
});
process.exit(status ?? 1);
