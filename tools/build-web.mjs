// Builds the editor into dist/apps/web when its sources have changed since, and writes compressed copies beside its files.
// Usage: node tools/build-web.mjs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { checkFirstLoad, REPORT } from './web-budget.mjs';

const OUTPUT = 'dist/apps/web';
/** Inside the output: whoever builds in another way takes it away. */
const STAMP = path.join(OUTPUT, '.sources');
const SOURCES = [
  'apps/web/**/*',
  'libs/web/*/{src,tools}/**/*',
  'libs/{workflow-model,expression,engine,node-sdk}/src/**/*.ts',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
  'tools/{build-web,web-budget}.mjs',
];
const COMPRESSIBLE = /\.(js|css|html|svg|json|txt)$/;
/** Below this a compressed copy is not worth a file. */
const WORTH_BYTES = 1_024;

/** Tells one state of the sources from another. */
function sourcesHash() {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern)).filter(
    (file) => !/\.spec\.ts$|test-setup\.ts$/.test(file),
  );
  for (const file of files.sort()) {
    if (statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** A `.br` and a `.gz` beside every file that shrinks. */
async function compressFiles() {
  const [brotli, gz] = [promisify(brotliCompress), promisify(gzip)];
  const files = globSync(`${OUTPUT}/**/*`).filter(
    (file) => COMPRESSIBLE.test(file) && statSync(file).size >= WORTH_BYTES,
  );
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      writeFileSync(`${file}.br`, await brotli(bytes, { params }));
      writeFileSync(`${file}.gz`, await gz(bytes, { level: 9 }));
    }),
  );
}

/**
 * Builds the editor unless what is there was made of these very sources. Resolves to whether it built.
 * @throws Error with the compiler's words, or when the editor's first load grew over its budget
 */
export async function buildWeb() {
  const wanted = sourcesHash();
  const isCurrent =
    existsSync(path.join(OUTPUT, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;
  if (isCurrent) return false;
  const { status, stdout, stderr } = spawnSync('nx', ['run', 'web:build', '--output-style=static'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NX_DAEMON: 'false', NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The editor could not be built:\n${stdout ?? ''}${stderr ?? ''}`);
  await compressFiles();
  checkFirstLoad(OUTPUT);
  // Who asks for the editor needs no list of its parts.
  for (const ending of ['', '.br', '.gz']) rmSync(path.join(OUTPUT, `${REPORT}${ending}`), { force: true });
  writeFileSync(STAMP, wanted);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log((await buildWeb()) ? `Built ${OUTPUT}.` : `${OUTPUT} is up to date.`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
