import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Permissions } from '@millrace/web-api';
import { Button, formatCount, Icon } from '@millrace/web-ui';
import { WaitingRuns } from './waiting-runs';
import { WaitingRunsApi } from './waiting-runs-api';

/** On the page of versions: how many runs still wait on earlier ones. Nothing when none do. */
@Component({
  selector: 'mr-waiting-notice',
  imports: [Button, Icon],
  template: `
    @if (words(); as text) {
      <p data-testid="waiting-notice">
        <mr-icon name="clock" [size]="14" /><span>{{ text }}</span>
        @if (mayMove()) {
          <button mr-button type="button" variant="ghost" size="s" (click)="ask()">Move…</button>
        }
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: 8px;
      margin: 8px 12px;
      padding: 4px 4px 4px 10px;
      border-radius: var(--radius-control);
      background: var(--waiting-soft);
      color: var(--waiting-text);
      font-size: var(--size-12);
    }

    span {
      flex: 1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingNotice {
  readonly workflowId = input.required<string>();
  private readonly api = inject(WaitingRunsApi);
  private readonly waiting = inject(WaitingRuns);
  private readonly permissions = inject(Permissions);
  protected readonly mayMove = computed(() => this.permissions.has('execution:control'));
  private readonly versions = resource({
    params: () => this.workflowId(),
    loader: ({ params }) => this.api.versions(params),
  });
  protected readonly words = computed(() => {
    if (!this.versions.hasValue()) return undefined;
    const versions = this.versions.value();
    const all = versions.reduce((sum, { count }) => sum + count, 0);
    const named = versions.map(({ version }) => `v${version ?? '?'}`).join(', ');
    return all === 0 ? undefined : `${formatCount(all, 'run')} still ${all === 1 ? 'waits' : 'wait'} on ${named}`;
  });

  constructor() {
    void this.permissions.load();
  }

  protected async ask(): Promise<void> {
    if (!this.versions.hasValue()) return;
    await this.waiting.ask(this.workflowId(), this.versions.value());
    this.versions.reload();
  }
}
