import type { Overlay, OverlayRef } from '@angular/cdk/overlay';
import {
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  signal,
  type TemplateRef,
  ViewContainerRef,
} from '@angular/core';
import { type OverlayLibrary, Overlays } from './overlays';
import { PANEL_PLACES, type Place } from './places';

/** What the template of a popover may use: `<ng-template let-close="close">`. */
export interface PopoverContext {
  readonly close: () => void;
}

/** A button with a panel of its own: `<button mr-button [mrPopover]="panel">` and `<ng-template #panel let-close="close">`. */
@Directive({
  selector: '[mrPopover]',
  exportAs: 'mrPopover',
  host: { 'aria-haspopup': 'dialog', '[attr.aria-expanded]': 'isOpen()', '(click)': 'toggle()' },
})
export class Popover {
  readonly mrPopover = input.required<TemplateRef<PopoverContext>>();
  readonly mrPopoverPlace = input<Place>('below');
  readonly mrPopoverLabel = input<string>();
  readonly #isOpen = signal(false);
  readonly isOpen = this.#isOpen.asReadonly();
  readonly #overlays = inject(Overlays);
  readonly #container = inject(ViewContainerRef);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  #shown: OverlayRef | undefined;
  #takeBack = (): void => undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#hide());
  }

  /** Opens or closes it. */
  toggle(): void {
    if (this.#isOpen()) this.close();
    else this.open();
  }

  /** Opens it and moves the keyboard into it. */
  open(): void {
    if (this.#isOpen()) return;
    this.#isOpen.set(true);
    this.#takeBack = this.#overlays.with((overlay, library) => this.#show(overlay, library));
  }

  #show(overlay: Overlay, { TemplatePortal }: OverlayLibrary): void {
    const shown = overlay.create({
      panelClass: ['mr-floating', 'mr-popover'],
      positionStrategy: overlay
        .position()
        .flexibleConnectedTo(this.#element)
        .withPositions(PANEL_PLACES[this.mrPopoverPlace()])
        .withViewportMargin(8)
        .withPush(true),
    });
    this.#shown = shown;
    const view = shown.attach(new TemplatePortal(this.mrPopover(), this.#container, { close: () => this.close() }));
    view.detectChanges();
    shown.updatePosition();
    this.#name(shown.overlayElement);
    shown.outsidePointerEvents().subscribe((event) => {
      if (!this.#element.contains(event.target as Node)) this.#hide();
    });
    shown.keydownEvents().subscribe((event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  /** Closes it and gives the keyboard back to its button. */
  close(): void {
    this.#hide();
    this.#element.focus();
  }

  #hide(): void {
    this.#takeBack();
    this.#shown?.dispose();
    this.#shown = undefined;
    this.#isOpen.set(false);
  }

  #name(panel: HTMLElement): void {
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', this.mrPopoverLabel() ?? this.#element.textContent?.trim() ?? 'Options');
    panel.tabIndex = -1;
    const first = panel.querySelector<HTMLElement>('input, select, textarea, button, a[href], [tabindex="0"]');
    (first ?? panel).focus();
  }
}
