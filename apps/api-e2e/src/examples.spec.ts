/* eslint-disable @typescript-eslint/no-explicit-any -- answers are read as a stranger reads them */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Server } from 'node:http';
import { checkInvariants, type Client, Product, send } from '@millrace/e2e-kit';

const FOLDER = path.resolve('examples');
const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let product: Product;
let person: Client;
let service: Server;
let servicePort: number;
let mail: { smtpPort: number; imapPort: number; close: () => Promise<void> };

beforeAll(async () => {
  const { startExampleService } = (await import(path.join(FOLDER, 'service.mjs'))) as {
    startExampleService: (port: number) => Promise<Server>;
  };
  service = await startExampleService(0);
  servicePort = (service.address() as { port: number }).port;
  const { startExampleMail } = (await import(path.join(FOLDER, 'mail.mjs'))) as {
    startExampleMail: (ports: object) => Promise<typeof mail>;
  };
  mail = await startExampleMail({ smtpPort: 0, imapPort: 0 });
  product = await Product.start();
  person = await product.signUp();
});
afterAll(async () => {
  product.checkLogs();
  await checkInvariants(product);
  await product.stop();
  await mail.close();
  service.closeAllConnections();
  service.close();
});

const read = (name: string, file: string): any =>
  JSON.parse(
    readFileSync(path.join(FOLDER, name, file), 'utf8')
      .replaceAll('127.0.0.1:4010', `127.0.0.1:${servicePort}`)
      .replaceAll('"port": 4025', `"port": ${mail.smtpPort}`)
      .replaceAll('"port": 4143', `"port": ${mail.imapPort}`),
  );

/** The document with accounts made for it, where it needs any. */
async function documentOf(name: string): Promise<any> {
  const document = read(name, 'workflow.json');
  if (!existsSync(path.join(FOLDER, name, 'accounts.json'))) return document;
  const { withAccounts } = await import(path.join(FOLDER, 'accounts.mjs'));
  const create = async (account: object): Promise<string> =>
    (await person.ok('POST', '/api/credentials', account as any)).id;
  return withAccounts(document, read(name, 'accounts.json'), create);
}

async function begin(name: string, expected: any): Promise<{ run: string; answer?: unknown }> {
  const { id, hook } = await person.publish(await documentOf(name));
  const payload = read(name, 'payload.json');
  if (!hook) return { run: await person.execute(id, payload) };
  const answer = await send('POST', hook, { body: payload });
  if (expected.answer) expect(answer).toMatchObject({ status: 200, body: expected.answer });
  return { run: answer.headers.get('x-execution-id') ?? '', answer: answer.body };
}

describe('the examples', () => {
  it('are at least six', () => expect(names.length).toBeGreaterThanOrEqual(6));

  it.each(names)('%s does what it says', async (name) => {
    const expected = read(name, 'expected.json');
    const { run } = await begin(name, expected);
    if (expected.signal) {
      await person.reaches(run, 'waiting');
      await person.ok('POST', `/api/v2/workflows/${run}/events`, expected.signal);
    }
    const done = await person.reaches(run, expected.status, 'failed');
    expect(done).toMatchObject({ status: expected.status, ...(expected.output ? { output: expected.output } : {}) });
    for (const [nodeId, attempts] of Object.entries(expected.attempts ?? {})) {
      expect(done.steps.find((step: { nodeId: string }) => step.nodeId === nodeId)).toMatchObject({ attempts });
    }
  });

  it('parallel calls take about as long as one', async () => {
    const { id } = await person.publish(read('parallel-fan-out', 'workflow.json'));
    const done = await person.reaches(await person.execute(id), 'completed');
    expect(Date.parse(done.finishedAt) - Date.parse(done.startedAt)).toBeLessThan(6 * 300);
  });
});
