import { calledIdOf, calledInputParam } from '../called-workflow';
import { isObject } from '../data/is-object';
import type { WorkflowDocument, WorkflowNode } from '../document';
import { isExpression } from '../dynamic-value';
import type { DefinitionLookup, NodeDefinitionData } from '../node-definition';
import type { Problem } from '../problem';
import type { WorkflowContract } from '../workflow-contract';
import { nodeName } from './validation-context';

/** Other workflows as far as they are known, by id. */
export type CalledContracts = ReadonlyMap<string, Pick<WorkflowContract, 'input'>>;

/**
 * What workflows that nodes run need and do not get. Nothing is said of nodes that hand on what comes in, or whose input only
 * a run knows.
 */
export function calledInputProblems(
  { nodes }: Pick<WorkflowDocument, 'nodes'>,
  lookup: DefinitionLookup,
  contracts: CalledContracts,
): readonly Problem[] {
  if (contracts.size === 0) return [];
  return nodes.flatMap((node) => {
    const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
    return definition === undefined || !node.enabled ? [] : missingInputs(node, definition, contracts);
  });
}

function missingInputs(node: WorkflowNode, definition: NodeDefinitionData, contracts: CalledContracts): Problem[] {
  const param = calledInputParam(definition);
  const asked = contracts.get(calledIdOf(definition, node) ?? '')?.input;
  const given = param === undefined ? undefined : node.config[param];
  if (param === undefined || asked === undefined || !isObject(given) || isExpression(given)) return [];
  const { required, properties } = asked;
  const keys = Array.isArray(required) ? required.filter((key) => typeof key === 'string') : [];
  return keys
    .filter((key) => !Object.hasOwn(given, key) || given[key] === '')
    .map((key): Problem => {
      const field = isObject(properties) ? properties[key] : undefined;
      const title = isObject(field) && typeof field['title'] === 'string' ? field['title'] : key;
      return {
        code: 'CALLED_INPUT_MISSING',
        severity: 'error',
        message: `Node ${nodeName(node)} runs a workflow that needs "${title}"; fill it in.`,
        nodeId: node.id,
        path: [param, key],
      };
    });
}
