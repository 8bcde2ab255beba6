import { computed, Directive, effect, ElementRef, inject, input } from '@angular/core';
import type { WorkflowEdge } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';

const LOOKS = ['flowing', 'done', 'failed', 'dead'] as const;

/** Draws what the run did on an edge. An effect of its own: an event must not make the whole canvas check its bindings. */
@Directive({ selector: '[mrEdgeRun]' })
export class EdgeRunClass {
  readonly mrEdgeRun = input.required<WorkflowEdge>();
  readonly mrEdgeSession = input.required<EditorSession>();
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #status = computed(() => this.mrEdgeSession().run.edge(this.mrEdgeRun()).status);

  constructor() {
    effect(() => {
      const status = this.#status();
      for (const look of LOOKS) this.#element.classList.toggle(`edge-${look}`, look === status);
    });
  }
}
