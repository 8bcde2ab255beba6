import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { accepted, apiErrorOf, GraphqlApi } from '@millrace/web-api';
import { ExecutionStartDocument, RunWorkflowDocument } from '@millrace/web-api/graphql';
import { Announcer, Button, EmptyState, Notice } from '@millrace/web-ui';

/** Why there are no runs yet, and how to get one. */
@Component({
  selector: 'mr-runs-empty',
  imports: [Button, EmptyState, Notice, RouterLink],
  template: `
    @if (workflowId(); as id) {
      <mr-empty icon="play" heading="No runs yet" [text]="hint()">
        <button mr-button type="button" variant="primary" icon="play" [busy]="isStarting()" (click)="run(id)">
          Run now
        </button>
        @if (webhook(); as address) {
          <button mr-button type="button" icon="copy" (click)="copy(address)">Copy webhook URL</button>
        }
      </mr-empty>
      @if (problem(); as text) {
        <mr-notice tone="error" heading="It could not be started" [text]="text" />
      }
    } @else {
      <mr-empty
        icon="play"
        heading="No runs yet"
        text="Runs appear here as soon as a workflow starts: by hand, by a webhook, on a schedule or on an event."
      >
        <a mr-button variant="primary" routerLink="/workflows">Go to workflows</a>
        <a mr-button routerLink="/templates">Start from a template</a>
      </mr-empty>
    }
  `,
  styles: `
    mr-notice {
      max-width: 560px;
      margin: 0 auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunsEmpty {
  readonly workflowId = input<string>();
  private readonly api = inject(GraphqlApi);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  protected readonly isStarting = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly workflow = resource({
    params: () => this.workflowId(),
    loader: async ({ params, abortSignal }) =>
      (await this.api.query(RunWorkflowDocument, { id: params }, { signal: abortSignal })).workflow,
  });
  protected readonly webhook = computed(() => {
    const workflow = this.workflow.hasValue() ? this.workflow.value() : undefined;
    return workflow?.webhooks.find(({ live }) => live)?.address;
  });
  protected readonly hint = computed(() =>
    this.webhook() === undefined
      ? 'Run it by hand, or publish it so that its triggers start it.'
      : 'Run it by hand, or call its webhook.',
  );

  protected async run(workflowId: string): Promise<void> {
    this.isStarting.set(true);
    this.problem.set(null);
    try {
      const { executionStart } = await this.api.mutate(ExecutionStartDocument, { workflowId });
      const id = accepted(executionStart).execution?.id;
      if (id !== undefined) await this.router.navigate(['/runs', id]);
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
    } finally {
      this.isStarting.set(false);
    }
  }

  protected async copy(address: string): Promise<void> {
    await navigator.clipboard?.writeText(new URL(address, location.origin).href);
    this.announcer.say('Webhook URL copied');
  }
}
