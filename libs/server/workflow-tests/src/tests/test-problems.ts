import type { Actor } from '@millrace/server-identity';
import { GetWorkflow } from '@millrace/server-workflows';
import type { WorkflowDocument, WorkflowTestSpec } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { TestProblem } from '../workflow-tests.errors';
import type { StoredTest } from './stored-tests';

/** A test and what of it does not fit the draft. */
export type CheckedTest = StoredTest & { readonly problems: readonly TestProblem[] };

/** Tells what of tests does not fit the draft of their workflow. */
@Injectable()
export class TestProblems {
  constructor(private readonly workflows: GetWorkflow) {}

  /** The test with its problems. */
  async of(actor: Actor, test: StoredTest): Promise<CheckedTest> {
    const [checked] = await this.withProblems(actor, test.workflowId, [test]);
    return checked as CheckedTest;
  }

  /** Tests of one workflow with their problems. */
  async withProblems(actor: Actor, workflowId: string, tests: readonly StoredTest[]): Promise<CheckedTest[]> {
    if (tests.length === 0) return [];
    const { draft } = await this.workflows.get(actor, workflowId);
    return tests.map((test) => ({ ...test, problems: problemsOf(test.spec, draft) }));
  }
}

/** Nodes that the test names and the document does not have. */
export function problemsOf(spec: WorkflowTestSpec, document: Pick<WorkflowDocument, 'nodes'>): TestProblem[] {
  const known = new Set(document.nodes.map(({ id }) => id));
  const problems: TestProblem[] = [];
  const check = (path: string, nodeId: string | undefined): void => {
    if (nodeId === undefined || known.has(nodeId)) return;
    problems.push({ path, message: `The workflow has no node “${nodeId}”. Choose another one, or remove this.` });
  };
  check('triggerNodeId', spec.triggerNodeId);
  for (const part of ['mocks', 'answers', 'failures', 'assertions'] as const) {
    for (const [index, entry] of spec[part].entries()) {
      check(`${part}.${index}`, 'nodeId' in entry ? entry.nodeId : undefined);
    }
  }
  return problems;
}
