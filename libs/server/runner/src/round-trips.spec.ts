import { Client } from 'pg';
import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;
let statements: string[] = [];

/** Everything that any connection of this process sends goes through here. */
const { query } = Client.prototype;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }];
    statements.push(typeof first === 'string' ? first : (first.text ?? 'other'));
    return Reflect.apply(query, this, given);
  } as typeof query;
});
afterAll(async () => {
  Client.prototype.query = query;
  await rig.stop();
});

const ten = Array.from(
  { length: 10 },
  (_none, index) => [`n${index}`, 'set', { name: `f${index}`, value: index }] as const,
);

it('runs one ten-node chain with one statement to start it and one to record all of it', async () => {
  const version = await rig.chain(ten);
  await worker.finished(await worker.start(version));
  statements = [];
  await worker.finished(await worker.start(version));
  const mine = statements.filter((text) => /execution/.test(text) && !/pgboss/.test(text));
  expect(mine).toHaveLength(2);
});

it('needs less than one round trip a run when fifty callers start ten-node chains', async () => {
  const version = await rig.chain(ten);
  statements = [];
  const runs = 1_000;
  let left = runs;
  const caller = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      expect((await worker.finished(await worker.start(version))).status).toBe('completed');
    }
  };
  await Promise.all(Array.from({ length: 50 }, caller));
  expect(statements.length / runs).toBeLessThan(1);
  expect(await rig.unsoundRuns()).toEqual([]);
});

it('needs few round trips a run as well when another process starts the runs', async () => {
  const starter = await rig.process();
  const version = await rig.chain(ten);
  statements = [];
  const runs = 500;
  const ids = await Promise.all(Array.from({ length: runs }, () => starter.start(version)));
  await Promise.all(ids.map((id) => worker.event(id, ({ type }) => type === 'workflow.finished')));
  const work = statements.filter((text) => !/SELECT v\.seq/.test(text));
  expect(work.length / runs).toBeLessThan(1);
});
