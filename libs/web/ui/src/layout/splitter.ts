import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';

const STEP_PX = 16;

/**
 * A bar between two panes that sizes the pane before it (or after it). Put it between them; bind the pane's size to
 * `size()`: `<aside [style.width.px]="bar.size()">…</aside><mr-splitter #bar name="palette" [initial]="320" />`.
 * Pointer drags, arrow keys step, Home and End go to the limits, double click goes back to the start.
 */
@Component({
  selector: 'mr-splitter',
  template: '',
  styleUrl: './splitter.scss',
  host: {
    role: 'separator',
    tabindex: '0',
    '[attr.aria-label]': 'label()',
    '[attr.aria-orientation]': 'axis()',
    '[attr.aria-valuenow]': 'size()',
    '[attr.aria-valuemin]': 'min()',
    '[attr.aria-valuemax]': 'max()',
    '[class]': 'axis()',
    '[class.dragging]': 'dragging',
    '(pointerdown)': 'start($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'end($event)',
    '(pointercancel)': 'end($event)',
    '(keydown)': 'onKey($event)',
    '(dblclick)': 'setSize(initial())',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Splitter {
  /** Its size is remembered under this. */
  readonly name = input.required<string>();
  /** In px. */
  readonly initial = input(320);
  readonly min = input(160);
  readonly max = input(960);
  /** `vertical`: the bar stands, panes lie beside each other. */
  readonly axis = input<'vertical' | 'horizontal'>('vertical');
  /** Which pane it sizes. */
  readonly sizes = input<'before' | 'after'>('before');
  readonly label = input('Resize panel');
  readonly sizeChange = output<number>();
  readonly #storage = inject(DOCUMENT).defaultView?.localStorage;
  readonly #size = linkedSignal(() => this.#clamped(this.#remembered() ?? this.initial()));
  /** Of the pane, in px. */
  readonly size = this.#size.asReadonly();
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected dragging = false;
  #from = { pointer: 0, size: 0 };

  /** Sizes the pane, within the limits, and remembers it. */
  setSize(size: number): void {
    const next = this.#clamped(size);
    if (next === this.#size()) return;
    this.#size.set(next);
    this.#storage?.setItem(this.#key(), String(next));
    this.sizeChange.emit(next);
  }

  protected start(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#element.setPointerCapture?.(event.pointerId);
    this.#from = { pointer: this.#along(event), size: this.#size() };
    this.dragging = true;
    event.preventDefault();
    this.#element.focus({ preventScroll: true });
  }

  protected drag(event: PointerEvent): void {
    if (this.dragging) this.setSize(this.#from.size + (this.#along(event) - this.#from.pointer) * this.#sign());
  }

  protected end(event: PointerEvent): void {
    this.dragging = false;
    if (this.#element.hasPointerCapture?.(event.pointerId)) this.#element.releasePointerCapture(event.pointerId);
  }

  protected onKey(event: KeyboardEvent): void {
    const step = (event.shiftKey ? 4 : 1) * STEP_PX * this.#sign();
    const [less, more] = this.axis() === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const next = { [less]: this.#size() - step, [more]: this.#size() + step, Home: this.min(), End: this.max() }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    this.setSize(next);
  }

  #along(event: PointerEvent): number {
    return this.axis() === 'vertical' ? event.clientX : event.clientY;
  }

  #sign(): 1 | -1 {
    return this.sizes() === 'before' ? 1 : -1;
  }

  #clamped(size: number): number {
    return Math.round(Math.min(this.max(), Math.max(this.min(), size)));
  }

  #remembered(): number | undefined {
    const stored = Number(this.#storage?.getItem(this.#key()));
    return stored > 0 ? stored : undefined;
  }

  #key(): string {
    return `millrace.pane.${this.name()}`;
  }
}
