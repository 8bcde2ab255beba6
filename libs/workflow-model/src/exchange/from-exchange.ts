import { capProblems } from '../cap-problems';
import { isObject } from '../data/is-object';
import type { WorkflowDocument } from '../document';
import { documentFlaws } from '../document-flaws';
import type { DefinitionLookup } from '../node-definition';
import { oversizeProblems } from '../oversize-problems';
import { parseDocument } from '../parse-document';
import type { ParsedDocument } from '../parse-document';
import { hasErrors } from '../problem';
import { readEdges } from './read-edges';
import { readNode } from './read-node';
import { readVersion } from './read-version';
import { executionOrderProblems } from '../validation/execution-order-problems';

/** What stands in for parts that an imported document may lack. */
export interface ExchangeDefaults {
  readonly id?: string;
  readonly name?: string;
}

/**
 * Reads the exchange form: node types `trigger` (with `config.triggerType`), `action` and `activity` (with
 * `config.actionId`), types by one of their aliases, edges without ids or handles, a given `executionOrder` (checked
 * against the graph and dropped). Documents in our own form come out as they are.
 *
 * Tells what keeps the input from being read. Whether the types exist and the params fit is told by `validateDocument`.
 */
export function fromExchange(
  input: unknown,
  lookup: DefinitionLookup,
  defaults: ExchangeDefaults = {},
): ParsedDocument {
  // What is unsafe to walk, or no object at all, is told by the reader of documents.
  if (!isObject(input) || oversizeProblems(input).length > 0 || documentFlaws(input).length > 0)
    return parseDocument(input);
  const nodes = Array.isArray(input['nodes'])
    ? input['nodes'].map((node: unknown, index) => readNode(node, index, lookup))
    : undefined;
  const edges = readEdges(
    input['edges'],
    (nodes ?? []).map((read) => read.node),
    lookup,
  );
  const parsed = parseDocument({
    ...defaults,
    ...withoutNulls(input),
    ...(nodes === undefined ? {} : { nodes: nodes.map((read) => read.node) }),
    edges: edges.edges,
    ...readVersion(input['version']),
  });
  const problems = [...(nodes ?? []).flatMap((read) => read.problems), ...edges.problems, ...parsed.problems];
  return parsed.document === undefined ? { problems: capProblems(problems) } : finished(parsed.document, problems);
}

function finished(read: WorkflowDocument, problemsSoFar: ParsedDocument['problems']): ParsedDocument {
  const { executionOrder: _executionOrder, ...document } = read;
  const problems = capProblems([...problemsSoFar, ...executionOrderProblems(read)]);
  return hasErrors(problems) ? { problems } : { document, problems };
}

/** Other tools write null where a part is absent. */
function withoutNulls(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined));
}
