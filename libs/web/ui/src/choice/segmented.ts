import { booleanAttribute, ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from '../icons/icon';
import { nextId } from '../overlay/next-id';
import type { ControlSize } from '../button/button';
import type { Option } from './option';

/** A few choices side by side, of which one holds. Arrow keys move between them. */
@Component({
  selector: 'mr-segmented',
  imports: [Icon],
  template: `
    @for (option of options(); track option.value) {
      <label [class.on]="option.value === value()" [attr.title]="option.description ?? null">
        <input
          type="radio"
          class="mr-visually-hidden"
          [name]="name"
          [checked]="option.value === value()"
          [disabled]="disabled() || option.disabled"
          [attr.aria-label]="iconsOnly() ? option.label : null"
          (change)="value.set(option.value)"
        />
        @if (option.icon; as icon) {
          <mr-icon [name]="icon" [size]="14" />
        }
        @if (!iconsOnly()) {
          {{ option.label }}
        }
      </label>
    }
  `,
  styleUrl: './segmented.scss',
  host: { role: 'radiogroup', '[attr.aria-label]': 'label()', '[class.s]': "size() === 's'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Segmented<T extends string | number | boolean> {
  readonly value = model.required<T>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly label = input.required<string>();
  readonly size = input<ControlSize>('m');
  readonly iconsOnly = input(false, { transform: booleanAttribute });
  readonly disabled = input(false, { transform: booleanAttribute });
  protected readonly name = nextId('segmented');
}
