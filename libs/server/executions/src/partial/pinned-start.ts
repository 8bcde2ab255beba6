import type { Pins } from '@millrace/server-workflows';
import { MAIN_PORT } from '@millrace/workflow-model';
import type { DefinitionLookup, Json, WorkflowDocument } from '@millrace/workflow-model';
import type { StartPart } from '../start/start-request';
import { triggerOf } from '../start/trigger-of';
import { ReusedResults } from './reused-results';

/** What a whole run by hand begins with when outputs are pinned. */
export interface PinnedStart {
  readonly triggerNodeId: string;
  readonly trigger: Json;
  readonly part: StartPart;
}

/** Pins count for enabled nodes; an input of its own goes before the pin of the trigger. */
export function pinnedStart(
  document: WorkflowDocument,
  pins: Pins,
  { lookup, ...request }: { readonly input?: Json; readonly triggerNodeId?: string; readonly lookup: DefinitionLookup },
): PinnedStart {
  const triggerNodeId = triggerOf(document, request.triggerNodeId, lookup);
  const results = new ReusedResults();
  for (const { id, enabled } of document.nodes) {
    const pin = pins.get(id);
    if (pin && enabled && !(id === triggerNodeId && request.input !== undefined)) results.addPin(id, pin);
  }
  const { reuse, payloads } = results;
  const trigger = request.input ?? pins.get(triggerNodeId)?.[MAIN_PORT] ?? {};
  return { triggerNodeId, trigger, part: { payloads, ...(reuse ? { reuse } : {}) } };
}
