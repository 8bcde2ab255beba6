// Writes libs/web/ui/src/icons/icons.generated.ts: the drawings of the icons named in names.ts, from lucide-static.
// Usage: node tools/icons.mjs [--check]   (--check writes nothing and fails when the file is out of date)
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'libs/web/ui/src/icons');
const output = path.join(folder, 'icons.generated.ts');

const list = readFileSync(path.join(folder, 'names.ts'), 'utf8').match(/\[([\s\S]*?)\] as const/)[1];
const names = [...new Set([...list.matchAll(/'([a-z0-9-]+)'/g)].map(([, name]) => name))].sort();
const unknown = names.filter((name) => !existsSync(fileOf(name)));
if (unknown.length > 0) {
  console.error(`Not in lucide: ${unknown.join(', ')}. Look at node_modules/lucide-static/icons.`);
  process.exit(1);
}

const source = `// Written by tools/icons.mjs from lucide-static (ISC). Do not edit: change names.ts and run the tool.
import type { IconName } from './names';

/** What is inside the 24 x 24 drawing of each icon. */
export const ICON_DRAWINGS: Readonly<Record<IconName, string>> = {
${names.map((name) => `  '${name}': '${drawingOf(name)}',`).join('\n')}
};
`;
if (!existsSync(output) || readFileSync(output, 'utf8') !== source) {
  if (process.argv.includes('--check')) {
    console.error('Out of date, run `node tools/icons.mjs`: libs/web/ui/src/icons/icons.generated.ts');
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
