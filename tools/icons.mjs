// Writes the drawings of the icons named in libs/web/ui/src/icons/names.ts, from lucide-static: those of first-names.ts into
// icons.generated.ts, which every page loads, the others into more-icons.generated.ts.
// Usage: node tools/icons.mjs [--check]   (--check writes nothing and fails when the file is out of date)
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'libs/web/ui/src/icons');
const names = namesIn('names.ts');
const first = new Set(namesIn('first-names.ts'));
const unknown = names.filter((name) => !existsSync(fileOf(name)));
if (unknown.length > 0) {
  console.error(`Not in lucide: ${unknown.join(', ')}. Look at node_modules/lucide-static/icons.`);
  process.exit(1);
}
put(
  'icons.generated.ts',
  'FIRST_DRAWINGS',
  names.filter((name) => first.has(name)),
);
put(
  'more-icons.generated.ts',
  'MORE_DRAWINGS',
  names.filter((name) => !first.has(name)),
);

function namesIn(file) {
  const list = readFileSync(path.join(folder, file), 'utf8').match(/\[([\s\S]*?)\] as const/)[1];
  return [...new Set([...list.matchAll(/'([a-z0-9-]+)'/g)].map(([, name]) => name))].sort();
}

function put(file, constant, drawn) {
  const output = path.join(folder, file);
  const source = `// Written by tools/icons.mjs from lucide-static (ISC). Do not edit: change names.ts and run the tool.
import type { IconName } from './names';

/** What is inside the 24 x 24 drawing of each icon. */
export const ${constant}: Readonly<Partial<Record<IconName, string>>> = {
${drawn.map((name) => `  '${name}': '${drawingOf(name)}',`).join('\n')}
};
`;
  if (existsSync(output) && readFileSync(output, 'utf8') === source) return;
  if (process.argv.includes('--check')) {
    console.error(`Out of date, run \`node tools/icons.mjs\`: libs/web/ui/src/icons/${file}`);
    process.exit(1);
  }
  writeFileSync(output, source);
}

function fileOf(name) {
  return path.join(root, `node_modules/lucide-static/icons/${name}.svg`);
}

function drawingOf(name) {
  const svg = readFileSync(fileOf(name), 'utf8');
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return inner.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>').trim();
}
