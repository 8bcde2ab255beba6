// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { NodeImplementation } from '@millrace/node-sdk';
import { manualTriggerNode } from './manual-trigger/manual-trigger.executor';

/** Every core node, by type. */
export const coreNodes: readonly NodeImplementation[] = [
  manualTriggerNode,
];
