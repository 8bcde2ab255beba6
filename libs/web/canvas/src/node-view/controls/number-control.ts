import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { Input } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';
import { textOf } from '../model/value-mode';

/** A number; `=` begins an expression, `{{` a template. Milliseconds are told in words too. */
@Component({
  selector: 'mr-number-control',
  imports: [Input],
  template: `
    <input
      mrInput
      type="text"
      inputmode="decimal"
      autocomplete="off"
      class="mr-numbers"
      [value]="text()"
      [placeholder]="placeholder()"
      [readonly]="form().isReadonly()"
      (input)="take($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberControl extends ParamControl {
  protected readonly text = computed(() => textOf(this.value()));
  protected readonly placeholder = computed(
    () => textOf(this.field().defaultValue) || (this.field().placeholder ?? ''),
  );

  protected take(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    if (text === '') this.set(undefined);
    else if (text.startsWith('=')) this.set({ $expr: text.slice(1).trim() });
    // What is no number stays as it was typed, so that the problem can be shown where it is.
    else this.set(/^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text);
  }
}
