import type { WritableSignal } from '@angular/core';

/** Milliseconds on an edge until its tools come, and beside it until they go. */
const IN_MS = 100;
const OUT_MS = 200;

/** Follows which edge is under the pointer. One listener for the canvas: one for each edge would make Angular look at all of them. */
export class EdgeHeat {
  readonly #host: HTMLElement;
  readonly #hot: WritableSignal<string | undefined>;
  readonly #onOver = ({ target }: Event): void => this.#point(edgeOf(target));
  readonly #onLeave = (): void => this.#point(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pointed: string | undefined;

  constructor(host: HTMLElement, hot: WritableSignal<string | undefined>) {
    this.#host = host;
    this.#hot = hot;
    host.addEventListener('pointerover', this.#onOver);
    host.addEventListener('pointerleave', this.#onLeave);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#host.removeEventListener('pointerover', this.#onOver);
    this.#host.removeEventListener('pointerleave', this.#onLeave);
  }

  #point(edgeId: string | undefined): void {
    if (edgeId === this.#pointed) return;
    this.#pointed = edgeId;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hot.set(edgeId), edgeId === undefined ? OUT_MS : IN_MS);
  }
}

function edgeOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-edge]')?.dataset['edge'] : undefined;
}
