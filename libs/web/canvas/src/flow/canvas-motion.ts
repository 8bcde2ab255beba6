/** Milliseconds without a turn of the wheel after which the canvas stands still. */
const STILL_MS = 160;
const CLASS = 'in-motion';

/** Who is told of motion. */
export interface MotionListener {
  /** With each turn of the wheel, before the canvas moves. */
  readonly onWheel: () => void;
  /** Each time that the view of the canvas moves, or is about to. */
  readonly onMoving: () => void;
  /** Each time that the canvas has come to rest. */
  readonly onStill: () => void;
}

/**
 * Knows when the canvas, or something on it, is on the move. Meanwhile a shield lies above everything (see the styles): finding
 * out what is under the pointer took half of each frame at 500 nodes. A class and no binding: motion must not wake the page.
 */
export class CanvasMotion {
  readonly #host: HTMLElement;
  readonly #told: MotionListener;
  readonly #onWheel = (): void => {
    this.#host.classList.add(CLASS);
    this.#told.onWheel();
    this.#told.onMoving();
    this.#rest();
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDragging = false;

  constructor(host: HTMLElement, told: MotionListener) {
    this.#host = host;
    this.#told = told;
    host.addEventListener('wheel', this.#onWheel, { passive: true, capture: true });
  }

  /** The canvas was moved by a button or by itself: no shield, for the next press may follow at once. */
  moved(): void {
    this.#told.onMoving();
    this.#rest();
  }

  /** A drag began. Wires look for the port under the pointer and so go without the shield. */
  dragStarted(kind: string): void {
    this.#isDragging = true;
    clearTimeout(this.#timer);
    if (kind === 'drag-canvas' || kind === 'drag-node') this.#host.classList.add(CLASS);
  }

  dragEnded(): void {
    this.#isDragging = false;
    this.#still();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#host.removeEventListener('wheel', this.#onWheel, { capture: true });
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#isDragging || this.#still(), STILL_MS);
  }

  #still(): void {
    clearTimeout(this.#timer);
    this.#host.classList.remove(CLASS);
    this.#told.onStill();
  }
}
