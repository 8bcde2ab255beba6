import { booleanAttribute, ChangeDetectionStrategy, Component, input, model } from '@angular/core';

/** A tick that takes effect with its form, or a row's selection. */
@Component({
  selector: 'mr-checkbox',
  template: `
    <label>
      <input
        type="checkbox"
        [checked]="checked()"
        [indeterminate]="indeterminate()"
        [disabled]="disabled()"
        [attr.aria-label]="label() || null"
        (change)="take($event)"
      />
      <span class="text"><ng-content /></span>
    </label>
  `,
  styleUrl: './checkbox.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Checkbox {
  readonly checked = model(false);
  /** Some of what it stands for is ticked. */
  readonly indeterminate = input(false);
  readonly label = input<string>();
  readonly disabled = input(false, { transform: booleanAttribute });

  protected take(event: Event): void {
    this.checked.set((event.target as HTMLInputElement).checked);
  }
}
