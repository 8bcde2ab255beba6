import { isObject } from '../data/is-object';
import { getPath } from '../data/get-path';
import { nearestKey } from '../data/nearest-key';
import type { WorkflowNode } from '../document';
import type { Problem } from '../problem';
import { instancePath } from './instance-path';
import { leafErrors } from './leaf-errors';
import type { LeafError } from './leaf-errors';
import { describeParamError } from './describe-param-error';
import { paramsSchemaOf } from './params-schema';
import type { ParamsSchema } from './params-schema';
import { schemaAt } from './schema-at';
import { didYouMean, nodeName } from './validation-context';
import type { ValidationContext } from './validation-context';

/**
 * Configs that do not fit the params of their definition. Templates and expressions are accepted wherever a value is;
 * what they give is judged at run time. In a disabled node nothing is worse than a warning: it only passes its input on.
 */
export function paramProblems(context: ValidationContext): readonly Problem[] {
  return [...context.nodes.values()].flatMap((node) => {
    const definition = context.definitions.get(node.id);
    if (definition === undefined || !isObject(definition.paramsSchema)) return [];
    const params = paramsSchemaOf(definition.paramsSchema);
    const problems = [...misfits(node, params), ...unknownParams(node, params)];
    return node.enabled ? problems : problems.map((problem): Problem => ({ ...problem, severity: 'warning' }));
  });
}

function misfits(node: WorkflowNode, params: ParamsSchema): readonly Problem[] {
  // Most configs are right: the quick validator makes no list of errors and no way for dynamic values.
  if (params.literal.validate(node.config).valid) return [];
  const { errors } = params.dynamic.validate(node.config);
  const leaves = leafErrors(errors, { schema: params.schema, config: node.config }).filter(
    (leaf) => !isOnlyOfOtherCase(leaf, node, params),
  );
  return oneForEachPlace(leaves).map((place) => describeParamError(place, node, params));
}

/** JSON Schema has no flags for patterns: one that ignores case in zod has lost that. */
function isOnlyOfOtherCase(leaf: LeafError, node: WorkflowNode, params: ParamsSchema): boolean {
  if (leaf.keyword !== 'pattern') return false;
  const { pattern = '' } = schemaAt(params.schema, leaf.location);
  return new RegExp(pattern, 'iu').test(String(getPath(node.config, instancePath(leaf.instance, node.config))));
}

/** Errors about the same value make one problem; a missing key counts as a value of its own. */
function oneForEachPlace(leaves: readonly LeafError[]): readonly (readonly [LeafError, ...LeafError[]])[] {
  const places = new Map<string, [LeafError, ...LeafError[]]>();
  for (const leaf of leaves) {
    const key = leaf.keyword === 'required' ? `${leaf.instance} ${leaf.text}` : leaf.instance;
    const place = places.get(key);
    if (place === undefined) places.set(key, [leaf]);
    else place.push(leaf);
  }
  return [...places.values()];
}

function unknownParams(node: WorkflowNode, params: ParamsSchema): Problem[] {
  if (params.acceptsUnknown) return [];
  const known = new Set(params.names);
  return Object.keys(node.config)
    .filter((name) => !known.has(name))
    .map((name) => {
      const suggestion = didYouMean(nearestKey(params.names, name));
      const message = `Node ${nodeName(node)} has no param "${name}", so its value is ignored; remove it or correct the name.${suggestion}`;
      return { code: 'UNKNOWN_PARAM', severity: 'warning', message, nodeId: node.id, path: [name] };
    });
}
