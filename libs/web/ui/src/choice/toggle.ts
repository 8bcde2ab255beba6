import { booleanAttribute, ChangeDetectionStrategy, Component, input, model } from '@angular/core';

/** On or off, at once. Its content is its label; without content give `label`. */
@Component({
  selector: 'mr-toggle',
  template: `
    <label>
      <input
        type="checkbox"
        role="switch"
        [checked]="checked()"
        [disabled]="disabled()"
        [attr.aria-label]="label() || null"
        (change)="take($event)"
      />
      <span class="text"><ng-content /></span>
    </label>
  `,
  styleUrl: './toggle.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Toggle {
  readonly checked = model(false);
  readonly label = input<string>();
  readonly disabled = input(false, { transform: booleanAttribute });

  protected take(event: Event): void {
    this.checked.set((event.target as HTMLInputElement).checked);
  }
}
