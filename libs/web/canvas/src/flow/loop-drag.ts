import type { Position, WorkflowNode } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';
import { framesOf, loopAt, withBodies } from '../session/operations/frames';
import type { FlowView } from './flow-view';
import { carriedLoops, loopFrames } from './loop-frames';

/** What a {@link LoopDrag} looks at. */
export interface LoopDragParts {
  readonly session: () => EditorSession;
  readonly view: FlowView;
  /** Where a point of the page lies on the canvas. */
  readonly pointAt: (x: number, y: number) => Position;
}

/** Dragging around loops: they take their bodies along, and the one that a card would go into lights up. */
export class LoopDrag {
  readonly #parts: LoopDragParts;
  readonly #onMove = (event: PointerEvent): void => this.#look(event);
  #nodeId = '';
  /** From the pointer to the middle of the card. */
  #grip: Position = { x: 0, y: 0 };

  constructor(parts: LoopDragParts) {
    this.#parts = parts;
  }

  /** The loop that a node moves with while it is dragged; the library would not let a child leave its parent otherwise. */
  carrierOf({ parent }: WorkflowNode): string | null {
    return parent !== undefined && this.#parts.view.carried().has(parent) ? parent : null;
  }

  /** A card was pressed: the library must know what goes along before it looks at what is dragged. */
  pressed(nodeId: string, { button, clientX, clientY, currentTarget }: PointerEvent): void {
    const { session, view } = this.#parts;
    const card = (currentTarget as Element).querySelector('mr-node-card');
    if (button !== 0 || card === null || session().isReadonly() || loopFrames(session()).length === 0) return;
    view.carried.set(carriedLoops(session(), nodeId));
    const { left, top, height, width } = card.getBoundingClientRect();
    const scale = view.scale();
    // The head of a loop is as wide as its frame; where it is dropped is told by its beginning.
    const half = Math.min(width / 2, 112 * scale);
    this.#nodeId = nodeId;
    this.#grip = { x: left + half - clientX, y: top + height / 2 - clientY };
    globalThis.addEventListener('pointerup', () => this.stop(), { once: true });
  }

  /** It is being dragged. */
  start(): void {
    if (this.#nodeId !== '') globalThis.addEventListener('pointermove', this.#onMove);
  }

  stop(): void {
    if (this.#parts.view.carried().size > 0) this.#parts.view.carried.set(new Set());
    globalThis.removeEventListener('pointermove', this.#onMove);
    this.#nodeId = '';
    this.#parts.view.dropLoop.set(undefined);
  }

  #look({ clientX, clientY }: PointerEvent): void {
    const { session, view, pointAt } = this.#parts;
    const index = session().index();
    const node = index.node(this.#nodeId);
    if (node === undefined || session().catalogue.isTrigger(node)) return;
    const frames = framesOf({ index, lookup: session().catalogue.lookup });
    const moving = withBodies(index, [node.id, ...session().selection.nodeIds()]);
    const at = pointAt(clientX + this.#grip.x, clientY + this.#grip.y);
    const loop = loopAt(index, frames, at, moving);
    view.dropLoop.set(loop === node.parent ? undefined : loop);
  }
}
