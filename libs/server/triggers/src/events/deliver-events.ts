import { compileParam, scopeOf } from '@millrace/expression';
import { DomainError, Logger, Queue, SqlPool, type Job } from '@millrace/server-platform';
import { eventPublishQueue, StartExecutions } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

interface Delivery {
  readonly eventId: string;
  readonly name: string;
  readonly payload: Json;
  readonly publishedAt: Date;
  readonly executionId: string | null;
  readonly subscriptionId: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly versionId: string;
  readonly filter: string | null;
}

/** Starts a run for every live event trigger that an event concerns: once for each, however often the job comes. */
@Injectable()
export class DeliverEvents {
  #stopWork: (() => Promise<void>) | null = null;

  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
    private readonly executions: StartExecutions,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.#stopWork ??= await this.queue.work(eventPublishQueue, { batchSize: 50 }, (jobs) => this.#deliver(jobs));
  }

  async stop(): Promise<void> {
    await this.#stopWork?.();
    this.#stopWork = null;
  }

  async #deliver(jobs: readonly Job<{ eventId: string }>[]): Promise<void> {
    // Indexes: primary key of published_event, event_subscription_by_name
    const { rows } = await this.pool.query<Delivery>(
      `select e.id as "eventId", e.name, e.payload, e.created_at as "publishedAt", e.execution_id as "executionId",
              s.id as "subscriptionId", s.workspace_id as "workspaceId", s.workflow_id as "workflowId", s.node_id as "nodeId",
              s.version_id as "versionId", s.filter
         from published_event e
         join event_subscription s on s.workspace_id = e.workspace_id and s.event_name = e.name and s.live
        where e.id = any($1::uuid[])`,
      [jobs.map(({ data }) => data.eventId)],
    );
    await Promise.all(rows.filter((delivery) => this.#concerns(delivery)).map((delivery) => this.#start(delivery)));
  }

  #concerns(delivery: Delivery): boolean {
    if (!delivery.filter) return true;
    try {
      const event = { name: delivery.name, payload: delivery.payload, publishedAt: delivery.publishedAt.toISOString() };
      return compileParam({ $expr: delivery.filter }).evaluate(scopeOf({ event })) === true;
    } catch (error) {
      const { subscriptionId, eventId } = delivery;
      this.logger.warn({ error, subscriptionId, eventId }, 'the filter of an event trigger failed; the event is passed over');
      return false;
    }
  }

  async #start(delivery: Delivery): Promise<void> {
    try {
      await this.executions.start({
        workspaceId: delivery.workspaceId,
        workflowId: delivery.workflowId,
        versionId: delivery.versionId,
        triggerNodeId: delivery.nodeId,
        trigger: {
          name: delivery.name,
          payload: delivery.payload,
          publishedAt: delivery.publishedAt.toISOString(),
          ...(delivery.executionId ? { executionId: delivery.executionId } : {}),
        },
        mode: 'event',
        idempotency: { scope: `event:${delivery.subscriptionId}`, key: delivery.eventId, bodyHash: delivery.eventId },
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault === 'transient') throw error;
      this.logger.error({ error, subscriptionId: delivery.subscriptionId }, 'an event trigger could not start its run');
    }
  }
}
