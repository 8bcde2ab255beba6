import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Avatar, RelativeTime } from '@millrace/web-ui';
import type { ApprovalVoteRow } from '../model/approval-row';
import { DONE, wayOf } from '../model/approval-words';
import { ChangeList } from './change-list';

/** What people said, oldest first. */
@Component({
  selector: 'mr-vote-list',
  imports: [Avatar, ChangeList, RelativeTime],
  template: `
    <ol>
      @for (vote of votes(); track vote.person + vote.at) {
        <li>
          <mr-avatar [name]="vote.name" [size]="24" />
          <div>
            <p>
              <strong>{{ vote.name }}</strong> {{ done[vote.decision] }} {{ way(vote.via) }}
              <mr-time class="mr-muted" [at]="vote.at" />
            </p>
            @if (vote.reason) {
              <p class="reason">{{ vote.reason }}</p>
            }
            @if (vote.changes.length > 0) {
              <mr-change-list [changes]="vote.changes" />
            }
            @if (!vote.counts) {
              <p class="mr-muted">Counts no more: the data was changed afterwards.</p>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: flex;
      flex-direction: column;
      gap: 14px;
    }

    li {
      display: flex;
      gap: 10px;
    }

    li > div {
      flex: 1;
      min-width: 0;
    }

    .reason {
      margin: 4px 0;
      padding-inline-start: 10px;
      border-inline-start: 2px solid var(--border-2);
      color: var(--text-2);
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VoteList {
  readonly votes = input.required<readonly ApprovalVoteRow[]>();
  protected readonly done = DONE;
  protected readonly way = wayOf;
}
