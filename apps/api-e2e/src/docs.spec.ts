import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Product } from '@millrace/e2e-kit';

/* What people paste must work: the marked command blocks of the documents run as they stand, one after the other. */
const FENCE = /^(`{3,4})bash (\w+)\n([\s\S]*?)^\1$/gm;

let product: Product;

beforeAll(async () => {
  product = await Product.start();
});
afterAll(() => product.stop());

function commandsOf(file: string, mark: string): string {
  const blocks = [...readFileSync(file, 'utf8').matchAll(FENCE)].filter(([, , name]) => name === mark);
  if (blocks.length === 0) throw new Error(`${file} has no blocks marked "bash ${mark}"`);
  return blocks.map(([, , , text]) => text).join('\n');
}

async function runAll(script: string): Promise<{ code: number; output: string }> {
  const bash = spawn('bash', ['-c', `set -euo pipefail\n${script}`], {
    env: { ...process.env, BASE: product.api.url, DATABASE_URL: product.databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [bash.stdout, bash.stderr]) stream.on('data', (data) => (output += String(data)));
  const [code] = (await once(bash, 'close')) as [number];
  return { code, output };
}

it.each([
  ['README.md', 'tour'],
  ['docs/api.md', 'api'],
])('%s: the blocks marked "%s" run to their end', async (file, mark) => {
  const { code, output } = await runAll(commandsOf(file, mark));
  if (code !== 0) throw new Error(output.slice(-3_000));
});
