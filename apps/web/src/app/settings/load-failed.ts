import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Button, Notice } from '@millrace/web-ui';

/** Says why a page has nothing to show, and tries again. */
@Component({
  selector: 'mr-load-failed',
  imports: [Button, Notice],
  template: `
    <mr-notice tone="error" [heading]="what() + ' could not be loaded'" [text]="text()">
      <button mr-button mrNoticeAction type="button" size="s" (click)="again.emit()">Try again</button>
    </mr-notice>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadFailed {
  /** What it is about, such as `The members`. */
  readonly what = input.required<string>();
  readonly error = input.required<unknown>();
  readonly again = output<void>();
  protected readonly text = computed(() => apiErrorOf(this.error()).message);
}
