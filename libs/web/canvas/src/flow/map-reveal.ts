/** Milliseconds for which the map stays once the canvas is at rest. */
const STAYS_MS = 1_200;
const CLASS = 'map-shown';

/**
 * Shows the map while the canvas is moved, where there is more of it than the window shows, and lets it fade after. A class and
 * no binding: motion must not wake the page.
 */
export class MapReveal {
  readonly #host: HTMLElement;
  readonly #isLarger: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What moves before the canvas first came to rest is how it was opened. */
  #isReady = false;

  /** `isLarger` tells whether some of the workflow is out of sight; it is asked when motion begins. */
  constructor(host: HTMLElement, isLarger: () => boolean) {
    this.#host = host;
    this.#isLarger = isLarger;
  }

  moving(): void {
    if (!this.#isReady) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#host.classList.contains(CLASS) && this.#isLarger()) this.#host.classList.add(CLASS);
  }

  /** The canvas is at rest: the map goes, unless the pointer is on it. */
  still(): void {
    this.#isReady = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#host.querySelector('f-minimap:hover') !== null) this.still();
      else this.#host.classList.remove(CLASS);
    }, STAYS_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
