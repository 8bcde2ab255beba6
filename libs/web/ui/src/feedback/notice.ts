import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';

/** How grave a notice is. */
export type NoticeTone = 'error' | 'warning' | 'info' | 'success';

const ICONS: Readonly<Record<NoticeTone, IconName>> = {
  error: 'circle-alert',
  warning: 'triangle-alert',
  info: 'info',
  success: 'circle-check',
};

/** Says something at the place that it is about: an error with what to do, a stale banner. Its content are actions. */
@Component({
  selector: 'mr-notice',
  imports: [Icon, IconButton],
  template: `
    <mr-icon [name]="sign()" />
    <div class="words">
      @if (heading(); as line) {
        <p class="heading">{{ line }}</p>
      }
      @if (text(); as line) {
        <p class="text">{{ line }}</p>
      }
      <ng-content />
    </div>
    <div class="actions">
      <ng-content select="[mrNoticeAction]" />
      @if (dismissable()) {
        <button mr-icon-button type="button" size="s" icon="x" label="Dismiss" (click)="dismissed.emit()"></button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 10px;
      padding: 10px 12px;
      border: 1px solid color-mix(in oklch, var(--tone) 28%, transparent);
      border-radius: 8px;
      background: var(--tone-soft);
    }

    :host(.error) {
      --tone: var(--failed);
      --tone-text: var(--failed-text);
      --tone-soft: var(--failed-soft);
    }

    :host(.warning) {
      --tone: var(--stale);
      --tone-text: var(--stale-text);
      --tone-soft: var(--stale-soft);
    }

    :host(.info) {
      --tone: var(--border-control);
      --tone-text: var(--text-2);
      --tone-soft: var(--surface-2);
    }

    :host(.success) {
      --tone: var(--completed);
      --tone-text: var(--completed-text);
      --tone-soft: var(--completed-soft);
    }

    mr-icon {
      margin-top: 2px;
      color: var(--tone-text);
    }

    .words {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }

    .heading {
      font-weight: 600;
    }

    .text {
      white-space: pre-line;
    }

    .heading + .text {
      color: var(--text-2);
    }

    .actions {
      display: flex;
      flex: none;
      align-items: flex-start;
      gap: 8px;
      margin: -2px 0;
    }

    .actions:empty {
      display: none;
    }
  `,
  host: { '[class]': 'tone()', '[attr.role]': "tone() === 'error' ? 'alert' : 'status'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notice {
  readonly tone = input<NoticeTone>('error');
  readonly heading = input<string>();
  readonly text = input<string>();
  readonly icon = input<IconName>();
  /** Ends with a button that takes it away; whoever shows it does that. */
  readonly dismissable = input(false, { transform: booleanAttribute });
  readonly dismissed = output();
  protected readonly sign = computed(() => this.icon() ?? ICONS[this.tone()]);
}
