import { ChangeDetectionStrategy, Component, input, model, output, signal } from '@angular/core';
import { Field, IconButton, Input, ValueBinding } from '@millrace/web-ui';

/** A password that can be shown, and that password managers recognise. */
@Component({
  selector: 'mr-password-field',
  imports: [Field, IconButton, Input, ValueBinding],
  template: `
    <mr-field required [label]="label()" [help]="help()" [error]="error()">
      <div class="control">
        <input
          mrInput
          [attr.name]="name()"
          [type]="isShown() ? 'text' : 'password'"
          [attr.autocomplete]="autocomplete()"
          autocapitalize="off"
          spellcheck="false"
          [(mrValue)]="value"
          (blur)="left.emit()"
        />
        <button
          mr-icon-button
          type="button"
          size="s"
          [icon]="isShown() ? 'eye-off' : 'eye'"
          [label]="isShown() ? 'Hide password' : 'Show password'"
          (click)="isShown.set(!isShown())"
        ></button>
      </div>
    </mr-field>
  `,
  styles: `
    .control {
      position: relative;
    }

    input {
      padding-inline-end: 36px;
    }

    button {
      position: absolute;
      inset-inline-end: 2px;
      top: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  readonly value = model.required<string>();
  readonly label = input('Password');
  readonly name = input('password');
  readonly error = input<string | null>(null);
  readonly help = input<string | null>(null);
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly left = output<void>();
  protected readonly isShown = signal(false);
}
