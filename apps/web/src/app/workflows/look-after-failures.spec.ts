import { LookAfterFailures } from './look-after-failures';
import type { RunNews } from './workflow-list';

const news = (workflowId: string | null, status: RunNews['status']): RunNews => ({
  ...{ id: 'r', workflowId, status, eventSeq: 1, mode: 'WEBHOOK' },
  ...{ createdAt: '', startedAt: null, finishedAt: null, error: null },
});
let looked: string[];
let after: LookAfterFailures;
beforeEach(() => {
  jest.useFakeTimers();
  looked = [];
  after = new LookAfterFailures((id) => looked.push(id));
});
afterEach(() => jest.useRealTimers());

it('looks at a workflow a moment after its run failed, and once more', () => {
  after.hear([news('a', 'FAILED'), news('b', 'COMPLETED'), news(null, 'FAILED')]);
  jest.advanceTimersByTime(1_500);
  expect(looked).toEqual(['a']);
  jest.advanceTimersByTime(60_000);
  expect(looked).toEqual(['a', 'a']);
});

it('looks no more often while a workflow fails without end, and goes on looking', () => {
  for (let run = 0; run < 100; run += 1) {
    after.hear([news('a', 'FAILED')]);
    jest.advanceTimersByTime(200);
  }
  expect(looked.length).toBeGreaterThanOrEqual(3);
  expect(looked.length).toBeLessThanOrEqual(5);
});

it('looks at nothing when the page is left', () => {
  after.hear([news('a', 'FAILED')]);
  after.dispose();
  jest.advanceTimersByTime(60_000);
  expect(looked).toEqual([]);
});
