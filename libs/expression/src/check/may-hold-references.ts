import type { NodeDefinitionData } from '@millrace/workflow-model';
import { isObject } from './schema-path';

/**
 * Whether templates and expressions in a param mean something: those that the runner evaluates, and raw params that the node
 * evaluates itself. Code, JSON that is data, and raw params of triggers are none. True for a definition that nobody knows.
 */
export function mayHoldReferences(definition: NodeDefinitionData | undefined, param: string): boolean {
  if (definition?.rawParams?.includes(param) !== true) return true;
  if (definition.traits.trigger === true) return false;
  const control = controlOf(definition, param);
  return control !== 'code' && control !== 'json';
}

function controlOf(definition: NodeDefinitionData, name: string): unknown {
  const properties = definition.paramsSchema['properties'];
  const param = isObject(properties) ? properties[name] : undefined;
  const ui = isObject(param) ? param['ui'] : undefined;
  return isObject(ui) ? ui['control'] : undefined;
}
