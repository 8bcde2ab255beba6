import type { WorkflowDocument, WorkflowNode } from '../document';
import { topologicalOrder } from '../graph/topological-order';
import type { Json, JsonObject } from '../json';
import { triggerKind } from './trigger-types';

/** Types that the exchange form knows by the same name. */
const SHARED_TYPES: ReadonlySet<string> = new Set(['condition', 'approval-gate', 'timer', 'publish-event']);

/** How much the exchange form tells. */
export interface ExchangeOptions {
  /** Keeps the ids of accounts, which mean something in this installation only; else only the names of their slots. */
  readonly credentialIds?: boolean;
}

/**
 * Writes the exchange form: the four triggers as `trigger` with `config.triggerType`, other nodes as `action` with
 * `config.actionId`, and an `executionOrder`. `fromExchange` reads the same document back, without the accounts unless
 * they were asked for.
 */
export function toExchange(document: WorkflowDocument, { credentialIds = false }: ExchangeOptions = {}): JsonObject {
  const written = {
    ...document,
    nodes: document.nodes.map((node) => (credentialIds ? writeNode(node) : withSlotNames(writeNode(node)))),
    executionOrder: [...topologicalOrder(document)],
  };
  // What is undefined is absent in JSON.
  return JSON.parse(JSON.stringify(written)) as JsonObject;
}

function writeNode(node: WorkflowNode): WorkflowNode {
  if (SHARED_TYPES.has(node.type)) return node;
  const kind = triggerKind(node.type);
  return kind === undefined
    ? named(node, 'action', 'actionId', node.type)
    : named(node, 'trigger', 'triggerType', kind);
}

function withSlotNames(node: WorkflowNode): object {
  return node.credentials === undefined ? node : { ...node, credentials: Object.keys(node.credentials) };
}

/** Leaves the node in our own form when its config uses the key for something else. */
function named(node: WorkflowNode, type: string, key: string, value: Json): WorkflowNode {
  return Object.hasOwn(node.config, key) ? node : { ...node, type, config: { [key]: value, ...node.config } };
}
