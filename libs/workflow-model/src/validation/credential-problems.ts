import { isObject } from '../data/is-object';
import type { CredentialSlot } from '../credential-type';
import type { WorkflowNode } from '../document';
import { isDynamic } from '../dynamic-value';
import type { Json } from '../json';
import type { NodeDefinitionData } from '../node-definition';
import type { Problem } from '../problem';
import { nodeName, type ValidationContext } from './validation-context';

/** Accounts that nodes need and do not have, and accounts in places that a node does not have. */
export function credentialProblems(context: ValidationContext): readonly Problem[] {
  return context.document.nodes.flatMap((node, index) => {
    const definition = context.definitions.get(node.id);
    if (definition === undefined || !node.enabled) return [];
    return [...missing(node, index, definition), ...misplaced(node, index, definition)];
  });
}

function missing(node: WorkflowNode, index: number, definition: NodeDefinitionData): Problem[] {
  return (definition.credentials ?? [])
    .filter((slot) => slot.required && slotCounts(slot, node.config, definition))
    .filter((slot) => !Object.hasOwn(node.credentials ?? {}, slot.id))
    .map((slot) => ({
      code: 'CREDENTIAL_REQUIRED',
      severity: 'error',
      message: `Node ${nodeName(node)} needs an account${slot.title === undefined ? '' : ` ("${slot.title}")`}. Choose one in the node.`,
      nodeId: node.id,
      path: ['nodes', index, 'credentials', slot.id],
    }));
}

function misplaced(node: WorkflowNode, index: number, { credentials, title }: NodeDefinitionData): Problem[] {
  const known = new Set((credentials ?? []).map(({ id }) => id));
  return Object.keys(node.credentials ?? {})
    .filter((slot) => !known.has(slot))
    .map((slot) => ({
      code: 'CREDENTIAL_SLOT_UNKNOWN',
      severity: 'warning',
      message: `Node ${nodeName(node)} has an account in "${slot}", which "${title}" does not use. Take it away.`,
      nodeId: node.id,
      path: ['nodes', index, 'credentials', slot],
    }));
}

/** Whether a slot counts with this config; not while that is only known at run time. */
export function slotCounts(
  slot: CredentialSlot,
  config: Readonly<Record<string, Json>>,
  definition: Pick<NodeDefinitionData, 'paramsSchema'>,
): boolean {
  if (slot.showWhen === undefined) return true;
  const { param, is } = slot.showWhen;
  const value = Object.hasOwn(config, param) ? config[param] : defaultOf(definition.paramsSchema, param);
  return !isDynamic(value) && (is as readonly (Json | undefined)[]).includes(value);
}

function defaultOf(schema: Json, param: string): Json | undefined {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  const property = isObject(properties) ? properties[param] : undefined;
  return isObject(property) ? (property['default'] as Json | undefined) : undefined;
}
