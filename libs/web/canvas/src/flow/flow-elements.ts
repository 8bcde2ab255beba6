import type { Selected } from '../session/selection/selection';
import type { EditorSession } from '../session/editor-session';
import type { Moves } from '../session/operations/move';
import type { GroupFrame } from './canvas-groups';
import type { MenuTarget } from './flow-view';

const NOTE = 'note|';
const GROUP = 'group|';

/** Names of elements for the drawing library, which has one space of names for nodes, notes and groups. */
export const nameOf = {
  note: (id: string): string => `${NOTE}${id}`,
  group: (id: string): string => `${GROUP}${id}`,
  /** What is selected, as the library says it. */
  selected: ({ nodeIds, noteIds, groupIds, edgeIds }: Selected): { names: string[]; edgeIds: string[] } => ({
    names: [...nodeIds, ...[...noteIds].map(nameOf.note), ...[...groupIds].map(nameOf.group)],
    edgeIds: [...edgeIds],
  }),
};

/** What the library says is selected, by kind. */
export function selectionOf(event: {
  readonly nodeIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly connectionIds: readonly string[];
}): { nodeIds: string[]; noteIds: string[]; groupIds: string[]; edgeIds: string[] } {
  const names = [...event.nodeIds, ...event.groupIds];
  return {
    nodeIds: names.filter((name) => !name.includes('|')),
    noteIds: without(NOTE, names),
    groupIds: without(GROUP, names),
    edgeIds: [...event.connectionIds],
  };
}

/** New places after a drag. A group has no place of its own: its nodes move by as much as its frame did. */
export function movesOf(
  moved: readonly { readonly id: string; readonly position: { readonly x: number; readonly y: number } }[],
  session: EditorSession,
  frames: readonly GroupFrame[],
): Moves {
  const own = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x, y });
  const ids = new Set(moved.map(({ id }) => id));
  // What is inside a loop that was dragged goes with it.
  const isInside = (id: string): boolean =>
    session
      .index()
      .loopsAround(id)
      .some((loop) => ids.has(loop));
  const dragged = moved.filter(({ id }) => !id.includes('|') && !isInside(id));
  const nodes = new Map(dragged.map(({ id, position }) => [id, own(position)]));
  const notes = moved.filter(({ id }) => id.startsWith(NOTE));
  for (const { id, position } of moved.filter((one) => one.id.startsWith(GROUP))) {
    const frame = frames.find(({ group }) => nameOf.group(group.id) === id);
    const by = frame && { x: position.x - frame.position.x, y: position.y - frame.position.y };
    for (const nodeId of frame?.group.nodeIds ?? []) {
      const at = session.node(nodeId)?.position;
      if (at && by && !nodes.has(nodeId)) nodes.set(nodeId, { x: at.x + by.x, y: at.y + by.y });
    }
  }
  return {
    nodes: [...nodes].map(([id, position]) => ({ id, position })),
    notes: notes.map(({ id, position }) => ({ id: id.slice(NOTE.length), position: own(position) })),
  };
}

/** The element that an event happened on. */
export function elementIdOf(target: HTMLElement): Pick<MenuTarget, 'kind' | 'id'> {
  const at = target.closest<HTMLElement>('[data-node], [data-edge], [data-note], [data-group]')?.dataset;
  if (at?.['node']) return { kind: 'node', id: at['node'] };
  if (at?.['edge']) return { kind: 'edge', id: at['edge'] };
  if (at?.['note']) return { kind: 'note', id: at['note'] };
  if (at?.['group']) return { kind: 'group', id: at['group'] };
  return { kind: 'canvas' };
}

function without(prefix: string, names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}
