import { PublishedEvents } from '@millrace/server-executions';
import { invalid } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** Characters of an event's name. */
export const MAX_EVENT_NAME_LENGTH = 200;

/** Publishes an event from outside a run, such as an API call. Runs publish theirs together with the result of the node. */
@Injectable()
export class PublishEvent {
  constructor(private readonly published: PublishedEvents) {}

  /** Resolves when the event is committed; what it starts begins soon after. @throws DomainError `EVENT_NAME_INVALID` */
  async publish(workspaceId: string, event: { name: string; payload: Json }): Promise<{ eventId: string }> {
    const name = event.name.trim();
    if (name.length < 1 || name.length > MAX_EVENT_NAME_LENGTH || name.includes('\u0000')) {
      throw invalid(
        'EVENT_NAME_INVALID',
        `An event needs a name of 1 to ${MAX_EVENT_NAME_LENGTH} characters, none of them NUL.`,
      );
    }
    return { eventId: await this.published.publish({ workspaceId, name, payload: event.payload }) };
  }
}
