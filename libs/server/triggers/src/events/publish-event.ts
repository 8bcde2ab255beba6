import { invalid, newId, Queue, SqlPool } from '@millrace/server-platform';
import { eventPublishQueue } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** Publishes an event from outside a run, such as an API call. Runs publish theirs together with the result of the node. */
@Injectable()
export class PublishEvent {
  constructor(
    private readonly pool: SqlPool,
    private readonly queue: Queue,
  ) {}

  /** Resolves when the event is committed; what it starts begins soon after. @throws DomainError `EVENT_NAME_INVALID` */
  async publish(workspaceId: string, event: { name: string; payload: Json }): Promise<{ eventId: string }> {
    const name = event.name.trim();
    if (name.length < 1 || name.length > 200) {
      throw invalid('EVENT_NAME_INVALID', 'An event needs a name of 1 to 200 characters.');
    }
    const eventId = newId();
    await this.pool.tx(async (client) => {
      await client.query('insert into published_event (id, workspace_id, name, payload) values ($1, $2, $3, $4)', [
        eventId,
        workspaceId,
        name,
        JSON.stringify(event.payload),
      ]);
      await this.queue.send(eventPublishQueue, { eventId }, { client });
    });
    return { eventId };
  }
}
