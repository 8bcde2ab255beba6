import { isObject } from '../data/is-object';
import { getPath } from '../data/get-path';
import type { WorkflowNode } from '../document';
import type { Problem } from '../problem';
import type { Suggest } from '../suggestions';
import { instancePath } from './instance-path';
import { leafErrors } from './leaf-errors';
import type { LeafError } from './leaf-errors';
import { configErrors } from './config-errors';
import { describeParamError } from './describe-param-error';
import { paramsSchemaOf } from './params-schema';
import type { ParamsSchema } from './params-schema';
import { schemaAt } from './schema-at';
import { didYouMean, nodeName } from './validation-context';
import type { ValidationContext } from './validation-context';

/** Unknown params of one node that are told. */
const MAX_UNKNOWN = 50;

/**
 * Configs that do not fit the params of their definition. Templates and expressions are accepted wherever a value is;
 * what they give is judged at run time. In a disabled node nothing is worse than a warning: it only passes its input on.
 */
export function paramProblems(context: ValidationContext): readonly Problem[] {
  return [...context.nodes.values()].flatMap((node) => {
    const definition = context.definitions.get(node.id);
    if (definition === undefined || !isObject(definition.paramsSchema)) return [];
    const params = paramsSchemaOf(definition.paramsSchema);
    const problems = [...misfits(node, params, context.suggest), ...unknownParams(node, params, context.suggest)];
    return node.enabled ? problems : problems.map((problem): Problem => ({ ...problem, severity: 'warning' }));
  });
}

function misfits(node: WorkflowNode, params: ParamsSchema, suggest: Suggest): readonly Problem[] {
  const errors = configErrors(params, node.config);
  if (errors === undefined) return [countlessErrors(node)];
  const leaves = leafErrors(errors, { schema: params.schema, config: node.config }).filter(
    (leaf) => !isOnlyOfOtherCase(leaf, node, params),
  );
  return oneForEachPlace(leaves).map((place) => describeParamError(place, { node, params, suggest }));
}

function countlessErrors(node: WorkflowNode): Problem {
  const message = `The config of node ${nodeName(node)} does not fit its params in more places than can be told; make it smaller.`;
  return { code: 'INVALID_PARAM', severity: 'error', message, nodeId: node.id, path: [] };
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

function unknownParams(node: WorkflowNode, params: ParamsSchema, suggest: Suggest): Problem[] {
  if (params.acceptsUnknown) return [];
  const known = new Set(params.names);
  return Object.keys(node.config)
    .filter((name) => !known.has(name))
    .slice(0, MAX_UNKNOWN)
    .map((name) => {
      const suggestion = didYouMean(suggest(params.names, name));
      const message = `Node ${nodeName(node)} has no param "${name}", so its value is ignored; remove it or correct the name.${suggestion}`;
      return { code: 'UNKNOWN_PARAM', severity: 'warning', message, nodeId: node.id, path: [name] };
    });
}
