import XmlBuilder from 'fast-xml-builder';
import type { TestResult, TestRun } from '../runs/test-run';

type Assertion = TestResult['assertions'][number];
type Result = Pick<TestResult, 'name' | 'status' | 'error' | 'assertions' | 'durationMs'>;

/** Results that can be told as XML. */
export type ReportedRun = Pick<TestRun, 'total' | 'startedAt'> & { readonly results: readonly Result[] };

/** Attributes begin with this, as the builder knows them. */
const builder = new XmlBuilder({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true },
  // A workflow may be called “true”.
  suppressBooleanAttributes: false,
});

/** Results as JUnit XML, which CI servers read: a suite with a case for each test. */
export function junitOf(run: ReportedRun, workflowName: string): string {
  const count = (...statuses: string[]): number => run.results.filter(({ status }) => statuses.includes(status)).length;
  const counts = {
    '@tests': run.total,
    '@failures': count('failed'),
    // Readers know no test that goes on.
    '@errors': count('error', 'running'),
    '@time': seconds(run.results.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0)),
  };
  const name = text(workflowName);
  // The schema of JUnit knows whole seconds without a zone, which are UTC.
  const timestamp = run.startedAt.toISOString().slice(0, 19);
  const testcase = run.results.map((result) => ({
    '@name': text(result.name),
    '@classname': name,
    '@time': seconds(result.durationMs),
    ...troubleOf(result),
  }));
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'millrace',
      ...counts,
      testsuite: { '@name': name, ...counts, '@timestamp': timestamp, testcase },
    },
  });
}

/** One element at most: many readers show only the first. */
function troubleOf({ status, error, assertions }: Result): object {
  if (status === 'passed') return {};
  if (status === 'running') {
    return { error: { '@message': 'The test has not ended in time.', '@type': 'TEST_TOO_LONG' } };
  }
  if (status === 'error' && error) return { error: { '@message': text(error.message), '@type': text(error.code) } };
  const failed = assertions.filter(({ passed }) => !passed);
  const [first = { label: 'Nothing is told' }] = failed;
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
  const told = text(failed.map(toldOf).join('\n\n'));
  return { failure: { '@message': text(`${first.label}${more}`), '@type': 'assertion', '#text': told } };
}

function toldOf({ label, message, differences, expected, actual }: Assertion): string {
  const places = differences.filter(({ path }) => path !== '');
  return [
    label,
    ...(message ? [message] : []),
    ...places.map((place) => `${place.path}: expected ${shown(place.expected)}, got ${shown(place.actual)}`),
    ...(expected === undefined ? [] : [`expected: ${shown(expected)}`]),
    ...(actual === undefined ? [] : [`actual:   ${shown(actual)}`]),
  ].join('\n');
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function seconds(ms: number | null): string {
  return ((ms ?? 0) / 1_000).toFixed(3);
}

/** Text that XML 1.0 can hold: it has no place for most control characters and for halves of surrogate pairs. */
function text(given: string): string {
  return given.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');
}
