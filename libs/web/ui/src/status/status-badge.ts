import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icons/icon';
import { STATUS_LOOKS, type StatusName } from './status';

/** A status as icon and word. `quiet` has no fill: for table rows; `icon` keeps the word for those who listen. */
@Component({
  selector: 'mr-status',
  imports: [Icon],
  template: `
    <mr-icon [name]="look().icon" [size]="14" />
    <span class="word" [class.mr-visually-hidden]="variant() === 'icon'">{{ text() ?? look().word }}</span>
  `,
  styleUrl: './status-badge.scss',
  host: { '[class]': '`${variant()} ${look().tone}`', '[class.moving]': "status() === 'running'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusBadge {
  readonly status = input.required<StatusName>();
  readonly variant = input<'badge' | 'quiet' | 'icon'>('badge');
  /** Instead of the usual word: "Retrying 2/3", "Live v1.2.0". */
  readonly text = input<string>();
  protected readonly look = computed(() => STATUS_LOOKS[this.status()]);
}
