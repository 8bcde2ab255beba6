import { afterRenderEffect, ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { FlowCanvas, type EditorSession } from '@millrace/web-canvas';
import type { ChangeMark } from './merged-picture';

/** A canvas that is looked at, with what came in green, what changed in amber and what went in red. */
@Component({
  selector: 'mr-diff-canvas',
  imports: [FlowCanvas],
  template: `
    @for (document of [session().document()]; track document) {
      <mr-flow-canvas [session]="session()" minimap="none" (ready)="paint()" />
    }
  `,
  styleUrl: './diff-canvas.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DiffCanvas {
  readonly session = input.required<EditorSession>();
  /** By id of node or edge. */
  readonly marks = input.required<ReadonlyMap<string, ChangeMark>>();
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      this.marks();
      this.session().document();
      this.paint();
    });
  }

  /** The canvas draws its elements itself: they are marked once they are there. */
  protected paint(): void {
    const marks = this.marks();
    for (const element of this.element.querySelectorAll<HTMLElement>('[data-node], [data-edge]')) {
      const mark = marks.get(element.dataset['node'] ?? element.dataset['edge'] ?? '');
      if (mark === undefined) element.removeAttribute('data-change');
      else element.setAttribute('data-change', mark);
    }
  }
}
