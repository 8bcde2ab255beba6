import type { OverlayRef } from '@angular/cdk/overlay';
import { DestroyRef, Directive, ElementRef, inject, input, type Signal } from '@angular/core';
import { Overlays } from '../overlay/overlays';
import { PLACES, type Place } from '../overlay/places';

const SHOW_AFTER_MS = 450;
/** Moving from one tooltip to the next shows it at once. */
const WARM_MS = 300;
let lastHiddenAtMs = 0;

/** A hint on hover and on keyboard focus. Never the only place of something one must know. */
@Directive({
  selector: '[mrTooltip]',
  host: {
    '(pointerenter)': 'plan($event)',
    '(pointerleave)': 'hide()',
    '(pointerdown)': 'hide()',
    '(focusin)': 'showOnFocus()',
    '(focusout)': 'hide()',
    '(keydown.escape)': 'hide()',
    '[attr.aria-description]': 'mrTooltip() || null',
  },
})
export class Tooltip {
  readonly mrTooltip = input<string | null | undefined>();
  /** Shortcut that is shown beside the text: `Mod+S`. */
  readonly mrTooltipKeys = input<string>();
  readonly mrTooltipPlace = input<Place>('below');
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #overlays = inject(Overlays);
  #name: Signal<string> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: OverlayRef | undefined;
  #takeBack = (): void => undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hide());
  }

  /** For controls whose accessible name is the text already. */
  showsName(name: Signal<string>): void {
    this.#name = name;
  }

  protected plan(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const wait = Date.now() - lastHiddenAtMs < WARM_MS ? 0 : SHOW_AFTER_MS;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), wait);
  }

  protected showOnFocus(): void {
    if (this.#element.matches(':focus-visible')) this.#show();
  }

  /** Takes it away, also when it has not come yet. */
  hide(): void {
    clearTimeout(this.#timer);
    this.#takeBack();
    if (this.#shown === undefined) return;
    this.#shown.dispose();
    this.#shown = undefined;
    lastHiddenAtMs = Date.now();
  }

  #show(): void {
    const text = this.mrTooltip() || this.#name?.();
    if (!text || this.#shown !== undefined) return;
    this.#takeBack = this.#overlays.with((overlay, { ComponentPortal, TooltipPanel }) => {
      const positionStrategy = overlay
        .position()
        .flexibleConnectedTo(this.#element)
        .withPositions(PLACES[this.mrTooltipPlace()])
        .withViewportMargin(8);
      this.#shown = overlay.create({ positionStrategy, usePopover: false });
      const panel = this.#shown.attach(new ComponentPortal(TooltipPanel));
      panel.setInput('text', text);
      panel.setInput('keys', this.mrTooltipKeys());
      panel.changeDetectorRef.detectChanges();
      this.#shown.updatePosition();
    });
  }
}
