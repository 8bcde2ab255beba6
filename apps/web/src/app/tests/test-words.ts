import type { IconName, StatusTone } from '@millrace/web-ui';
import type { FailureKind, TestAssertion } from '@millrace/workflow-model';
import type { TestStanding } from './test-suite';

/** How a test's standing is told: never by colour alone. */
export const STANDING_LOOKS: Readonly<
  Record<TestStanding, { readonly word: string; readonly icon: IconName; readonly tone: StatusTone }>
> = {
  never: { word: 'Never run', icon: 'circle-dashed', tone: 'skipped' },
  running: { word: 'Running', icon: 'loader-circle', tone: 'running' },
  passed: { word: 'Passed', icon: 'circle-check', tone: 'completed' },
  failed: { word: 'Failed', icon: 'circle-x', tone: 'failed' },
  error: { word: 'Could not be run', icon: 'octagon-alert', tone: 'failed' },
  stale: { word: 'Passed before the last changes', icon: 'circle-fading-arrow-up', tone: 'stale' },
};

/** Kinds of assertions as people choose them. */
export const ASSERTION_KINDS: readonly {
  readonly value: TestAssertion['kind'];
  readonly label: string;
  readonly description: string;
}[] = [
  { value: 'status', label: 'The run ends as', description: 'Completed, failed or cancelled' },
  { value: 'output', label: 'The result', description: 'What the run gives at its end' },
  { value: 'node', label: 'Output of a step', description: 'What a step gave' },
  { value: 'call', label: 'Request of a step', description: 'What a step would have sent' },
  { value: 'branch', label: 'A step takes the branch', description: 'Which way it goes on' },
  { value: 'ran', label: 'A step runs', description: 'And how often it is tried' },
  { value: 'not-run', label: 'A step does not run', description: 'Its path is not taken' },
  { value: 'failed', label: 'A step fails', description: 'With a code, when given' },
  { value: 'expression', label: 'An expression is true', description: 'CEL over the whole run' },
];

/** How a value is judged. */
export const CHECK_KINDS = [
  { value: 'equals', label: 'equals' },
  { value: 'contains', label: 'contains' },
  { value: 'exists', label: 'is there' },
  { value: 'schema', label: 'fits the JSON Schema' },
  { value: 'snapshot', label: 'is as it was (snapshot)' },
  { value: 'expression', label: 'fulfils the expression' },
] as const;

/** What can go wrong with a call, as people choose it. */
export const FAILURE_WORDS: Readonly<Record<FailureKind, { readonly label: string; readonly hint: string }>> = {
  timeout: { label: 'Timeout', hint: 'No answer comes' },
  'rate-limit': { label: '429 Too many requests', hint: 'With Retry-After' },
  'server-error': { label: '500 Server error', hint: 'The other side breaks' },
  malformed: { label: 'Malformed answer', hint: 'It cannot be read' },
  slow: { label: 'Slow', hint: 'It takes long, then answers' },
  crash: { label: 'Crash', hint: 'The worker dies meanwhile' },
};
/** Kinds of failures, in the order of the menus. */
export const FAILURES = Object.entries(FAILURE_WORDS).map(([value, { label, hint }]) => ({
  value: value as FailureKind,
  label,
  description: hint,
}));
