// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { NodeImplementation } from '@millrace/node-sdk';
import { approvalGateNode } from './approval-gate/approval-gate.executor';
import { codeNode } from './code/code.executor';
import { conditionNode } from './condition/condition.executor';
import { dataCleanerNode } from './data-cleaner/data-cleaner.executor';
import { eventTriggerNode } from './event-trigger/event-trigger.executor';
import { httpRequestNode } from './http-request/http-request.executor';
import { jsonValidatorNode } from './json-validator/json-validator.executor';
import { logNode } from './log/log.executor';
import { manualTriggerNode } from './manual-trigger/manual-trigger.executor';
import { mergeNode } from './merge/merge.executor';
import { noOpNode } from './no-op/no-op.executor';
import { outputNode } from './output/output.executor';
import { publishEventNode } from './publish-event/publish-event.executor';
import { respondNode } from './respond/respond.executor';
import { scheduleTriggerNode } from './schedule-trigger/schedule-trigger.executor';
import { stopNode } from './stop/stop.executor';
import { storageNode } from './storage/storage.executor';
import { switchNode } from './switch/switch.executor';
import { timerNode } from './timer/timer.executor';
import { transformerNode } from './transformer/transformer.executor';
import { webhookTriggerNode } from './webhook-trigger/webhook-trigger.executor';

/** Every core node, by type. */
export const coreNodes: readonly NodeImplementation[] = [
  approvalGateNode,
  codeNode,
  conditionNode,
  dataCleanerNode,
  eventTriggerNode,
  httpRequestNode,
  jsonValidatorNode,
  logNode,
  manualTriggerNode,
  mergeNode,
  noOpNode,
  outputNode,
  publishEventNode,
  respondNode,
  scheduleTriggerNode,
  stopNode,
  storageNode,
  switchNode,
  timerNode,
  transformerNode,
  webhookTriggerNode,
];
