import { ExecutionHistory, isTerminal } from '@millrace/server-executions';
import type { Actor } from '@millrace/server-identity';
import { WorkflowPins, WorkflowVersions, type Pins } from '@millrace/server-workflows';
import {
  MAIN_PORT,
  simulationScriptSchema,
  type Json,
  type NodeMock,
  type WorkflowDocument,
} from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { TestOfRun } from '../record/test-of-run';
import { FinishedRuns } from '../runs/finished-run';
import { ForgetTestExecutions } from '../runs/forget-test-executions';
import { SimulatedStarts } from '../runs/simulated-start';
import type { DryRunReport } from './dry-run-report';
import { readDryRun } from './read-dry-run';
import { nodesOfReport, timelineOf } from './report-parts';

/** What to pretend. */
export interface DryRunRequest {
  readonly workflowId: string;
  readonly triggerNodeId?: string;
  /** What the trigger gives. */
  readonly trigger?: Json;
  /** ISO 8601. */
  readonly startAt?: string;
  readonly sourceExecutionId?: string;
  readonly usePins: boolean;
  readonly reads: 'mock' | 'real';
  /** As sent. */
  readonly failures?: unknown;
  /** As sent. */
  readonly answers?: unknown;
  /** As sent. */
  readonly mocks?: unknown;
}

/** Runs a draft without changing anything outside. */
@Injectable()
export class DryRun {
  constructor(
    private readonly versions: WorkflowVersions,
    private readonly pins: WorkflowPins,
    private readonly history: ExecutionHistory,
    private readonly recording: TestOfRun,
    private readonly starts: SimulatedStarts,
    private readonly runs: FinishedRuns,
    private readonly forgetting: ForgetTestExecutions,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `TEST_INVALID`, `EXECUTION_NOT_FOUND`; WorkflowInvalidError when the draft cannot run */
  async start(actor: Actor, request: DryRunRequest): Promise<{ executionId: string }> {
    const { workflowId, reads, usePins, sourceExecutionId } = request;
    const { mocks: written, answers: said, failures, startAt } = readDryRun(request);
    const { versionId, document } = await this.versions.snapshotDraft(actor, workflowId);
    await this.forgetting.forget(actor, workflowId);
    const pins: Pins = usePins ? await this.pins.pinsOf(actor, workflowId) : new Map();
    const recorded = sourceExecutionId
      ? await this.recording.worldOf(actor, sourceExecutionId, reads === 'real' ? 'reads' : undefined)
      : undefined;
    const mocks = firstOfEach([written, pinned(pins), recorded?.mocks ?? []]);
    const answers = firstOfEach([said, recorded?.answers ?? []]);
    const script = simulationScriptSchema.parse({
      ...{ mocks, answers, failures, reads, missing: 'schema', unanswered: 'assume' },
    });
    const triggerNodeId = request.triggerNodeId ?? recorded?.facts.state.triggerNodeId;
    const pin = pins.get(triggerNodeId ?? firstTrigger(document) ?? '')?.[MAIN_PORT];
    const trigger = request.trigger ?? pin ?? recorded?.facts.trigger ?? {};
    const start = { kind: 'dry-run' as const, workflowId, versionId, triggerNodeId, trigger, startAt, script };
    return { executionId: await this.starts.start(actor, start) };
  }

  /** What the run showed so far; also of tests. @throws DomainError `EXECUTION_NOT_FOUND` */
  async report(actor: Actor, executionId: string): Promise<DryRunReport> {
    const { versionId, status } = await this.history.summary(actor, executionId);
    const facts = await this.runs.facts(executionId, versionId);
    const timeline = timelineOf(facts);
    return {
      ...{ executionId, status, isOver: isTerminal(status), elapsedMs: facts.elapsedMs },
      output: isTerminal(status) ? facts.output : null,
      error: (facts.error ?? null) as Json,
      nodes: nodesOfReport(facts, (node) => this.recording.effectOf(node)),
      calls: timeline.filter(({ kind }) => kind === 'call'),
      timeline,
    };
  }
}

function pinned(pins: Pins): NodeMock[] {
  return [...pins].map(([nodeId, ports]) => ({ nodeId, attempts: [{ ports: { ...ports } }], source: 'pin' }));
}

/** Of each node what comes first: what was written for it, its pin, what it did or was told in another run. */
function firstOfEach<T extends { readonly nodeId: string }>(groups: readonly (readonly T[])[]): T[] {
  const known = new Set<string>();
  return groups.flatMap((group) => {
    const fresh = group.filter(({ nodeId }) => !known.has(nodeId));
    for (const { nodeId } of group) known.add(nodeId);
    return fresh;
  });
}

/** Where a run begins when it is not said. */
function firstTrigger({ nodes, edges }: WorkflowDocument): string | undefined {
  const targets = new Set(edges.map(({ target }) => target));
  return nodes.find(({ id, enabled, parent }) => enabled && parent === undefined && !targets.has(id))?.id;
}
