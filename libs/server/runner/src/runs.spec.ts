import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

it('runs a chain of pure nodes and gives the value of its end', async () => {
  const version = await rig.chain([
    ['a', 'set', { name: 'a', value: 1 }],
    ['b', 'set', { name: 'b', value: '{{input.a}}' }],
  ]);
  const id = await worker.start(version, { hello: 'world' });
  expect(await worker.finished(id)).toEqual({ status: 'completed', output: { hello: 'world', a: 1, b: 1 } });
  const events = await worker.events(id);
  expect(events.map(({ type }) => type)).toEqual([
    'workflow.started',
    'node.completed',
    'node.completed',
    'node.completed',
    'workflow.finished',
  ]);
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});
