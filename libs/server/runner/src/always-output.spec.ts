import type { Json } from '@millrace/workflow-model';
import { NodeError } from '@millrace/node-sdk';
import type { RunnerRig as Rig, TestProcess } from './testing/runner-rig';
import { RunnerRig } from './testing/runner-rig';

let rig: Rig;
let worker: TestProcess;

beforeAll(async () => {
  rig = await RunnerRig.start();
  worker = await rig.worker();
});
afterAll(() => rig.stop());

const always = { settings: { onError: 'stop' as const, alwaysOutput: true } };

async function given(value: Json, settings: object): Promise<unknown> {
  const version = await rig.chain([
    ['a', 'give', { value }, settings],
    ['b', 'set', { name: 'b', value: true }],
  ]);
  return (await worker.finished(await worker.start(version))).output;
}

describe('a node that always gives something', () => {
  it.each([
    ['null', null],
    ['an empty list', []],
  ])('gives an empty object for %s', async (_name, nothing) => {
    expect(await given(nothing, always)).toEqual({ b: true });
  });

  it.each([
    ['an empty object', {}],
    ['a list', [1]],
    ['false', false],
    ['empty text', ''],
  ])('leaves %s as it is', async (_name, value) => {
    const version = await rig.chain([['a', 'give', { value }, always]]);
    expect((await worker.finished(await worker.start(version))).output).toEqual(value);
  });

  it('gives an empty object on main when it makes no port live', async () => {
    const version = await rig.chain([
      ['a', 'silent', {}, always],
      ['b', 'set', { name: 'b', value: true }],
    ]);
    expect((await worker.finished(await worker.start(version))).output).toEqual({ b: true });
  });

  it('gives an empty object for an empty list of items, and each item what it gave', async () => {
    const each = {
      settings: {
        ...always.settings,
        forEach: { items: '{{start.list}}', concurrency: 1, onItemError: 'stop' as const },
      },
    };
    const version = await rig.chain([['a', 'give', { value: '{{item}}' }, each]]);
    const outputOf = async (list: Json): Promise<unknown> =>
      (await worker.finished(await worker.start(version, { list }))).output;
    expect(await outputOf([])).toEqual({});
    expect(await outputOf([null, 1])).toEqual([null, 1]);
  });
});

it('makes what follows a silent node skipped when it need not give anything', async () => {
  const version = await rig.chain([
    ['a', 'silent'],
    ['b', 'set', { name: 'b', value: true }],
  ]);
  const id = await worker.start(version);
  await worker.finished(id);
  expect(await worker.events(id)).toContainEqual(expect.objectContaining({ type: 'node.skipped', nodeId: 'b' }));
});

it('hands the error port how many attempts there were, what was answered, and which item it was', async () => {
  const onError = {
    parent: 'each',
    settings: {
      onError: 'error-port' as const,
      retry: { maxAttempts: 2, backoff: 'fixed' as const, baseMs: 1, maxMs: 1 },
    },
  };
  const version = await rig.version(
    [
      ['start', 'start'],
      ['each', 'loop', { items: '{{input.list}}' }],
      ['e', 'effect', { key: 'typed-{{item}}' }, onError],
      ['bad', 'give', { value: '{{input}}' }, { parent: 'each' }],
    ],
    ['start>each', 'e.error>bad'],
  );
  const failure = { code: 'HTTP_STATUS', fault: 'transient' as const, message: 'It said 503.', httpStatus: 503 };
  rig.script.answer('typed-x', (call) => call.finish('fine'));
  rig.script.answer('typed-y', (call) => call.fail(new NodeError(failure)));
  const { output } = await worker.finished(await worker.start(version, { list: ['x', 'y'] }));
  const error = { code: 'HTTP_STATUS', message: 'It said 503.', attempts: 2, httpStatus: 503, item: 1 };
  expect(output).toEqual(['fine', { error }]);
});
