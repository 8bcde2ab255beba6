import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
} from '@angular/core';
import { Button, DataViewer, EmptyState, Notice, Pictures, Skeleton } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { NODE_VIEW_API } from '../ports/node-view-api';

/** A value that is kept out of line; read when somebody asks for it. */
@Component({
  selector: 'mr-payload-view',
  imports: [Button, DataViewer, EmptyState, Notice, Pictures, Skeleton],
  template: `
    @if (!isAsked()) {
      <mr-empty
        compact
        icon="database"
        heading="This is a large value"
        text="It is kept apart from the run and read when you ask for it."
      >
        <button mr-button type="button" size="s" (click)="isAsked.set(true)">Show it</button>
      </mr-empty>
    } @else if (loaded.error(); as error) {
      <mr-notice class="flaw" heading="The value could not be read" [text]="error.message">
        <button mrNoticeAction mr-button type="button" size="s" (click)="loaded.reload()">Try again</button>
      </mr-notice>
    } @else if (loaded.hasValue()) {
      <mr-pictures [value]="loaded.value()" />
      <mr-data-viewer label="Value" [data]="loaded.value()" [root]="root()" (pathChosen)="pathChosen.emit($event)" />
    } @else {
      <mr-skeleton class="flaw" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }

    .flaw {
      margin: 12px;
    }

    mr-data-viewer {
      flex: 1;
      min-height: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PayloadView {
  readonly form = input.required<NodeForm>();
  readonly payloadId = input.required<string>();
  readonly root = input('');
  /** Reads it without being asked. */
  readonly eager = input(false);
  readonly pathChosen = output<string>();
  readonly #api = inject(NODE_VIEW_API);
  protected readonly isAsked = linkedSignal(() => this.eager());
  readonly #question = computed(() => {
    const executionId = this.form().session.run.executionId();
    return this.isAsked() && executionId !== undefined ? { executionId, payloadId: this.payloadId() } : undefined;
  });
  protected readonly loaded = resource({
    params: () => this.#question(),
    loader: ({ params }) => this.#api.value(params.executionId, params.payloadId),
  });
}
