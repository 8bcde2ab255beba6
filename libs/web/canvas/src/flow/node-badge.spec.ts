import type { NodeRun } from '../session/run/node-run';
import { badgeOf, type BadgeInput } from './node-badge';

const quiet: BadgeInput = { run: undefined, isEnabled: true, isPinned: false, dirty: undefined, problems: [] };
const run = (parts: Partial<NodeRun>): NodeRun => ({
  nodeId: 'n',
  status: 'completed',
  attempt: 1,
  maxAttempts: 1,
  ports: {},
  isDisabled: false,
  ...parts,
});

it('an idle node has no badge', () => {
  expect(badgeOf(quiet)).toBeUndefined();
});

it('what runs now wins over everything', () => {
  const badge = badgeOf({ ...quiet, isPinned: true, problems: ['x'], run: run({ status: 'running' }) });
  expect(badge).toEqual({ status: 'running', text: 'Running' });
});

it('a later attempt is counted', () => {
  expect(badgeOf({ ...quiet, run: run({ status: 'retrying', attempt: 2, maxAttempts: 3 }) })?.short).toBe('2/3');
});

it('a stale result says why', () => {
  const dirty = { code: 'PARAMS_CHANGED', message: 'Parameters changed since the last run' } as const;
  expect(badgeOf({ ...quiet, run: run({}), dirty })).toEqual({ status: 'stale', text: dirty.message });
});

it('a failure carries its message', () => {
  const failed = run({ status: 'failed', error: { code: 'X', message: 'No host' } as NodeRun['error'] });
  expect(badgeOf({ ...quiet, run: failed })?.text).toBe('Failed: No host');
});

it('disabled, pinned and incomplete are told when nothing moves', () => {
  expect(badgeOf({ ...quiet, isEnabled: false })?.status).toBe('disabled');
  expect(badgeOf({ ...quiet, isPinned: true })?.status).toBe('pinned');
  expect(badgeOf({ ...quiet, problems: ['URL is missing'] })).toEqual({ status: 'incomplete', text: 'URL is missing' });
});

it('a step that was skipped says why', () => {
  const text = (skipReason: NonNullable<NodeRun['skipReason']>) =>
    badgeOf({ ...quiet, run: run({ status: 'skipped', skipReason }) })?.text;
  expect(text('dead-path')).toBe('Skipped. The path that leads here was not taken.');
  expect(text('run-failed')).toBe('Skipped. The run failed before it was its turn.');
  expect(text('run-cancelled')).toBe('Skipped. The run was stopped before it was its turn.');
});

it('a loop says how far its turns are', () => {
  const loop = { count: 10, begun: 4, finished: 3, failed: 1 };
  expect(badgeOf({ ...quiet, run: run({ status: 'running', loop }) })).toEqual({
    status: 'running',
    short: '3 / 10, 1 failed',
    text: 'Running. 3 of 10 turns done, 1 failed',
  });
});
