import { Queue, SqlPool, newId } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
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

  /** Forgets events that have been handed on, best in the transaction that starts what they start. */
  async forget(ids: readonly string[], client: SqlClient = this.pool): Promise<void> {
    await client.query('DELETE FROM published_event WHERE id = ANY($1::uuid[])', [ids]);
  }
}
