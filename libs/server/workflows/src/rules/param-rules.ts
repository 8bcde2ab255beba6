import { compileParam, ExpressionError } from '@millrace/expression';
import type { NodeCatalogue } from '@millrace/server-catalog';
import type { JsonObject, Problem, WorkflowDocument, WorkflowNode } from '@millrace/workflow-model';

type Path = readonly (string | number)[];

/**
 * What the params of the definitions refuse although each value has the right form: rules over several params, cron expressions.
 * Only for configs of which nothing depends on a run, and only at places that `known` says nothing about. Raw params reach the node
 * as they are written, so what is in them never depends on a run.
 */
export function paramRuleProblems(
  document: WorkflowDocument,
  catalogue: NodeCatalogue,
  known: readonly Problem[],
): readonly Problem[] {
  const places = new Map<string, Path[]>();
  for (const { nodeId, path } of known) {
    if (nodeId === undefined || path === undefined) continue;
    places.set(nodeId, [...(places.get(nodeId) ?? []), path]);
  }
  return document.nodes.flatMap((node) => problemsOf(node, catalogue, places.get(node.id) ?? []));
}

function problemsOf(node: WorkflowNode, catalogue: NodeCatalogue, told: readonly Path[]): readonly Problem[] {
  const data = catalogue.lookup(node.type, node.typeVersion);
  if (data === undefined || !isStatic(node.config, data.rawParams ?? [])) return [];
  const { definition } = catalogue.implementation(node.type, data.version);
  const parsed = definition.params.safeParse(node.config);
  if (parsed.success) return [];
  return parsed.error.issues
    .map(({ path, message }) => ({ path: path.map((key) => (typeof key === 'number' ? key : String(key))), message }))
    .filter(({ path }) => !told.some((other) => overlaps(path, other)))
    .map(({ path, message }) => ({
      code: 'INVALID_PARAM',
      severity: node.enabled ? 'error' : 'warning',
      message: `Node "${node.label}" is not set up right${path.length ? ` at "${path.join('.')}"` : ''}: ${message}`,
      nodeId: node.id,
      path,
    }));
}

function isStatic(config: JsonObject, rawParams: readonly string[]): boolean {
  const evaluated = Object.entries(config).filter(([name]) => !rawParams.includes(name));
  try {
    return evaluated.every(([, value]) => compileParam(value).isStatic);
  } catch (error) {
    // What cannot be read is told by those who check expressions.
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

/** Whether one place is inside the other. */
function overlaps(one: Path, other: Path): boolean {
  const shared = Math.min(one.length, other.length);
  return shared > 0 && one.slice(0, shared).every((key, index) => key === other[index]);
}
