import type { Position } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';
import { framesOf, loopAt, withBodies } from '../session/operations/frames';
import type { FlowView } from './flow-view';

/** What a {@link LoopDropHint} looks at. */
export interface LoopDropHintParts {
  readonly session: () => EditorSession;
  readonly view: FlowView;
  /** Where a point of the page lies on the canvas. */
  readonly pointAt: (x: number, y: number) => Position;
}

/** Lights up the loop that a dragged card would go into, and none when it stays where it belongs. */
export class LoopDropHint {
  readonly #parts: LoopDropHintParts;
  readonly #onMove = (event: PointerEvent): void => this.#look(event);
  #nodeId = '';
  /** From the pointer to the middle of the card. */
  #grip: Position = { x: 0, y: 0 };

  constructor(parts: LoopDropHintParts) {
    this.#parts = parts;
  }

  /** A card was pressed. */
  pressed(nodeId: string, card: Element, { clientX, clientY }: PointerEvent): void {
    const { left, top, height, width } = card.getBoundingClientRect();
    const scale = this.#parts.view.scale();
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
