import type { Edit, Position, WorkflowNode } from '@millrace/workflow-model';
import { together } from '../operations/connect';
import { FRAME_SPACE, withRoom } from '../operations/frames';
import { type Box, boundsOf, nodeBox, noteBox, snapped } from '../operations/geometry';
import { NameTaker } from '../operations/names';
import type { Operation, RewritingContext } from '../operations/operation';
import { withRenamedReferences } from '../operations/references';
import type { Pins } from '../pins/pinned-data';
import { aliasOfNode } from '../document/document-index';
import type { ClipboardContent } from './clipboard-format';

/** An operation that put a copy of something into the document. */
export interface Inserted extends Operation {
  /** Pins of the new nodes, by their new ids. */
  readonly pins: Pins;
}

/** Where the top left corner of the content comes to lie, and how the step is called. */
export interface InsertAt {
  readonly position: Position;
  readonly label: string;
  /** The loop that what lies in no copied loop goes into; none when absent. */
  readonly parentOf?: (original: WorkflowNode) => string | undefined;
}

/**
 * Copies content into the document: new ids, names that are taken get a number, and references between the copied nodes
 * follow. References to anything else stay as they are.
 */
export function insertContent(context: RewritingContext, content: ClipboardContent, at: InsertAt): Inserted {
  const ids = new Map(content.nodes.map((node) => [node.id, context.newId()]));
  const place = placing(content, at.position);
  const nodes = renamed(context, content, ids, at.parentOf).map((node) => ({
    ...node,
    position: place(node.position),
  }));
  const notes = content.stickies.map((note) => ({ ...note, id: context.newId(), position: place(note.position) }));
  const groups = content.groups.map((group) => ({
    ...group,
    id: context.newId(),
    nodeIds: group.nodeIds.flatMap((id) => ids.get(id) ?? []),
  }));
  const edges = content.edges.flatMap((edge) => {
    const source = ids.get(edge.source);
    const target = ids.get(edge.target);
    return source === undefined || target === undefined ? [] : [{ ...edge, id: context.newId(), source, target }];
  });
  const edits: Edit[] = [
    ...nodes.map((node): Edit => ({ kind: 'addNode', node })),
    ...edges.map((edge): Edit => ({ kind: 'addEdge', edge })),
    ...notes.map((note): Edit => ({ kind: 'addNote', note })),
    ...groups.map((group): Edit => ({ kind: 'addGroup', group })),
  ];
  const select = { nodeIds: nodes.map((node) => node.id), noteIds: notes.map((note) => note.id) };
  const pins = Object.fromEntries(
    Object.entries(content.pins).flatMap(([id, value]) => {
      const copy = ids.get(id);
      return copy === undefined ? [] : [[copy, value]];
    }),
  );
  return { ...together(at.label, withRoom(context, edits), select), pins };
}

/** Where everything in some content lies; undefined when it is empty. */
export function contentBounds({ nodes, stickies }: ClipboardContent): Box | undefined {
  const ids = new Set(nodes.map(({ id }) => id));
  const boxes = nodes.map((node) => {
    const { x, y, width, height } = nodeBox(node);
    if (node.parent === undefined || !ids.has(node.parent)) return { x, y, width, height };
    return { x, y, width: width + FRAME_SPACE.right, height: height + FRAME_SPACE.bottom };
  });
  return boundsOf([...boxes, ...stickies.map(noteBox)]);
}

function placing(content: ClipboardContent, position: Position): (before: Position) => Position {
  const bounds = contentBounds(content) ?? { x: 0, y: 0 };
  const corner = snapped(position);
  return ({ x, y }) => ({ x: x - bounds.x + corner.x, y: y - bounds.y + corner.y });
}

/** The nodes with new ids and free names, and with references among them following both. */
function renamed(
  context: RewritingContext,
  content: ClipboardContent,
  ids: ReadonlyMap<string, string>,
  parentOf: InsertAt['parentOf'],
): WorkflowNode[] {
  const names = new NameTaker(context.index);
  const copies = content.nodes.map((node) => ({ node, label: names.take(node.label) }));
  const newNames = new Map<string, string>(ids);
  for (const { node, label } of copies) {
    const copy = { id: ids.get(node.id) ?? node.id, label };
    const [before, after] = [aliasOfNode(node), aliasOfNode({ ...node, ...copy })];
    // A node whose id is its alias is meant by name: that reads better, and a new id is no name in an expression.
    if (!newNames.has(before) || before === node.id) newNames.set(before, after);
  }
  return copies.map(({ node, label }) => {
    const copy = withRenamedReferences(node, (root) => newNames.get(root), context);
    const { parent: before, ...free } = copy;
    const parent = before !== undefined && ids.has(before) ? ids.get(before) : parentOf?.(node);
    return { ...free, id: ids.get(node.id) ?? node.id, label, ...(parent !== undefined && { parent }) };
  });
}
