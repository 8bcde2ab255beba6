import type { Json } from '@millrace/workflow-model';

/** Where a test, or a run of tests, stands. */
export type TestStatus = 'running' | 'passed' | 'failed' | 'error';

/** Where what was expected and what came differ. */
export interface Difference {
  readonly path: string;
  readonly expected?: Json;
  readonly actual?: Json;
}

/** How an assertion was judged. */
export interface JudgedAssertion {
  readonly index: number;
  readonly label: string;
  readonly passed: boolean;
  readonly message?: string | null;
  readonly nodeId?: string | null;
  readonly expected?: Json;
  readonly actual?: Json;
  readonly differences: readonly Difference[];
}

/** What came of one test. */
export interface TestResult {
  readonly runId: string;
  readonly testId: string;
  readonly name: string;
  readonly status: TestStatus;
  /** About the test and the draft as they are now. */
  readonly isCurrent: boolean;
  readonly executionId: string | null;
  readonly assertions: readonly JudgedAssertion[];
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Milliseconds on the clock of the run. */
  readonly elapsedMs: number | null;
  readonly durationMs: number | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** Tests that were run together. */
export interface TestRun {
  readonly id: string;
  readonly workflowId: string;
  readonly versionId: string;
  readonly version: string;
  readonly status: TestStatus;
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly results: readonly TestResult[];
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}
