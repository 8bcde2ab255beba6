import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';

/** A tag, a filter that holds, a type. With `removable` it can be taken away. */
@Component({
  selector: 'mr-chip',
  imports: [Icon],
  template: `
    @if (icon(); as name) {
      <mr-icon [name]="name" [size]="12" />
    }
    <span class="mr-truncate"><ng-content /></span>
    @if (removable()) {
      <button type="button" [attr.aria-label]="removeLabel()" (click)="removed.emit()">
        <mr-icon name="x" [size]="12" />
      </button>
    }
  `,
  styleUrl: './chip.scss',
  host: { '[class.mono]': 'mono()', '[class.removable]': 'removable()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chip {
  readonly icon = input<IconName>();
  readonly removable = input(false, { transform: (value: boolean | '') => value !== false });
  readonly removeLabel = input('Remove');
  readonly mono = input(false, { transform: (value: boolean | '') => value !== false });
  readonly removed = output<void>();
}

/** A chip that is pressed: a filter that is on or off. */
@Component({
  selector: 'button[mr-chip]',
  imports: [Icon],
  template: `
    @if (icon(); as name) {
      <mr-icon [name]="name" [size]="12" />
    }
    <ng-content />
    @if (count() !== undefined) {
      <span class="count">{{ count() }}</span>
    }
  `,
  styleUrl: './chip.scss',
  host: { '[attr.aria-pressed]': 'pressed() ?? null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChipButton {
  readonly icon = input<IconName>();
  readonly pressed = input<boolean>();
  readonly count = input<number>();
}
