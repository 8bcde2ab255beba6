import type { Actor } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import type { Json, TestAssertion, WorkflowTestSpec } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { hashOfSpec } from '../tests/read-test';
import { StoredTests, type StoredTest } from '../tests/stored-tests';
import type { JudgedAssertion } from './test-run';
import { TestRunStore, type PendingResult } from './test-run-store';

/** What of a run to take as expected. */
export interface AcceptRequest {
  readonly runId: string;
  /** Places of assertions; all snapshots when absent. */
  readonly assertions?: readonly number[] | undefined;
}

/** Takes what came as what is expected from now on. */
@Injectable()
export class AcceptResults {
  constructor(
    private readonly tests: StoredTests,
    private readonly store: TestRunStore,
  ) {}

  /** @throws DomainError `TEST_NOT_FOUND`, `TEST_RUN_NOT_FOUND` */
  async accept(actor: Actor, testId: string, { runId, assertions: places }: AcceptRequest): Promise<StoredTest> {
    const test = await this.tests.get(actor, testId);
    const { assertions: judged } = await this.store.resultOf(actor, runId, testId);
    const wanted = judged.filter(({ index }) => places === undefined || places.includes(index));
    const spec = withValues(test.spec, wanted, places === undefined ? ['snapshot'] : ['snapshot', 'equals']);
    return this.tests.change(actor, testId, { spec, expectedRevision: test.revision });
  }

  /** Snapshots that had no value yet get that of their first run, unless somebody changed the test meanwhile. */
  async takeSnapshots(
    client: SqlClient,
    { testId, runId, spec }: PendingResult,
    judged: readonly JudgedAssertion[],
  ): Promise<void> {
    const missing = spec.assertions.map((assertion) => 'check' in assertion && isOpenSnapshot(assertion.check));
    const fresh = judged.filter(({ index, actual }) => missing[index] === true && actual !== undefined);
    if (fresh.length === 0) return;
    const taken = withValues(spec, fresh, ['snapshot']);
    // The result stays about the test: it says the same, and more.
    await client.query(
      `WITH changed AS (
         UPDATE workflow_test SET spec = $2, hash = $4, revision = revision + 1, updated_at = clock_timestamp()
         WHERE id = $1 AND hash = $3 RETURNING id)
       UPDATE workflow_test_result SET test_hash = $4 FROM changed WHERE test_id = changed.id AND run_id = $5`,
      [testId, JSON.stringify(taken), hashOfSpec(spec), hashOfSpec(taken), runId],
    );
  }
}

function isOpenSnapshot(check: { readonly kind: string; readonly value?: Json }): boolean {
  return check.kind === 'snapshot' && check.value === undefined;
}

function withValues(
  spec: WorkflowTestSpec,
  judged: readonly JudgedAssertion[],
  kinds: readonly string[],
): WorkflowTestSpec {
  const values = new Map(judged.map(({ index, actual }) => [index, actual]));
  const assertions = spec.assertions.map((assertion, index): TestAssertion => {
    const value = values.get(index);
    if (value === undefined || !('check' in assertion) || !kinds.includes(assertion.check.kind)) return assertion;
    return { ...assertion, check: { ...assertion.check, value } } as TestAssertion;
  });
  return { ...spec, assertions };
}
