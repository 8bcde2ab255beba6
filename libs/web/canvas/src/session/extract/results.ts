import type { Json, WorkflowNode } from '@millrace/workflow-model';
import { nameOf } from '../operations/connect';
import { type Refusal, type RewritingContext, refuse } from '../operations/operation';
import { Fields, readingParam } from './fields';
import { type NewPlace, parted, rootOf, usesInput } from './inputs';
import type { Exit, Part } from './part';
import { type Read, codeNames, dataPath, readsOf, runFactsOf, whyNotMoved } from './reads';
import { mayMiss } from './ways';

/** The name under which what the last step gave is handed on beside other results. */
const RESULT = 'result';

/** What a workflow made of a part gives. */
export interface Results {
  /** Fields of its result; what its last step gave, as it is, when absent. */
  readonly fields?: { readonly [name: string]: Json };
  /** The field of what the last step gave, when somebody behind works on it. */
  readonly resultName?: string;
  /** Where a read is found once `root` stands for the part. */
  readonly placeOf: (read: Read, root: string) => NewPlace | undefined;
}

/** What steps outside read of the part, as the result of a workflow of its own; or why that cannot be. */
export function resultsOf(context: RewritingContext, part: Part): Results | Refusal {
  const others = context.index.document.nodes.filter(({ id }) => !part.ids.has(id));
  const why = whyCut(context, part, others);
  if (why !== undefined) return why;
  const reads = others
    .flatMap((node) => readsOf(context, node))
    .filter(({ node }) => node !== undefined && part.ids.has(node.id));
  const { exit } = part;
  for (const read of reads) {
    const refusal = whyNotBehind(context, part, read);
    if (refusal !== undefined) return refusal;
  }
  const isOfExit = ({ node, path }: Read): boolean =>
    node?.id === exit?.node.id && (exit?.node.settings.onError === 'stop' || dataPath(path) !== undefined);
  if (exit === undefined || reads.every(isOfExit)) {
    return { placeOf: ({ node, path }, root) => (node && part.ids.has(node.id) ? { root, path } : undefined) };
  }
  return namedResults(context, part, { reads, exit });
}

function namedResults(
  context: RewritingContext,
  part: Part,
  { reads, exit }: { readonly reads: readonly Read[]; readonly exit: Exit },
): Results | Refusal {
  const why = reads.map(whyNotMoved).find((refusal) => refusal !== undefined);
  if (why !== undefined) return why;
  const passesResult = part.out.some(({ target }) => {
    const node = context.index.node(target);
    return node !== undefined && (usesInput(context, node) || readsOf(context, node).some(isOfInput));
  });
  const fields = new Fields(passesResult ? [RESULT] : []);
  const next = new Set(part.out.map(({ target }) => target));
  const ids = new Set(part.nodes.map(({ id }) => id));
  for (const read of reads) {
    const nodeId = read.node?.id ?? '';
    const always = nodeId === exit.node.id || !mayMiss(context, { ids, entryId: part.entry.id, nodeId });
    const { enabled, settings } = read.reader;
    const isSure = always && next.has(read.reader.id) && !read.reference.isConditional && enabled && isPlain(settings);
    fields.take(read.source, { root: rootOf(context, read), path: parted(read).path, isSure, schema: {} });
  }
  const values = fields.all.map((field) => [field.name, readingParam(context.expressions, field)] as const);
  return {
    fields: { ...(passesResult && { [RESULT]: '{{input}}' }), ...Object.fromEntries(values) },
    ...(passesResult && { resultName: RESULT }),
    placeOf: (read, root) => {
      const { path, rest } = parted(read);
      const field = fields.at(read.source, path);
      return field && { root, path: [field.name, ...rest] };
    },
  };
}

function isPlain({ forEach, onError }: WorkflowNode['settings']): boolean {
  return forEach === undefined && onError === 'stop';
}

function isOfInput({ source }: Read): boolean {
  return source === 'root:input';
}

/** Why a step behind would not find what it reads. */
function whyNotBehind({ index }: RewritingContext, part: Part, { reader, node }: Read): Refusal | undefined {
  const { exit } = part;
  if (node === undefined) return undefined;
  const names = `"${nameOf(reader)}" reads "${nameOf(node)}"`;
  const isAfter = (id: string): boolean => exit !== undefined && index.downstreamOf(exit.node.id).has(id);
  if (exit === undefined || ![reader.id, ...index.loopsAround(reader.id)].some(isAfter))
    return refuse('READ_BESIDE', `${names}, but does not come behind the selected steps.`);
  const isOnTheWay = node.id === exit.node.id || index.upstreamOf(exit.node.id).has(node.id);
  if (isOnTheWay && part.nodes.some(({ id }) => id === node.id)) return undefined;
  return refuse('READ_BESIDE', `${names}, which does not lead to the way out.`);
}

/** Why the part cannot be cut out at all: code or an address ties it to what stays. */
function whyCut(context: RewritingContext, part: Part, others: readonly WorkflowNode[]): Refusal | undefined {
  const { index, lookup } = context;
  const inside = [...part.ids].flatMap((id) => index.node(id) ?? []);
  const aliases = inside.map(({ id }) => index.aliases.aliasById.get(id) ?? id);
  const coded = others.find((node) => codeNames(context, node, ['nodes']) && codeNames(context, node, aliases));
  if (coded !== undefined)
    return refuse('CODE_READS', `The code of "${nameOf(coded)}" reads the selected steps; let it read its input only.`);
  const addressOf = (node: WorkflowNode) => (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.runAddress;
  const tied = (readers: readonly WorkflowNode[], waiting: readonly WorkflowNode[]): WorkflowNode | undefined => {
    const addresses = waiting.flatMap((node) => addressOf(node) ?? []);
    return readers.find((node) => addresses.some((address) => runFactsOf(context, node).has(address)));
  };
  const reader = tied(others, inside) ?? tied(inside, others);
  if (reader === undefined) return undefined;
  return refuse('ADDRESS', `"${nameOf(reader)}" tells the address at which another step waits; select both or none.`);
}
