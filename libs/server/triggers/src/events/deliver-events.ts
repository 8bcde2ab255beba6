import { compileParam, scopeOf, type CompiledParam } from '@millrace/expression';
import {
  eventPublishQueue,
  PublishedEvents,
  RecentEvents,
  RunAncestors,
  STARTED_BY_RUN,
  StartExecutions,
  type RecentEvent,
} from '@millrace/server-executions';
import { DomainError, Logger, Queue, SqlPool, type Job, type SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

interface EventRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly payload: Json;
  readonly publishedAt: Date;
  readonly executionId: string | null;
  /** Runs that stand before the one that published it, each started by an event of the one before. */
  readonly depth: number;
}

interface Subscription {
  readonly id: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly versionId: string;
  readonly filter: string | null;
}

/** Runs that may follow each other by events; one more is taken for a circle. The same as sub-workflows may nest. */
export const MAX_EVENT_CHAIN = 20;
/** Times that an event is tried which fails for another reason than the database being away. */
const MAX_TRIES = 5;
const MAX_FILTERS = 1_000;
const UNKNOWN = 'The runs that it starts could not be started. The log tells more, under the id of the event.';

/** Starts a run for every live event trigger that an event concerns: all of them and the end of the event in one transaction. */
@Injectable()
export class DeliverEvents {
  readonly #filters = new Map<string, CompiledParam>();
  #stopWork: (() => Promise<void>) | null = null;

  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
    private readonly executions: StartExecutions,
    private readonly published: PublishedEvents,
    private readonly recent: RecentEvents,
    private readonly ancestors: RunAncestors,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    // Each event holds a connection while it is handed on.
    this.#stopWork ??= await this.queue.work(eventPublishQueue, { batchSize: 5 }, (jobs) => this.deliver(jobs));
  }

  async stop(): Promise<void> {
    await this.#stopWork?.();
    this.#stopWork = null;
  }

  /** Hands the events of these jobs on. Those that were handed on before are gone, so a repeat does nothing. */
  async deliver(jobs: readonly Pick<Job<{ eventId: string }>, 'data' | 'retryCount'>[]): Promise<void> {
    const outcomes = await Promise.allSettled(jobs.map((job) => this.#try(job)));
    const failed = outcomes.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  async #try({ data: { eventId }, retryCount }: Pick<Job<{ eventId: string }>, 'data' | 'retryCount'>): Promise<void> {
    try {
      await this.#wakeWaiting(eventId);
      await this.pool.tx((client) => this.#handOn(client, eventId));
    } catch (error) {
      const isAway = error instanceof DomainError && error.fault === 'transient';
      if (isAway || retryCount < MAX_TRIES) throw error;
      this.logger.error({ error, eventId }, 'an event could not be handed on and is given up: the queue page shows it');
      await this.published.giveUp(eventId, error instanceof DomainError ? error.message : UNKNOWN);
    }
  }

  /** Before the event is gone, so that a crash in between only makes it come again; no run takes it twice. */
  async #wakeWaiting(eventId: string): Promise<void> {
    // Index: published_event_pkey.
    const { rows } = await this.pool.query<RecentEvent>(
      `select id, workspace_id as "workspaceId", name, payload, created_at as "publishedAt" from published_event where id = $1`,
      [eventId],
    );
    if (rows[0]) await this.recent.tell(rows[0]);
  }

  async #handOn(client: SqlClient, eventId: string): Promise<void> {
    const event = await this.#take(client, eventId);
    if (!event) return;
    const depth = await this.#depthOf(client, event);
    if (depth >= MAX_EVENT_CHAIN) {
      const { name, executionId } = event;
      this.logger.warn(
        { eventId, name, executionId },
        'events seem to run in a circle: this one is passed over, because too many runs have started each other before it',
      );
    } else {
      await this.#startAll(client, { ...event, depth });
    }
    await this.published.forget([eventId], client);
  }

  /** Indexes: published_event_pkey, event_chain_pkey. */
  async #take(client: SqlClient, eventId: string): Promise<EventRow | undefined> {
    const { rows } = await client.query<EventRow>(
      `select e.id, e.workspace_id as "workspaceId", e.name, e.payload, e.created_at as "publishedAt",
              e.execution_id as "executionId", coalesce(c.depth, 0) as depth
         from published_event e left join event_chain c on c.execution_id = e.execution_id
        where e.id = $1 and e.dead_at is null for update of e skip locked`,
      [eventId],
    );
    return rows[0];
  }

  /** A run that publishes may stand below one that an event started: as a sub-workflow, or as its error workflow. */
  async #depthOf(client: SqlClient, { executionId, depth }: EventRow): Promise<number> {
    if (executionId === null || depth > 0) return depth;
    const above = await this.ancestors.of(executionId, client);
    if (above.length === 0) return 0;
    // Index: event_chain_pkey.
    const { rows } = await client.query<{ depth: number }>(
      'select coalesce(max(depth), 0) as depth from event_chain where execution_id = any($1::uuid[])',
      [above.map(({ id }) => id)],
    );
    return rows[0]?.depth ?? 0;
  }

  async #startAll(client: SqlClient, event: EventRow): Promise<void> {
    // Index: event_subscription_by_name
    const { rows } = await client.query<Subscription>(
      `select id, workflow_id as "workflowId", node_id as "nodeId", version_id as "versionId", filter
         from event_subscription where workspace_id = $1 and event_name = $2 and live order by id`,
      [event.workspaceId, event.name],
    );
    const started: string[] = [];
    for (const subscription of rows) {
      if (this.#concerns(event, subscription)) started.push(...(await this.#start(client, event, subscription)));
    }
    if (event.executionId === null || started.length === 0) return;
    await client.query('insert into event_chain (execution_id, depth) select unnest($1::uuid[]), $2', [
      started,
      event.depth + 1,
    ]);
  }

  #concerns(event: EventRow, { id, filter }: Subscription): boolean {
    if (!filter) return true;
    try {
      const { name, payload, publishedAt } = event;
      const scope = scopeOf({ event: { name, payload, publishedAt: publishedAt.toISOString() } });
      return this.#compiled(filter).evaluate(scope) === true;
    } catch (error) {
      this.logger.warn(
        { error, subscriptionId: id, eventId: event.id },
        'the filter of an event trigger failed; the event is passed over',
      );
      return false;
    }
  }

  #compiled(filter: string): CompiledParam {
    const known = this.#filters.get(filter);
    if (known) return known;
    if (this.#filters.size >= MAX_FILTERS) this.#filters.clear();
    const compiled = compileParam({ $expr: filter });
    this.#filters.set(filter, compiled);
    return compiled;
  }

  /** The id of the run; none when it can never be started. */
  async #start(client: SqlClient, event: EventRow, subscription: Subscription): Promise<string[]> {
    try {
      const { executionId } = await this.executions.start({
        workspaceId: event.workspaceId,
        workflowId: subscription.workflowId,
        versionId: subscription.versionId,
        triggerNodeId: subscription.nodeId,
        trigger: {
          name: event.name,
          payload: event.payload,
          publishedAt: event.publishedAt.toISOString(),
          ...(event.executionId ? { executionId: event.executionId } : {}),
        },
        mode: 'event',
        ...(event.executionId ? { startedBy: `${STARTED_BY_RUN}${event.executionId}` } : {}),
        client,
      });
      return [executionId];
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      this.logger.error({ error, subscriptionId: subscription.id }, 'an event trigger could not start its run');
      return [];
    }
  }
}
