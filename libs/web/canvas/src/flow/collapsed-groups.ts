import { type Signal, computed } from '@angular/core';
import type { WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';
import { type GroupFrame, groupFrames, PADDING, TITLE } from './canvas-groups';
import { type PortSide, connectorId } from './port-names';

/** A collapsed group: one tile, where the corner of its nodes is. */
export interface GroupTile extends GroupFrame {
  /** Its nodes, and what is inside the loops among them. */
  readonly hidden: readonly WorkflowNode[];
}

/** Width and height of a tile, as a card is. */
export const TILE_SIZE = { width: 224, height: 64 };
const NOTHING_HIDDEN: ReadonlyMap<string, GroupTile> = new Map();

/** Which groups are drawn as frames and which as tiles, and what the tiles stand for. */
export class CollapsedGroups {
  readonly #session: Signal<EditorSession>;
  readonly #all = computed(() => groupFrames(this.#session().groups(), this.#session().index().nodeById));
  /** Groups that are drawn around their nodes. */
  readonly frames = computed(() => this.#all().filter(({ group }) => group.collapsed !== true));
  readonly tiles = computed(() =>
    this.#all()
      .filter(({ group }) => group.collapsed === true)
      .map((frame) => this.#tileOf(frame)),
  );
  /** The tile that stands for a node, by its id. */
  readonly tileOfNode = computed((): ReadonlyMap<string, GroupTile> => {
    const tiles = this.tiles();
    if (tiles.length === 0) return NOTHING_HIDDEN;
    return new Map(tiles.flatMap((tile) => tile.hidden.map(({ id }) => [id, tile] as const)));
  });
  /** Edges that are drawn: all but those inside of tiles. */
  readonly edges = computed((): readonly WorkflowEdge[] => {
    const tiles = this.tileOfNode();
    const edges = this.#session().edges();
    if (tiles.size === 0) return edges;
    return edges.filter(({ source, target }) => !tiles.has(source) || tiles.get(source) !== tiles.get(target));
  });

  constructor(session: Signal<EditorSession>) {
    this.#session = session;
  }

  /** The nodes that no tile stands for. */
  shown<T extends { readonly id: string }>(nodes: readonly T[]): readonly T[] {
    const tiles = this.tileOfNode();
    return tiles.size === 0 ? nodes : nodes.filter(({ id }) => !tiles.has(id));
  }

  /** The loops that no tile stands for. */
  shownLoops<T extends { readonly node: WorkflowNode }>(loops: readonly T[]): readonly T[] {
    const tiles = this.tileOfNode();
    return tiles.size === 0 ? loops : loops.filter(({ node }) => !tiles.has(node.id));
  }

  /** Where an edge begins: at the port of its node, or of the tile that stands for it. */
  sourceOf({ source, sourceHandle }: WorkflowEdge): string {
    const tile = this.tileOfNode().get(source);
    return tile ? tileConnector('out', tile.group.id) : connectorId('out', source, sourceHandle);
  }

  /** Where an edge ends. */
  targetOf({ target, targetHandle }: WorkflowEdge): string {
    const tile = this.tileOfNode().get(target);
    return tile ? tileConnector('in', tile.group.id) : connectorId('in', target, targetHandle);
  }

  /** Whether both ends of an edge are ports of cards; others cannot be taken elsewhere. */
  isWhole({ source, target }: WorkflowEdge): boolean {
    const tiles = this.tileOfNode();
    return !tiles.has(source) && !tiles.has(target);
  }

  #tileOf({ group, position }: GroupFrame): GroupTile {
    const index = this.#session().index();
    const ids = new Set(group.nodeIds.flatMap((id) => [id, ...index.insideOf(id)]));
    const corner = { x: position.x + PADDING, y: position.y + PADDING + TITLE };
    return { group, position: corner, size: TILE_SIZE, hidden: [...ids].flatMap((id) => index.node(id) ?? []) };
  }
}

/** Name of a tile's port for the drawing library. */
export function tileConnector(side: PortSide, groupId: string): string {
  return connectorId(side, `group:${groupId}`);
}
