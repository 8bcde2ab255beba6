import { computed, Injectable, linkedSignal, signal } from '@angular/core';
import type { PortAt } from '../session/operations/connect';

/** How much of a node is drawn: everything, its icon, or a block of colour. */
export type DetailLevel = 'full' | 'icon' | 'block';

/** What was asked for at a place of the canvas. */
export interface MenuTarget {
  readonly kind: 'canvas' | 'node' | 'edge' | 'note' | 'group';
  readonly id?: string;
  /** Pixels of the viewport. */
  readonly x: number;
  readonly y: number;
}

/** Something that a card's hover toolbar does. */
export type NodeCommand =
  'run' | 'toggle' | 'delete' | 'open' | 'rename' | 'breakpoint' | 'skip-wait' | 'resume' | 'step';

/** What the canvas looks like just now; nothing of it is saved. */
@Injectable()
export class FlowView {
  readonly scale = signal(1);
  /** Whether the wheel turns just now. */
  readonly isZooming = signal(false);
  /** Port that a wire is being drawn from, by drag or by keyboard. */
  readonly wireFrom = signal<Required<PortAt> | undefined>(undefined);
  /** Node that the keyboard would connect to. */
  readonly wireTo = signal<string | undefined>(undefined);
  /** Edge under the pointer or with the focus. */
  readonly hotEdge = signal<string | undefined>(undefined);
  /** Edge that a dragged node type would be put into. */
  readonly dropEdge = signal<string | undefined>(undefined);
  /** Loop that what is dragged would be put into. */
  readonly dropLoop = signal<string | undefined>(undefined);
  /** Loops whose bodies move with what is dragged. */
  readonly carried = signal<ReadonlySet<string>>(new Set());
  /** Nodes that the shown one reads from or feeds by expression. */
  readonly lineage = signal<ReadonlySet<string>>(new Set());
  /** Cards that are drawn in full; the others are blocks until they can be read. */
  readonly unveiled = signal<ReadonlySet<string>>(new Set());
  readonly isSpaceDown = signal(false);
  /** Whether everything was drawn and brought into sight; before that, places on the canvas mean nothing. */
  readonly isPlaced = signal(false);
  /** The scale that cards are drawn for: while the wheel turns the one before, since hundreds of cards change with the level. */
  readonly #drawnScale = linkedSignal<{ readonly scale: number; readonly isZooming: boolean }, number>({
    source: () => ({ scale: this.scale(), isZooming: this.isZooming() }),
    computation: ({ scale, isZooming }, before) => (isZooming && before ? before.value : scale),
  });
  readonly detail = computed<DetailLevel>(() => levelOf(this.#drawnScale()));

  /** Space drags the canvas, unless it is pressed where it means something else. */
  holdSpace({ target }: Event): void {
    const taken = 'input, textarea, select, button, [contenteditable="true"], .cm-editor';
    if (!(target instanceof Element) || target.closest(taken) === null) this.isSpaceDown.set(true);
  }
}

function levelOf(scale: number): DetailLevel {
  if (scale < 0.2) return 'block';
  return scale < 0.4 ? 'icon' : 'full';
}
