import type { TestAssertion } from '@millrace/workflow-model';
import { describeAssertion } from './describe-assertion';

const check = { kind: 'equals' as const, value: 3 };

it.each<[TestAssertion, string]>([
  [{ kind: 'status', status: 'failed', errorCode: 'HTTP_STATUS' }, 'The run is failed with HTTP_STATUS'],
  [{ kind: 'output', field: 'a.b', check }, 'The output at a.b equals 3'],
  [{ kind: 'node', nodeId: 'n', check }, 'What “N” gives equals 3'],
  [
    { kind: 'node', nodeId: 'n', path: 'each/1', port: 'true', field: 'x', check },
    'What “N” in each/1 gives on true at x equals 3',
  ],
  [{ kind: 'call', nodeId: 'n', field: 'body.id', check }, 'The call of “N” at body.id equals 3'],
  [
    { kind: 'call', nodeId: 'n', field: 'params', check: { kind: 'snapshot' } },
    'What “N” is to do is as in the snapshot',
  ],
  [{ kind: 'branch', nodeId: 'n', port: 'true' }, '“N” takes the way “true”'],
  [{ kind: 'ran', nodeId: 'n', attempts: 1 }, '“N” runs in one attempt'],
  [{ kind: 'ran', nodeId: 'n', attempts: 2 }, '“N” runs in 2 attempts'],
  [{ kind: 'not-run', nodeId: 'n' }, '“N” does not run'],
  [{ kind: 'failed', nodeId: 'n', errorCode: 'X' }, '“N” fails with X'],
])('%j reads as a sentence', (assertion, words) => {
  expect(describeAssertion(assertion, (id) => id.toUpperCase())).toBe(words);
});
