import type { TestResult, TestRun } from '../runs/test-run';

/** Results as JUnit XML, which CI servers read: a suite with a case for each test. */
export function junitOf(run: TestRun, workflowName: string): string {
  const seconds = (ms: number | null): string => ((ms ?? 0) / 1_000).toFixed(3);
  const total = run.results.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
  const count = (status: string): number => run.results.filter((result) => result.status === status).length;
  const counts = `tests="${run.total}" failures="${count('failed')}" errors="${count('error') + count('running')}"`;
  const suite = `name="${escaped(workflowName)}" ${counts} time="${seconds(total)}" timestamp="${run.startedAt.toISOString()}"`;
  const cases = run.results.map((result) => {
    const head = `<testcase name="${escaped(result.name)}" classname="${escaped(workflowName)}" time="${seconds(result.durationMs)}"`;
    const body = bodyOf(result);
    return body === '' ? `    ${head}/>` : `    ${head}>\n${body}\n    </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="millrace" ${counts} time="${seconds(total)}">`,
    `  <testsuite ${suite}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function bodyOf({ status, error, assertions }: TestResult): string {
  if (status === 'passed') return '';
  if (status === 'running') return '      <error message="The test has not ended in time." type="TEST_TOO_LONG"/>';
  const failed = assertions.filter(({ passed }) => !passed);
  if (status === 'error' && error) {
    return `      <error message="${escaped(error.message)}" type="${escaped(error.code)}"/>`;
  }
  return failed
    .map(({ label, message, expected, actual }) => {
      const text = [
        message ?? '',
        ...(expected === undefined ? [] : [`expected: ${JSON.stringify(expected)}`]),
        ...(actual === undefined ? [] : [`actual:   ${JSON.stringify(actual)}`]),
      ].join('\n');
      return `      <failure message="${escaped(label)}" type="assertion">${escaped(text)}</failure>`;
    })
    .join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0, which has no place for most control characters and for halves of surrogate pairs. */
function escaped(text: string): string {
  const storable = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');
  return storable.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
