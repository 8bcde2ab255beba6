import { NodeCatalogue } from '@millrace/server-catalog';
import { ExecutionHistory, isTerminal } from '@millrace/server-executions';
import type { Actor } from '@millrace/server-identity';
import { effectOf, workflowTestSpecSchema } from '@millrace/workflow-model';
import type {
  NodeDefinitionData,
  NodeMock,
  ScriptedAnswer,
  WorkflowNode,
  WorkflowTestSpec,
} from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { RunFacts } from '../judge/run-facts';
import { FinishedRuns } from '../runs/finished-run';
import { StoredTests, type StoredTest } from '../tests/stored-tests';
import { runNotOver, runWithoutWorkflow } from '../workflow-tests.errors';
import { proposedAssertions } from './proposed-assertions';
import { recordedAnswers, recordedMocks } from './recorded-mocks';

/** A test that a run suggests. */
export interface ProposedTest {
  readonly name: string;
  readonly spec: WorkflowTestSpec;
}

/** What was outside of a run, as it came. */
export interface WorldOfRun {
  readonly facts: RunFacts;
  readonly mocks: readonly NodeMock[];
  readonly answers: readonly ScriptedAnswer[];
}

/** Makes tests of runs. */
@Injectable()
export class TestOfRun {
  constructor(
    private readonly tests: StoredTests,
    private readonly history: ExecutionHistory,
    private readonly runs: FinishedRuns,
    private readonly catalogue: NodeCatalogue,
  ) {}

  /** @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_NOT_OVER`, `EXECUTION_WITHOUT_WORKFLOW` */
  async propose(actor: Actor, executionId: string, name?: string): Promise<ProposedTest> {
    const { summary, workflowId } = await this.runOf(actor, executionId);
    if (!isTerminal(summary.status)) throw runNotOver(executionId);
    const facts = await this.runs.facts(executionId, summary.versionId);
    const { startedAtMs, triggerNodeId } = facts.state;
    const isMocked = this.isMocked(facts);
    const spec = workflowTestSpecSchema.parse({
      trigger: facts.trigger,
      ...(triggerNodeId === undefined ? {} : { triggerNodeId }),
      ...(startedAtMs === undefined ? {} : { startAt: new Date(startedAtMs).toISOString() }),
      mocks: recordedMocks(facts, isMocked, 'run'),
      answers: recordedAnswers(facts, isMocked),
      assertions: proposedAssertions(facts, (node) => this.definitionOf(node)),
    });
    return {
      name: await this.tests.freeName(actor, workflowId, name ?? `${facts.document.name}: ${summary.status}`),
      spec,
    };
  }

  /** @throws as `propose` and `StoredTests.create` do */
  async store(actor: Actor, executionId: string, proposal: ProposedTest): Promise<StoredTest> {
    const { workflowId } = await this.runOf(actor, executionId);
    return this.tests.create(actor, workflowId, proposal);
  }

  /** What the nodes of a run that reach for the world did there, and who answered the others; with `but` not those that only read. */
  async worldOf(actor: Actor, executionId: string, but?: 'reads'): Promise<WorldOfRun> {
    const { summary } = await this.runOf(actor, executionId);
    const facts = await this.runs.facts(executionId, summary.versionId);
    const isMocked = this.isMocked(facts, but);
    return { facts, mocks: recordedMocks(facts, isMocked, 'run'), answers: recordedAnswers(facts, isMocked) };
  }

  /** The effect of a node as it is configured. */
  effectOf(node: WorkflowNode): ReturnType<typeof effectOf> {
    const definition = this.definitionOf(node);
    return definition ? effectOf(definition, node) : 'none';
  }

  private definitionOf({ type, typeVersion }: WorkflowNode): NodeDefinitionData | undefined {
    return this.catalogue.lookup(type, typeVersion);
  }

  /** Nodes that reach for the world, and those whose result was known beforehand. */
  private isMocked({ document, events }: RunFacts, but?: 'reads'): (nodeId: string) => boolean {
    const reused = events.flatMap((event) => (event.type === 'node.reused' ? [event.nodeId] : []));
    const reaching = document.nodes.filter((node) => {
      const effect = this.effectOf(node);
      return effect === 'write' || (effect === 'read' && but !== 'reads');
    });
    const mocked = new Set([...reused, ...reaching.map(({ id }) => id)]);
    return (nodeId) => mocked.has(nodeId);
  }

  private async runOf(actor: Actor, executionId: string) {
    const summary = await this.history.summary(actor, executionId);
    if (summary.workflowId === null) throw runWithoutWorkflow(executionId);
    return { summary, workflowId: summary.workflowId };
  }
}
