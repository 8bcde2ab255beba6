import type { Actor } from '@millrace/server-identity';
import type { WorkflowTestSpec } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { StoredTests, type StoredTest } from '../tests/stored-tests';
import { runNotOver } from '../workflow-tests.errors';

/** A test that a run suggests. */
export interface ProposedTest {
  readonly name: string;
  readonly spec: WorkflowTestSpec;
}

/** Makes tests of runs. */
@Injectable()
export class TestOfRun {
  constructor(private readonly tests: StoredTests) {}

  /** @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_NOT_OVER`, `EXECUTION_WITHOUT_WORKFLOW` */
  propose(_actor: Actor, executionId: string, _name?: string): Promise<ProposedTest> {
    return Promise.reject(runNotOver(executionId));
  }

  /** @throws as `propose` and `StoredTests.create` do */
  store(actor: Actor, executionId: string, proposal: ProposedTest): Promise<StoredTest> {
    return this.tests.create(actor, executionId, proposal);
  }
}
