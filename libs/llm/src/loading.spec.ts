import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(__dirname, '../../..');

it('loads no client of a provider before it is needed', async () => {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'libs/llm/src/index.ts')],
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', packages: 'external', logLevel: 'error' },
    tsconfig: path.join(root, 'tsconfig.base.json'),
  });
  const code = outputFiles[0]?.text ?? '';
  expect(code).not.toMatch(/^import .*from "(openai|@anthropic-ai\/sdk)/m);
  expect(code).toMatch(/await import\("openai"\)/);
});
