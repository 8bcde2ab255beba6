import { computed, DestroyRef, Directive, ElementRef, inject, input, signal } from '@angular/core';

const OVERSCAN = 8;
/** Before anything is measured, and where nothing can be (tests). */
const ASSUMED_HEIGHT_PX = 480;

/**
 * Of many rows of one height, which to draw: on the element that scrolls. Draw `range().from` to `range().to`, between
 * `before()` px and `after()` px of nothing.
 */
@Directive({
  selector: '[mrVirtualRows]',
  exportAs: 'mrVirtualRows',
  host: { '(scroll)': 'measure()' },
})
export class VirtualRows {
  /** How many rows there are. */
  readonly mrVirtualRows = input.required<number>();
  readonly rowHeight = input(28);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #top = signal(0);
  readonly #height = signal(ASSUMED_HEIGHT_PX);
  readonly range = computed(() => {
    const count = this.mrVirtualRows();
    const first = Math.floor(this.#top() / this.rowHeight());
    const shown = Math.ceil(this.#height() / this.rowHeight());
    const from = Math.max(0, Math.min(first, count - shown) - OVERSCAN);
    return { from, to: Math.min(count, first + shown + OVERSCAN) };
  });
  readonly before = computed(() => this.range().from * this.rowHeight());
  readonly after = computed(() => (this.mrVirtualRows() - this.range().to) * this.rowHeight());

  constructor() {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(this.#element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  /** Scrolls as little as needed to show a row. */
  reveal(index: number): void {
    const top = index * this.rowHeight();
    const { scrollTop, clientHeight } = this.#element;
    if (top < scrollTop) this.#element.scrollTop = top;
    else if (top + this.rowHeight() > scrollTop + clientHeight)
      this.#element.scrollTop = top + this.rowHeight() - clientHeight;
    this.measure();
  }

  protected measure(): void {
    this.#top.set(this.#element.scrollTop);
    this.#height.set(this.#element.clientHeight || ASSUMED_HEIGHT_PX);
  }
}
