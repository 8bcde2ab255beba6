import type { TestAssertion } from '@millrace/workflow-model';
import { assertionWords } from './assertion-words';

const said = (assertion: TestAssertion): string => assertionWords(assertion, (id) => `“${id}”`);

it('every assertion is a sentence', () => {
  expect(
    [
      { kind: 'status', status: 'failed', errorCode: 'HTTP_STATUS' },
      { kind: 'output', check: { kind: 'equals', value: { a: 1 } } },
      { kind: 'node', nodeId: 'a', field: 'items[0]', check: { kind: 'contains', value: 'x' } },
      { kind: 'call', nodeId: 'a', check: { kind: 'exists' } },
      { kind: 'call', nodeId: 'a', field: 'params', check: { kind: 'snapshot' } },
      { kind: 'branch', nodeId: 'a', port: 'true' },
      { kind: 'ran', nodeId: 'a', attempts: 2 },
      { kind: 'not-run', nodeId: 'a' },
      { kind: 'failed', nodeId: 'a' },
      { kind: 'expression', expression: 'run.elapsedMs > 5' },
    ].map((one) => said(one as TestAssertion)),
  ).toEqual([
    'The run ends as failed with HTTP_STATUS',
    'The result equals {"a":1}',
    'The output of “a” at items[0] contains "x"',
    'The request of “a” is there',
    'What “a” is to do is kept as a snapshot',
    '“a” goes on at “true”',
    '“a” runs, with 2 tries',
    '“a” does not run',
    '“a” fails',
    'It is true that run.elapsedMs > 5',
  ]);
});

it('checks say how they judge, and long values are cut', () => {
  const node = { kind: 'node', nodeId: 'a' } as const;
  expect(said({ ...node, check: { kind: 'snapshot' } })).toBe('The output of “a” is kept as a snapshot');
  expect(said({ ...node, check: { kind: 'schema', schema: {} } })).toBe('The output of “a” fits a JSON Schema');
  expect(said({ ...node, check: { kind: 'expression', expression: 'value > 1' } })).toBe(
    'The output of “a” fulfils value > 1',
  );
  expect(said({ ...node, check: { kind: 'snapshot', value: 'x'.repeat(100) } })).toHaveLength(
    'The output of “a” is as it was: '.length + 61,
  );
});
