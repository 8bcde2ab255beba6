import { numberIn, retentionLine, vacuumHint } from './storage-words';

it('says how long runs are kept', () => {
  expect(retentionLine({ days: null, runs: null, bytes: null })).toBe('For ever');
  expect(retentionLine({ days: 30, runs: null, bytes: null })).toBe('30 days after they finished');
  expect(retentionLine({ days: 1, runs: 500, bytes: null })).toBe(
    '1 day after they finished, and at most the newest 500 runs of each workflow',
  );
});

it('reads numbers as people type them', () => {
  expect(['30', ' 1,000 ', '', 'many', '0', '-3', '1.5'].map(numberIn)).toEqual([
    30,
    1_000,
    null,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('speaks of a table only when much of it is gone', () => {
  expect(vacuumHint({ rows: 1_000_000, deadRows: 50_000, vacuumedAt: null })).toBeNull();
  expect(vacuumHint({ rows: 100_000, deadRows: 50_000, vacuumedAt: null })).toMatch(/autovacuum/);
  expect(vacuumHint({ rows: 100_000, deadRows: 50_000, vacuumedAt: '2026-01-01T00:00:00Z' })).toMatch(/VACUUM/);
});
