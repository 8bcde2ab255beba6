import type { TestResult, TestRun } from '../runs/test-run';
import { junitOf } from './junit';

const result = (more: Partial<TestResult>): TestResult => ({
  ...{ runId: 'r', testId: 't', name: 'Works', status: 'passed', isCurrent: true, executionId: null },
  ...{ assertions: [], error: null, elapsedMs: 0, durationMs: 1_500, startedAt: new Date(0), finishedAt: null },
  ...more,
});
const run = (...results: TestResult[]): TestRun => ({
  ...{ id: 'r', workflowId: 'w', versionId: 'v', version: 'draft', status: 'failed', total: results.length },
  ...{ passed: 0, failed: 0, results, startedAt: new Date(0), finishedAt: null },
});

it('tells passed, failed, broken and unfinished tests apart', () => {
  const failed = {
    index: 0,
    label: 'The output equals 1',
    passed: false,
    message: 'No.',
    expected: 1,
    actual: 2,
    differences: [],
  };
  const xml = junitOf(
    run(
      result({}),
      result({ name: 'Fails', status: 'failed', assertions: [failed, { ...failed, passed: true }] }),
      result({ name: 'Broken', status: 'error', error: { code: 'MOCK_MISSING', message: 'No mock.' } }),
      result({ name: 'Slow', status: 'running', durationMs: null }),
    ),
    'Orders',
  );

  expect(xml).toContain(
    '<testsuite name="Orders" tests="4" failures="1" errors="2" time="4.500" timestamp="1970-01-01T00:00:00.000Z">',
  );
  expect(xml).toContain('<testcase name="Works" classname="Orders" time="1.500"/>');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toContain('expected: 1\nactual:   2</failure>');
  expect(xml).toContain('<error message="No mock." type="MOCK_MISSING"/>');
  expect(xml).toContain('type="TEST_TOO_LONG"');
});

it('writes nothing that XML cannot hold', () => {
  const xml = junitOf(run(result({ name: 'a\u0000b<&"\'>\ud800' })), 'x');

  expect(xml).toContain('name="a\ufffdb&lt;&amp;&quot;&apos;&gt;\ufffd"');
});
