import type { ExecutionEventBody } from '@millrace/engine';
import type { PayloadRow } from './append';
import { storeValue } from './value-ref';

/** An event as the log holds it, with the row that its large value needs. */
export interface StoredEvent {
  readonly event: ExecutionEventBody;
  readonly payload?: PayloadRow;
}

/** What ended a wait can be large, such as the files of a form: then it lies in a row of its own, as results of nodes do. */
export function storeWake(event: ExecutionEventBody): StoredEvent {
  if (event.type !== 'node.woken' || event.wake.kind !== 'event' || event.wake.stored) return { event };
  const { ref, payload } = storeValue(event.wake.payload);
  if (payload === undefined || 'value' in ref) return { event };
  const { payloadId, bytes } = ref;
  return { event: { ...event, wake: { ...event.wake, payload: null, stored: { payloadId, bytes } } }, payload };
}
