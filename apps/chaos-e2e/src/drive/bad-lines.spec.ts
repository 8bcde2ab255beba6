import { badLinesIn } from './bad-lines';

const SECRET = 'canary-0123';
const GOOD = '{"level":"warn","msg":"the database is away"}';

it.each([
  ['a promise that nobody waited for', '{"level":"info","msg":"unhandledRejection"}'],
  ['the same in the words of Node', '(node:1) UnhandledPromiseRejectionWarning: Error'],
  ['a timer that overflows', '(node:1) TimeoutOverflowWarning: 2592000000 does not fit into a 32-bit signed integer.'],
  ['listeners that nobody removes', '(node:1) MaxListenersExceededWarning: Possible EventEmitter memory leak'],
  ['an error', '{"level":"error","msg":"a bug"}'],
  ['an error as a number', '{"level":50,"msg":"a bug"}'],
  ['the end of a process', '{"level":"fatal","msg":"gone"}'],
  ['the secret, wherever it stands', `{"level":"info","url":"http://x/?token=${SECRET}"}`],
])('%s in a log is found', (_what, line) => {
  expect(badLinesIn('api-1', [GOOD, line, GOOD].join('\n'), SECRET)).toEqual([`api-1: ${line}`]);
});

it('what passes by itself is no finding', () => {
  expect(badLinesIn('api-1', `${GOOD}\n{"level":"info","level50":true}\n`, SECRET)).toEqual([]);
});
