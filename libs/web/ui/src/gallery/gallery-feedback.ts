import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Button } from '../button/button';
import { EmptyState } from '../feedback/empty-state';
import { Notice } from '../feedback/notice';
import { Skeleton } from '../feedback/skeleton';
import { Duration, RelativeTime } from '../format/times';
import { Avatar } from '../layout/avatar';
import { Chip, ChipButton } from '../status/chip';
import { STATUS_LOOKS, type StatusName } from '../status/status';
import { StatusBadge } from '../status/status-badge';

/** Statuses, chips, notices, empty and loading states. */
@Component({
  selector: 'mr-gallery-feedback',
  imports: [Avatar, Button, Chip, ChipButton, Duration, EmptyState, Notice, RelativeTime, Skeleton, StatusBadge],
  template: `
    <section class="mr-card">
      <h2>Status</h2>
      <div class="line">
        @for (status of statuses; track status) {
          <mr-status [status]="status" />
        }
      </div>
      <div class="line">
        <mr-status status="failed" variant="quiet" />
        <mr-status status="completed" variant="quiet" />
        <mr-status status="retrying" text="Retrying 2/3" />
        <mr-status status="live" text="Live v1.2.0" />
        <mr-chip>billing</mr-chip>
        <mr-chip icon="tag" removable>tag: nightly</mr-chip>
        <mr-chip mono>text</mr-chip>
        <button mr-chip type="button" [pressed]="true" [count]="12">Failed</button>
        <button mr-chip type="button" icon="clock" [pressed]="false">Waiting</button>
        <mr-avatar name="Ada Lovelace" />
        <mr-avatar name="grace@example.com" [size]="32" />
        <mr-time class="mr-muted" [at]="minutesAgo" />
        <mr-duration class="mr-muted" [ms]="4210" />
        <mr-duration class="mr-muted" [from]="minutesAgo" />
      </div>
    </section>
    <section class="mr-card two">
      <div class="stack">
        <mr-notice
          heading="FetchData failed"
          text="api.example.com answered 429 Too Many Requests. Lower “Items at once” or turn on retries."
        >
          <button mr-button mrNoticeAction type="button" size="s">Open step</button>
        </mr-notice>
        <mr-notice tone="warning" text="Parameters have changed since the last run. Run again to refresh." />
        <mr-notice tone="info" text="3 pinned outputs are used in manual runs." />
        <mr-notice tone="success" text="Published as v1.3.0." />
        <mr-skeleton [lines]="4" />
      </div>
      <mr-empty
        icon="history"
        heading="No runs yet"
        text="Runs appear here as soon as a trigger fires, or when you start one."
      >
        <button mr-button type="button" variant="primary" icon="play">Run workflow</button>
        <button mr-button type="button">Copy webhook URL</button>
      </mr-empty>
    </section>
  `,
  styleUrl: './gallery.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GalleryFeedback {
  protected readonly statuses = Object.keys(STATUS_LOOKS) as StatusName[];
  protected readonly minutesAgo = Date.now() - 184_000;
}
