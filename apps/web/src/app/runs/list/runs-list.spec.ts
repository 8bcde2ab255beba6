import { ApiError } from '@millrace/web-api';
import { Subject } from 'rxjs';
import type { RunRow } from '../shared/run-row';
import { NO_FILTERS, type RunFilters } from './run-filters';
import { withChanges, withPage } from './run-rows';
import { RunsList, type RunPage, type RunSource } from './runs-list';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const run = (n: number, parts: Partial<RunRow> = {}): RunRow => ({
  id: `run-${String(n).padStart(4, '0')}`,
  workflowId: 'w1',
  workflowName: 'Orders',
  versionId: 'v1',
  version: null,
  status: 'RUNNING',
  mode: 'MANUAL',
  progress: 0,
  eventSeq: 1,
  terminated: false,
  createdAt: new Date(NOW + n * 1_000).toISOString(),
  startedAt: null,
  finishedAt: null,
  retryCount: 0,
  starred: false,
  error: null,
  ...parts,
});

/** Pages that are answered by hand. */
class HandFed implements RunSource {
  readonly asked: { filters: RunFilters; after: string | null; answer: (page: RunPage | ApiError) => Promise<void> }[] =
    [];
  readonly live = new Subject<RunRow>();
  followed: (string | undefined)[] = [];

  page(filters: RunFilters, after: string | null): Promise<RunPage> {
    return new Promise((resolve, reject) => {
      const answer = async (page: RunPage | ApiError): Promise<void> => {
        if (page instanceof ApiError) reject(page);
        else resolve(page);
        await Promise.resolve();
        await Promise.resolve();
      };
      this.asked.push({ filters, after, answer });
    });
  }

  changes(workflowId: string | undefined): Subject<RunRow> {
    this.followed.push(workflowId);
    return this.live;
  }
}

const ids = (rows: readonly RunRow[]): string[] => rows.map(({ id }) => id);

