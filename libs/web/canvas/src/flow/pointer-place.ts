/** Knows where on the page the pointer is while it is over the canvas. One listener, and no signal: its moves must wake nothing. */
export class PointerPlace {
  readonly #host: HTMLElement;
  #at: { readonly x: number; readonly y: number } | undefined;
  readonly #onMove = ({ clientX: x, clientY: y }: PointerEvent): void => void (this.#at = { x, y });
  readonly #onLeave = (): void => (this.#at = undefined);

  constructor(host: HTMLElement) {
    this.#host = host;
    host.addEventListener('pointermove', this.#onMove, { passive: true });
    host.addEventListener('pointerleave', this.#onLeave);
  }

  /** Undefined while it is elsewhere, or was never here. */
  at(): { readonly x: number; readonly y: number } | undefined {
    return this.#at;
  }

  dispose(): void {
    this.#host.removeEventListener('pointermove', this.#onMove);
    this.#host.removeEventListener('pointerleave', this.#onLeave);
  }
}
