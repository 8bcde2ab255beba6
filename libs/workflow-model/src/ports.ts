import { ERROR_PORT } from './port-ids';
import type { NodeSettings } from './document';
import { isDynamic } from './dynamic-value';
import type { Json, JsonObject } from './json';
import type { NodeDefinitionData, PortDefinition } from './node-definition';

/** Output ports that a node has. */
export interface OutputPorts {
  /** Those known beforehand: dynamic ones first, then the definition's own, then the error port. */
  readonly ports: readonly PortDefinition[];
  /** More ports may come: the list that they follow is only known at run time. */
  readonly open: boolean;
}

/** Output ports of a node with this config and these settings: the definition's, those that follow a list param, and `error` when its failures are routed. */
export function outputPorts(
  definition: NodeDefinitionData,
  node: { readonly config: JsonObject; readonly settings: Pick<NodeSettings, 'onError'> },
): OutputPorts {
  const { dynamicOutputs } = definition;
  const list = dynamicOutputs === undefined ? [] : node.config[dynamicOutputs.param];
  const following = Array.isArray(list) ? list.map((element, index) => followingPort(definition, element, index)) : [];
  const own = [...following, ...definition.outputs];
  const routed = node.settings.onError === 'error-port' && own.every((port) => port.id !== ERROR_PORT);
  return { ports: routed ? [...own, { id: ERROR_PORT, label: 'Error' }] : own, open: isDynamic(list) };
}

function followingPort(definition: NodeDefinitionData, element: Json, index: number): PortDefinition {
  const { idKey, labelKey } = definition.dynamicOutputs ?? {};
  const label = textAt(element, labelKey);
  return { id: textAt(element, idKey) ?? `case-${index}`, ...(label === undefined ? {} : { label }) };
}

function textAt(element: Json, key: string | undefined): string | undefined {
  if (key === undefined || typeof element !== 'object' || element === null || Array.isArray(element)) return undefined;
  const text = Object.hasOwn(element, key) ? element[key] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
