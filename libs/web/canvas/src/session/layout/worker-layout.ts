import type { Outcome } from '../operations/operation';
import { type LayoutTask, runLayout } from './layout-task';

/** Lays workflows out. Rejects with the reason of the signal when that aborts. */
export type Layout = (task: LayoutTask, signal?: AbortSignal) => Promise<Outcome>;

/** The part of a worker that is in use. */
export type LayoutWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** Nodes from which on a worker is worth starting: fewer are laid out before it has loaded. */
const WORTH_NODES = 100;

/** Large workflows are laid out beside the page, which goes on meanwhile; in it, when no worker can be started. */
export function workerLayout(start: () => LayoutWorker): Layout {
  return async (task, signal) => {
    signal?.throwIfAborted();
    if (task.document.nodes.length < WORTH_NODES) return runLayout(task);
    const answered = await answerOf(start, task, signal);
    return answered ?? runLayout(task);
  };
}

/** Undefined when the worker did not work. */
async function answerOf(
  start: () => LayoutWorker,
  task: LayoutTask,
  signal: AbortSignal | undefined,
): Promise<Outcome | undefined> {
  let worker: LayoutWorker | undefined;
  try {
    worker = start();
    return await answer(worker, task, signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  } finally {
    worker?.terminate();
  }
}

function answer(worker: LayoutWorker, task: LayoutTask, signal: AbortSignal | undefined): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('The worker for layouts failed.')));
    worker.addEventListener('messageerror', () => reject(new Error('The worker for layouts answered nothing.')));
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.postMessage(task);
  });
}
