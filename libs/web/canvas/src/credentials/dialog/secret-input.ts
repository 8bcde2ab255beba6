import { ChangeDetectionStrategy, Component, input, model, signal } from '@angular/core';
import { IconButton, Input, ValueBinding } from '@millrace/web-ui';

/** A secret that is being entered. It can be looked at until it is stored, and never after. */
@Component({
  selector: 'mr-secret-input',
  imports: [IconButton, Input, ValueBinding],
  template: `
    <input
      mrInput
      mono
      autocomplete="new-password"
      autocapitalize="off"
      spellcheck="false"
      [type]="isShown() ? 'text' : 'password'"
      [placeholder]="placeholder()"
      [attr.aria-label]="label()"
      [(mrValue)]="value"
    />
    <button
      mr-icon-button
      type="button"
      size="s"
      [icon]="isShown() ? 'eye-off' : 'eye'"
      [label]="isShown() ? 'Hide what is typed' : 'Show what is typed'"
      (click)="isShown.set(!isShown())"
    ></button>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      flex: 1;
      min-width: 0;
    }

    input {
      padding-inline-end: 36px;
    }

    button {
      position: absolute;
      inset-inline-end: 3px;
      top: 3px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecretInput {
  readonly value = model.required<string>();
  readonly placeholder = input('');
  /** Names it where no field does. */
  readonly label = input<string>();
  protected readonly isShown = signal(false);
}
