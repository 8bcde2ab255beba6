import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Announcer, Button, IconButton } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { NODE_VIEW_API } from '../ports/node-view-api';

/** Where the world answers a node in the middle of a run: how steps before it name the address, and the address itself while it waits. */
@Component({
  selector: 'mr-run-address',
  imports: [Button, IconButton],
  template: `
    <div class="line">
      <h3>{{ isForm() ? 'Address of the form' : 'Address to call' }}</h3>
    </div>
    @if (waiting.hasValue() && waiting.value(); as url) {
      <div class="code">
        <code data-testid="run-address">{{ url }}</code>
        <button mr-icon-button type="button" size="s" icon="copy" label="Copy address" (click)="copy(url)"></button>
      </div>
      <p class="none">The run that is shown waits here: whoever has this address answers it, once.</p>
      @if (isForm()) {
        <a mr-button class="copy" size="s" icon="external-link" target="_blank" rel="noopener" [href]="url"
          >Open the form</a
        >
      }
    } @else {
      <div class="code">
        <code data-testid="run-address">{{ template() }}</code>
        <button
          mr-icon-button
          type="button"
          size="s"
          icon="copy"
          label="Copy template"
          (click)="copy(template())"
        ></button>
      </div>
      <p class="none">Each run has its own, known from its start: send it with a step before this one.</p>
    }
  `,
  styleUrl: '../panes/webhook-card.scss',
  host: { 'data-testid': 'run-address-card' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunAddress {
  readonly form = input.required<NodeForm>();
  /** The root under `execution` that is the address. */
  readonly root = input.required<'resumeUrl' | 'formUrl'>();
  readonly #api = inject(NODE_VIEW_API);
  readonly #announcer = inject(Announcer);
  protected readonly isForm = computed(() => this.root() === 'formUrl');
  protected readonly template = computed(() => `{{ execution.${this.root()} }}`);
  protected readonly waiting = resource({
    params: () => {
      const { session, nodeId } = this.form();
      const isWaiting = session.run.stateOf(nodeId())?.status === 'waiting';
      return { executionId: isWaiting ? session.run.executionId() : undefined, nodeId: nodeId() };
    },
    loader: async ({ params: { executionId, nodeId } }) =>
      executionId === undefined ? undefined : this.#api.waitAddress(executionId, nodeId),
  });

  protected async copy(text: string): Promise<void> {
    await navigator.clipboard?.writeText(text);
    this.#announcer.say('Copied');
  }
}
