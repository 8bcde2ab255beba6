import type { RunRow } from '../shared/run-row';
import { BulkAll, type BulkJob } from './bulk-all';
import { NO_FILTERS } from './run-filters';

const row = (id: string, status: RunRow['status'] = 'FAILED'): RunRow => ({ id, status }) as RunRow;
const PAGES: Readonly<Record<string, readonly RunRow[]>> = {
  '': [row('a'), row('b', 'COMPLETED')],
  b: [row('c'), row('d')],
  d: [row('e')],
};

interface Made {
  readonly all: BulkAll;
  readonly asked: (string | null)[];
}

function made(pages = PAGES): Made {
  const asked: (string | null)[] = [];
  const all = new BulkAll((_filters, after) => {
    asked.push(after);
    const rows = pages[after ?? ''] ?? [];
    const last = rows.at(-1)?.id ?? null;
    return Promise.resolve({ rows, nextCursor: last !== null && last in pages ? last : null });
  });
  return { all, asked };
}

const job = (act: BulkJob['act'] = (ids) => Promise.resolve({ done: ids, failed: [] })): BulkJob => ({
  done: 'retried',
  unfit: ({ status }) => (status === 'FAILED' ? undefined : 'It did not fail.'),
  act,
});

it('goes through all pages, and passes over what does not fit', async () => {
  const { all, asked } = made();
  const acted: string[] = [];
  await all.over(
    NO_FILTERS,
    5,
    job((ids) => {
      acted.push(...ids);
      return Promise.resolve({ done: ids, failed: [] });
    }),
  );
  expect(asked).toEqual([null, 'b', 'd']);
  expect(acted).toEqual(['a', 'c', 'd', 'e']);
  expect(all.report()).toMatchObject({ total: 5, seen: 5, changed: 4, refused: [], isRunning: false });
  expect(all.report()?.passed).toEqual([{ message: 'It did not fail.', ids: ['b'] }]);
});

it('tells what was refused by its reason, whatever run it names', async () => {
  const { all } = made();
  const failed = (ids: readonly string[]) =>
    ids.map((id) => ({ id, message: id === 'e' ? 'Gone.' : `Execution ${id} is locked.` }));
  await all.over(
    NO_FILTERS,
    undefined,
    job((ids) => Promise.resolve({ done: [], failed: failed(ids) })),
  );
  expect(all.report()?.refused).toEqual([
    { message: 'Execution is locked.', ids: ['a', 'c', 'd'] },
    { message: 'Gone.', ids: ['e'] },
  ]);
});

it('begins no further page once it is stopped', async () => {
  const { all, asked } = made();
  await all.over(
    NO_FILTERS,
    5,
    job((ids) => {
      all.stop();
      return Promise.resolve({ done: ids, failed: [] });
    }),
  );
  expect(asked).toEqual([null]);
  expect(all.report()).toMatchObject({ seen: 2, changed: 1, isRunning: false });
});

it('keeps what was done when it breaks', async () => {
  const { all } = made();
  await all.over(
    NO_FILTERS,
    5,
    job((ids) =>
      ids.includes('c') ? Promise.reject(new Error('No connection.')) : Promise.resolve({ done: ids, failed: [] }),
    ),
  );
  expect(all.report()).toMatchObject({ changed: 1, isRunning: false });
  expect(all.report()?.broken).toBeDefined();
  all.dismiss();
  expect(all.report()).toBeUndefined();
});

it('takes those at hand without asking for pages', async () => {
  const { all, asked } = made();
  await all.these([row('x'), row('y', 'RUNNING')], job());
  expect(asked).toEqual([]);
  expect(all.report()).toMatchObject({ total: 2, changed: 1 });
});
