// Proves that the walls between rooms hold: plants one violation per wall, as an unsaved file, and fails when lint lets it pass.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { walls } from './walls.mjs';

const graph = await createProjectGraphAsync({ exitOnError: true });
const { paths } = JSON.parse(readFileSync('tsconfig.base.json', 'utf8')).compilerOptions;
const rooms = Object.values(graph.nodes)
  .map((node) => ({
    name: node.name,
    folder: node.data.sourceRoot,
    scope: node.data.tags?.find((tag) => tag.startsWith('scope:'))?.slice('scope:'.length),
    isPure: node.data.tags?.includes('runtime:pure') ?? false,
  }))
  .filter((room) => room.scope);

const eslint = new ESLint({ ignore: false });

/** Lints `code` as if it stood in `folder`; answers the lines that any of `rules` complained about. */
async function complaints(folder, code, rules) {
  const [result] = await eslint.lintText(code, { filePath: path.resolve(folder, 'planted-violation.ts') });
  return new Set(result.messages.filter((message) => rules.includes(message.ruleId)).map((message) => message.line));
}

const holes = [];
let planted = 0;

async function plant(room, violations, rules) {
  if (!violations.length) return;
  const found = await complaints(room.folder, violations.map(({ code }) => code).join('\n') + '\n', rules);
  planted += violations.length;
  violations.forEach(({ what }, index) => {
    if (!found.has(index + 1)) holes.push(`${room.name}: ${what}`);
  });
}

for (const room of rooms) {
  if (!(room.scope in walls)) {
    holes.push(`${room.name}: its scope "${room.scope}" has no entry in tools/walls.mjs`);
    continue;
  }
  const allowed = new Set([room.scope, ...walls[room.scope]]);
  const forbidden = rooms.filter((other) => paths[`@millrace/${other.name}`] && !allowed.has(other.scope));
  await plant(
    room,
    forbidden.map((other) => ({ what: `may import ${other.name}`, code: `import '@millrace/${other.name}';` })),
    ['@nx/enforce-module-boundaries'],
  );
  await plant(room, [{ what: 'may export *', code: "export * from './anything';" }], ['no-restricted-syntax']);
  if (!room.isPure) continue;
  await plant(
    room,
    ['node:fs', '@nestjs/common', 'typeorm'].map((name) => ({ what: `may import ${name}`, code: `import '${name}';` })),
    ['no-restricted-imports'],
  );
}

if (holes.length) {
  console.error(
    `Walls with a hole (${holes.length} of ${planted} planted violations passed lint):\n  ${holes.join('\n  ')}`,
  );
  process.exit(1);
}
console.log(`walls: ${planted} planted violations, all refused`);
