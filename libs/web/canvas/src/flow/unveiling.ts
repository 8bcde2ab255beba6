import type { Signal, WritableSignal } from '@angular/core';
import type { WorkflowNode } from '@millrace/workflow-model';
import { type Box, nodeBox, overlap } from '../session/operations/geometry';

/** Up to so many cards are drawn in full from the start. */
export const ALL_AT_ONCE = 120;
/** Cards that are drawn in full within one frame. */
export const A_FRAME = 30;

/** What an {@link Unveiling} works with. */
export interface UnveilingParts {
  readonly nodes: Signal<readonly WorkflowNode[]>;
  /** Ids of the cards that are drawn in full. */
  readonly unveiled: WritableSignal<ReadonlySet<string>>;
  /** The part of the canvas in sight; undefined while cards are too small to show what they say. */
  readonly sight: () => Box | undefined;
}

/**
 * Draws what stands on cards once they come into sight large enough to be read, a few in each frame; until then a card is
 * a plain block. Opening 2,000 nodes otherwise builds 100,000 elements of which none can be seen.
 */
export class Unveiling {
  readonly #parts: UnveilingParts;
  #frame: number | undefined;

  constructor(parts: UnveilingParts) {
    this.#parts = parts;
  }

  /** To be called when the canvas stands still somewhere else, or has other nodes. */
  look(): void {
    this.#frame ??= requestAnimationFrame(() => this.#next());
  }

  dispose(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  #next(): void {
    this.#frame = undefined;
    const { nodes, unveiled, sight } = this.#parts;
    const next = nextToUnveil(nodes(), unveiled(), sight());
    if (next.length === 0) return;
    unveiled.set(new Set([...unveiled(), ...next]));
    this.look();
  }
}

/** Ids of the cards to draw in the next frame, in document order. */
export function nextToUnveil(
  nodes: readonly WorkflowNode[],
  unveiled: ReadonlySet<string>,
  sight: Box | undefined,
): readonly string[] {
  if (sight === undefined) return [];
  const next: string[] = [];
  for (const node of nodes) {
    if (next.length === A_FRAME) break;
    if (!unveiled.has(node.id) && overlap(sight, nodeBox(node))) next.push(node.id);
  }
  return next;
}
