import type { RunRow } from '../shared/run-row';
import {
  countFilters,
  filtersOf,
  fits,
  NO_FILTERS,
  paramsOf,
  serverFilterOf,
  spanOf,
  type RunFilters,
} from './run-filters';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const row: RunRow = {
  id: '01',
  workflowId: 'w1',
  workflowName: 'Orders',
  versionId: 'v1',
  version: '1.2.0',
  status: 'FAILED',
  mode: 'WEBHOOK',
  progress: 40,
  eventSeq: 5,
  terminated: false,
  createdAt: '2026-11-20T11:30:00Z',
  startedAt: null,
  finishedAt: null,
  retryCount: 2,
  starred: false,
  error: { code: 'HTTP_STATUS', message: 'The service answered 503', nodeId: 'n1' },
};
const address = (filters: RunFilters): URLSearchParams =>
  new URLSearchParams(
    Object.entries(paramsOf(filters)).filter((entry): entry is [string, string] => entry[1] !== null),
  );

describe('filters in the address', () => {
  const full: RunFilters = {
    statuses: ['WAITING', 'FAILED'],
    modes: ['WEBHOOK'],
    workflowId: 'w1',
    version: '1.2.0',
    period: 'week',
    error: '503',
    hasRetries: true,
    starred: true,
  };

  it('come back as they were', () => {
    expect(filtersOf(address(full))).toEqual(full);
  });

  it('of days come back too', () => {
    const days: RunFilters = { ...NO_FILTERS, from: '2026-11-01', to: '2026-11-05' };
    expect(filtersOf(address(days))).toEqual(days);
  });

  it('that mean nothing are left out', () => {
    const odd = new URLSearchParams('status=broken&mode=,,&period=toString&from=yesterday&retries=1&error=');
    expect(filtersOf(odd)).toEqual(NO_FILTERS);
  });

  it('that hold nothing take their params away', () => {
    expect(Object.values(paramsOf(NO_FILTERS)).every((value) => value === null)).toBe(true);
  });

  it('are counted one by one, times as one', () => {
    expect(countFilters(full)).toBe(9);
    expect(countFilters({ ...NO_FILTERS, from: '2026-11-01', to: '2026-11-05' })).toBe(1);
    expect(countFilters(NO_FILTERS)).toBe(0);
  });
});

describe('spans', () => {
  it('of a period end now', () => {
    expect(spanOf({ ...NO_FILTERS, period: 'hour' }, NOW)).toEqual({ fromMs: NOW - 3_600_000 });
  });

  it('of days take in the whole last day', () => {
    const { fromMs = 0, toMs = 0 } = spanOf({ ...NO_FILTERS, from: '2026-11-05', to: '2026-11-05' }, NOW);
    expect(toMs - fromMs).toBe(86_400_000);
  });
});

describe('a run that comes in live', () => {
  it.each<[string, Partial<RunFilters>, boolean]>([
    ['fits when nothing is asked for', {}, true],
    ['fits one of several statuses', { statuses: ['FAILED', 'WAITING'] }, true],
    ['does not fit another status', { statuses: ['RUNNING'] }, false],
    ['does not fit another trigger', { modes: ['MANUAL'] }, false],
    ['does not fit another workflow', { workflowId: 'w2' }, false],
    ['does not fit another version', { version: '1.0.0' }, false],
    ['fits part of its error, whatever the case', { error: 'Answered 503' }, true],
    ['fits the code of its error', { error: 'http_status' }, true],
    ['does not fit another error', { error: 'timed out' }, false],
    ['fits when it was retried', { hasRetries: true }, true],
    ['does not fit without a star', { starred: true }, false],
    ['fits the last hour', { period: 'hour' }, true],
    ['does not fit days before it', { to: '2026-11-18' }, false],
  ])('%s', (_name, filters, expected) => {
    expect(fits(row, { ...NO_FILTERS, ...filters }, NOW)).toBe(expected);
  });

  it('does not fit an error when it has none', () => {
    expect(fits({ ...row, error: null }, { ...NO_FILTERS, error: 'x' }, NOW)).toBe(false);
  });
});

it('the server is asked for nothing that is not filtered', () => {
  expect(serverFilterOf(NO_FILTERS, NOW)).toEqual({});
});

it('the server is asked for everything that is filtered', () => {
  const filters: RunFilters = {
    ...NO_FILTERS,
    version: '1.2.0',
    error: '503',
    hasRetries: true,
    starred: true,
    period: 'hour',
  };
  expect(serverFilterOf(filters, NOW)).toEqual({
    version: '1.2.0',
    errorText: '503',
    hasRetries: true,
    starred: true,
    createdAfter: '2026-11-20T11:00:00.000Z',
  });
});
