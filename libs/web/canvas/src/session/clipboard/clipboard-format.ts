import type { Json, Problem, WorkflowEdge, WorkflowGroup, WorkflowNode, WorkflowNote } from '@millrace/workflow-model';
import type { PinnedPorts, Pins } from '../pins/pinned-data';
import type { ExpressionTools } from '../ports/expression-tools';

/** Mark of our own clipboard text. */
export const CLIPBOARD_KIND = 'wf/nodes@1';

/** A piece of a workflow, as it travels between tabs. */
export interface ClipboardContent {
  readonly nodes: readonly WorkflowNode[];
  /** Only those between the nodes. */
  readonly edges: readonly WorkflowEdge[];
  readonly stickies: readonly WorkflowNote[];
  /** Only those with all their nodes. */
  readonly groups: readonly WorkflowGroup[];
  /** Pinned outputs: node id to a value per port. */
  readonly pins: Pins;
}

/** As text that any program can show. */
export function writeClipboard(content: ClipboardContent): string {
  return JSON.stringify({ kind: CLIPBOARD_KIND, ...content }, undefined, 2);
}

/** Reads clipboard JSON; undefined when it is of another kind. Everything is checked: it may come from anywhere. */
export function readClipboard(
  value: Json,
  { parseDocument }: Pick<ExpressionTools, 'parseDocument'>,
): { readonly content: ClipboardContent } | { readonly problems: readonly Problem[] } | undefined {
  if (!isObject(value) || value['kind'] !== CLIPBOARD_KIND) return undefined;
  const { nodes = [], edges = [], stickies = [], groups = [], pins } = value;
  const { document, problems } = parseDocument({
    id: 'clipboard',
    name: 'Clipboard',
    nodes,
    edges,
    notes: stickies,
    groups,
  });
  if (document === undefined) return { problems };
  const ids = new Set(document.nodes.map((node) => node.id));
  return {
    content: {
      nodes: document.nodes,
      edges: document.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target)),
      stickies: document.notes,
      groups: document.groups,
      pins: pinsOf(pins, ids),
    },
  };
}

function pinsOf(pins: Json | undefined, nodeIds: ReadonlySet<string>): Pins {
  if (!isObject(pins)) return {};
  const known = Object.entries(pins).filter(
    (pin): pin is [string, PinnedPorts] => nodeIds.has(pin[0]) && isObject(pin[1]),
  );
  return Object.fromEntries(known);
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
