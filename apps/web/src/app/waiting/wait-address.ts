import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { RunWaitsDocument } from '@millrace/web-api/graphql/approvals';
import { Announcer, Button, IconButton } from '@millrace/web-ui';
import type { WaitingStep } from './waiting-steps';

/** Where a form or a webhook that a run waits for is answered: to be opened, or handed to whoever answers. */
@Component({
  selector: 'mr-wait-address',
  imports: [Button, IconButton],
  template: `
    @if (address.hasValue() && address.value(); as url) {
      <div class="row">
        <code class="mr-truncate" data-testid="wait-address">{{ url }}</code>
        <button mr-icon-button type="button" size="s" icon="copy" label="Copy the address" (click)="copy(url)"></button>
      </div>
      @if (step().kind === 'form') {
        <a mr-button size="s" icon="external-link" target="_blank" rel="noopener" data-testid="open-form" [href]="url"
          >Open the form</a
        >
      }
      <p>Whoever has this address can answer, once, without signing in.</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      align-items: flex-start;
    }

    .row {
      display: flex;
      gap: 6px;
      align-items: center;
      width: 100%;
      padding: 3px 3px 3px 10px;
      border: 1px solid var(--border-2);
      border-radius: var(--radius-control);
      background: var(--surface-1);
    }

    code {
      flex: 1;
      min-width: 0;
      font-size: var(--size-12);
    }

    p {
      color: var(--text-2);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitAddress {
  readonly step = input.required<WaitingStep>();
  readonly executionId = input.required<string>();
  private readonly api = inject(GraphqlApi);
  private readonly announcer = inject(Announcer);
  protected readonly address = resource({
    params: () => ({ id: this.executionId(), nodeId: this.step().nodeId, path: this.step().path ?? null }),
    loader: async ({ params: { id, nodeId, path } }) => {
      const { execution } = await this.api.query(RunWaitsDocument, { id });
      return execution?.waits.find((wait) => wait.nodeId === nodeId && wait.path === path)?.url ?? undefined;
    },
  });

  protected async copy(url: string): Promise<void> {
    await navigator.clipboard.writeText(url);
    this.announcer.say('Copied');
  }
}
