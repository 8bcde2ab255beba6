import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Clock, StatusBadge, Tooltip } from '@millrace/web-ui';
import type { CredentialRow } from './api/credential-api';
import { healthWords } from './credential-words';
import { Credentials } from './credentials';

/** Whether an account works, as sign and word; the sentence on hover. */
@Component({
  selector: 'mr-credential-health',
  imports: [StatusBadge, Tooltip],
  template: `
    @if (words(); as health) {
      <mr-status
        [variant]="icon() ? 'icon' : 'quiet'"
        [status]="health.status"
        [text]="health.word"
        [mrTooltip]="icon() ? health.word + '. ' + health.text : health.text"
      />
    } @else {
      <span class="none">–</span>
    }
  `,
  styles: `
    .none {
      color: var(--text-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CredentialHealth {
  readonly row = input.required<CredentialRow>();
  /** Keeps the word for those who listen. */
  readonly icon = input(false, { transform: (value: boolean | '') => value !== false });
  readonly #credentials = inject(Credentials);
  readonly #clock = inject(Clock);
  protected readonly words = computed(() =>
    healthWords(this.row(), this.#credentials.typeOf(this.row().type), this.#clock.minutes()),
  );
}
