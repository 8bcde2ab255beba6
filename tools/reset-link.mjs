// `npm run reset-link -- ada@example.com`: prints a link with which this person sets a new password, where there is no mail.
// On the data of `npm start`, which may run meanwhile; on DATABASE_URL when that is set.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const { buildServer } = await import('./build-server.mjs');
const { DataFolder, secretsFolder } = await import('./data-folder.mjs');
const { startPostgres } = await import('./pg.mjs');

if (existsSync('.env')) process.loadEnvFile('.env');
const dataDir = path.resolve(process.env.MILLRACE_DATA_DIR ?? '.data');
const cluster = path.join(dataDir, 'postgres');
const port = Number(process.env.PORT ?? 3000);

/** The embedded Postgres; one that runs already goes on afterwards. */
async function embedded() {
  if (!existsSync(dataDir)) throw new Error(`There is nobody yet: ${dataDir} holds no data. Run npm start first.`);
  const postgres = await startPostgres({ dir: cluster, port: Number(process.env.MILLRACE_POSTGRES_PORT ?? 54_400) });
  return { url: postgres.url, end: () => (postgres.reused ? undefined : postgres.stop()) };
}

try {
  await buildServer('api');
  const database = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, end: () => undefined }
    : await embedded();
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', 'dist/apps/api/main.js', 'reset-link', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_URL: database.url,
        ...new DataFolder(dataDir, port).signingKey(),
        ...secretsFolder(dataDir),
      },
    },
  );
  await database.end();
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
