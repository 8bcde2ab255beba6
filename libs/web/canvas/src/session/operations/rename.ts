import { type Edit, RESERVED_ROOTS, nodeAlias } from '@millrace/workflow-model';
import { nameOf, together } from './connect';
import { NameTaker } from './names';
import { type Outcome, type RewritingContext, refuse } from './operation';
import { paramEdits, withRenamedReferences } from './references';

/** Gives a node another label and rewrites every reference to it. A name that is taken gets a number: `Fetch 1`. */
export function rename(context: RewritingContext, nodeId: string, label: string): Outcome {
  const { index } = context;
  const node = index.node(nodeId);
  if (node === undefined) return refuse('NO_SUCH_NODE', 'The node is not there any more.');
  if (label.trim() === '') return refuse('NAME_EMPTY', 'Give the node a name.');
  const free = new NameTaker(index, nodeId).take(label);
  if (free === node.label) return refuse('NOTHING_CHANGED', `The node is called "${free}" already.`);
  const relabel: Edit = { kind: 'renameNode', nodeId, label: free };
  return together(`Rename ${nameOf(node)} to ${free}`, [relabel, ...rewrites(context, nodeId, free)]);
}

/** References that mean this node, in all other configs and its own. */
function rewrites(context: RewritingContext, nodeId: string, label: string): Edit[] {
  const { index } = context;
  const from = index.aliases.aliasById.get(nodeId);
  const to = nodeAlias({ id: nodeId, label });
  const isMeant = from !== undefined && from !== to && index.aliases.idByAlias.get(from) === nodeId;
  if (!isMeant || RESERVED_ROOTS.includes(from)) return [];
  return index.document.nodes.flatMap((node): Edit[] => {
    const renamed = withRenamedReferences(node, (root) => (root === from ? to : undefined), context);
    return paramEdits(node, renamed);
  });
}
