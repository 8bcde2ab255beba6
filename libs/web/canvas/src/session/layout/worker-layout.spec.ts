import '../testing/structured-clone';
import { after, chainOf, contextOf } from '../testing/documents';
import { catalogue } from '../testing/definitions';
import { applyEdit } from '@millrace/workflow-model';
import { isRefusal, type Outcome } from '../operations/operation';
import { loadLayout, tidyUp } from '../operations/tidy-up';
import { layoutTask, runLayout, type LayoutTask } from './layout-task';
import { workerLayout, type LayoutWorker } from './worker-layout';

const large = chainOf(120);
const task = (document = large): LayoutTask => layoutTask(document, catalogue().lookup);

/** A worker that answers a message as it is told. */
class TestWorker {
  readonly sent: LayoutTask[] = [];
  isTerminated = false;
  readonly #listeners = new Map<string, (event: unknown) => void>();

  constructor(private readonly answer: (worker: TestWorker, task: LayoutTask) => void) {}

  addEventListener(kind: string, listener: (event: never) => void): void {
    this.#listeners.set(kind, listener as (event: unknown) => void);
  }

  postMessage(sent: LayoutTask): void {
    this.sent.push(structuredClone(sent));
    this.answer(this, sent);
  }

  say(kind: string, data?: unknown): void {
    this.#listeners.get(kind)?.({ data });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

const started = (worker: TestWorker) => workerLayout(() => worker as unknown as LayoutWorker);
const laysOut = (worker: TestWorker, sent: LayoutTask): void =>
  void runLayout(structuredClone(sent)).then((outcome) => worker.say('message', structuredClone(outcome)));
const documentAfter = (outcome: Outcome) => (isRefusal(outcome) ? undefined : applyEdit(large, outcome.edit));

it('a large workflow is laid out by a worker, as the page would', async () => {
  const worker = new TestWorker(laysOut);
  const outcome = await started(worker)(task());
  expect(documentAfter(outcome)).toEqual(after(large, tidyUp(contextOf(large), await loadLayout())));
  expect([worker.sent.length, worker.isTerminated]).toEqual([1, true]);
});

it('neither docs nor schemas are sent', () => {
  for (const [, definition] of task().definitions) {
    expect(definition).toMatchObject({ paramsSchema: {} });
    expect(definition).not.toHaveProperty('docs');
  }
});

it('a small one needs no worker', async () => {
  const worker = new TestWorker(laysOut);
  await started(worker)(task(chainOf(5)));
  expect(worker.sent).toEqual([]);
});

it('the page does it when the worker fails or cannot be started', async () => {
  const failing = new TestWorker((worker) => worker.say('error'));
  const blocked = workerLayout(() => {
    throw new Error('blocked');
  });
  const wanted = await runLayout(task());
  expect(await started(failing)(task())).toEqual(wanted);
  expect(await blocked(task())).toEqual(wanted);
  expect(failing.isTerminated).toBe(true);
});

it('an aborted layout ends its worker and gives nothing', async () => {
  const worker = new TestWorker(() => undefined);
  const abort = new AbortController();
  const asked = started(worker)(task(), abort.signal);
  abort.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
  expect(worker.isTerminated).toBe(true);
});
