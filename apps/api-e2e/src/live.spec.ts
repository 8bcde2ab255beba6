import { Canary, documentOf, node, Product, until } from '@millrace/e2e-kit';

let canary: Canary;
let product: Product;

beforeAll(async () => {
  canary = await Canary.start();
  product = await Product.start();
});
afterAll(async () => {
  product.checkLogs();
  await product.stop();
  await canary.stop();
});

it('a watcher sees every event of a run in order, through a kill of the whole process in the middle', async () => {
  const person = await product.signUp();
  const { id } = await person.publish(
    documentOf(
      'Live',
      [
        node('start', 'manual-trigger'),
        node('first', 'http-request', { method: 'GET', url: canary.url('/now') }),
        node('second', 'http-request', { method: 'GET', url: canary.url('/hold/live'), timeoutMs: 60_000 }),
        node('out', 'output'),
      ],
      ['start>first', 'first>second', 'second>out'],
    ),
  );
  const run = await person.execute(id);
  const seen: { seq: number; type: string; nodeId: string | null }[] = [];
  const socket = person.socket();
  const watch = async (): Promise<void> => {
    // As a client does that was cut off: subscribe again after the last seq it has.
    while (seen.at(-1)?.type !== 'workflow.finished') {
      try {
        const events = socket.iterate<{ executionEvents: (typeof seen)[number] }>({
          query: `subscription ($id: ID!, $after: Int!) { executionEvents(executionId: $id, afterSeq: $after) { seq type nodeId } }`,
          variables: { id: run, after: seen.at(-1)?.seq ?? 0 },
        });
        for await (const { data, errors } of events) {
          if (errors) throw new Error(JSON.stringify(errors));
          seen.push(data!.executionEvents);
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const watching = watch();
  await until('the second call is being held', () => canary.hitsOf('/hold/live').length === 1);
  await product.api.signal('SIGKILL');
  await product.api.restart();
  await until('the call comes again', () => canary.hitsOf('/hold/live').length === 2);
  canary.release();
  await watching;
  await socket.dispose();

  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
  expect(seen[0]!.type).toBe('workflow.started');
  expect(seen.filter(({ type }) => type === 'workflow.finished')).toHaveLength(1);
  expect(seen.filter(({ type }) => type === 'node.completed').map(({ nodeId }) => nodeId)).toEqual([
    'start',
    'first',
    'second',
    'out',
  ]);
});

it('what one run stores, a later run reads, also after a restart', async () => {
  const person = await product.signUp();
  const storage = (config: Record<string, string>) =>
    documentOf('Storage', [node('start', 'manual-trigger'), node('keep', 'storage', config)], ['start>keep']);
  const key = 'orders/{{ trigger.id }}';
  const writer = await person.publish(storage({ operation: 'write', key, value: '{{ trigger.total }}' }));
  const reader = await person.publish(storage({ operation: 'read', key }));
  await person.reaches(await person.execute(writer.id, { id: 'A-1', total: 42 }), 'completed');
  await product.api.signal('SIGTERM');
  await product.api.restart();
  const read = await person.reaches(await person.execute(reader.id, { id: 'A-1' }), 'completed');
  expect(read.output).toEqual({ key: 'orders/A-1', value: 42, found: true });
});
