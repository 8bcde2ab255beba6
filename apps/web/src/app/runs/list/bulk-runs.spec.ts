import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, settled } from '@millrace/web-api/testing';
import { Dialogs } from '@millrace/web-ui';
import { Subject } from 'rxjs';
import type { RunRow } from '../shared/run-row';
import { BulkRuns } from './bulk-runs';
import { NO_FILTERS } from './run-filters';
import { RunsList } from './runs-list';

const run = (id: string, parts: Partial<RunRow> = {}): RunRow => ({
  id,
  workflowId: 'w1',
  workflowName: 'Orders',
  versionId: 'v1',
  version: null,
  status: 'COMPLETED',
  mode: 'MANUAL',
  progress: 100,
  eventSeq: 4,
  terminated: false,
  createdAt: '2026-11-20T12:00:00Z',
  startedAt: null,
  finishedAt: null,
  retryCount: 0,
  starred: false,
  error: null,
  ...parts,
});

let server: FakeServer;
let list: RunsList;
let bulk: BulkRuns;
const rows = [run('r2'), run('r1', { starred: true })];
const refusal = { __typename: 'UserError', code: 'NO', message: 'The run is locked.', path: null };

beforeEach(async () => {
  server = new FakeServer().signsIn();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: BROWSER, useValue: server }],
  });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  const page = async () => ({ rows, totalCount: 2, nextCursor: null });
  list = new RunsList({ page, changes: () => new Subject<RunRow>() });
  await list.open(NO_FILTERS);
  bulk = TestBed.runInInjectionContext(() => new BulkRuns(list));
});
afterEach(() => list.dispose());

const starred = (): boolean[] => list.rows().map((row) => row.starred);

it('a star shows at once, and goes again when the server refuses', async () => {
  server.on('RunStar', () => ({ executionStar: { __typename: 'P', execution: null, errors: [refusal] } }));
  const work = bulk.star(rows[0]!);
  expect(starred()).toEqual([true, true]);
  await work;
  expect(starred()).toEqual([false, true]);
  expect(bulk.problem()).toBe('The run is locked.');
});

it('a star can be taken away', async () => {
  const execution = { __typename: 'Execution', id: 'r1', starred: false };
  server.on('RunStar', () => ({ executionStar: { __typename: 'P', execution, errors: [] } }));
  await bulk.star(rows[1]!);
  expect(server.asked('RunStar')).toEqual([{ id: 'r1', starred: false }]);
  expect(starred()).toEqual([false, false]);
  expect(bulk.problem()).toBeNull();
});

it('asks before it deletes, says that a run is starred, and tells what was not deleted', async () => {
  const ask = jest.spyOn(TestBed.inject(Dialogs), 'confirm').mockResolvedValue(true);
  server.on('RunsPurge', () => ({
    executionsPurge: {
      __typename: 'P',
      errors: [],
      results: [
        { __typename: 'R', id: 'r2', error: null },
        { __typename: 'R', id: 'r1', error: refusal },
      ],
    },
  }));
  list.toggleAll();
  await bulk.remove(rows);
  expect(ask.mock.calls[0]?.[0]).toMatchObject({
    heading: 'Delete 2 runs?',
    text: expect.stringContaining('One of them is starred.'),
  });
  expect(list.rows().map(({ id }) => id)).toEqual(['r1']);
  expect(bulk.problem()).toBe('1 run not deleted: The run is locked.');
  expect(list.selected().size).toBe(0);
});

it('tells of many runs which were done with, which were refused, and which were passed over', async () => {
  jest.spyOn(TestBed.inject(Dialogs), 'confirm').mockResolvedValue(true);
  rows.push(run('r0', { status: 'RUNNING' }));
  await list.refresh();
  server.on('RunsPurge', ({ ids }) => ({
    executionsPurge: {
      __typename: 'P',
      errors: [],
      results: (ids as string[]).map((id) => ({ __typename: 'R', id, error: id === 'r1' ? refusal : null })),
    },
  }));
  list.toggleAll();
  await bulk.removeSelected();
  expect(server.asked('RunsPurge')).toEqual([{ ids: ['r2', 'r1'] }]);
  expect(bulk.all.report()).toMatchObject({
    changed: 1,
    refused: [{ message: 'The run is locked.', ids: ['r1'] }],
    passed: [{ message: 'It is not over yet: cancel it first.', ids: ['r0'] }],
  });
  rows.pop();
});

it('deletes nothing when the answer is no', async () => {
  jest.spyOn(TestBed.inject(Dialogs), 'confirm').mockResolvedValue(false);
  await bulk.remove([rows[0]!]);
  expect(server.asked('RunsPurge')).toEqual([]);
});

it('compares the earlier run with the later one, however they were selected', async () => {
  const go = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  bulk.compare(rows);
  await settled();
  expect(go).toHaveBeenCalledWith(['/runs', 'r1', 'compare', 'r2']);
});
