import type { Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import { StoredTests, type StoredTest } from '../tests/stored-tests';
import { testRunNotFound } from '../workflow-tests.errors';
import type { TestResult, TestRun } from './test-run';

/** Which tests to run, of which version. */
export interface TestRunRequest {
  readonly workflowId: string;
  /** All when absent. */
  readonly testIds?: readonly string[] | undefined;
  /** `draft` when absent, `published` or a number. */
  readonly version?: string | undefined;
}

/** What of a run to take as expected. */
export interface AcceptRequest {
  readonly runId: string;
  /** Places of assertions; all snapshots when absent. */
  readonly assertions?: readonly number[] | undefined;
}

/** Runs of tests. */
@Injectable()
export class TestRuns {
  constructor(private readonly tests: StoredTests) {}

  /** @throws DomainError `NOT_FOUND`, `TEST_NOT_FOUND`, `NO_TESTS`; WorkflowInvalidError when the version cannot run */
  start(_actor: Actor, request: TestRunRequest): Promise<TestRun> {
    return Promise.reject(testRunNotFound(request.workflowId));
  }

  /** @throws DomainError `TEST_RUN_NOT_FOUND` */
  get(_actor: Actor, id: string): Promise<TestRun> {
    return Promise.reject(testRunNotFound(id));
  }

  /** The newest result of each test, by id. */
  lastResults(_actor: Actor, _testIds: readonly string[]): Promise<Map<string, TestResult>> {
    return Promise.resolve(new Map());
  }

  /** @throws DomainError `TEST_NOT_FOUND`, `TEST_RUN_NOT_FOUND` */
  accept(actor: Actor, testId: string, _wish: AcceptRequest): Promise<StoredTest> {
    return this.tests.get(actor, testId);
  }
}
