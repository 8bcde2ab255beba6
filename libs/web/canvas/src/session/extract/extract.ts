import {
  type Edit,
  type JsonObject,
  MAIN_PORT,
  type WorkflowDocument,
  type WorkflowEdge,
  type WorkflowNode,
  applyEdit,
} from '@millrace/workflow-model';
import { DocumentIndex } from '../document/document-index';
import { addEdge, edgeBetween, together } from '../operations/connect';
import { withRoom } from '../operations/frames';
import { NODE_WIDTH, ROW_HEIGHT, STEP_X } from '../operations/geometry';
import { NameTaker } from '../operations/names';
import { type Operation, type Refusal, type RewritingContext, refuse } from '../operations/operation';
import { paramEdits } from '../operations/references';
import { type Inputs, inputsOf } from './inputs';
import { type Part, partOf } from './part';
import { withReads } from './reads';
import { type Results, resultsOf } from './results';

/** Types that stand at the ends of what is cut. */
const TYPES = { call: 'run-workflow', trigger: 'manual-trigger', output: 'output', unwrap: 'transformer' } as const;

/** Steps that can become a workflow of their own. */
export interface Extraction {
  readonly part: Part;
  /** Names of what the new workflow gets; empty when it gets what comes in. */
  readonly names: readonly string[];
  /** The new workflow under a name. */
  documentOf(name: string): WorkflowDocument;
  /** What puts one step that runs it in the place of the steps, once it has an id. */
  replacedBy(called: { readonly id: string; readonly name: string }): Operation & { readonly nodeId: string };
}

/**
 * Steps as a workflow of their own, or why they cannot be one. Runs come to the same result as before: what the steps read
 * from outside becomes the input of the new workflow, what steps behind read of them its result. The id and the name of the
 * run and of the workflow, where steps ask for them, are those of the new one.
 */
export function extractionOf(context: RewritingContext, nodeIds: readonly string[]): Extraction | Refusal {
  const missing = Object.values(TYPES).find((type) => context.lookup(type) === undefined);
  if (missing !== undefined) return refuse('UNKNOWN_TYPE', `There is no node type "${missing}".`);
  const part = partOf(context, nodeIds);
  if ('refused' in part) return part;
  const inputs = inputsOf(context, part);
  if ('refused' in inputs) return inputs;
  const results = resultsOf(context, part);
  if ('refused' in results) return results;
  return {
    part,
    names: inputs.names,
    documentOf: (name) => documentOf(context, part, { name, inputs, results }),
    replacedBy: (called) => replacedBy(context, part, { called, inputs, results }),
  };
}

interface Cut {
  readonly inputs: Inputs;
  readonly results: Results;
}

function newNode(
  { lookup, newId }: RewritingContext,
  type: string,
  rest: Pick<WorkflowNode, 'label' | 'position'> & {
    readonly config?: JsonObject;
    readonly parent?: string | undefined;
  },
): WorkflowNode {
  const { parent, config = {}, label, position } = rest;
  const typeVersion = lookup(type)?.version ?? 1;
  return {
    ...{ id: newId(), type, typeVersion, label, enabled: true, position, config, settings: { onError: 'stop' } },
    ...(parent !== undefined && { parent }),
  };
}

/** A step that gives one field of what comes in, whatever it holds. */
function unwrapping(expression: string): JsonObject {
  return { mode: 'javascript', expression };
}

function documentOf(context: RewritingContext, part: Part, { name, ...cut }: Cut & { name: string }): WorkflowDocument {
  const { document } = context.index;
  const moved = [...part.ids]
    .flatMap((id) => context.index.node(id) ?? [])
    .map((node) => movedNode(context, part, node, cut));
  const inner = document.edges.filter(({ source, target }) => part.ids.has(source) && part.ids.has(target));
  const bare: WorkflowDocument = {
    id: 'new',
    name,
    version: '0.0.0',
    nodes: moved,
    edges: inner,
    settings: { timezone: document.settings.timezone },
    notes: [],
    groups: document.groups.filter(({ nodeIds }) => nodeIds.length > 0 && nodeIds.every((id) => part.ids.has(id))),
    metadata: { tags: [] },
  };
  const names = new NameTaker(DocumentIndex.of(bare));
  const before = wayIn(context, part, cut, names);
  const after = wayOut(context, part, cut, names);
  return {
    ...bare,
    nodes: [...before.nodes, ...moved, ...after.nodes],
    edges: [...before.edges, ...inner, ...after.edges],
  };
}

function movedNode(context: RewritingContext, part: Part, node: WorkflowNode, { inputs }: Cut): WorkflowNode {
  const moved = withReads(context, node, inputs.placeOf);
  if (!part.nodes.some(({ id }) => id === node.id)) return moved;
  const { parent: _level, ...free } = moved;
  return free;
}

interface Piece {
  readonly nodes: readonly WorkflowNode[];
  readonly edges: readonly WorkflowEdge[];
}

