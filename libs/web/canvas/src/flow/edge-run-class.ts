import { computed, Directive, effect, ElementRef, inject, input } from '@angular/core';
import type { WorkflowEdge } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';

const LOOKS = ['flowing', 'done', 'failed', 'dead'] as const;

/** Names an edge and draws what the run did on it. Effects of its own: an event must not make the whole canvas check its bindings. */
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
    effect(() => this.#element.setAttribute('aria-label', describeEdge(this.mrEdgeSession(), this.mrEdgeRun())));
  }
}

/** An edge in words: "Connection from “Fetch” (true) to “Tell”". */
function describeEdge(session: EditorSession, { source, sourceHandle, target }: WorkflowEdge): string {
  const from = session.node(source);
  const { ports } = from ? session.catalogue.outputsOf(from) : { ports: [] };
  const port = ports.length > 1 ? ` (${ports.find(({ id }) => id === sourceHandle)?.label ?? sourceHandle})` : '';
  return `Connection from “${from?.label ?? source}”${port} to “${session.node(target)?.label ?? target}”`;
}
