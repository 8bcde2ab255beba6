import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { WorkflowEdge } from '@millrace/workflow-model';
import { formatCount } from '@millrace/web-ui/base';
import type { EditorSession } from '../session/editor-session';

/** In the middle of an edge: its own label, and how many items went over it in the run that is shown. */
@Component({
  selector: 'mr-edge-label',
  template: `
    @if (text(); as line) {
      <span class="pill mr-numbers" [class]="status()">{{ line }}</span>
    }
  `,
  styles: `
    .pill {
      display: block;
      padding: 0 7px;
      border: 1px solid var(--border-2);
      border-radius: 9px;
      background: var(--surface-1);
      color: var(--text-2);
      font-size: 11px;
      line-height: 16px;
      white-space: nowrap;
    }

    .done {
      border-color: color-mix(in oklab, var(--completed) 45%, var(--border-2));
      color: var(--completed-text);
    }

    .failed {
      border-color: color-mix(in oklab, var(--failed) 45%, var(--border-2));
      color: var(--failed-text);
    }

    :host-context(.detail-icon),
    :host-context(.detail-block) {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EdgeLabel {
  readonly session = input.required<EditorSession>();
  readonly edge = input.required<WorkflowEdge>();
  readonly #run = computed(() => this.session().run.edge(this.edge()));
  protected readonly status = computed(() => this.#run().status);
  protected readonly text = computed(() => {
    const { itemCount, status } = this.#run();
    const count = itemCount === undefined || status === 'idle' ? undefined : formatCount(itemCount, 'item');
    return [this.edge().label, count].filter((part) => part !== undefined && part !== '').join(' · ');
  });
}
