import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Client, Product } from '@millrace/e2e-kit';

const EXAMPLES = path.resolve('examples');
const tested = readdirSync(EXAMPLES).filter((name) => existsSync(path.join(EXAMPLES, name, 'tests.json')));

let product: Product;
let person: Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-tests-'));
  product = await Product.start();
  person = await product.signUp();
});
afterAll(async () => {
  product.checkLogs();
  await product.stop();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly status: number | null;
  readonly text: string;
}

/** Runs the command as CI does. */
function millrace(...args: string[]): Promise<Ended> {
  const env = { ...process.env, MILLRACE_SERVER: person.base, MILLRACE_TOKEN: person.token };
  const child = spawn(process.execPath, ['tools/cli.mjs', ...args], { env });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, text })));
}

const read = (name: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(EXAMPLES, name, file), 'utf8')) as Record<string, unknown>;

/** Folders of servers that the command started. */
const leftovers = (): string[] => readdirSync(os.tmpdir()).filter((name) => name.startsWith('millrace-throwaway-'));

function fileOf(name: string, change: (tests: Record<string, unknown>[]) => unknown = (tests) => tests): string {
  const file = path.join(folder, `${name}.millrace.json`);
  const { tests } = read(name, 'tests.json') as { tests: Record<string, unknown>[] };
  writeFileSync(file, JSON.stringify({ ...read(name, 'workflow.json'), tests: change(tests) }));
  return file;
}

describe('millrace test', () => {
  it('passes the tests of the examples, and leaves nothing on the server', async () => {
    expect(tested.length).toBeGreaterThanOrEqual(2);
    const junit = path.join(folder, 'results.xml');
    const { status, text } = await millrace('test', ...tested.map((name) => fileOf(name)), '--junit', junit);

    expect({ status, text }).toMatchObject({
      status: 0,
      text: expect.stringMatching(/(\d+) of \1 tests passed/) as string,
    });
    expect(readFileSync(junit, 'utf8').match(/<testsuite /g)).toHaveLength(tested.length);
    expect((await person.ok('GET', '/api/workflows')).items).toEqual([]);
    const { data } = await person.graphql(
      '{ workflows(status: DELETED) { edges { cursor } } executions(filter: { modes: [TEST] }) { edges { cursor } } }',
    );
    expect(data).toEqual({ workflows: { edges: [] }, executions: { edges: [] } });
  });

  it('says what does not hold, and ends with 1', async () => {
    const file = fileOf('long-timer', (tests) => [
      { ...tests[0], assertions: [{ kind: 'not-run', nodeId: 'result' }] },
    ]);
    const { status, text } = await millrace('test', file);

    expect(status).toBe(1);
    expect(text).toContain('“Result” does not run');
    expect(text).toContain('0 of 1 tests passed');
  });

  it('takes the workflows of a folder with the tests beside them, and those that are asked for', async () => {
    const all = await millrace('test', 'examples');
    expect(all).toMatchObject({ status: 0, text: expect.stringMatching(/(\d+) of \1 tests passed/) as string });
    expect(all.text).toContain('examples/code-and-errors/workflow.json has no tests.');

    const one = await millrace('test', 'examples', '--workflow', 'Follow up after thirty days', '--test', 'THIRTY');
    expect(one).toMatchObject({ status: 0, text: expect.stringContaining('1 of 1 tests passed') as string });
    expect(await millrace('test', 'examples', '--test', 'no such')).toEqual({
      status: 2,
      text: expect.stringContaining('No test fits') as string,
    });
  });

  it('runs the others when one workflow cannot be run, and says so in the report', async () => {
    const broken = path.join(folder, 'broken.json');
    const nodes = [{ id: 'a', type: 'no-such-node', label: 'A & "B"' }];
    writeFileSync(broken, JSON.stringify({ name: 'Broken', nodes, edges: [], tests: [{ name: 'Runs' }] }));
    const junit = path.join(folder, 'broken.xml');
    const { status, text } = await millrace('test', broken, fileOf('long-timer'), '--junit', junit);

    expect(status).toBe(2);
    expect(text).toContain(`✗ ${broken}: WORKFLOW_INVALID`);
    expect(text).toContain('1 of 1 tests passed\n1 of 2 workflows could not be tested');
    expect(readFileSync(junit, 'utf8')).toContain('<testsuite name="Broken" tests="1" failures="0" errors="1">');
  });

  it('starts a server of its own when asked to, and leaves nothing of it', async () => {
    const before = leftovers();
    const { status, text } = await millrace('test', fileOf('long-timer'), '--start', '--token', '');

    expect(text).toContain('1 of 1 tests passed');
    expect(status).toBe(0);
    expect(leftovers()).toEqual(before);
  }, 150_000);

  it('runs the tests that are kept on the server', async () => {
    const { id } = await person.ok('POST', '/api/workflows', read('long-timer', 'workflow.json'));
    await person.ok('PUT', `/api/workflows/${id}/tests`, read('long-timer', 'tests.json'));
    const { status, text } = await millrace('test', '--workflow', id as string);

    expect(text).toContain('✓ Somebody is asked after thirty days');
    expect(status).toBe(0);
  });

  it.each([
    [['test', 'nowhere.json'], 'nowhere.json cannot be read'],
    [['test', '--token', 'wrong'], 'UNAUTHENTICATED'],
    [['test', '--server', 'http://127.0.0.1:1'], 'cannot be reached'],
    [['test', '--start'], '--start needs files'],
    [['test', 'examples', '--version', '1.0.0'], 'not for files'],
    [['test', 'package.json'], 'holds no workflow'],
    [['test', 'examples', '--workflow', 'Nobody'], 'No file holds a workflow "Nobody"'],
    [['test', '--timeout', '999'], 'up to 300'],
    [['dance'], 'There is no command "dance"'],
    [['test', '--magic'], "Unknown option '--magic'"],
  ])('ends %j with 2 and says why', async (args, why) => {
    const { status, text } = await millrace(...args);

    expect(text).toContain(why);
    expect(status).toBe(2);
  });
});
