import { Batcher } from './batcher';

/** A batch that the spec ends itself. */
interface Flight {
  readonly items: readonly number[];
  land(answers?: readonly number[]): void;
  crash(error: Error): void;
}

function batcherWithFlights(
  maxInFlight: number,
  maxSize = 100,
): { batcher: Batcher<number, number>; flights: Flight[] } {
  const flights: Flight[] = [];
  const run = (items: readonly number[]): Promise<readonly number[]> =>
    new Promise((resolve, reject) => {
      flights.push({ items, land: (answers = items) => resolve(answers), crash: reject });
    });
  return { batcher: new Batcher({ maxInFlight, maxSize, run }), flights };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('takes everything of one turn of the event loop as one batch', async () => {
  const { batcher, flights } = batcherWithFlights(1);
  const answers = [1, 2, 3].map((item) => batcher.add(item));
  await tick();
  expect(flights.map(({ items }) => items)).toEqual([[1, 2, 3]]);
  flights[0]?.land([10, 20, 30]);
  expect(await Promise.all(answers)).toEqual([10, 20, 30]);
});

it('gathers the next batch while one is in flight', async () => {
  const { batcher, flights } = batcherWithFlights(1);
  const first = batcher.add(1);
  await tick();
  const second = batcher.add(2);
  await tick();
  const third = batcher.add(3);
  await tick();
  expect(flights).toHaveLength(1);
  flights[0]?.land();
  await first;
  await tick();
  expect(flights[1]?.items).toEqual([2, 3]);
  flights[1]?.land();
  expect(await Promise.all([second, third])).toEqual([2, 3]);
});

it('keeps batches within their size and sends as many at once as it may', async () => {
  const { batcher, flights } = batcherWithFlights(2, 2);
  const answers = [1, 2, 3, 4, 5].map((item) => batcher.add(item));
  await tick();
  await tick();
  expect(flights.map(({ items }) => items)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  for (const flight of flights) flight.land();
  await tick();
  await tick();
  flights[2]?.land();
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5]);
});

it('rejects every item of a batch that fails, and goes on with the next', async () => {
  const { batcher, flights } = batcherWithFlights(1);
  const failing = [1, 2].map((item) => batcher.add(item).catch((error: Error) => error.message));
  await tick();
  flights[0]?.crash(new Error('gone'));
  expect(await Promise.all(failing)).toEqual(['gone', 'gone']);
  const next = batcher.add(3);
  await tick();
  flights[1]?.land();
  expect(await next).toBe(3);
});
