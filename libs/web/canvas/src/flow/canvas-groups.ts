import type { WorkflowGroup, WorkflowNode } from '@millrace/workflow-model';
import { type Box, boundsOf, nodeBox } from '../session/operations/geometry';

/** A frame around the nodes of a group. */
export interface GroupFrame {
  readonly group: WorkflowGroup;
  readonly position: { readonly x: number; readonly y: number };
  readonly size: { readonly width: number; readonly height: number };
}

/** Pixels between a frame and its nodes. */
export const PADDING = 24;
/** Height of its title, with the room that the toolbar of a step below it takes. */
export const TITLE = 46;

/** Frames of all groups that hold a node. */
export function groupFrames(
  groups: readonly WorkflowGroup[],
  nodes: ReadonlyMap<string, WorkflowNode>,
): readonly GroupFrame[] {
  return groups.flatMap((group) => {
    const boxes = group.nodeIds.flatMap((id): Box[] => {
      const node = nodes.get(id);
      return node === undefined ? [] : [nodeBox(node)];
    });
    const bounds = boundsOf(boxes);
    return bounds === undefined ? [] : [frameOf(group, bounds)];
  });
}

function frameOf(group: WorkflowGroup, bounds: Box): GroupFrame {
  return {
    group,
    position: { x: bounds.x - PADDING, y: bounds.y - PADDING - TITLE },
    size: { width: bounds.width + 2 * PADDING, height: bounds.height + 2 * PADDING + TITLE },
  };
}
