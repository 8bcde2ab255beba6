import type { FCanvasComponent, FFlowComponent } from '@foblex/flow';
import type { Position, WorkflowNode } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';
import { type Frames, boxOf, framesOf, loopAt } from '../session/operations/frames';
import { type Box, boundsOf, nodeBox, noteBox } from '../session/operations/geometry';
import { groupFrames } from './canvas-groups';
import type { FlowView } from './flow-view';
import {
  centred,
  fitted,
  opening,
  resized,
  seenThrough,
  shows,
  type Viewport,
  type WindowSize,
  zoomed,
} from './viewport';

/** What a {@link CanvasWindow} looks through and at. */
export interface CanvasWindowParts {
  readonly host: HTMLElement;
  readonly view: FlowView;
  readonly flow: () => FFlowComponent;
  readonly canvas: () => FCanvasComponent;
  readonly session: () => EditorSession;
}

/** Pixels that the "+" behind a card takes. */
const STUB = 56;
/** Pixels that the labels of its outputs take as well. */
const LABEL = 40;
/** The library moves the canvas for 150 ms. */
const SETTLED_MS = 260;

/** The window through which the canvas is seen: where things are in it, and bringing them into it. */
export class CanvasWindow {
  readonly #parts: CanvasWindowParts;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #lastSize: WindowSize;
  readonly #frame = new ResizeObserver(() => this.#keepMiddle());

  constructor(parts: CanvasWindowParts) {
    this.#parts = parts;
    this.#lastSize = this.#size();
    this.#frame.observe(parts.host);
  }

  /** Where a point of the page lies on the canvas. */
  pointAt(clientX: number, clientY: number): Position {
    const { x, y } = this.#parts.flow().getPositionInFlow({ x: clientX, y: clientY });
    return { x, y };
  }

  /** The point of the canvas in the middle of the window, or at another part of its width. */
  middle(across = 0.5): Position {
    const { left, top, width, height } = this.#parts.host.getBoundingClientRect();
    return this.pointAt(left + width * across, top + height / 2);
  }

  /** Whether a point of the page lies on the canvas and not on something above it. */
  covers(clientX: number, clientY: number): boolean {
    return this.#parts.host.contains(document.elementFromPoint(clientX, clientY));
  }

  /** The edge under a point of the page. */
  edgeAt(clientX: number, clientY: number): string | undefined {
    return document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.f-connection')?.dataset['edge'];
  }

  /** The part of the canvas that is in sight. */
  sight(): Box {
    return seenThrough(this.#viewport(), this.#size());
  }

  /** Whether all of the workflow is in sight. */
  showsAll(): boolean {
    const all = boundsOf(this.#parts.session().nodes().map(nodeBox));
    return all === undefined || shows(this.#viewport(), all, this.#size());
  }

  /** Everything in sight. */
  fit(animated: boolean): void {
    const view = fitted(this.#boxes(), this.#size());
    if (view) this.#place(view, animated);
  }

  /** Where somebody begins who opens the workflow to work on it. */
  open(): void {
    const view = opening(this.#boxes(), this.#size());
    if (view) this.#place(view, false);
  }

  #boxes(): Box[] {
    const { nodes, notes, groups } = this.#parts.session().document();
    const loops = this.#loops();
    const frames = groupFrames(groups, this.#parts.session().index().nodeById);
    return [
      ...nodes.map((node) => boxOf(loops, node)).map((box) => ({ ...box, width: box.width + STUB })),
      ...notes.map(noteBox),
      ...frames.map(({ position, size }) => ({ ...position, ...size })),
    ];
  }

  /** Where a node's card lies; of a loop that is the top of its frame. */
  cardOf(node: WorkflowNode): Box {
    const { x, y } = boxOf(this.#loops(), node);
    return nodeBox({ position: { x, y } });
  }

  /** The loop on whose frame a wire of a node beside it was dropped. */
  loopFor(fromId: string, at: Position): string | undefined {
    const index = this.#parts.session().index();
    const loopId = loopAt(index, this.#loops(), this.pointAt(at.x, at.y));
    const from = index.node(fromId);
    if (loopId === undefined || from === undefined || loopId === fromId) return undefined;
    return index.node(loopId)?.parent === from.parent ? loopId : undefined;
  }

  #loops(): Frames {
    const { index, catalogue } = this.#parts.session();
    return framesOf({ index: index(), lookup: catalogue.lookup });
  }

  zoomTo(scale: number): void {
    this.#place(zoomed(this.#viewport(), scale, this.#size()), true);
  }

  /** Brings a box into sight with the "+" behind it, moving as little as possible. */
  reveal(box: Box, centre: boolean): void {
    const whole = { ...box, width: box.width + LABEL + STUB };
    if (!centre && shows(this.#viewport(), whole, this.#size())) return;
    this.#place(centred(box, this.#size(), Math.max(this.#parts.view.scale(), 0.5)), true);
  }

  dispose(): void {
    clearTimeout(this.#settleTimer);
    this.#frame.disconnect();
  }

  /** A panel beside the canvas takes room from all sides: what was in the middle stays there. */
  #keepMiddle(): void {
    const before = this.#lastSize;
    const now = this.#size();
    if (now.width === 0 || now.height === 0) return;
    this.#lastSize = now;
    if (this.#parts.view.isPlaced() && before.width > 0) this.#place(resized(this.#viewport(), before, now), false);
  }

  #size(): WindowSize {
    const { clientWidth: width, clientHeight: height } = this.#parts.host;
    return { width, height };
  }

  #viewport(): Viewport {
    const { position, scaledPosition, scale } = this.#parts.canvas().transform;
    return { x: position.x + scaledPosition.x, y: position.y + scaledPosition.y, scale };
  }

  #place({ x, y, scale }: Viewport, animated: boolean): void {
    const canvas = this.#parts.canvas();
    Object.assign(canvas.transform, { position: { x, y }, scaledPosition: { x: 0, y: 0 }, scale });
    clearTimeout(this.#settleTimer);
    if (animated && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      canvas.redrawWithAnimation();
      // Wires that were drawn on the way were measured on a canvas in motion.
      this.#settleTimer = setTimeout(() => this.#parts.flow().redraw(), SETTLED_MS);
    } else canvas.redraw();
    canvas.emitCanvasChangeEvent();
    this.#parts.view.scale.set(scale);
  }
}
