import { readCodes, retryChoice } from './retry-on';

it.each([
  [undefined, 'passing'],
  [['*'], 'all'],
  [['HTTP_TIMEOUT', '404'], 'some'],
])('tells which failures %j are', (on, choice) => {
  expect(retryChoice(on ? { on } : {})).toBe(choice);
});

it('reads codes and statuses however they are separated, each once', () => {
  expect(readCodes(' http_timeout, 404;404  CODE_ERROR,')).toEqual({
    codes: ['HTTP_TIMEOUT', '404', 'CODE_ERROR'],
    wrong: [],
  });
  expect(readCodes('')).toEqual({ codes: [], wrong: [] });
  expect(readCodes('40, time-out, 999')).toEqual({ codes: [], wrong: ['40', 'TIME-OUT', '999'] });
});
