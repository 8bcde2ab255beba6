import type { FlexibleConnectedPositionStrategyOrigin, Overlay, OverlayRef } from '@angular/cdk/overlay';
import { inject, Injectable, Injector } from '@angular/core';
import { type OverlayLibrary, Overlays } from '../overlay/overlays';
import { PANEL_PLACES, type Place } from '../overlay/places';
import type { MenuEntry } from './menu-entry';
import type { OpenBeside } from './menu-panel';

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
  readonly #overlays = inject(Overlays);
  readonly #injector = inject(Injector);
  #closeCurrent = (): void => undefined;

  /** Opens a menu in place of the one that is open, and moves the keyboard into it. */
  open(entries: readonly MenuEntry[], options: MenuOptions): OpenMenu {
    this.#closeCurrent();
    const before = options.restoreFocusTo ?? (document.activeElement as HTMLElement | null);
    let settle = (): void => undefined;
    const closed = new Promise<void>((resolve) => (settle = resolve));
    let shown: OverlayRef | undefined;
    let isClosed = false;
    const close = (refocus: boolean): void => {
      if (isClosed) return;
      isClosed = true;
      takeBack();
      shown?.dispose();
      if (refocus) before?.focus?.();
      settle();
    };
    const takeBack = this.#overlays.with((overlay, library) => {
      shown = this.#show(new MenuLayer(overlay, library, this.#injector), entries, options, close);
    });
    this.#closeCurrent = () => close(false);
    return { close: () => close(true), closed };
  }

  #show(
    layer: MenuLayer,
    entries: readonly MenuEntry[],
    { at, place, label }: MenuOptions,
    close: (refocus: boolean) => void,
  ): OverlayRef {
    const overlay = layer.panelAt(at as FlexibleConnectedPositionStrategyOrigin, place ?? 'below');
    const panel = layer.attach(overlay, entries, label ?? 'Menu');
    overlay.detachments().subscribe(() => close(false));
    overlay.outsidePointerEvents().subscribe((event) => {
      // The right button that opened it comes up again: on Linux and macOS that is after the menu has opened.
      if (event.type === 'auxclick') return;
      if (!(event.target as HTMLElement).closest?.('mr-menu-panel')) close(false);
    });
    panel.instance.closing.subscribe(() => close(true));
    panel.instance.focusFirst();
    return overlay;
  }
}

/** Panels of menus, each beside something. */
class MenuLayer {
  constructor(
    private readonly overlay: Overlay,
    private readonly library: OverlayLibrary,
    private readonly injector: Injector,
  ) {}

  readonly #openBeside: OpenBeside = (anchor, entries, label) => {
    const overlay = this.panelAt(anchor, 'beside-top');
    return { panel: this.attach(overlay, entries, label).instance, overlay };
  };

  panelAt(origin: FlexibleConnectedPositionStrategyOrigin, place: Place): OverlayRef {
    const positionStrategy = this.overlay
      .position()
      .flexibleConnectedTo(origin)
      .withPositions(PANEL_PLACES[place])
      .withViewportMargin(8)
      // Rather moved than cut off: what has to be scrolled to is not found.
      .withFlexibleDimensions(false)
      .withPush(true);
    return this.overlay.create({ positionStrategy, scrollStrategy: this.overlay.scrollStrategies.close() });
  }

  attach(overlay: OverlayRef, entries: readonly MenuEntry[], label: string) {
    const { ComponentPortal, MenuPanel } = this.library;
    const panel = overlay.attach(new ComponentPortal(MenuPanel, null, this.injector));
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
