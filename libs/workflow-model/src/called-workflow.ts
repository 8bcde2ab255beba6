import { isObject } from './data/is-object';
import type { WorkflowNode } from './document';
import { isDynamic } from './dynamic-value';
import type { NodeDefinitionData } from './node-definition';

type Described = Pick<NodeDefinitionData, 'paramsSchema'>;
type Configured = Pick<WorkflowNode, 'config'>;

/** Id of the workflow that a node runs: what its param with choices out of `workflows` holds. Undefined while a template decides. */
export function calledIdOf(definition: Described, { config }: Configured): string | undefined {
  const name = paramWith(definition, 'options', 'workflows');
  const id = name === undefined ? undefined : config[name];
  return typeof id === 'string' && id !== '' && !isDynamic(id) ? id : undefined;
}

/** Name of the param that holds what the other workflow gets. */
export function calledInputParam(definition: Described): string | undefined {
  return paramWith(definition, 'control', 'workflow-input');
}

function paramWith({ paramsSchema }: Described, hint: string, value: string): string | undefined {
  const { properties } = paramsSchema;
  if (!isObject(properties)) return undefined;
  return Object.keys(properties).find((name) => {
    const param = properties[name];
    return isObject(param) && isObject(param['ui']) && param['ui'][hint] === value;
  });
}