describe('the list of runs', () => {
  let source: HandFed;
  let list: RunsList;
  beforeEach(() => {
    jest.useFakeTimers();
    source = new HandFed();
    list = new RunsList(source, () => NOW);
  });
  afterEach(() => {
    list.dispose();
    jest.useRealTimers();
  });
  const opened = async (page: RunPage, filters = NO_FILTERS): Promise<void> => {
    void list.open(filters);
    await source.asked.at(-1)?.answer(page);
  };

  it('is read once more when what changes is followed for sure, and not after it was left', async () => {
    void list.open(NO_FILTERS);
    await source.asked[0]?.answer({ rows: [], totalCount: 0, nextCursor: null });
    list.refreshSoon();
    list.refreshSoon();
    jest.advanceTimersByTime(1_000);
    expect(source.asked).toHaveLength(2);
    list.refreshSoon();
    list.dispose();
    jest.advanceTimersByTime(1_000);
    expect(source.asked).toHaveLength(2);
  });

  it('loads, then has rows', async () => {
    void list.open(NO_FILTERS);
    expect(list.status()).toBe('loading');
    await source.asked[0]?.answer({ rows: [run(1)], nextCursor: null, totalCount: 0 });
    expect(list.status()).toBe('ready');
    expect(list.hasMore()).toBe(false);
  });

  it('holds changes back while it is paused, counts new runs once, and shows them afterwards', async () => {
    await opened({ rows: [run(1)], nextCursor: null, totalCount: 1 });
    list.follow();
    list.pause();
    source.live.next(run(1, { status: 'COMPLETED', eventSeq: 5 }));
    source.live.next(run(2));
    source.live.next(run(2, { status: 'FAILED', eventSeq: 3 }));
    jest.advanceTimersByTime(300);
    expect([ids(list.rows()), list.rows()[0]?.status, list.heldCount()]).toEqual([['run-0001'], 'RUNNING', 1]);

    list.resume();
    expect(list.rows().map(({ id, status }) => [id, status])).toEqual([
      ['run-0002', 'FAILED'],
      ['run-0001', 'COMPLETED'],
    ]);
    expect(list.heldCount()).toBe(0);
  });

  it('counts only what fits the filters', async () => {
    await opened({ rows: [], nextCursor: null, totalCount: 0 }, { ...NO_FILTERS, statuses: ['FAILED'] });
    list.follow();
    list.pause();
    source.live.next(run(2));
    jest.advanceTimersByTime(300);
    expect(list.heldCount()).toBe(0);
  });

  it('is read again when more was held back than it keeps', async () => {
    await opened({ rows: [run(1)], nextCursor: null, totalCount: 1 });
    list.follow();
    list.pause();
    for (let n = 2; n < 500; n += 1) source.live.next(run(n));
    jest.advanceTimersByTime(300);
    const asked = source.asked.length;
    list.resume();
    expect(source.asked.length).toBe(asked + 1);
  });

  it('marks a run with a star where it stands', async () => {
    await opened({ rows: [run(2), run(1)], nextCursor: null, totalCount: 2 });
    list.mark('run-0001', true);
    expect(list.rows().map(({ starred }) => starred)).toEqual([false, true]);
  });

  it('adds pages without repeating a run', async () => {
    await opened({ rows: [run(3), run(2)], nextCursor: 'c', totalCount: 3 });
    void list.more();
    void list.more();
    expect(source.asked).toHaveLength(2);
    await source.asked[1]?.answer({ rows: [run(2), run(1)], nextCursor: null, totalCount: 0 });
    expect(ids(list.rows())).toEqual(ids([run(3), run(2), run(1)]));
  });

  it('drops an answer to filters that hold no more', async () => {
    void list.open(NO_FILTERS);
    void list.open({ ...NO_FILTERS, statuses: ['FAILED'] });
    await source.asked[0]?.answer({ rows: [run(1)], nextCursor: null, totalCount: 0 });
    expect(list.rows()).toEqual([]);
    expect(list.status()).toBe('loading');
  });

  it('tells why it could not be loaded and keeps what is there', async () => {
    await opened({ rows: [run(1)], nextCursor: null, totalCount: 0 });
    void list.refresh();
    await source.asked[1]?.answer(new ApiError({ code: 'X', message: 'No', category: 'NETWORK' }));
    expect(list.error()?.message).toBe('No');
    expect(list.rows()).toHaveLength(1);
  });

  it('shows live changes together', async () => {
    await opened({ rows: [run(1)], nextCursor: null, totalCount: 0 });
    list.follow('w1');
    expect(source.followed).toEqual(['w1']);
    source.live.next(run(2));
    source.live.next(run(1, { status: 'COMPLETED', eventSeq: 9 }));
    expect(list.rows()).toHaveLength(1);
    jest.advanceTimersByTime(300);
    expect(ids(list.rows())).toEqual(ids([run(2), run(1)]));
    expect(list.rows()[1]?.status).toBe('COMPLETED');
  });

  it('reads the list again instead of a flood of changes', async () => {
    await opened({ rows: [], nextCursor: null, totalCount: 0 });
    list.follow();
    for (let n = 0; n < 500; n += 1) source.live.next(run(n));
    jest.advanceTimersByTime(300);
    expect(list.rows()).toEqual([]);
    expect(source.asked).toHaveLength(2);
  });

  it('shows nothing after following ended', async () => {
    await opened({ rows: [], nextCursor: null, totalCount: 0 });
    list.follow();
    source.live.next(run(1));
    list.unfollow();
    jest.advanceTimersByTime(1_000);
    expect(list.rows()).toEqual([]);
  });

  it('selects, all and none', async () => {
    await opened({ rows: [run(2), run(1)], nextCursor: null, totalCount: 0 });
    list.toggle(run(1).id);
    expect(ids(list.selectedRows())).toEqual([run(1).id]);
    list.toggleAll();
    expect(list.selected().size).toBe(2);
    list.toggleAll();
    expect(list.selected().size).toBe(0);
  });

  it('forgets the selection of runs that are gone', async () => {
    await opened({ rows: [run(2), run(1)], nextCursor: null, totalCount: 0 });
    list.toggleAll();
    list.drop([run(1).id]);
    expect([...list.selected()]).toEqual([run(2).id]);
    expect(ids(list.rows())).toEqual([run(2).id]);
  });
});

describe('live changes', () => {
  const context = { filters: { ...NO_FILTERS, statuses: ['RUNNING' as const] }, nowMs: NOW };

  it('leave a run in the list that fits no more', () => {
    const rows = withChanges([run(1)], [run(1, { status: 'FAILED', eventSeq: 4 })], context);
    expect(rows[0]?.status).toBe('FAILED');
  });

  it('bring no new run that does not fit', () => {
    const rows = [run(1)];
    expect(withChanges(rows, [run(2, { status: 'FAILED' })], context)).toBe(rows);
  });

  it('never go back to an older state', () => {
    const rows = [run(1, { eventSeq: 7 })];
    expect(withChanges(rows, [run(1, { eventSeq: 3, status: 'PENDING' })], context)).toEqual(rows);
  });

  it('of one run count by the newest', () => {
    const changes = [run(2, { eventSeq: 5, progress: 50 }), run(2, { eventSeq: 3, progress: 30 })];
    expect(withChanges([], changes, context)[0]?.progress).toBe(50);
  });
});

it('a page repeats nothing', () => {
  expect(withPage([run(2)], [run(2), run(1)])).toHaveLength(2);
});
