import type { JsonObject, NodeDefinitionData, WorkflowNode } from '@millrace/workflow-model';
import { byReference } from '../document/map-by-reference';

/** A required param that has no value. */
export interface MissingParam {
  readonly name: string;
  readonly title: string;
}

const NONE: readonly MissingParam[] = [];

/** Required params without a value, for the dashed card with "!". Cheap: each node object is looked at once. */
export function missingParams(node: WorkflowNode, definition: NodeDefinitionData | undefined): readonly MissingParam[] {
  return definition === undefined ? NONE : checkFor(definition)(node);
}

const checks = new WeakMap<NodeDefinitionData, (node: WorkflowNode) => readonly MissingParam[]>();

function checkFor(definition: NodeDefinitionData): (node: WorkflowNode) => readonly MissingParam[] {
  let check = checks.get(definition);
  if (check === undefined) checks.set(definition, (check = byReference((node) => missingIn(node, definition))));
  return check;
}

function missingIn({ config }: WorkflowNode, { paramsSchema }: NodeDefinitionData): readonly MissingParam[] {
  const { required, properties } = paramsSchema;
  if (!Array.isArray(required)) return NONE;
  const params = isObject(properties) ? properties : {};
  return required.flatMap((name): MissingParam[] => {
    if (typeof name !== 'string') return [];
    const param = isObject(params[name]) ? params[name] : {};
    if (param['default'] !== undefined || !isBlank(config[name]) || !isShown(param, config, params)) return [];
    return [{ name, title: typeof param['title'] === 'string' ? param['title'] : name }];
  });
}

/** A param that the form hides is not asked for. */
function isShown(param: JsonObject, config: JsonObject, params: JsonObject): boolean {
  const ui = isObject(param['ui']) ? param['ui'] : {};
  const { showWhen } = ui;
  if (!isObject(showWhen) || typeof showWhen['param'] !== 'string') return true;
  const { param: name, is, isNot } = showWhen;
  const other = params[name];
  const value = config[name] ?? (isObject(other) ? other['default'] : undefined);
  if (Array.isArray(is)) return value !== undefined && is.includes(value);
  return !Array.isArray(isNot) || value === undefined || !isNot.includes(value);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
