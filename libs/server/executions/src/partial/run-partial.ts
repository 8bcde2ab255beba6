import { fold, initialState } from '@millrace/engine';
import type { ValueRef } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { DocumentChecks, WorkflowPins, WorkflowVersions, readPins } from '@millrace/server-workflows';
import type { DraftState, Pins } from '@millrace/server-workflows';
import { MAIN_PORT, nodesInside } from '@millrace/workflow-model';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { sourceOfAnotherWorkflow } from '../executions.errors';
import { ExecutionHistory } from '../history/execution-history';
import { readPayloads } from '../history/payloads';
import { readEvents } from '../log/read-events';
import { StartExecutions } from '../start/start-executions';
import type { StartedExecution } from '../start/start-request';
import type { EarlierRun, PartialMode, PartialPlan } from './partial-plan';
import { planPartialRun } from './plan-partial-run';
import { ReusedResults } from './reused-results';
import { copyPayloads, markRun } from './source-run';

/** What to run of a workflow's draft. */
export interface PartialRunRequest {
  readonly workflowId: string;
  readonly mode: PartialMode;
  readonly nodeId: string;
  /** Nodes that are run beside the one, with mode `step` only. */
  readonly alsoRun?: readonly string[];
  /** Breakpoints: ids of the nodes before which the run is paused. */
  readonly pauseBefore?: readonly string[];
  /** The run whose results may be reused; of the same workflow. */
  readonly sourceExecutionId?: string;
  readonly triggerNodeId?: string;
  /** Output of the trigger; without it the trigger's pin, else what the source run began with, else `{}`. */
  readonly triggerInput?: Json;
  /** As sent: node id to a value per port. They go before the stored ones. */
  readonly pins?: unknown;
  /** Whether the stored pins of the draft count, too. */
  readonly usePins: boolean;
}

/** A partial run that was started, and what it runs and reuses. */
export interface StartedPartial extends StartedExecution {
  readonly plan: PartialPlan;
}

interface Prepared {
  readonly draft: DraftState;
  readonly pins: Pins;
  readonly earlier: EarlierRun | undefined;
  readonly plan: PartialPlan;
}

/** Runs a part of a draft by hand, with results of an earlier run and pinned ones in place of what need not run again. */
@Injectable()
export class RunPartial {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
    private readonly documents: DocumentChecks,
    private readonly pins: WorkflowPins,
    private readonly history: ExecutionHistory,
    private readonly starts: StartExecutions,
  ) {}

  /**
   * What `run` would do, without doing it. Errors in nodes that it would run do not matter here.
   * @throws DomainError as `run` does
   */
  async plan(actor: Actor, request: PartialRunRequest): Promise<PartialPlan> {
    return (await this.prepare(actor, request)).plan;
  }

  /**
   * @throws DomainError `NOT_FOUND`, `NODE_NOT_FOUND`, `NODE_NOT_REACHED`, `TRIGGER_NOT_FOUND`, `EXECUTION_NOT_FOUND`,
   * `SOURCE_OF_ANOTHER_WORKFLOW`, `SOURCE_GONE`, and those of pins
   * @throws WorkflowInvalidError when a node that is to run has errors
   */
  async run(actor: Actor, request: PartialRunRequest): Promise<StartedPartial> {
    const prepared = await this.prepare(actor, request);
    const { draft, plan } = prepared;
    this.documents.requireRunnable(
      draft.document,
      new Set(plan.run.flatMap((id) => [id, ...nodesInside(draft.document.nodes, id).map((node) => node.id)])),
    );
    const started = await this.pool.tx((client) => this.startWithin(client, actor, request, prepared));
    return { ...started, plan };
  }

  private async prepare(actor: Actor, request: PartialRunRequest): Promise<Prepared> {
    const { workflowId, mode, nodeId, alsoRun, triggerNodeId } = request;
    const sent = readPins(request.pins);
    const draft = await this.versions.draftOf(actor, workflowId);
    // Also says whether the graph can be brought into an order.
    this.documents.requireRunnable(draft.document, new Set());
    const stored: Pins = request.usePins ? await this.pins.pinsOf(actor, workflowId) : new Map();
    const pins = new Map([...stored, ...sent]);
    const earlier = await this.earlierRun(actor, request, pins);
    const plan = planPartialRun({
      ...{ draft: draft.document, mode, nodeId, pins },
      hasInput: request.triggerInput !== undefined,
      ...(alsoRun ? { alsoRun } : {}),
      ...(triggerNodeId === undefined ? {} : { triggerNodeId }),
      ...(earlier ? { earlier } : {}),
    });
    return { draft, pins, earlier, plan };
  }

  private async earlierRun(
    actor: Actor,
    { workflowId, sourceExecutionId }: PartialRunRequest,
    pins: Pins,
  ): Promise<EarlierRun | undefined> {
    if (sourceExecutionId === undefined) return undefined;
    const summary = await this.history.summary(actor, sourceExecutionId);
    if (summary.workflowId !== workflowId) throw sourceOfAnotherWorkflow(sourceExecutionId);
    const [document, events] = await Promise.all([
      this.versions.load(summary.versionId),
      readEvents(this.pool, summary.id, 0),
    ]);
    const state = fold(initialState(), events);
    const refs = [...pins.keys()].flatMap((id) => Object.values(state.nodes.get(id)?.ports ?? {}));
    const large = refs.flatMap((ref) => ('payloadId' in ref ? [ref.payloadId] : []));
    return { executionId: summary.id, document, state, values: await readPayloads(this.pool, summary.id, large) };
  }

  private async startWithin(
    client: SqlClient,
    actor: Actor,
    request: PartialRunRequest,
    { draft, pins, earlier, plan }: Prepared,
  ): Promise<StartedExecution> {
    const { workflowId, triggerInput, mode, nodeId, pauseBefore } = request;
    const { versionId } = await this.versions.storeDraft(actor, workflowId, draft, client);
    const results = ReusedResults.of(plan, pins, earlier);
    const trigger = triggerInput === undefined ? earlierTrigger(plan, pins, earlier, results) : undefined;
    const { only } = plan;
    const { reuse, payloads } = results;
    const started = await this.starts.start({
      ...{ client, workspaceId: actor.workspaceId, workflowId, versionId, mode: 'manual', startedBy: actor.userId },
      triggerNodeId: plan.triggerNodeId,
      trigger: triggerInput ?? pins.get(plan.triggerNodeId)?.[MAIN_PORT] ?? {},
      part: {
        only,
        payloads,
        ...(reuse ? { reuse } : {}),
        ...(trigger ? { trigger } : {}),
        ...(pauseBefore ? { pauseBefore } : {}),
      },
    });
    await copyPayloads(client, started.executionId, earlier?.executionId, results.copies);
    const sourceId = earlier?.executionId ?? null;
    await markRun(client, started.executionId, { partial: { mode, nodeId }, sourceId });
    return started;
  }
}

/** What the earlier run began with, unless the trigger is pinned. */
function earlierTrigger(
  { triggerNodeId }: PartialPlan,
  pins: Pins,
  earlier: EarlierRun | undefined,
  results: ReusedResults,
): ValueRef | undefined {
  if (pins.has(triggerNodeId) || earlier?.state.triggerNodeId !== triggerNodeId) return undefined;
  return earlier.state.trigger && results.copy(earlier.state.trigger);
}
