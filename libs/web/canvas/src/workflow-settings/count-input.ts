import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { Field, Input, formatNumber } from '@millrace/web-ui';

/** A whole number that may be left empty, with what it counts behind it. Says itself what is wrong with it. */
@Component({
  selector: 'mr-count-input',
  imports: [Field, Input],
  template: `
    <mr-field [label]="label()" [help]="help() ?? null" [error]="flaw()">
      <span class="row">
        <input
          mrInput
          type="text"
          inputmode="numeric"
          autocomplete="off"
          class="mr-numbers"
          [value]="text()"
          [placeholder]="placeholder()"
          [readonly]="readonly()"
          (input)="take($event)"
        />
        <span class="unit" aria-hidden="true">{{ unit() }}</span>
      </span>
    </mr-field>
  `,
  styles: `
    .row {
      display: flex;
      gap: 8px;
      align-items: center;
    }

    input {
      flex: 0 1 112px;
    }

    .unit {
      color: var(--text-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountInput {
  readonly label = input.required<string>();
  readonly unit = input('');
  readonly help = input<string>();
  readonly placeholder = input('');
  readonly value = input.required<number | undefined>();
  readonly min = input(1);
  readonly max = input.required<number>();
  /** Whether it must not be empty. */
  readonly required = input(false);
  readonly readonly = input(false);
  readonly valueChange = output<number | undefined>();
  /** What is wrong with what was typed; null when nothing is. */
  readonly flawChange = output<string | null>();
  protected readonly text = linkedSignal(() => String(this.value() ?? ''));
  protected readonly flaw = computed(() => this.#flawOf(this.text().trim()));

  protected take(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.text.set(text);
    const flaw = this.#flawOf(text.trim());
    this.flawChange.emit(flaw);
    if (flaw === null) this.valueChange.emit(text.trim() === '' ? undefined : Number(text));
  }

  #flawOf(text: string): string | null {
    if (text === '') return this.required() ? 'Write a number.' : null;
    const value = Number(text);
    const fits = Number.isInteger(value) && value >= this.min() && value <= this.max();
    return fits ? null : `Write a whole number from ${formatNumber(this.min())} to ${formatNumber(this.max())}.`;
  }
}