function wayIn(context: RewritingContext, { entry, into }: Part, { inputs }: Cut, names: NameTaker): Piece {
  const { x, y } = entry.position;
  const far = NODE_WIDTH + STEP_X;
  const trigger = newNode(context, TYPES.trigger, {
    label: names.take(context.lookup(TYPES.trigger)?.title ?? 'Start'),
    position: { x: x - far * (inputs.inputName === undefined ? 1 : 2), y },
    ...(inputs.schema && { config: { inputSchema: inputs.schema } }),
  });
  const nodes = [trigger];
  if (inputs.inputName !== undefined) {
    const config = unwrapping(`trigger.${inputs.inputName}`);
    nodes.push(
      newNode(context, TYPES.unwrap, { label: names.take('Take input'), position: { x: x - far, y }, config }),
    );
  }
  const port = into[0]?.targetHandle ?? MAIN_PORT;
  const edges = nodes.map(({ id }, place) => {
    const next = nodes[place + 1];
    return edgeBetween(
      context.newId(),
      { nodeId: id },
      { nodeId: next?.id ?? entry.id, port: next ? MAIN_PORT : port },
    );
  });
  return { nodes, edges };
}

function wayOut(context: RewritingContext, { exit }: Part, { results }: Cut, names: NameTaker): Piece {
  if (exit === undefined) return { nodes: [], edges: [] };
  const { x, y } = exit.node.position;
  const output = newNode(context, TYPES.output, {
    label: names.take(context.lookup(TYPES.output)?.title ?? 'Output'),
    position: { x: x + NODE_WIDTH + STEP_X, y },
    config: results.fields ? { collect: 'fields', fields: { ...results.fields } } : { collect: 'input' },
  });
  return {
    nodes: [output],
    edges: [edgeBetween(context.newId(), { nodeId: exit.node.id, port: exit.port }, { nodeId: output.id })],
  };
}

function replacedBy(
  context: RewritingContext,
  part: Part,
  { called, inputs, results }: Cut & { readonly called: { readonly id: string; readonly name: string } },
): Operation & { readonly nodeId: string } {
  const { index } = context;
  const removed: Edit[] = part.nodes.map(({ id }) => ({ kind: 'removeNode', nodeId: id }));
  const names = new NameTaker(index.next(applyEdit(index.document, { kind: 'batch', edits: removed })));
  const kept = part.namesake && names.take(part.namesake.label);
  const isWrapped = results.resultName !== undefined;
  const { parent, position } = part.entry;
  const call = newNode(context, TYPES.call, {
    ...{ parent, position, label: isWrapped || kept === undefined ? names.take(called.name) : kept },
    config: { workflowId: called.id, ...(inputs.param !== undefined && { input: inputs.param }) },
  });
  const join = part.into.length > 1 ? part.entry.settings.join : undefined;
  const step = join === undefined ? call : { ...call, settings: { ...call.settings, join } };
  const unwrap =
    results.resultName === undefined
      ? undefined
      : newNode(context, TYPES.unwrap, {
          ...{ parent, position: { x: position.x, y: position.y + ROW_HEIGHT } },
          ...{ label: kept ?? names.take('Take result'), config: unwrapping(`input.${results.resultName}`) },
        });
  const edits: Edit[] = [
    { kind: 'addNode', node: step },
    ...(unwrap
      ? [
          { kind: 'addNode' as const, node: unwrap },
          addEdge(context.newId(), { nodeId: step.id }, { nodeId: unwrap.id }),
        ]
      : []),
    ...rewired(part, step.id, unwrap?.id ?? step.id),
    ...rewritten(context, part, results, step),
    ...regrouped(context, part, step.id),
    ...removed,
  ];
  const operation = together(`Convert to “${called.name}”`, withRoom(context, edits), { nodeIds: [step.id] });
  return { ...operation, nodeId: step.id };
}

/** What led to the part leads to the step in its place, and what came behind it comes behind that; each edge stays in its place in the order. */
function rewired({ into, out }: Part, firstId: string, lastId: string): Edit[] {
  return [
    ...into.map((edge): Edit => ({ kind: 'replaceEdge', edge: { ...edge, target: firstId, targetHandle: MAIN_PORT } })),
    ...out.map((edge): Edit => ({ kind: 'replaceEdge', edge: { ...edge, source: lastId, sourceHandle: MAIN_PORT } })),
  ];
}

/** Steps outside read the step in the part's place. */
function rewritten(context: RewritingContext, part: Part, results: Results, step: WorkflowNode): Edit[] {
  const root = DocumentIndex.of({ ...context.index.document, nodes: [step] }).aliases.aliasById.get(step.id) ?? step.id;
  return context.index.document.nodes
    .filter(({ id }) => !part.ids.has(id))
    .flatMap((node) => {
      const after = withReads(context, node, (read) =>
        read.node !== undefined && part.ids.has(read.node.id) ? results.placeOf(read, root) : undefined,
      );
      return after === node ? [] : paramEdits(node, after);
    });
}

/** Groups that are left have the step in place of those that went. */
function regrouped({ index }: RewritingContext, { ids }: Part, stepId: string): Edit[] {
  return index.document.groups.flatMap((group): Edit[] => {
    const left = group.nodeIds.filter((id) => !ids.has(id));
    if (left.length === group.nodeIds.length) return [];
    if (left.length === 0) return [{ kind: 'removeGroup', groupId: group.id }];
    return [{ kind: 'updateGroup', group: { ...group, nodeIds: [...left, stepId] } }];
  });
}
