import { checkInvariants, documentOf, node, Product, until, type Client } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';

/** From when the product answers again. */
const LATEST_MS = 5_000;

let product: Product;
afterEach(async () => {
  product.checkLogs();
  await checkInvariants(product);
  await product.stop();
});

type Waiter = readonly [id: string, type: string, config: Record<string, Json>];

/** Everything that can wait, each with a time of its own; and what must go on waiting. */
const DUE: readonly Waiter[] = [
  ['nap', 'timer', { duration: 'PT7S' }],
  ['gate', 'approval-gate', { message: 'Pay?', timeout: 'PT8S' }],
  ['ask', 'form', { fields: [{ name: 'a' }], timeout: 'PT7S' }],
  ['hook', 'wait-for-webhook', { timeout: 'PT8S' }],
  ['paid', 'wait-for-event', { eventName: 'paid', timeout: 'PT7S' }],
];
const LATER: readonly Waiter[] = [
  ['sleep', 'timer', { duration: 'PT10M' }],
  ['boss', 'approval-gate', { message: 'Really?', timeout: 'P1D' }],
  ['more', 'form', { fields: [{ name: 'a' }] }],
];

const documentFor = ([id, type, config]: Waiter): Json =>
  documentOf(`Waits at ${id}`, [node('start', 'manual-trigger'), node(id, type, config)], [`start>${id}`]);

/** Runs of each document, once they wait. */
async function waiting(person: Client, documents: readonly Json[]): Promise<string[]> {
  const runs: string[] = [];
  for (const document of documents) {
    const { id } = await person.publish(document);
    // Twice: what happens to one happens to many.
    runs.push(await person.execute(id), await person.execute(id));
  }
  for (const run of runs) await person.reaches(run, 'waiting');
  return runs;
}

interface Wake {
  readonly node: string;
  /** Milliseconds after its wait was due. */
  readonly late: number;
  /** Milliseconds after the product was there again. */
  readonly after: number;
}

/** What woke these runs, against when it was due; `readyAt` in milliseconds since the epoch. */
async function wakesOf(runs: readonly string[], due: readonly DueRow[], readyAt: number): Promise<Wake[]> {
  const { rows } = await product.pool.query<{ id: string; node: string; at: number }>(
    `select execution_id as id, node_id as node, extract(epoch from at)::float8 * 1000 as at
       from execution_event where execution_id = any($1::uuid[]) and type = 'node.woken'`,
    [runs],
  );
  return rows.map(({ id, node: name, at }) => {
    const wait = due.find((row) => row.id === id);
    return { node: name, late: at - (wait?.at ?? Infinity), after: at - readyAt };
  });
}

interface DueRow {
  readonly id: string;
  readonly at: number;
}

async function dueOf(runs: readonly string[]): Promise<DueRow[]> {
  const { rows } = await product.pool.query<DueRow>(
    `select execution_id as id, extract(epoch from due_at)::float8 * 1000 as at from wait where execution_id = any($1::uuid[])`,
    [runs],
  );
  return rows;
}

describe.each([
  ['killed', 'SIGKILL'],
  ['stopped', 'SIGTERM'],
] as const)('while everything is %s', (_how, signal) => {
  it('timers, approvals, forms, calls and events fall due: all fire within 5 s of the restart, none early', async () => {
    product = await Product.start();
    const person = await product.signUp();
    const later = await waiting(person, LATER.map(documentFor));
    const runs = await waiting(person, DUE.map(documentFor));
    const due = await dueOf(runs);
    expect(due).toHaveLength(runs.length);
    await product.api.signal(signal);
    const before = await product.row<{ woken: number }>(
      `select count(*)::int as woken from execution_event where execution_id = any($1::uuid[]) and type = 'node.woken'`,
      [runs],
    );
    await until('all of them are due', async () => {
      const { now } = await product.row<{ now: number }>(
        'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
      );
      return due.every(({ at }) => now > at + 500);
    });
    await product.api.restart();
    const readyAt = Date.now();
    for (const run of runs) await person.reaches(run, 'completed');

    const wakes = await wakesOf(runs, due, readyAt);
    expect(wakes).toHaveLength(runs.length);
    // What was due before the end of the process may have fired before it: the rest had to wait for the restart.
    expect(runs.length - before.woken).toBeGreaterThan(0);
    expect(wakes.filter(({ late }) => late < 0)).toEqual([]);
    expect(wakes.filter(({ after }) => after > LATEST_MS)).toEqual([]);
    for (const run of later) expect((await person.execution(run)).status).toBe('waiting');
  });
});
