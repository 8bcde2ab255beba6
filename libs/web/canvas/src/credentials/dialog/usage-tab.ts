import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import {
  Button,
  EmptyState,
  Icon,
  Notice,
  RelativeTime,
  Skeleton,
  StatusBadge,
  type StatusName,
} from '@millrace/web-ui';
import { CREDENTIAL_API, type CredentialUse, type LastRun } from '../api/credential-api';

/** Of the workflows, so many are asked for their last run. */
const MOST_ASKED = 20;

/** Which workflows name an account, and how their last run ended. */
@Component({
  selector: 'mr-usage-tab',
  imports: [Button, EmptyState, Icon, Notice, RelativeTime, Skeleton, StatusBadge],
  template: `
    @if (uses.error()) {
      <mr-notice tone="error" text="What uses it could not be read.">
        <button mrNoticeAction mr-button type="button" size="s" (click)="uses.reload()">Try again</button>
      </mr-notice>
    } @else if (uses.hasValue()) {
      <ul>
        @for (use of uses.value(); track use.workflowId) {
          <li>
            <mr-icon name="workflow" [size]="16" />
            <a class="mr-truncate" [href]="'/workflows/' + use.workflowId">{{ use.workflowName }}</a>
            <span class="where">{{ whereOf(use) }}</span>
            @if (runs.hasValue() && runs.value().get(use.workflowId); as run) {
              <a class="run" [href]="'/runs/' + run.id">
                <mr-status variant="quiet" [status]="statusOf(run)" />
                <mr-time [at]="run.finishedAt ?? run.startedAt ?? run.createdAt" />
              </a>
            } @else {
              <span class="run">{{ runs.isLoading() ? '' : 'No runs yet' }}</span>
            }
          </li>
        } @empty {
          <mr-empty
            compact
            icon="workflow"
            heading="No workflow uses it"
            text="Choose it in a step that needs an account. Until then it can be deleted without anything breaking."
          />
        }
      </ul>
    } @else {
      <mr-skeleton width="60%" />
    }
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) 120px 190px;
      align-items: center;
      gap: 10px;
      min-height: 40px;
      border-bottom: 1px solid var(--border-1);
    }

    .where,
    .run {
      color: var(--text-2);
      font-size: var(--size-12);
    }

    .run {
      display: flex;
      justify-content: space-between;
      gap: 8px;
      text-decoration: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsageTab {
  readonly id = input.required<string>();
  readonly #api = inject(CREDENTIAL_API);
  protected readonly uses = resource({
    params: () => this.id(),
    loader: async ({ params }) => (await this.#api.detail(params)).usage,
  });
  protected readonly runs = resource({
    params: () => (this.uses.hasValue() ? this.uses.value() : undefined),
    loader: async ({ params }) => {
      const asked = params.slice(0, MOST_ASKED).map(async ({ workflowId }) => {
        // A list without last runs is of use as well.
        const run = await this.#api.lastRun(workflowId).catch(() => null);
        return [workflowId, run] as const;
      });
      return new Map((await Promise.all(asked)).filter((one): one is readonly [string, LastRun] => one[1] !== null));
    },
  });

  protected whereOf({ inDraft, isLive }: CredentialUse): string {
    if (isLive) return inDraft ? 'Live and draft' : 'Live, not in draft';
    return 'Draft only';
  }

  protected statusOf({ status }: LastRun): StatusName {
    return status.toLowerCase() as StatusName;
  }
}
