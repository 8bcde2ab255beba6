import { untriedWords } from './untried-words';

const retry = { maxAttempts: 3, backoff: 'fixed', baseMs: 1, maxMs: 1 } as const;

it('says why a step that may be tried again was not', () => {
  expect(untriedWords(retry, 1)).toMatch(/only failures that pass by themselves/);
  expect(untriedWords({ ...retry, on: ['HTTP_TIMEOUT', '404'] }, 1)).toMatch(/only after HTTP_TIMEOUT, 404\./);
});

it('says nothing when all tries were used up, or none were left to settings', () => {
  expect(untriedWords(retry, 3)).toBeUndefined();
  expect(untriedWords(undefined, 1)).toBeUndefined();
  expect(untriedWords({ ...retry, on: ['*'] }, 1)).toBeUndefined();
});
