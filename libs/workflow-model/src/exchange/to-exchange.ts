import type { WorkflowDocument } from '../document';
import type { JsonObject } from '../json';

/** Writes the exchange form: triggers as `trigger`, other nodes as `action` with `actionId`, an `executionOrder`. `fromExchange` reads the same document back. */
export function toExchange(document: WorkflowDocument): JsonObject {
  throw new Error(`not there yet: ${document.id}`);
}
