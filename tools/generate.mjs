// Writes what follows from the node folders and credential types (libs/nodes/src/{nodes,texts,credential-types}.generated.ts,
// libs/nodes/{catalogue,credential-types}.golden.json),
// from the editor's GraphQL documents (libs/web/api/src/**/*.generated.ts), and from the examples, which the server offers
// as templates (libs/server/workflows/src/templates/templates.generated.ts).
// Usage: node tools/generate.mjs [--check | --nodes]   (--check writes nothing and fails when something is out of date;
// --nodes leaves out the editor's documents, which may ask for fields that schema.graphql does not have yet)
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { graphqlSources } from './codegen.mjs';

const root = path.resolve(import.meta.dirname, '..');
const nodes = path.join(root, 'libs/nodes/src');
const HEADER = '// Written by tools/generate.mjs. Do not edit: run `npm run generate`.\n';
const check = process.argv.includes('--check');
const stale = [];

const vendors = foldersOf('integrations');
const folders = [
  ...nodeFolders('core'),
  ...vendors.flatMap((vendor) => nodeFolders(`integrations/${vendor}/nodes`, vendor)),
];
const credentials = ['credentials', ...vendors.map((vendor) => `integrations/${vendor}`)].flatMap(credentialFiles);
put(path.join(nodes, 'nodes.generated.ts'), indexSource(folders));
put(path.join(nodes, 'credential-types.generated.ts'), credentialsSource(credentials));
put(path.join(nodes, 'texts.generated.ts'), textsSource());
const goldens = await catalogueGoldens();
put(path.join(root, 'libs/nodes/catalogue.golden.json'), goldens.definitions);
put(path.join(root, 'libs/nodes/credential-types.golden.json'), goldens.credentialTypes);
if (!process.argv.includes('--nodes')) {
  for (const [file, source] of Object.entries(await graphqlSources(root)))
    put(path.join(root, file), `${HEADER}${source}`);
}
put(path.join(root, 'libs/server/workflows/src/templates/templates.generated.ts'), templatesSource());
if (stale.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}

function foldersOf(folder) {
  const full = path.join(nodes, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Folders that hold an executor, sorted: a folder without one is not a node yet. Nodes of a vendor are called after it. */
function nodeFolders(folder, vendor) {
  return foldersOf(folder)
    .filter((name) => existsSync(path.join(nodes, folder, name, `${name}.executor.ts`)))
    .map((name) => ({ name, vendor, folder: `${folder}/${name}`, type: vendor ? `${vendor}/${name}` : name }));
}

/** Files that each declare one credential type, which the file is called after. */
function credentialFiles(folder) {
  const full = path.join(nodes, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((file) => file.endsWith('.credential.ts'))
    .map((file) => ({ name: file.replace('.credential.ts', ''), folder }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function indexSource(entries) {
  const imports = entries.map(
    ({ name, folder, vendor }) =>
      `import { ${constant(name, 'Node')}${alias(vendor, name)} } from './${folder}/${name}.executor';`,
  );
  const list = entries.map(
    ({ name, vendor }) => `  ${vendor ? constant(`${vendor}-${name}`, 'Node') : constant(name, 'Node')},`,
  );
  return `${HEADER}import type { NodeImplementation } from '@millrace/node-sdk';
${imports.join('\n')}

/** Every node that comes with the product: the core by type, then those of vendors. */
export const allNodes: readonly NodeImplementation[] = [
${list.join('\n')}
];
`;
}

/** Two vendors may both have a node called `send-message`. */
function alias(vendor, name) {
  return vendor ? ` as ${constant(`${vendor}-${name}`, 'Node')}` : '';
}

function credentialsSource(entries) {
  const imports = entries.map(
    ({ name, folder }) => `import { ${constant(name, 'Credential')} } from './${folder}/${name}.credential';`,
  );
  const list = entries.map(({ name }) => `  ${constant(name, 'Credential')},`);
  return `${HEADER}import type { CredentialType } from '@millrace/node-sdk';
${imports.join('\n')}

/** Every credential type that comes with the product: the generic ones, then those of vendors. */
export const allCredentialTypes = [
${list.join('\n')}
] as const satisfies readonly CredentialType[];
`;
}

/** Docs and icons as strings, so that a bundle reads no files. A vendor's icon serves all that is the vendor's. */
function textsSource() {
  const nodeTexts = folders.map(({ type, name, folder, vendor }) =>
    textEntry(type, `${folder}/${name}.md`, [`${folder}/icon.svg`, `integrations/${vendor}/icon.svg`]),
  );
  const credentialTexts = credentials.map(({ name, folder }) =>
    textEntry(name, `${folder}/${name}.credential.md`, [`${folder}/${name}.svg`, `${folder}/icon.svg`]),
  );
  return `${HEADER}
type Texts = Readonly<Record<string, { readonly docs: string; readonly icon: string }>>;

/** Docs and icon of every node, by type. */
export const nodeTexts: Texts = {
${nodeTexts.join('\n')}
};

/** Docs and icon of every credential type. */
export const credentialTexts: Texts = {
${credentialTexts.join('\n')}
};
`;
}

function textEntry(key, docsFile, iconFiles) {
  const docs = JSON.stringify(textOf(docsFile));
  const icon = JSON.stringify((iconFiles.map(textOf).find((text) => text !== '') ?? '').trim());
  return `  ${JSON.stringify(key)}: {\n    docs: ${docs},\n    icon: ${icon},\n  },`;
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

function textOf(file) {
  const full = path.join(nodes, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : '';
}

function constant(name, suffix) {
  return `${name.replace(/-(\w)/g, (_match, letter) => letter.toUpperCase())}${suffix}`;
}

/** The catalogue as the server would serve it, without docs and icons: those are reviewed as files. */
async function catalogueGoldens() {
  const folder = mkdtempSync(path.join(root, 'node_modules/.catalogue-'));
  try {
    const outfile = path.join(folder, 'catalogue.mjs');
    const stdin = {
      contents: `${indexSource(folders)}
        ${credentialsSource(credentials)}
        import { credentialTypeData, definitionData } from '@millrace/node-sdk';
        export const definitions = allNodes.map(({ definition }) => definitionData(definition));
        export const credentialTypes = allCredentialTypes.map((type) => credentialTypeData(type));`,
      resolveDir: nodes,
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
    const { definitions, credentialTypes } = await import(pathToFileURL(outfile).href);
    const golden = (list) => `${JSON.stringify(list, null, 2)}\n`;
    return { definitions: golden(definitions), credentialTypes: golden(credentialTypes) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(file, content) {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  if (check) stale.push(path.relative(root, file));
  else writeFileSync(file, content);
}
