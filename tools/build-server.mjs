// Bundles server applications with esbuild; swc writes the decorator metadata that Nest and TypeORM need.
// Usage: node tools/build-server.mjs <api|worker> [...]   [--watch]
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';
import { build, context } from 'esbuild';

/** Files that run as processes of their own and so stand beside the bundle. */
const CHILD_FILES = ['libs/sandbox/src/child/sandbox-child.mjs'];

/** Compiles TypeScript with the metadata that decorators of Nest and TypeORM read. */
export const swc = {
  name: 'swc',
  setup(plugin) {
    plugin.onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path: file }) => {
      const { code, map } = await transformFile(file, {
        swcrc: false,
        sourceMaps: true,
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      });
      const inlineMap = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
      return { contents: `${code}\n${inlineMap}`, loader: 'js' };
    });
  },
};

function optionsFor(app) {
  return {
    entryPoints: [`apps/${app}/src/main.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    outfile: `dist/apps/${app}/main.js`,
    tsconfig: 'tsconfig.base.json',
    plugins: [swc],
    logLevel: 'warning',
    keepNames: true,
  };
}

/** Builds one application into dist/apps/<app>. */
export async function buildServer(app, { watch = false } = {}) {
  mkdirSync(`dist/apps/${app}`, { recursive: true });
  for (const file of CHILD_FILES) {
    if (existsSync(file)) copyFileSync(file, `dist/apps/${app}/${path.basename(file)}`);
  }
  if (watch) await (await context(optionsFor(app))).watch();
  else await build(optionsFor(app));
}

if (process.argv[1] === import.meta.filename) {
  const watch = process.argv.includes('--watch');
  for (const app of process.argv.slice(2).filter((word) => !word.startsWith('--'))) await buildServer(app, { watch });
}
