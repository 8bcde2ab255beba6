import type { OverlayRef } from '@angular/cdk/overlay';
import {
  DestroyRef,
  Directive,
  effect,
  inject,
  input,
  output,
  TemplateRef,
  untracked,
  ViewContainerRef,
} from '@angular/core';
import { Overlays } from './overlays';
import { PANEL_PLACES } from './places';

/** A template that floats below an element while `open`: `<ng-template [mrFloating]="anchor" [mrFloatingOpen]="open()">`. */
@Directive({ selector: 'ng-template[mrFloating]' })
export class Floating {
  /** What it floats at. */
  readonly mrFloating = input.required<HTMLElement>();
  readonly mrFloatingOpen = input.required<boolean>();
  /** Somebody pressed outside of it, or it was taken away. */
  readonly mrFloatingClosed = output();
  readonly #overlays = inject(Overlays);
  readonly #template = inject<TemplateRef<unknown>>(TemplateRef);
  readonly #container = inject(ViewContainerRef);
  #shown: OverlayRef | undefined;
  #takeBack = (): void => undefined;

  constructor() {
    effect(() => {
      const isOpen = this.mrFloatingOpen();
      untracked(() => (isOpen ? this.#show() : this.#hide()));
    });
    inject(DestroyRef).onDestroy(() => this.#hide());
  }

  #show(): void {
    this.#takeBack = this.#overlays.with((overlay, { TemplatePortal }) => {
      const anchor = this.mrFloating();
      const shown = overlay.create({
        positionStrategy: overlay
          .position()
          .flexibleConnectedTo(anchor)
          .withPositions(PANEL_PLACES.below)
          .withViewportMargin(8),
        scrollStrategy: overlay.scrollStrategies.reposition(),
      });
      this.#shown = shown;
      shown.attach(new TemplatePortal(this.#template, this.#container));
      shown.outsidePointerEvents().subscribe(({ target }) => {
        if (!anchor.contains(target as Node)) this.mrFloatingClosed.emit();
      });
      shown.detachments().subscribe(() => this.mrFloatingClosed.emit());
    });
  }

  #hide(): void {
    this.#takeBack();
    const shown = this.#shown;
    this.#shown = undefined;
    shown?.dispose();
  }
}
