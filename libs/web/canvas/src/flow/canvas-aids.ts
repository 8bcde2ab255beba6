import { computed } from '@angular/core';
import { CanvasMotion } from './canvas-motion';
import { CanvasWindow, type CanvasWindowParts } from './canvas-window';
import { EdgeHeat } from './edge-heat';
import { LineageKey } from './lineage-key';
import { PointerPlace } from './pointer-place';
import { MapReveal } from './map-reveal';
import { Unveiling } from './unveiling';

/** What works beside the canvas for as long as it is shown: its window, motion, what lights up, and which cards are drawn. */
export class CanvasAids {
  readonly window: CanvasWindow;
  readonly motion: CanvasMotion;
  readonly unveiling: Unveiling;
  readonly pointer: PointerPlace;
  readonly #others: readonly { dispose(): void }[];

  constructor(parts: CanvasWindowParts) {
    const { host, view, session } = parts;
    this.window = new CanvasWindow(parts);
    this.pointer = new PointerPlace(host);
    this.unveiling = new Unveiling({
      nodes: computed(() => session().nodes()),
      unveiled: view.unveiled,
      sight: () => (view.detail() === 'block' ? undefined : this.window.sight()),
    });
    const map = new MapReveal(host, () => !this.window.showsAll());
    this.motion = new CanvasMotion(host, {
      onWheel: () => view.isZooming.set(true),
      onMoving: () => map.moving(),
      onStill: () => {
        view.isZooming.set(false);
        this.unveiling.look();
        map.still();
      },
    });
    this.#others = [map, new EdgeHeat(host, view.hotEdge), new LineageKey({ session, lit: view.lineage })];
  }

  dispose(): void {
    for (const part of [this.window, this.motion, this.unveiling, this.pointer, ...this.#others]) part.dispose();
  }
}
