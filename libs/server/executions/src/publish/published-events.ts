import { Queue, SqlPool, newId } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { isUuid } from '../log/is-uuid';
import { eventPublishQueue } from './event-publish.queue';

/** An event inside a workspace. */
export interface PublishedEvent {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly payload: Json;
  /** Run that published it; null when it came from outside. */
  readonly executionId: string | null;
}

/** An event that could not be handed on. */
export interface DeadEvent {
  readonly id: string;
  readonly name: string;
  readonly executionId: string | null;
  readonly error: string | null;
  readonly diedAt: Date;
}

/** Events that nodes or the API published, until they have been handed to the workflows that listen. */
@Injectable()
export class PublishedEvents {
  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
  ) {}

  /** Publishes from outside of a run. Answers the event's id. */
  async publish(event: { workspaceId: string; name: string; payload: Json }, client?: SqlClient): Promise<string> {
    const id = newId();
    const write = async (tx: SqlClient): Promise<void> => {
      await tx.query('INSERT INTO published_event (id, workspace_id, name, payload) VALUES ($1, $2, $3, $4)', [
        id,
        event.workspaceId,
        event.name,
        JSON.stringify(event.payload),
      ]);
      await this.queue.send(eventPublishQueue, { eventId: id }, { client: tx });
    };
    await (client ? write(client) : this.pool.tx(write));
    return id;
  }

  /** Events by id, for the consumer of the queue; those that are gone have been handled. */
  async find(ids: readonly string[], client: SqlClient = this.pool): Promise<PublishedEvent[]> {
    // Index: published_event_pkey.
    const { rows } = await client.query<PublishedEvent>(
      `SELECT id, workspace_id AS "workspaceId", name, payload, execution_id AS "executionId"
       FROM published_event WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return rows;
  }

  /** Keeps an event that cannot be handed on, until somebody tries again or discards it. */
  async giveUp(eventId: string, reason: string): Promise<void> {
    await this.pool.query('UPDATE published_event SET dead_at = now(), last_error = $2 WHERE id = $1', [
      eventId,
      reason.slice(0, 500),
    ]);
  }

  /** Events of a workspace that were given up, the newest first; 50 at most. */
  async dead(workspaceId: string): Promise<DeadEvent[]> {
    // Index: published_event_dead.
    const { rows } = await this.pool.query<DeadEvent>(
      `SELECT id, name, execution_id AS "executionId", last_error AS error, dead_at AS "diedAt"
       FROM published_event WHERE workspace_id = $1 AND dead_at IS NOT NULL ORDER BY dead_at DESC LIMIT 50`,
      [workspaceId],
    );
    return rows;
  }

  /** Hands events on again that were given up. Answers how many. */
  async revive(workspaceId: string, ids: readonly string[]): Promise<number> {
    return this.pool.tx(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `UPDATE published_event SET dead_at = NULL, last_error = NULL
         WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND dead_at IS NOT NULL RETURNING id`,
        [workspaceId, ids.filter(isUuid)],
      );
      const jobs = rows.map(({ id }) => ({ data: { eventId: id } }));
      await this.queue.sendMany(eventPublishQueue, jobs, { client });
      return rows.length;
    });
  }

  /** Forgets events that were given up. Answers how many. */
  async discard(workspaceId: string, ids: readonly string[]): Promise<number> {
    const { rowCount } = await this.pool.query(
      'DELETE FROM published_event WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND dead_at IS NOT NULL',
      [workspaceId, ids.filter(isUuid)],
    );
    return rowCount;
  }

  /** Forgets events that have been handed on, best in the transaction that starts what they start. */
  async forget(ids: readonly string[], client: SqlClient = this.pool): Promise<void> {
    await client.query('DELETE FROM published_event WHERE id = ANY($1::uuid[])', [ids]);
  }
}
