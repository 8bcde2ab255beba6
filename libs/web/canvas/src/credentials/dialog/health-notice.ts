import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Clock, Notice, type NoticeTone } from '@millrace/web-ui';
import type { CredentialRow } from '../api/credential-api';
import { healthWords } from '../credential-words';
import { Credentials } from '../credentials';

const TONES: Readonly<Record<string, NoticeTone>> = { completed: 'success', failed: 'error', stale: 'warning' };

/** What is known about whether an account works, where it is looked at. Its content are actions. */
@Component({
  selector: 'mr-health-notice',
  imports: [Notice],
  template: `
    @if (words(); as health) {
      <mr-notice data-testid="health" [tone]="tone()" [heading]="health.word" [text]="health.text">
        <ng-content ngProjectAs="[mrNoticeAction]" />
      </mr-notice>
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HealthNotice {
  readonly row = input.required<CredentialRow>();
  readonly #credentials = inject(Credentials);
  readonly #clock = inject(Clock);
  protected readonly words = computed(() =>
    healthWords(this.row(), this.#credentials.typeOf(this.row().type), this.#clock.seconds()),
  );
  protected readonly tone = computed(() => TONES[this.words()?.status ?? ''] ?? 'info');
}
