import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input } from '@angular/core';
import type { EditorSession } from '../session/editor-session';
import { FlowView } from './flow-view';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line that swings from the side of one card to the facing side of another. */
export function lineBetween(from: Box, to: Box): string {
  const isForward = to.left >= from.right;
  const [x1, x2] = isForward ? [from.right, to.left] : [from.left, to.right];
  const [y1, y2] = [(from.top + from.bottom) / 2, (to.top + to.bottom) / 2];
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
}

/** While Shift is held: dotted lines from the selected step to those that it reads from and those that read from it. */
@Component({
  selector: 'mr-lineage-lines',
  template: `
    @if (lines().length > 0) {
      <svg aria-hidden="true">
        @for (line of lines(); track line) {
          <path [attr.d]="line" />
        }
      </svg>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      overflow: hidden;
      pointer-events: none;
    }

    path {
      fill: none;
      stroke: var(--accent);
      stroke-width: 2;
      stroke-linecap: round;
      stroke-dasharray: 0.1 6;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineageLines {
  readonly session = input.required<EditorSession>();
  readonly #view = inject(FlowView);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly lines = computed((): readonly string[] => {
    const lit = this.#view.lineage();
    const selected = this.session().selection.onlyNode();
    this.#view.scale();
    if (lit.size === 0 || selected === undefined) return [];
    const from = this.#boxOf(selected);
    if (from === undefined) return [];
    return [...lit].flatMap((id) => {
      const to = id === selected ? undefined : this.#boxOf(id);
      return to === undefined ? [] : [lineBetween(from, to)];
    });
  });

  /** Where a card is in the window of the canvas. */
  #boxOf(nodeId: string): Box | undefined {
    const canvas = this.#element.parentElement;
    const card = canvas?.querySelector(`[data-node="${CSS.escape(nodeId)}"]`);
    if (!canvas || !card) return undefined;
    const origin = canvas.getBoundingClientRect();
    const { left, right, top, bottom } = card.getBoundingClientRect();
    return { left: left - origin.left, right: right - origin.left, top: top - origin.top, bottom: bottom - origin.top };
  }
}
