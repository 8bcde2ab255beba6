import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AutoPausePartsFragment } from '@millrace/web-api/graphql';
import { Button, formatCount, Notice, RelativeTime } from '@millrace/web-ui/base';

/** A workflow is off because it failed again and again: why, which run was the last, and how it goes on. */
@Component({
  selector: 'mr-auto-pause-notice',
  imports: [Button, Notice, RelativeTime, RouterLink],
  template: `
    <mr-notice tone="warning" data-testid="auto-pause" [heading]="heading()">
      <p class="why">
        Its triggers start nothing until it is resumed. Switched off <mr-time [at]="pause().pausedAt" />.
        @if (pause().error; as error) {
          <span class="error">Last failure: {{ error }}</span>
        }
      </p>
      <a mrNoticeAction mr-button size="s" icon="activity" [routerLink]="['/runs', pause().executionId]">
        Last failed run
      </a>
      @if (mayResume()) {
        <button mrNoticeAction mr-button type="button" size="s" icon="play" [busy]="busy()" (click)="resumed.emit()">
          Resume
        </button>
      }
    </mr-notice>
  `,
  styles: `
    :host {
      display: block;
    }

    .why {
      overflow-wrap: anywhere;
    }

    .error {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AutoPauseNotice {
  readonly pause = input.required<AutoPausePartsFragment>();
  /** Where it is not clear which workflow is meant. */
  readonly name = input<string>();
  readonly mayResume = input(false);
  readonly busy = input(false);
  readonly resumed = output<void>();
  protected readonly heading = computed(() => {
    const name = this.name();
    const { failures } = this.pause();
    const what = name === undefined ? 'This workflow' : `“${name}”`;
    return `${what} was switched off after ${formatCount(failures, 'failed run')} in a row`;
  });
}
