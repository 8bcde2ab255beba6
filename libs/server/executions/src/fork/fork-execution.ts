import { createHash } from 'node:crypto';
import { fold, initialState } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { DocumentChecks, WorkflowVersions } from '@millrace/server-workflows';
import { nodesInside } from '@millrace/workflow-model';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { forkOfTest, forkPlanChanged, nothingFailed } from '../executions.errors';
import { ExecutionHistory } from '../history/execution-history';
import type { ExecutionSummary } from '../history/execution-row';
import { readPayloads } from '../history/payloads';
import { readEvents } from '../log/read-events';
import { ReusedResults } from '../partial/reused-results';
import { copyPayloads, markRun } from '../partial/source-run';
import { earlierStart, idempotencyOf } from '../start/idempotency';
import { StartExecutions } from '../start/start-executions';
import type { Idempotency, StartedExecution } from '../start/start-request';
import { ForkInputs } from './fork-inputs';
import type { EditableInput } from './fork-inputs';
import type { ForkPlan, ForkSource } from './fork-plan';
import { failedPoints } from './fork-points';
import { ForkVersions } from './fork-versions';
import type { ForkVersion } from './fork-versions';
import { planFork } from './plan-fork';

/** How a run is to be forked. */
export interface ForkWish {
  readonly executionId: string;
  /** See `ForkRequest.from`; `failed` stands for every node and turn that failed, and what had not come to its end. */
  readonly from: readonly string[] | 'failed';
  /** `same`, `draft`, `published` or a published number such as `1.2.0`. */
  readonly version: string;
  /** What the trigger gives in place of what it gave. */
  readonly trigger?: Json;
  /** What the one node that is forked from is given, by the id of the parent that gave something else; of a turn its item, by that of its loop. */
  readonly inputs?: Readonly<Record<string, Json>>;
  /** The attempt that was looked at; only noted. */
  readonly attempt?: number;
  /** `token` of the plan that was shown: another one is refused. */
  readonly token?: string;
  /** Repeats of one request give one run. */
  readonly idempotencyKey?: string;
}

/** What a fork would do. */
export interface PlannedFork {
  readonly plan: ForkPlan;
  readonly version: ForkVersion;
  readonly source: ForkSource;
  readonly from: readonly string[];
  /** Equal for equal plans of equal versions. */
  readonly token: string;
  /** Ids of the nodes that run, inside of loops too, and do something in the world. */
  readonly effects: readonly string[];
  /** What the one node or turn that is forked from would be given. */
  readonly inputs: readonly EditableInput[];
}

/** A fork that was started. */
export interface StartedFork extends StartedExecution {
  /** Absent when an earlier request with the same key had started it. */
  readonly planned?: PlannedFork;
}

interface Prepared extends PlannedFork {
  readonly summary: ExecutionSummary;
}

/** Starts new runs from what other runs have done. The source is left as it is, whatever it is doing. */
@Injectable()
export class ForkExecution {
  constructor(
    private readonly pool: SqlPool,
    private readonly documents: DocumentChecks,
    private readonly versions: ForkVersions,
    private readonly stored: WorkflowVersions,
    private readonly history: ExecutionHistory,
    private readonly starts: StartExecutions,
  ) {}

  /**
   * What `fork` would do; starts nothing.
   * @throws DomainError `EXECUTION_NOT_FOUND`, `FORK_OF_TEST`, `NOT_FOUND` for a version, `NOTHING_FAILED`, `FORK_INPUT_UNFIT`, those of planning
   */
  plan(actor: Actor, wish: ForkWish): Promise<PlannedFork> {
    return this.prepare(actor, wish);
  }

  /**
   * Starts exactly what the plan says.
   * @throws DomainError as `plan` does, and `FORK_PLAN_CHANGED`, `SOURCE_GONE`, `IDEMPOTENCY_KEY_REUSED`
   * @throws WorkflowInvalidError when a node of the draft that is to run has errors
   */
  async fork(actor: Actor, wish: ForkWish): Promise<StartedFork> {
    // Before everything else: the source or the draft may have moved on since the run was started that is asked for again.
    const { idempotency } = idempotencyOfWish(wish);
    const earlier = idempotency && (await this.earlier(actor, wish, idempotency));
    if (earlier) return earlier;
    const prepared = await this.prepare(actor, wish);
    if (wish.token !== undefined && wish.token !== prepared.token) throw forkPlanChanged();
    const { version, plan } = prepared;
    if (version.draft) this.documents.requireRunnable(version.document, new Set(nodesThatRun(version, plan)));
    const started = await this.pool.tx((client) => this.startWithin(client, actor, wish, prepared));
    return started.duplicate ? started : { ...started, planned: prepared };
  }

