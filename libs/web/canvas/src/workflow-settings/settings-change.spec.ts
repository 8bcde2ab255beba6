import type { WorkflowSettings } from '@millrace/workflow-model';
import { concurrencyWords, withSettings } from './settings-change';

const base: WorkflowSettings = { timezone: 'UTC' };

describe('a change of settings', () => {
  it('keeps what it does not touch', () => {
    expect(withSettings({ ...base, timeoutMs: 5_000 }, { timezone: 'Europe/Berlin' })).toEqual({
      timezone: 'Europe/Berlin',
      timeoutMs: 5_000,
    });
  });

  it('takes away what is undefined, so that a draft is as it was before', () => {
    expect(withSettings({ ...base, timeoutMs: 5_000 }, { timeoutMs: undefined })).toEqual(base);
    const limited = withSettings(base, { concurrency: { limit: 2, key: undefined, onLimit: 'queue' } });
    expect(limited.concurrency).not.toHaveProperty('key');
  });

  it('writes down nothing that holds anyway', () => {
    expect(withSettings({ ...base, priority: 'high' }, { priority: 'normal' })).toEqual(base);
    expect(withSettings({ ...base, publishNeedsGreenTests: true }, { publishNeedsGreenTests: false })).toEqual(base);
    expect(withSettings({ ...base, retention: { days: 3 } }, { retention: { days: undefined } })).toEqual(base);
  });
});

it.each([
  [{ limit: 1, onLimit: 'queue' as const }, 'One run at a time. Further runs wait their turn, the oldest first.'],
  [
    { limit: 3, onLimit: 'skip' as const, key: 'x' },
    'At most 3 runs at a time for each value of the key. Further runs are cancelled at once, and their log says why.',
  ],
  [
    { limit: 2, onLimit: 'cancel-previous' as const },
    'At most 2 runs at a time. A further run cancels the oldest one and takes its place.',
  ],
])('tells what %j means', (settings, sentence) => {
  expect(concurrencyWords(settings)).toBe(sentence);
});
