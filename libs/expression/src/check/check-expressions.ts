import type { DefinitionLookup, Problem, WorkflowDocument, WorkflowNode } from '@millrace/workflow-model';
import { checkParam, checkWithRoots } from './check-param';
import { DocumentRoots } from './document-roots';
import { mayHoldReferences } from './may-hold-references';
import type { KnownRoots } from './known-roots';
import type { ParamProblem } from './param-problem';

const KEY_ROOTS: KnownRoots = { roots: { trigger: undefined, workflow: undefined } };

/**
 * Problems of every template and expression of a document. A node sees the nodes upstream of it and the built-in roots.
 * Paths lead into the node's config, or from the document where it is about no node.
 */
export function checkExpressions(document: WorkflowDocument, lookup: DefinitionLookup): Problem[] {
  const roots = new DocumentRoots(document, lookup);
  return [...document.nodes.flatMap((node) => nodeProblems(node, lookup, roots)), ...settingsProblems(document)];
}

/** The key that tells runs apart is evaluated before a run begins: it sees what starts the run and nothing else. */
function settingsProblems({ settings }: WorkflowDocument): Problem[] {
  const key = settings.concurrency?.key;
  if (key === undefined) return [];
  const problems = checkParam({ key: typeof key === 'string' ? key : { ...key } }, KEY_ROOTS);
  return problems.map(({ root: _root, ...problem }) => ({
    ...problem,
    path: ['settings', 'concurrency', ...problem.path],
  }));
}

/** The same for one node; none for an id that is not there. */
export function checkNodeExpressions(document: WorkflowDocument, nodeId: string, lookup: DefinitionLookup): Problem[] {
  const roots = new DocumentRoots(document, lookup);
  const node = roots.nodes.get(nodeId);
  return node === undefined ? [] : nodeProblems(node, lookup, roots);
}

function nodeProblems(node: WorkflowNode, lookup: DefinitionLookup, roots: DocumentRoots): Problem[] {
  const definition = lookup(node.type, node.typeVersion);
  const params = Object.entries(node.config).filter(([name]) => mayHoldReferences(definition, name));
  const isUsual = ([name]: readonly [string, unknown]): boolean => definition?.extraRoots?.[name] === undefined;
  const usual = Object.fromEntries(params.filter(isUsual));
  const others = params.filter((param) => !isUsual(param));
  return [
    ...checkWithRoots(usual, roots.seenBy(node)),
    ...others.flatMap(([name, value]) =>
      checkWithRoots({ [name]: value }, roots.seenBy(node, definition?.extraRoots?.[name])),
    ),
  ].map((problem) => located(problem, node, roots));
}

function located({ root, ...problem }: ParamProblem, node: WorkflowNode, roots: DocumentRoots): Problem {
  const named = root === undefined ? undefined : roots.nodeNamed(root);
  if (named === undefined) return { ...problem, nodeId: node.id };
  return { ...problem, code: 'REFERENCE_NOT_UPSTREAM', message: notUpstream(node, named), nodeId: node.id };
}

function notUpstream(node: WorkflowNode, named: WorkflowNode): string {
  if (named.id === node.id) return `"${node.label}" refers to its own result, which is not there before it has run.`;
  return (
    `"${node.label}" refers to "${named.label}", which does not run before it. ` +
    `Connect "${named.label}" so that it comes first, or name another node.`
  );
}
