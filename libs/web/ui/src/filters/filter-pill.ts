import { booleanAttribute, ChangeDetectionStrategy, Component, input, output, type TemplateRef } from '@angular/core';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';
import { Popover, type PopoverContext } from '../overlay/popover';

/** One filter: dashed while it holds nothing, with its value and a way to take it away while it does. */
@Component({
  selector: 'mr-filter-pill',
  imports: [Icon, Popover],
  template: `
    @if (panel(); as template) {
      <button type="button" class="main" [mrPopover]="template" [mrPopoverLabel]="'Filter by ' + label().toLowerCase()">
        @if (!value()) {
          <mr-icon name="plus" [size]="12" />
        }
        {{ label() }}
        @if (value(); as text) {
          <span class="value mr-truncate">{{ text }}</span>
        }
      </button>
    } @else {
      <button type="button" class="main" [attr.aria-pressed]="on()" (click)="pressed.emit()">
        <mr-icon [name]="icon() ?? (on() ? 'check' : 'plus')" [size]="12" />
        {{ label() }}
        @if (count(); as number) {
          <span class="count">{{ number }}</span>
        }
      </button>
    }
    @if (value() || on()) {
      <button
        type="button"
        class="clear"
        [attr.aria-label]="'Clear the filter ' + label().toLowerCase()"
        (click)="cleared.emit()"
      >
        <mr-icon name="x" [size]="12" />
      </button>
    }
  `,
  styleUrl: './filter-pill.scss',
  host: { '[class.set]': '!!value() || on()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterPill {
  readonly label = input.required<string>();
  /** What it holds, in words; empty when nothing. */
  readonly value = input('');
  /** Opens under it; without one it is switched on and off. */
  readonly panel = input<TemplateRef<PopoverContext>>();
  readonly on = input(false, { transform: booleanAttribute });
  /** Of one that is switched on and off: its sign, and how many there are. */
  readonly icon = input<IconName>();
  readonly count = input<number>();
  readonly pressed = output<void>();
  readonly cleared = output<void>();
}
