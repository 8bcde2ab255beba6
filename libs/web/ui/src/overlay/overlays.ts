import type { Overlay } from '@angular/cdk/overlay';
import { DOCUMENT, ErrorHandler, inject, Injectable, Injector } from '@angular/core';
import { Late } from './late';

/** The library that holds what floats, and what floats. */
export type OverlayLibrary = typeof import('./overlay-library');

const library = new Late<OverlayLibrary>(() => import('./overlay-library'));

/** Loads what floats before it is wanted. @throws Error when it cannot be loaded */
export const loadOverlays = (): Promise<unknown> => library.load();

/** The first sign that somebody is there. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * The way to everything that floats. Nothing floats before somebody moves a pointer or touches a key, so the library is not on
 * the way to the first picture of a page: it is loaded with that first sign, and is there before it is needed.
 */
@Injectable({ providedIn: 'root' })
export class Overlays {
  readonly #injector = inject(Injector);
  readonly #errors = inject(ErrorHandler);

  constructor() {
    const document = inject(DOCUMENT);
    const load = (): void => {
      for (const sign of SIGNS) document.removeEventListener(sign, load, true);
      loadOverlays().catch(() => undefined);
    };
    for (const sign of SIGNS) document.addEventListener(sign, load, { capture: true, passive: true });
  }

  /** Runs `use` with the library: at once when it is there, else as soon as it is. The answer takes that back until then. */
  with(use: (overlay: Overlay, library: OverlayLibrary) => void): () => void {
    return library.with(
      (loaded) => use(this.#injector.get(loaded.Overlay), loaded),
      (error) => this.#errors.handleError(error),
    );
  }
}
