// Writes what follows from the node folders (libs/nodes/src/core/{index,texts}.generated.ts, libs/nodes/catalogue.golden.json)
// from the editor's GraphQL documents (libs/web/api/src/graphql.generated.ts), and from the examples, which the server offers
// as templates (libs/server/workflows/src/templates/templates.generated.ts).
// Usage: node tools/generate.mjs [--check]   (--check writes nothing and fails when something is out of date)
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { graphqlSource } from './codegen.mjs';

const root = path.resolve(import.meta.dirname, '..');
const core = path.join(root, 'libs/nodes/src/core');
const HEADER = '// Written by tools/generate.mjs. Do not edit: run `npm run generate`.\n';
const check = process.argv.includes('--check');
const stale = [];

const folders = nodeFolders();
put(path.join(core, 'index.generated.ts'), indexSource(folders));
put(path.join(core, 'texts.generated.ts'), textsSource(folders));
put(path.join(root, 'libs/nodes/catalogue.golden.json'), await catalogueGolden());
put(path.join(root, 'libs/web/api/src/graphql.generated.ts'), `${HEADER}${await graphqlSource(root)}`);
put(path.join(root, 'libs/server/workflows/src/templates/templates.generated.ts'), templatesSource());
if (stale.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}

/** Folders that hold an executor, sorted: a folder without one is not a node yet. */
function nodeFolders() {
  return readdirSync(core, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(core, entry.name, `${entry.name}.executor.ts`)))
    .map((entry) => entry.name)
    .sort();
}

function indexSource(names) {
  const imports = names.map((name) => `import { ${nodeName(name)} } from './${name}/${name}.executor';`).join('\n');
  const list = names.map((name) => `  ${nodeName(name)},`).join('\n');
  return `${HEADER}import type { NodeImplementation } from '@millrace/node-sdk';
${imports}

/** Every core node, by type. */
export const coreNodes: readonly NodeImplementation[] = [
${list}
];
`;
}

/** Docs and icons as strings, so that a bundle reads no files. */
function textsSource(names) {
  const entries = names.map((name) => {
    const docs = JSON.stringify(textOf(name, `${name}.md`));
    const icon = JSON.stringify(textOf(name, 'icon.svg').trim());
    return `  ${JSON.stringify(name)}: {\n    docs: ${docs},\n    icon: ${icon},\n  },`;
  });
  return `${HEADER}
/** Docs and icon of every core node, by folder (which is the type). */
export const coreTexts: Readonly<Record<string, { readonly docs: string; readonly icon: string }>> = {
${entries.join('\n')}
};
`;
}

/** The examples as one module, so that a bundle reads no files. */
function templatesSource() {
  const examples = path.join(root, 'examples');
  const read = (id, file) => JSON.parse(readFileSync(path.join(examples, id, file), 'utf8'));
  const sources = readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(examples, entry.name, 'workflow.json')))
    .map(({ name: id }) => ({ id, workflow: read(id, 'workflow.json'), payload: read(id, 'payload.json') }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return `${HEADER}import type { TemplateSource } from './template';

/** The workflows of the folder \`examples\`, by id. */
export const templateSources: readonly TemplateSource[] = ${JSON.stringify(sources, null, 2)};
`;
}

function textOf(name, file) {
  const full = path.join(core, name, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : '';
}

function nodeName(folder) {
  return `${folder.replace(/-(\w)/g, (_match, letter) => letter.toUpperCase())}Node`;
}

/** The catalogue as the server would serve it, without docs and icons: those are reviewed as files. */
async function catalogueGolden() {
  const folder = mkdtempSync(path.join(root, 'node_modules/.catalogue-'));
  try {
    const outfile = path.join(folder, 'catalogue.mjs');
    const stdin = {
      contents: `${indexSource(folders)}
        import { definitionData } from '@millrace/node-sdk';
        export const definitions = coreNodes.map(({ definition }) => definitionData(definition));`,
      resolveDir: core,
      loader: 'ts',
    };
    await build({
      stdin,
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      tsconfig: path.join(root, 'tsconfig.base.json'),
      logLevel: 'warning',
    });
    const { definitions } = await import(pathToFileURL(outfile).href);
    return `${JSON.stringify(definitions, null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(file, content) {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  if (check) stale.push(path.relative(root, file));
  else writeFileSync(file, content);
}
