import { Overlay, type FlexibleConnectedPositionStrategyOrigin, type OverlayRef } from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { inject, Injectable, Injector } from '@angular/core';
import { PANEL_PLACES, type Place } from '../overlay/places';
import type { MenuEntry } from './menu-entry';
import { MenuPanel, type OpenBeside } from './menu-panel';

/** Where and how a menu opens. */
export interface MenuOptions {
  /** An element, or a point of the viewport in px. */
  readonly at: HTMLElement | { readonly x: number; readonly y: number };
  readonly place?: Place;
  readonly label?: string;
  /** Gets the focus when the menu closes; by default what had it before. */
  readonly restoreFocusTo?: HTMLElement;
}

/** An open menu. */
export interface OpenMenu {
  close(): void;
  readonly closed: Promise<void>;
}

/** Opens menus anywhere: beside a button, at the pointer. One at a time. */
@Injectable({ providedIn: 'root' })
export class Menus {
  readonly #overlay = inject(Overlay);
  readonly #injector = inject(Injector);
  #current: OverlayRef | undefined;

  /** Opens a menu in place of the one that is open, and moves the keyboard into it. */
  open(entries: readonly MenuEntry[], options: MenuOptions): OpenMenu {
    this.#current?.dispose();
    const before = options.restoreFocusTo ?? (document.activeElement as HTMLElement | null);
    const overlay = this.#panelAt(options.at as FlexibleConnectedPositionStrategyOrigin, options.place ?? 'below');
    this.#current = overlay;
    const panel = this.#attach(overlay, entries, options.label ?? 'Menu');
    const closed = new Promise<void>((resolve) => overlay.detachments().subscribe(() => resolve()));
    const close = (refocus: boolean): void => {
      if (!overlay.hasAttached()) return;
      overlay.dispose();
      if (refocus) before?.focus?.();
    };
    overlay.outsidePointerEvents().subscribe((event) => {
      // The right button that opened it comes up again: on Linux and macOS that is after the menu has opened.
      if (event.type === 'auxclick') return;
      if (!(event.target as HTMLElement).closest?.('mr-menu-panel')) close(false);
    });
    panel.instance.closing.subscribe(() => close(true));
    panel.instance.focusFirst();
    return { close: () => close(true), closed };
  }

  readonly #openBeside: OpenBeside = (anchor, entries, label) => {
    const overlay = this.#panelAt(anchor, 'beside-top');
    return { panel: this.#attach(overlay, entries, label).instance, overlay };
  };

  #panelAt(origin: FlexibleConnectedPositionStrategyOrigin, place: Place): OverlayRef {
    const positionStrategy = this.#overlay
      .position()
      .flexibleConnectedTo(origin)
      .withPositions(PANEL_PLACES[place])
      .withViewportMargin(8)
      .withPush(true);
    return this.#overlay.create({ positionStrategy, scrollStrategy: this.#overlay.scrollStrategies.close() });
  }

  #attach(overlay: OverlayRef, entries: readonly MenuEntry[], label: string) {
    const panel = overlay.attach(new ComponentPortal(MenuPanel, null, this.#injector));
    panel.setInput('entries', entries);
    panel.setInput('label', label);
    panel.setInput('openBeside', this.#openBeside);
    panel.changeDetectorRef.detectChanges();
    // It stands beside the landmarks of the page, and must be found among them.
    overlay.overlayElement.setAttribute('role', 'region');
    overlay.overlayElement.setAttribute('aria-label', label);
    overlay.updatePosition();
    return panel;
  }
}
