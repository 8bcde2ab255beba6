import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';

/** Why there is nothing here, and what to do: one sentence and one primary action (its content). */
@Component({
  selector: 'mr-empty',
  imports: [Icon],
  template: `
    @if (icon(); as name) {
      <span class="tile"><mr-icon [name]="name" [size]="compact() ? 16 : 20" /></span>
    }
    @if (page()) {
      <h1 class="heading">{{ heading() }}</h1>
    } @else {
      <p class="heading">{{ heading() }}</p>
    }
    @if (text(); as line) {
      <p class="text">{{ line }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      padding: 48px 24px;
      text-align: center;
    }

    :host(.compact) {
      padding: 24px 16px;
    }

    .tile {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      width: 40px;
      height: 40px;
      margin-bottom: 16px;
      border: 1px solid var(--border-2);
      border-radius: var(--radius-card);
      background: var(--surface-1);
      color: var(--text-2);
    }

    :host(.compact) .tile {
      width: 32px;
      height: 32px;
      margin-bottom: 10px;
      border-radius: 8px;
    }

    .heading {
      font-weight: 600;
      font-size: var(--size-14);
    }

    :host(.compact) .heading {
      font-size: var(--size-13);
    }

    .text {
      max-width: 44ch;
      margin-top: 4px;
      color: var(--text-2);
      text-wrap: balance;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 8px;
      margin-top: 16px;
    }

    .actions:empty {
      display: none;
    }
  `,
  host: { '[class.compact]': 'compact()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly heading = input.required<string>();
  /** It stands for the whole page: its heading is that of the page. */
  readonly page = input(false, { transform: booleanAttribute });
  readonly text = input<string>();
  readonly icon = input<IconName>();
  /** For panes inside a page. */
  readonly compact = input(false, { transform: (value: boolean | '') => value !== false });
}
