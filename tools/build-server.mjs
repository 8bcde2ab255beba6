// Bundles server applications with esbuild; swc writes the decorator metadata that Nest and TypeORM need.
// Usage: node tools/build-server.mjs <api|worker> [...]
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

function prepare(app) {
  mkdirSync(`dist/apps/${app}`, { recursive: true });
  for (const file of CHILD_FILES) {
    if (existsSync(file)) copyFileSync(file, `dist/apps/${app}/${path.basename(file)}`);
  }
}

/** Builds one application into dist/apps/<app>. */
export async function buildServer(app) {
  prepare(app);
  await build(optionsFor(app));
}

/** Builds one application now and each time its sources change, and calls `onBuilt` after every build without errors. */
export async function watchServer(app, onBuilt) {
  prepare(app);
  const options = optionsFor(app);
  const afterBuild = {
    name: 'after-build',
    setup: (plugin) => plugin.onEnd(({ errors }) => (errors.length === 0 ? onBuilt() : undefined)),
  };
  const watcher = await context({ ...options, plugins: [...options.plugins, afterBuild] });
  await watcher.watch();
  return watcher;
}

if (process.argv[1] === import.meta.filename) {
  for (const app of process.argv.slice(2)) await buildServer(app);
}
