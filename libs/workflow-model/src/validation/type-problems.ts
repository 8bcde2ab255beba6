import type { WorkflowNode } from '../document';
import type { NodeDefinitionData } from '../node-definition';
import type { Problem } from '../problem';
import { didYouMean, nodeName } from './validation-context';
import type { ValidationContext } from './validation-context';

/** Types and versions that the catalogue does not have, and those that are going away. */
export function typeProblems(context: ValidationContext): readonly Problem[] {
  return [...context.nodes.values()].flatMap((node) => {
    const definition = context.definitions.get(node.id);
    if (definition === undefined) return [unknownType(context, node)];
    return [...unknownVersion(context, node, definition), ...deprecated(node, definition)];
  });
}

function unknownType(context: ValidationContext, node: WorkflowNode): Problem {
  const suggestion = didYouMean(context.suggest(context.knownTypes, node.type));
  const message = `Node ${nodeName(node)} has the type "${node.type}", which is not in the catalogue; choose another type or install it.${suggestion}`;
  return { code: 'UNKNOWN_TYPE', severity: 'error', message, nodeId: node.id };
}

function unknownVersion(context: ValidationContext, node: WorkflowNode, definition: NodeDefinitionData): Problem[] {
  if (context.lookup(node.type, node.typeVersion) !== undefined) return [];
  const message = `Node ${nodeName(node)} wants version ${node.typeVersion} of "${node.type}", which is not in the catalogue; use version ${definition.version}.`;
  return [{ code: 'UNKNOWN_TYPE_VERSION', severity: 'error', message, nodeId: node.id }];
}

function deprecated(node: WorkflowNode, definition: NodeDefinitionData): Problem[] {
  if (definition.deprecated !== true) return [];
  const message = `Node ${nodeName(node)} is a "${definition.title}", which will be taken away; replace it before that.`;
  return [{ code: 'DEPRECATED_TYPE', severity: 'warning', message, nodeId: node.id }];
}
