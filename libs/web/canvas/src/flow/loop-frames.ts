import type { Position, WorkflowNode } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';
import { framesOf } from '../session/operations/frames';

/** The frame of a loop, with what is inside. */
export interface LoopFrame {
  readonly node: WorkflowNode;
  readonly position: Position;
  readonly size: { readonly width: number; readonly height: number };
  readonly isEmpty: boolean;
}

const NONE: readonly LoopFrame[] = [];

/** Frames of all loops, the outer ones first, so that the inner ones lie above them. */
export function loopFrames(session: Pick<EditorSession, 'index' | 'catalogue'>): readonly LoopFrame[] {
  // Definitions come late; without them nobody knows what is a loop.
  session.catalogue.offered();
  const index = session.index();
  const frames = framesOf({ index, lookup: session.catalogue.lookup });
  if (frames.size === 0) return NONE;
  return [...frames]
    .flatMap(([id, { x, y, width, height }]): LoopFrame[] => {
      const node = index.node(id);
      const isEmpty = index.childrenOf(id).length === 0;
      return node === undefined ? [] : [{ node, position: { x, y }, size: { width, height }, isEmpty }];
    })
    .sort((a, b) => index.loopsAround(a.node.id).length - index.loopsAround(b.node.id).length);
}

/** Loops whose bodies move with what is about to be dragged: the pressed one, or those among the selected ones, and the loops inside them. */
export function carriedLoops(session: EditorSession, pressed: string): ReadonlySet<string> {
  const index = session.index();
  const chosen = session.selection.hasNode(pressed) ? [...session.selection.nodeIds()] : [pressed];
  const loops = chosen.flatMap((id) => [id, ...index.insideOf(id)]);
  return new Set(loops.filter((id) => index.childrenOf(id).length > 0));
}
