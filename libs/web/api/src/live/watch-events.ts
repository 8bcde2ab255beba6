import { inject, Injectable } from '@angular/core';
import type { ExecutionEvent } from '@millrace/engine';
import { Observable } from 'rxjs';
import { fromSocket, type ApiError } from '../errors/api-error';
import type { ExecutionEventsSubscription } from '../graphql.generated';
import { ExecutionEventsDocument } from '../documents/executions.generated';
import { LiveSocket } from './live-socket';

/** An event as the API gives it. */
export type EventRow = ExecutionEventsSubscription['executionEvents'];

/** The event as the engine's `evolve` takes it. */
export function engineEventOf({ seq, at, type, nodeId, body }: EventRow): ExecutionEvent {
  const fields = typeof body === 'object' && body !== null ? body : {};
  return { ...fields, seq, atMs: Date.parse(at), type, ...(nodeId === null ? {} : { nodeId }) } as ExecutionEvent;
}

const TOO_SLOW = 'FEED_TOO_SLOW';

/** Events of runs as they come. */
@Injectable({ providedIn: 'root' })
export class EventFeed {
  private readonly socket = inject(LiveSocket);

  /**
   * Events of one run after a seq, in order, each once; goes on where it was after the connection was lost. Completes with the
   * run; for a run that is over and has no event after `afterSeq` it never does. Errors with an `ApiError`.
   */
  watchEvents(executionId: string, afterSeq = 0): Observable<EventRow> {
    return new Observable((subscriber) => {
      // graphql-ws subscribes again with this very object, so that it must always hold the newest seq.
      const variables = { executionId, afterSeq };
      let stop: () => void = () => undefined;
      const begin = (): void => {
        stop = this.socket.subscribe<ExecutionEventsSubscription>(
          { query: ExecutionEventsDocument, variables },
          {
            next: ({ data, errors }) => {
              if (errors) return fail(fromSocket(errors));
              const event = data?.executionEvents;
              if (!event || event.seq <= variables.afterSeq) return;
              variables.afterSeq = event.seq;
              subscriber.next(event);
            },
            error: (thrown) => fail(fromSocket(thrown)),
            complete: () => subscriber.complete(),
          },
        );
      };
      const fail = (error: ApiError): void => {
        stop();
        if (error.code === TOO_SLOW) begin();
        else subscriber.error(error);
      };
      begin();
      return () => stop();
    });
  }
}
