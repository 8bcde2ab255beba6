import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  type TestPartsFragment,
  type TestRunPartsFragment,
  type WorkflowTestSummariesQuery,
  WorkflowTestAcceptDocument,
  WorkflowTestByIdDocument,
  WorkflowTestCreateDocument,
  WorkflowTestDeleteDocument,
  WorkflowTestDuplicateDocument,
  WorkflowTestFromExecutionDocument,
  WorkflowTestRunChangedDocument,
  WorkflowTestsRunDocument,
  WorkflowTestSummariesDocument,
  WorkflowTestUpdateDocument,
} from '@millrace/web-api/graphql';
import type { WorkflowTestSpec } from '@millrace/workflow-model';
import { map, type Observable } from 'rxjs';

/** A test in a list: its name and how it went the last time. */
export type TestSummary = WorkflowTestSummariesQuery['workflowTests'][number];

/** A test with everything. */
export interface WorkflowTest extends Omit<TestPartsFragment, 'spec'> {
  readonly spec: WorkflowTestSpec;
}

/** What came of a test, with every assertion. */
export type TestResult = NonNullable<TestPartsFragment['lastResult']>;
/** Tests that were run together. */
export type TestRun = TestRunPartsFragment;

/** Tests of the server. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class ApiTests {
  readonly #api = inject(GraphqlApi);

  async list(workflowId: string): Promise<readonly TestSummary[]> {
    return (await this.#api.query(WorkflowTestSummariesDocument, { workflowId })).workflowTests;
  }

  async get(id: string): Promise<WorkflowTest> {
    return testOf((await this.#api.query(WorkflowTestByIdDocument, { id })).workflowTest);
  }

  /** Id of the new test. */
  async create(workflowId: string, name: string, spec: WorkflowTestSpec): Promise<string> {
    const { workflowTestCreate } = await this.#api.mutate(WorkflowTestCreateDocument, {
      workflowId,
      input: { name, spec },
    });
    return accepted(workflowTestCreate).test?.id ?? '';
  }

  async update(
    id: string,
    input: { readonly name?: string; readonly spec?: WorkflowTestSpec; readonly expectedRevision?: number },
  ): Promise<WorkflowTest | undefined> {
    const { test } = accepted((await this.#api.mutate(WorkflowTestUpdateDocument, { id, input })).workflowTestUpdate);
    return test ? testOf(test) : undefined;
  }

  /** Id of the copy. */
  async duplicate(id: string): Promise<string> {
    const { workflowTestDuplicate } = await this.#api.mutate(WorkflowTestDuplicateDocument, { id });
    return accepted(workflowTestDuplicate).test?.id ?? '';
  }

  async remove(id: string): Promise<void> {
    accepted((await this.#api.mutate(WorkflowTestDeleteDocument, { id })).workflowTestDelete);
  }

  /** Makes what came what is expected, for these assertions. */
  async accept(runId: string, testId: string, assertions: readonly number[]): Promise<void> {
    const variables = { runId, testId, assertions: [...assertions] };
    accepted((await this.#api.mutate(WorkflowTestAcceptDocument, variables)).workflowTestAccept);
  }

  /** The test that a run suggests; nothing is kept. */
  async propose(executionId: string): Promise<{ readonly name: string; readonly spec: WorkflowTestSpec }> {
    const payload = (await this.#api.mutate(WorkflowTestFromExecutionDocument, { executionId }))
      .workflowTestFromExecution;
    const { name, spec } = accepted(payload);
    return { name: name ?? 'New test', spec: spec as unknown as WorkflowTestSpec };
  }

  /** Runs tests on the saved draft; all when no ids are given. */
  async run(workflowId: string, testIds?: readonly string[]): Promise<TestRun | undefined> {
    const input = { version: 'draft', ...(testIds && { testIds: [...testIds] }) };
    return (
      accepted((await this.#api.mutate(WorkflowTestsRunDocument, { workflowId, input })).workflowTestsRun).run ??
      undefined
    );
  }

  /** The run of tests as it is now, and each time one of them ends. */
  watch(runId: string): Observable<TestRun> {
    return this.#api.live(WorkflowTestRunChangedDocument, { runId }).pipe(map((data) => data.workflowTestRunChanged));
  }
}

function testOf({ spec, ...test }: TestPartsFragment): WorkflowTest {
  return { ...test, spec: spec as unknown as WorkflowTestSpec };
}