  private async earlier(
    actor: Actor,
    { executionId }: ForkWish,
    key: Idempotency,
  ): Promise<StartedExecution | undefined> {
    await this.history.summary(actor, executionId);
    return earlierStart(this.pool, key);
  }

  private async prepare(actor: Actor, wish: ForkWish): Promise<Prepared> {
    const summary = await this.history.summary(actor, wish.executionId);
    if (summary.mode === 'test') throw forkOfTest(summary.id);
    const [own, events, version] = await Promise.all([
      this.stored.load(summary.versionId),
      readEvents(this.pool, summary.id, 0),
      this.versions.find(actor, summary, wish.version),
    ]);
    const source: ForkSource = { executionId: summary.id, document: own, state: fold(initialState(), events) };
    const from = pointsOf(wish, source, summary);
    const inputs = await ForkInputs.of(version.document, source.state, from, async (payloadId) =>
      (await readPayloads(this.pool, summary.id, [payloadId])).get(payloadId),
    );
    const plan = planFork({
      ...{ source, document: version.document, isSameVersion: version.isSame, from },
      hasTrigger: wish.trigger !== undefined,
      ...inputs.require(wish.inputs),
    });
    const effects = this.documents.effectsIn(version.document);
    return {
      ...{ summary, plan, version, source, from, inputs: inputs.shown },
      effects: nodesThatRun(version, plan).filter((id) => effects.has(id)),
      token: tokenOf(version, plan, from),
    };
  }

  private async startWithin(
    client: SqlClient,
    actor: Actor,
    wish: ForkWish,
    { summary, plan, version, source, from }: Prepared,
  ): Promise<StartedExecution> {
    const versionId = await this.versions.store(actor, summary, version, client);
    const results = new ReusedResults();
    const known = results.copyKnown(plan.known);
    const trigger = wish.trigger === undefined && source.state.trigger ? results.copy(source.state.trigger) : undefined;
    const { workflowId } = summary;
    const started = await this.starts.start({
      ...{ client, workspaceId: actor.workspaceId, workflowId, versionId, mode: 'manual', startedBy: actor.userId },
      ...{ triggerNodeId: plan.triggerNodeId, trigger: wish.trigger ?? null },
      part: {
        ...known,
        payloads: results.payloads,
        ...(plan.only ? { only: plan.only } : {}),
        ...(trigger ? { trigger } : {}),
      },
      ...idempotencyOfWish(wish),
    });
    if (started.duplicate) return started;
    await copyPayloads(client, started.executionId, source.executionId, results.copies);
    await markRun(client, started.executionId, {
      partial: version.isSame ? summary.partial : null,
      sourceId: source.executionId,
      fork: {
        from: wish.from === 'failed' ? [] : from,
        isEdited: wish.trigger !== undefined || wish.inputs !== undefined,
        ...(wish.attempt === undefined ? {} : { attempt: wish.attempt }),
      },
    });
    return started;
  }
}

/** @throws DomainError `NOTHING_FAILED` */
function pointsOf({ from }: ForkWish, { state }: ForkSource, { id, status }: ExecutionSummary): readonly string[] {
  if (from !== 'failed') return from;
  const failed = failedPoints(state);
  if (status === 'completed' && failed.length === 0) throw nothingFailed(id, status);
  return failed;
}

function idempotencyOfWish({ idempotencyKey, executionId, ...asked }: ForkWish): {
  readonly idempotency?: Idempotency;
} {
  const { from, version, trigger = null, inputs = null, attempt = null, token = null } = asked;
  return idempotencyOf(`fork:${executionId}`, idempotencyKey, {
    ...{ from: [from].flat(), version, trigger, inputs, attempt, token },
  });
}

/** The nodes that run, with all that is inside of loops. */
function nodesThatRun({ document }: ForkVersion, { steps }: ForkPlan): string[] {
  const run = steps.filter(({ fate }) => fate === 'again' || fate === 'new');
  return run.flatMap(({ nodeId }) => [nodeId, ...nodesInside(document.nodes, nodeId).map(({ id }) => id)]);
}

function tokenOf(version: ForkVersion, { triggerNodeId, only, steps }: ForkPlan, from: readonly string[]): string {
  const told = JSON.stringify([version.key, triggerNodeId, only ?? null, steps, from]);
  return createHash('sha256').update(told).digest('base64url');
}
