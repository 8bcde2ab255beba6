import type { Actor } from '@millrace/server-identity';
import { DomainError, type SqlClient } from '@millrace/server-platform';
import { simulationScriptSchema, type WorkflowTestSpec } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { judgeTest } from '../judge/judge-test';
import { FinishedRuns } from './finished-run';
import { SimulatedStarts } from './simulated-start';
import type { Verdict } from './test-run-store';

/** Something that a person has to know of a test that could not be run. */
export interface TestTrouble {
  readonly code: string;
  readonly message: string;
}

/** A test and what it is run on. */
export interface TestToRun {
  readonly spec: WorkflowTestSpec;
  /** Null for a document that belongs to no workflow. */
  readonly workflowId: string | null;
  readonly versionId: string;
}

/** Either the run of a test, or why it has none. */
export type BegunTest =
  { readonly executionId: string; readonly error: null } | { readonly executionId: null; readonly error: TestTrouble };

/** Starts single tests, and judges what came of them. */
@Injectable()
export class OneTest {
  constructor(
    private readonly starts: SimulatedStarts,
    private readonly finished: FinishedRuns,
  ) {}

  async begin(actor: Actor, test: TestToRun, client?: SqlClient): Promise<BegunTest> {
    const { workflowId, versionId, spec } = test;
    const { mocks, answers, failures, missing, trigger, triggerNodeId, startAt } = spec;
    const script = simulationScriptSchema.parse({ mocks, answers, failures, missing });
    try {
      const start = { kind: 'test' as const, workflowId, versionId, triggerNodeId, trigger, startAt, script };
      return { executionId: await this.starts.start(actor, start, client), error: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      return { executionId: null, error: { code: error.code, message: error.message } };
    }
  }

  /** Of a run that is over. */
  async judge(executionId: string, { versionId, spec }: Pick<TestToRun, 'versionId' | 'spec'>): Promise<Verdict> {
    const facts = await this.finished.facts(executionId, versionId);
    const { elapsedMs, error } = facts;
    // What is missing in the test itself is told first, whatever the assertions say.
    const broken = error !== undefined && INCOMPLETE.has(error.code) && !isExpected(spec, error.code);
    const assertions = judgeTest(spec, facts);
    if (broken) {
      const { code, message } = error;
      return { status: 'error', assertions, error: { code, message }, elapsedMs };
    }
    return {
      status: assertions.every(({ passed }) => passed) ? 'passed' : 'failed',
      assertions,
      error: null,
      elapsedMs,
    };
  }
}

const INCOMPLETE: ReadonlySet<string> = new Set(['MOCK_MISSING', 'ANSWER_MISSING']);

function isExpected({ assertions }: WorkflowTestSpec, code: string): boolean {
  return assertions.some((assertion) => 'errorCode' in assertion && assertion.errorCode === code);
}
