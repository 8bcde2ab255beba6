import { type WorkflowDocument, type WorkflowEdge, type WorkflowNode, canonicalJson } from '@millrace/workflow-model';
import { type DocumentIndex, aliasOfNode } from '../document/document-index';
import type { Pins } from '../pins/pinned-data';
import type { ExpressionTools } from '../ports/expression-tools';

/** What made an output stale. */
export interface DirtyReason {
  readonly code:
    'PARAMS_CHANGED' | 'NODE_INSERTED' | 'NODE_DELETED' | 'CONNECTION_CHANGED' | 'ENABLED_CHANGED' | 'UNPINNED';
  /** As the tooltip says it. */
  readonly message: string;
}

/** What marks are computed from. */
export interface DirtyInput {
  /** Document of the last run. */
  readonly before: WorkflowDocument;
  /** The draft. */
  readonly index: DocumentIndex;
  readonly pinsBefore: Pins;
  readonly pins: Pins;
  /** Whether the last run has an output of the node. */
  readonly hasRun: (nodeId: string) => boolean;
  /** With it, a param in which only the name of a renamed node changed is not a change. */
  readonly expressions?: ExpressionTools;
}

type Code = DirtyReason['code'];

const MESSAGES: Readonly<Record<Code, string>> = {
  PARAMS_CHANGED: 'Parameters changed since the last run.',
  NODE_INSERTED: 'A node was inserted before it since the last run.',
  NODE_DELETED: 'A node before it was deleted since the last run.',
  CONNECTION_CHANGED: 'Its connections changed since the last run.',
  ENABLED_CHANGED: 'A node before it was turned on or off since the last run.',
  UNPINNED: 'Its pinned output was taken away since the last run.',
};

/**
 * Nodes whose last output no longer belongs to the draft. A changed param marks its node; an inserted, deleted or switched
 * node marks what comes next; a new or lost connection marks where it leads; taking a pin away marks the node.
 * What is changed inside a loop marks the loop as well, for it runs as a whole. Only nodes that have an output can be
 * stale, and a pinned one never is.
 */
export function dirtyNodes(input: DirtyInput): ReadonlyMap<string, DirtyReason> {
  return new Marking(input).marks();
}

class Marking {
  readonly #input: DirtyInput;
  readonly #before: ReadonlyMap<string, WorkflowNode>;
  readonly #marks = new Map<string, DirtyReason>();
  readonly #newNames: ReadonlyMap<string, string>;

  constructor(input: DirtyInput) {
    this.#input = input;
    this.#before = new Map(input.before.nodes.map((node) => [node.id, node]));
    this.#newNames = newNames(this.#before, input.index);
  }

  marks(): ReadonlyMap<string, DirtyReason> {
    this.#markParams();
    this.#markSwitched();
    this.#markWiring();
    this.#markBodies();
    this.#markUnpinned();
    return this.#marks;
  }

  /** The first reason is told: what a person did to the node itself goes before what happened around it. */
  #mark(nodeId: string, code: Code): void {
    this.#markOne(nodeId, code);
    for (const loopId of this.#input.index.loopsAround(nodeId)) this.#markOne(loopId, code);
  }

  #markOne(nodeId: string, code: Code): void {
    const { hasRun, pins, index } = this.#input;
    if (!index.nodeById.has(nodeId) || this.#marks.has(nodeId) || Object.hasOwn(pins, nodeId) || !hasRun(nodeId))
      return;
    this.#marks.set(nodeId, { code, message: MESSAGES[code] });
  }

  #markNext(nodeId: string, code: Code): void {
    for (const edge of this.#input.index.outgoing(nodeId)) this.#mark(edge.target, code);
  }

  #markParams(): void {
    for (const node of this.#input.index.document.nodes) {
      const before = this.#before.get(node.id);
      if (before !== undefined && this.#runsOtherwise(before, node)) this.#mark(node.id, 'PARAMS_CHANGED');
    }
  }

  #runsOtherwise(before: WorkflowNode, after: WorkflowNode): boolean {
    if (before === after) return false;
    if (before.type !== after.type || before.typeVersion !== after.typeVersion) return true;
    if (before.settings !== after.settings && !isSame(before.settings, after.settings)) return true;
    return before.config !== after.config && !isSame(this.#renamed(before), after.config);
  }

  /** The config as the renaming of other nodes has left it. */
  #renamed({ config }: WorkflowNode): object {
    const { expressions } = this.#input;
    if (expressions === undefined || this.#newNames.size === 0) return config;
    return expressions.rewriteReferences(config, (root) => this.#newNames.get(root)) as object;
  }

  #markSwitched(): void {
    for (const node of this.#input.index.document.nodes) {
      const before = this.#before.get(node.id);
      if (before !== undefined && before.enabled !== node.enabled) this.#markNext(node.id, 'ENABLED_CHANGED');
    }
  }

  #markWiring(): void {
    const { before, index } = this.#input;
    const old = keysOf(before.edges);
    const now = keysOf(index.document.edges);
    for (const node of index.document.nodes) if (!this.#before.has(node.id)) this.#markNext(node.id, 'NODE_INSERTED');
    for (const [key, edge] of old) {
      if (now.has(key)) continue;
      const isDeleted = this.#before.has(edge.source) && !index.nodeById.has(edge.source);
      this.#mark(edge.target, isDeleted ? 'NODE_DELETED' : 'CONNECTION_CHANGED');
    }
    for (const [key, edge] of now) if (!old.has(key)) this.#mark(edge.target, 'CONNECTION_CHANGED');
  }

  /** Loops that steps came into or left. */
  #markBodies(): void {
    const { index } = this.#input;
    for (const { id, parent } of index.document.nodes) {
      if (parent !== undefined && this.#before.get(id)?.parent !== parent) this.#mark(parent, 'NODE_INSERTED');
    }
    for (const { id, parent } of this.#before.values()) {
      if (parent !== undefined && index.node(id)?.parent !== parent) this.#mark(parent, 'NODE_DELETED');
    }
  }

  #markUnpinned(): void {
    const { pins, pinsBefore } = this.#input;
    for (const nodeId of Object.keys(pinsBefore)) if (!Object.hasOwn(pins, nodeId)) this.#mark(nodeId, 'UNPINNED');
  }
}

/** New alias by old alias, of nodes that were renamed. */
function newNames(before: ReadonlyMap<string, WorkflowNode>, index: DocumentIndex): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const node of index.document.nodes) {
    const old = before.get(node.id);
    if (old === undefined || old.label === node.label) continue;
    names.set(aliasOfNode(old), aliasOfNode(node));
  }
  return names;
}

/** Edges by what they join; which edge does it says nothing. */
function keysOf(edges: readonly WorkflowEdge[]): ReadonlyMap<string, WorkflowEdge> {
  return new Map(
    edges.map((edge) => [JSON.stringify([edge.source, edge.sourceHandle, edge.target, edge.targetHandle]), edge]),
  );
}

/** Answers by the later object: an edit makes one new object, so one comparison is made anew. */
const compared = new WeakMap<object, { readonly before: object; readonly isSame: boolean }>();

function isSame(before: object, after: object): boolean {
  const known = compared.get(after);
  if (known?.before === before) return known.isSame;
  const isSame = canonicalJson(before) === canonicalJson(after);
  compared.set(after, { before, isSame });
  return isSame;
}
