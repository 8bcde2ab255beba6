import { Canary, checkInvariants, documentOf, node, Product, send, until } from '@millrace/e2e-kit';

const RECOVERY_MS = 30_000;

let canary: Canary;
let product: Product;

beforeAll(async () => {
  canary = await Canary.start();
});
afterEach(async () => {
  product.checkLogs();
  await checkInvariants(product);
  await product.stop();
});
afterAll(() => canary.stop());

/** hook > call > out, with the call going to `path` of the canary. */
const callDocument = (path: string, settings = {}) =>
  documentOf(
    'Call',
    [
      node('hook', 'webhook-trigger', { auth: 'none', methods: ['POST'] }),
      node('call', 'http-request', { method: 'POST', url: canary.url(path), timeoutMs: 60_000 }, settings),
      node('out', 'output', {}),
    ],
    ['hook>call', 'call>out'],
  );

describe('a worker that dies', () => {
  it('in the middle of a node: the run goes on elsewhere within 30 s, and the call carries the same key', async () => {
    product = await Product.start({ workers: 2 });
    const person = await product.signUp();
    const { id } = await person.publish(callDocument('/hold/killed'));
    const run = await person.execute(id);
    await until('the call is being held', () => canary.hitsOf('/hold/killed').length === 1);

    const { lease_owner } = await product.row<{ lease_owner: string }>(
      'select lease_owner from execution where id = $1',
      [run],
    );
    const victim = product.workers.find(({ pid }) => lease_owner.includes(String(pid))) ?? product.workers[0]!;
    const killedAt = Date.now();
    await victim.signal('SIGKILL');
    await until('another worker calls again', () => canary.hitsOf('/hold/killed').length === 2, RECOVERY_MS);
    canary.release();
    const done = await person.reaches(run, 'completed');

    expect(Date.now() - killedAt).toBeLessThan(RECOVERY_MS);
    const keys = new Set(canary.hitsOf('/hold/killed').map(({ idempotencyKey }) => idempotencyKey));
    expect([...keys]).toEqual([`${run}:call:`].map((prefix) => expect.stringContaining(prefix.slice(0, -1))));
    expect(done.steps.find(({ nodeId }: { nodeId: string }) => nodeId === 'call')).toMatchObject({
      status: 'completed',
    });
  });

  it('frozen past its lease: when it wakes it changes nothing, and the run has one outcome', async () => {
    product = await Product.start({ workers: 2 });
    const person = await product.signUp();
    const { id } = await person.publish(callDocument('/hold/frozen'));
    const run = await person.execute(id);
    await until('the call is being held', () => canary.hitsOf('/hold/frozen').length === 1);
    const { lease_owner, lease_epoch } = await product.row<{ lease_owner: string; lease_epoch: string }>(
      'select lease_owner, lease_epoch from execution where id = $1',
      [run],
    );
    const victim = product.workers.find(({ pid }) => lease_owner.includes(String(pid))) ?? product.workers[0]!;

    await victim.signal('SIGSTOP');
    await until('another worker calls again', () => canary.hitsOf('/hold/frozen').length === 2, RECOVERY_MS + 15_000);
    // Both calls are answered: the frozen worker finds its answer when it wakes.
    canary.release();
    await person.reaches(run, 'completed');
    const before = await product.row<{ n: number }>(
      'select count(*)::int as n from execution_event where execution_id = $1',
      [run],
    );
    await victim.signal('SIGCONT');
    await until('the woken worker serves again', () =>
      fetch(`${victim.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
    const other = await person.execute(id);
    await until('a later run calls', () => canary.hitsOf('/hold/frozen').length === 3);
    canary.release();
    await person.reaches(other, 'completed');

    const after = await product.row<{ n: number; epoch: string }>(
      `select (select count(*)::int from execution_event where execution_id = $1) as n, lease_epoch as epoch from execution where id = $1`,
      [run],
    );
    expect(after.n).toBe(before.n);
    expect(Number(after.epoch)).toBeGreaterThan(Number(lease_epoch));
  });

  it('with SIGTERM: its runs are handed over at once', async () => {
    product = await Product.start({ workers: 2 });
    const person = await product.signUp();
    const { id } = await person.publish(callDocument('/after/400'));
    const runs = await Promise.all(Array.from({ length: 40 }, () => person.execute(id)));
    await product.workers[0]!.signal('SIGTERM');
    for (const run of runs) await person.reaches(run, 'completed');
  });
});

describe('everything at once', () => {
  it('is restarted during a timer: the run wakes on time, never early', async () => {
    product = await Product.start();
    const person = await product.signUp();
    const { id } = await person.publish(
      documentOf(
        'Timer',
        [node('start', 'manual-trigger'), node('wait', 'timer', { duration: 'PT6S' }), node('out', 'output')],
        ['start>wait', 'wait>out'],
      ),
    );
    const run = await person.execute(id);
    await person.reaches(run, 'waiting');
    await product.api.signal('SIGKILL');
    await product.api.restart();
    await person.reaches(run, 'completed');

    const { waited } = await product.row<{ waited: number }>(
      `select extract(epoch from w.at - s.at)::float8 as waited from execution_event s, execution_event w
        where s.execution_id = $1 and w.execution_id = $1 and s.type = 'node.waiting' and w.type = 'node.woken'`,
      [run],
    );
    expect(waited).toBeGreaterThanOrEqual(5.99);
    expect(waited).toBeLessThan(11);
  });

  it('loses Postgres during a hundred runs: nothing acknowledged is lost and every run ends', async () => {
    product = await Product.start({ workers: 1, ownCluster: true });
    const person = await product.signUp();
    const { hook } = await person.publish(callDocument('/after/150', { retry: { maxAttempts: 3, baseMs: 100 } }));
    const accepted = new Map<string, string>();
    const deliver = async (index: number): Promise<void> => {
      const key = `delivery-${index}`;
      for (let tries = 0; tries < 200 && !accepted.has(key); tries += 1) {
        const answer = await send('POST', hook, { body: { index }, headers: { 'idempotency-key': key } });
        if (answer.status === 202) accepted.set(key, answer.body.executionId);
        else await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const deliveries = Promise.all(Array.from({ length: 100 }, (_, index) => deliver(index)));
    await until('some runs are under way', () => accepted.size > 10);
    await product.cluster!.killServer();
    const away = await send('POST', hook, { body: {} });
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBeTruthy();
    await product.cluster!.startServer();
    await until('some more are accepted', () => accepted.size > 50);
    await product.cluster!.stopServer();
    await product.cluster!.startServer();
    await deliveries;

    expect(accepted.size).toBe(100);
    expect(new Set(accepted.values()).size).toBe(100);
    await until('every run has ended', async () => {
      const { open } = await product.row<{ open: number }>(
        'select count(*)::int as open from execution where finished_at is null',
      );
      return open === 0;
    });
    const { completed, all } = await product.row<{ completed: number; all: number }>(
      `select count(*) filter (where status = 'completed')::int as completed, count(*)::int as all from execution`,
    );
    expect({ completed, all }).toEqual({ completed: 100, all: 100 });
  });
});

describe('one run', () => {
  it('comes of fifty deliveries of the same webhook at once', async () => {
    product = await Product.start({ workers: 1 });
    const person = await product.signUp();
    const { hook } = await person.publish(callDocument('/now'));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        send('POST', hook, { body: { a: 1 }, headers: { 'x-github-delivery': 'same' } }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ body }) => body.executionId)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
    const other = await send('POST', hook, { body: { a: 2 }, headers: { 'x-github-delivery': 'same' } });
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'IDEMPOTENCY_KEY_REUSED' } } });
  });

  it('is cancelled during a node: acknowledged at once, the call is aborted, nothing starts after it', async () => {
    product = await Product.start({ workers: 1 });
    const person = await product.signUp();
    const { id } = await person.publish(
      documentOf(
        'Cancel',
        [
          node('start', 'manual-trigger'),
          node('call', 'http-request', { method: 'GET', url: canary.url('/hold/cancelled'), timeoutMs: 60_000 }),
          node('after', 'http-request', { method: 'GET', url: canary.url('/after-cancel') }),
        ],
        ['start>call', 'call>after'],
      ),
    );
    const run = await person.execute(id);
    await until('the call is being held', () => canary.hitsOf('/hold/cancelled').length === 1);
    const askedAt = performance.now();
    await person.ok('POST', `/api/v2/workflows/${run}/terminate`);
    expect(performance.now() - askedAt).toBeLessThan(1_000);
    await person.reaches(run, 'cancelled');
    expect(canary.hitsOf('/after-cancel')).toHaveLength(0);
  });

  it('is moved on by one of two workers that race for it', async () => {
    product = await Product.start({ workers: 2 });
    const person = await product.signUp();
    const { id } = await person.publish(callDocument('/after/5'));
    const runs = await Promise.all(Array.from({ length: 60 }, () => person.execute(id)));
    for (const run of runs) await person.reaches(run, 'completed');
    const keys = canary.hitsOf('/after/5').map(({ idempotencyKey }) => idempotencyKey);
    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.length).toBe(60);
  });
});
