// Writes what follows from the settings themselves: .env.example and the table between the markers in README.md. Needs no database.
// Usage: node tools/env-docs.mjs [--check]   (--check writes nothing and fails when a file is out of date)
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { swc } from './build-server.mjs';

const root = path.resolve(import.meta.dirname, '..');
const START = '<!-- settings: written by tools/env-docs.mjs -->';
const END = '<!-- /settings -->';
const COMMENT_WIDTH = 100;
const check = process.argv.includes('--check');

const settings = await readSettings();
const stale = [await put('.env.example', envExample()), await put('README.md', await readme())].filter(Boolean);
if (stale.length > 0) {
  console.error(`Out of date, run \`node tools/env-docs.mjs\`:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}

/** The product's settings as `describeConfig` tells them, each once. */
async function readSettings() {
  const folder = mkdtempSync(path.join(root, 'node_modules/.settings-'));
  try {
    const outfile = path.join(folder, 'settings.mjs');
    const contents = `import 'reflect-metadata';
      import { productConfigs } from '@millrace/server-composition';
      import { describeConfig } from '@millrace/server-platform';
      export const settings = describeConfig(productConfigs);`;
    await build({
      stdin: { contents, resolveDir: root, loader: 'js' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      packages: 'external',
      tsconfig: path.join(root, 'tsconfig.base.json'),
      plugins: [swc],
      keepNames: true,
      logLevel: 'warning',
    });
    const { settings: described } = await import(pathToFileURL(outfile).href);
    return [...new Map(described.map((setting) => [setting.name, setting])).values()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function envExample() {
  const own = settings.map(({ name, description, default: value, required }) =>
    entry(name, value, required === 'no' ? description : `${description} Required ${required}.`),
  );
  const names = new Set(settings.map(({ name }) => name));
  const compose = composeVariables()
    .filter(({ name }) => !names.has(name))
    .map(({ name, value }) => entry(name, value, value === null ? 'Required by docker compose.' : ''));
  return `# Settings of Millrace; every one is optional under npm start. Copy to .env and take the # away where you want another value.
# Written by tools/env-docs.mjs from the settings themselves: do not edit.

${own.join('\n')}
# --- Only for docker compose ---

${compose.join('\n')}`;
}

/** Variables that docker-compose.yml reads, with its defaults; null where it has none. */
function composeVariables() {
  const compose = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
  const found = [...compose.matchAll(/\$\{([A-Z_]+)(?::-([^}]*)|:\?[^}]*)?\}/g)];
  return [...new Map(found.map(([, name, value]) => [name, { name, value: value ?? null }])).values()];
}

function entry(name, value, description) {
  return `${commented(description)}# ${name}=${value ?? ''}\n`;
}

/** Comment lines of a bounded width. */
function commented(text) {
  const lines = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < COMMENT_WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return text === '' ? '' : lines.map((line) => `# ${line}\n`).join('');
}

async function readme() {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md needs the markers ${START} and ${END}`);
  const rows = settings.map(({ name, description, default: value, required }) => {
    const shown = value === null || value === '' ? '' : `\`${value}\``;
    const cell = required === 'no' ? shown : `required ${required}`;
    return `| \`${name}\` | ${cell} | ${description.replaceAll('|', '\\|')} |`;
  });
  const table = `| variable | default | what it is |\n| --- | --- | --- |\n${rows.join('\n')}`;
  const whole = `${text.slice(0, start)}${START}\n\n${table}\n\n${text.slice(end)}`;
  return format(whole, { ...(await resolveConfig(path.join(root, 'README.md'))), parser: 'markdown' });
}

/** Answers the name of a file that is out of date and may not be written. */
async function put(name, content) {
  const file = path.join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return undefined;
  if (check) return name;
  writeFileSync(file, content);
  return undefined;
}
