import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { JudgedAssertion, TestResult, TestRun } from '../runs/test-run';
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
const unmet = (more: Partial<JudgedAssertion>): JudgedAssertion => ({
  ...{ index: 0, label: 'The output equals 1', passed: false, message: 'No.', expected: 1, actual: 2 },
  ...{ differences: [{ path: '', expected: 1, actual: 2 }] },
  ...more,
});

/** An element as a reader of XML sees it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Parsed = Record<string, unknown> & { readonly ':@'?: Record<string, string>; readonly '#text'?: string };

const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', ignoreDeclaration: true },
  ...{ parseTagValue: false, parseAttributeValue: false, trimValues: false },
});

/** The document. @throws when it is not well-formed */
function read(xml: string): Element {
  expect(XMLValidator.validate(xml)).toBe(true);
  return elementsOf(parser.parse(xml) as Parsed[])[0]!;
}

function elementsOf(parsed: readonly Parsed[]): Element[] {
  return parsed.flatMap((entry): Element[] => {
    const { ':@': attributes = {}, ...named } = entry;
    const [name = '#text'] = Object.keys(named);
    if (name === '#text') return [];
    const inside = named[name] as Parsed[];
    const text = inside.map((one) => one['#text'] ?? '').join('');
    return [{ name, attributes, children: elementsOf(inside), text }];
  });
}

/** All elements of that name, at any depth. */
const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** What the schema of JUnit as CI servers have it allows: attributes by pattern, and children. */
const COUNT = /^\d+$/;
const TIME = /^\d+\.\d{3}$/;
const SCHEMA: Record<string, { attributes: Record<string, RegExp>; children: string[] }> = {
  testsuites: {
    attributes: { name: /./, tests: COUNT, failures: COUNT, errors: COUNT, time: TIME },
    children: ['testsuite'],
  },
  testsuite: {
    attributes: {
      ...{ name: /./, tests: COUNT, failures: COUNT, errors: COUNT, time: TIME },
      timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    },
    children: ['testcase'],
  },
  testcase: { attributes: { name: /./, classname: /./, time: TIME }, children: ['failure', 'error'] },
  failure: { attributes: { message: /./, type: /./ }, children: [] },
  error: { attributes: { message: /./, type: /./ }, children: [] },
};

function problemsOf({ name, attributes: given, children: within }: Element): string[] {
  const { attributes, children } = SCHEMA[name] ?? { attributes: {}, children: [] };
  return [
    ...Object.keys(given).filter((attribute) => !Object.hasOwn(attributes, attribute)),
    ...Object.entries(attributes).flatMap(([key, pattern]) => (pattern.test(given[key] ?? '') ? [] : [key])),
    ...within.map((child) => child.name).filter((child) => !children.includes(child)),
    ...within.flatMap(problemsOf),
  ];
}

it('tells passed, failed, broken and unfinished tests apart', () => {
  const suites = read(
    junitOf(
      run(
        result({}),
        result({ name: 'Fails', status: 'failed', assertions: [unmet({}), unmet({ passed: true })] }),
        result({ name: 'Broken', status: 'error', error: { code: 'MOCK_MISSING', message: 'No mock.' } }),
        result({ name: 'Slow', status: 'running', durationMs: null }),
      ),
      'Orders',
    ),
  );

  expect(problemsOf(suites)).toEqual([]);
  expect(all(suites, 'testsuite')[0]?.attributes).toEqual({
    ...{ name: 'Orders', tests: '4', failures: '1', errors: '2', time: '4.500', timestamp: '1970-01-01T00:00:00' },
  });
  const cases = all(suites, 'testcase');
  expect(cases.map(({ attributes }) => attributes['name'])).toEqual(['Works', 'Fails', 'Broken', 'Slow']);
  expect(cases.map(({ children }) => children[0]?.attributes)).toEqual([
    undefined,
    { message: 'The output equals 1', type: 'assertion' },
    { message: 'No mock.', type: 'MOCK_MISSING' },
    { message: 'The test has not ended in time.', type: 'TEST_TOO_LONG' },
  ]);
  expect(all(suites, 'failure')[0]?.text).toBe('The output equals 1\nNo.\nexpected: 1\nactual:   2');
});

it('tells everything that does not hold in one failure, with the places that differ', () => {
  const differences = [{ path: 'items[0].title', expected: 'a' }];
  const second = unmet({ label: 'What “Fetch” gives equals […]', message: null, differences, expected: null });
  const failed = result({ status: 'failed', assertions: [unmet({}), second] });
  const failures = all(read(junitOf(run(failed), 'x')), 'failure');

  expect(failures).toHaveLength(1);
  expect(failures[0]!.attributes['message']).toBe('The output equals 1 (and 1 more)');
  expect(failures[0]!.text).toContain('items[0].title: expected "a", got nothing');
});

it.each([
  ['a\u0000b<&"\'>\ud800', 'a\ufffdb<&"\'>\ufffd'],
  ['<![CDATA[ ]]> &amp; <!-- -->', '<![CDATA[ ]]> &amp; <!-- -->'],
  ['\u0001\u0008\u000b\u001f\ufffe\uffff', '\ufffd'.repeat(6)],
  ['true', 'true'],
  ['__proto__ 🙂', '__proto__ 🙂'],
])('holds the name %j as XML can hold it', (name, held) => {
  const failed = result({ name, status: 'failed', assertions: [unmet({ label: name, message: name })] });
  const suites = read(junitOf(run(failed), name));

  expect(problemsOf(suites)).toEqual([]);
  expect(all(suites, 'testcase')[0]?.attributes['classname']).toBe(held);
  expect(all(suites, 'failure')[0]?.attributes['message']).toBe(held);
  expect(all(suites, 'failure')[0]?.text).toContain(`${held}\n${held}\nexpected`);
});
