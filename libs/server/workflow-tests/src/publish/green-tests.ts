import type { Actor } from '@millrace/server-identity';
import { PublishGates, type PublishCandidate, type PublishGate } from '@millrace/server-workflows';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TestResult } from '../runs/test-run';
import { TestRuns } from '../runs/test-runs';
import { TestRunStore } from '../runs/test-run-store';
import { StoredTests } from '../tests/stored-tests';
import { testsMissing, testsNotGreen } from '../workflow-tests.errors';

/** How long a publication waits for its tests. Milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** Lets a workflow that says so be published only when its tests pass. */
@Injectable()
export class GreenTests implements PublishGate, OnModuleInit {
  constructor(
    private readonly gates: PublishGates,
    private readonly tests: StoredTests,
    private readonly store: TestRunStore,
    private readonly runs: TestRuns,
  ) {}

  onModuleInit(): void {
    this.gates.add(this);
  }

  /** Tests that passed on the same content are not run again. @throws DomainError `TESTS_NOT_GREEN` */
  async check(actor: Actor, { workflowId, document, hash }: PublishCandidate): Promise<void> {
    if (document.settings.publishNeedsGreenTests !== true) return;
    const all = await this.tests.ofWorkflow(actor, workflowId);
    if (all.length === 0) throw testsMissing();
    const green = await this.store.greenOn(actor, workflowId, hash);
    const testIds = all.map(({ id }) => id).filter((id) => !green.has(id));
    if (testIds.length === 0) return;
    const { id } = await this.runs.start(actor, { workflowId, testIds });
    const run = await this.runs.finished(actor, id, LONGEST_WAIT_MS);
    const failed = run.results.filter(({ status }) => status !== 'passed');
    if (failed.length > 0)
      throw testsNotGreen(failed.map((result) => ({ ...about(result), message: reasonOf(result) })));
  }
}

function about({ testId, name }: TestResult): { testId: string; name: string } {
  return { testId, name };
}

function reasonOf({ status, error, assertions }: TestResult): string {
  if (status === 'running') return 'It did not end within a minute.';
  if (error) return error.message;
  const first = assertions.find(({ passed }) => !passed);
  return first ? `${first.label}: ${first.message ?? 'no'}` : 'It failed.';
}
