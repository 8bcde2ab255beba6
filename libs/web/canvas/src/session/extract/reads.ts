import type { ReadReference } from '@millrace/expression';
import { type Json, type WorkflowNode, aliasOf, resolveNodeName } from '@millrace/workflow-model';
import { nameOf } from '../operations/connect';
import { type Refusal, type RewritingContext, refuse } from '../operations/operation';
import { withRewrittenParams } from '../operations/references';

/** Something that a param reads: a step, or one of the words of templates. */
export interface Read {
  readonly reader: WorkflowNode;
  readonly reference: ReadReference;
  /** How it is told apart from others: `node:` and an id, or `root:` and a word. */
  readonly source: string;
  /** The step that is read. */
  readonly node?: WorkflowNode;
  readonly path: readonly (string | number)[];
}

/** Keys of what a step is told about beside its data. */
const ENVELOPE: ReadonlySet<string | number> = new Set(['success', 'error']);

/** The way into the data of a step; undefined for what is told beside it, and for all of it together. */
export function dataPath(path: Read['path']): Read['path'] | undefined {
  const [first] = path;
  if (first === undefined || ENVELOPE.has(first)) return undefined;
  return first === 'data' ? path.slice(1) : path;
}

/** The words that mean the same in every workflow, or something of the run itself. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set(['vars', 'now', 'secrets', 'workflow', 'execution']);
const WORDS: ReadonlySet<string> = new Set(['trigger', 'input', 'item', 'index']);

/** What the params of a step read, apart from what is the same everywhere. */
export function readsOf(context: RewritingContext, node: WorkflowNode): readonly Read[] {
  const reads: Read[] = [];
  eachParam(context, node, (param, name) => {
    const own = new Set(context.lookup(node.type, node.typeVersion)?.extraRoots?.[name] ?? []);
    for (const reference of context.expressions.readReferences(param)) {
      const read = own.has(reference.root) ? undefined : readOf(context, node, reference);
      if (read !== undefined) reads.push(read);
    }
  });
  return reads;
}

/** The references of a step that mean the run itself: its id and the addresses at which the world answers it. */
export function runFactsOf(context: RewritingContext, node: WorkflowNode): ReadonlySet<string | number | undefined> {
  const facts = new Set<string | number | undefined>();
  eachParam(context, node, (param) => {
    for (const { root, path } of context.expressions.readReferences(param))
      if (root === 'execution') facts.add(path[0]);
  });
  return facts;
}

/** The step with other places to read from. */
export function withReads(
  context: RewritingContext,
  node: WorkflowNode,
  placeOf: (read: Read) => { readonly root: string; readonly path: Read['path'] } | undefined,
): WorkflowNode {
  return withRewrittenParams(
    node,
    (param, name) => {
      const own = new Set(context.lookup(node.type, node.typeVersion)?.extraRoots?.[name] ?? []);
      return context.expressions.redirectReferences(param, (reference) => {
        const read = own.has(reference.root) ? undefined : readOf(context, node, reference);
        return read && placeOf(read);
      });
    },
    context,
  );
}

function eachParam(context: RewritingContext, node: WorkflowNode, look: (param: Json, name: string) => void): void {
  withRewrittenParams(
    node,
    (param, name) => {
      look(param, name);
      return param;
    },
    context,
  );
}

function readOf({ index }: RewritingContext, reader: WorkflowNode, reference: ReadReference): Read | undefined {
  const { root, path, form } = reference;
  const name = form === 'name' && /^_\d/.test(root) ? root.slice(1) : root;
  if (form !== 'key' && SAME_EVERYWHERE.has(name)) return undefined;
  if (form !== 'key' && WORDS.has(name)) return { reader, reference, source: `root:${name}`, path };
  const id = resolveNodeName(index.aliases, name) ?? resolveNodeName(index.aliases, aliasOf(name));
  const node = id === undefined ? undefined : index.node(id);
  // Inside a section a name without keys is one of its value.
  if (node === undefined || (reference.relative && path.length === 0)) return undefined;
  return { reader, reference, source: `node:${node.id}`, node, path };
}

/** Why what somebody reads cannot be found in another place; undefined when it can. */
export function whyNotMoved({ reader, reference, node, path }: Read): Refusal | undefined {
  if (node === undefined || path.length > 0) return undefined;
  if (!reference.isTested && !reference.hasTail) return undefined;
  const message = `"${nameOf(reader)}" reads "${nameOf(node)}" as a whole; name what it needs of it first.`;
  return refuse('READS_WHOLE', message);
}

/** Whether the code of a step may read what no rewriting reaches. */
export function codeNames(
  { lookup }: RewritingContext,
  node: WorkflowNode,
  words: readonly string[],
): string | undefined {
  const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  const code = (definition?.rawParams ?? [])
    .filter((name) => isScript(definition?.paramsSchema['properties'], name))
    .map((name) => node.config[name])
    .filter((text) => typeof text === 'string')
    .join('\n');
  const names = new Set(code.match(/[\p{L}\p{N}_$]+/gu));
  return words.find((word) => names.has(word));
}

function isScript(properties: Json | undefined, name: string): boolean {
  const param = isObject(properties) ? properties[name] : undefined;
  const ui = isObject(param) ? param['ui'] : undefined;
  return isObject(ui) && ui['control'] === 'code' && ui['language'] === 'javascript';
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
