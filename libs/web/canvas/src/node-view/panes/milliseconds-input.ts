import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { AmountInput } from '../controls/amount-input';
import { type Amount, type DurationUnit, amountIn, secondsOf } from '../model/duration-text';

/** A time in milliseconds, as a number and a unit. */
@Component({
  selector: 'mr-milliseconds',
  imports: [AmountInput],
  template: `
    <mr-amount
      [placeholder]="placeholder()"
      [fallbackUnit]="emptyUnit()"
      [value]="amount()"
      [units]="units()"
      [readonly]="readonly()"
      (valueChange)="take($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MillisecondsInput {
  readonly value = input<number | undefined>();
  readonly units = input.required<readonly DurationUnit[]>();
  /** What holds while it is empty. */
  readonly placeholder = input('Default');
  /** Of what is written first. */
  readonly emptyUnit = input<DurationUnit>('seconds');
  readonly readonly = input(false);
  readonly valueChange = output<number | undefined>();
  /** The largest unit that fits, unless another was chosen. */
  readonly #unit = linkedSignal<DurationUnit>(() => {
    const ms = this.value();
    const fitting = ms === undefined ? this.emptyUnit() : (amountIn(`PT${ms / 1_000}S`)?.unit ?? 'seconds');
    return this.units().includes(fitting) ? fitting : 'seconds';
  });
  protected readonly amount = computed((): Amount | undefined => {
    const ms = this.value();
    const unit = this.#unit();
    return ms === undefined ? undefined : { value: ms / 1_000 / secondsOf(unit), unit };
  });

  protected take(amount: Amount | undefined): void {
    if (amount === undefined) return this.valueChange.emit(undefined);
    this.valueChange.emit(Math.round(amount.value * secondsOf(amount.unit) * 1_000));
  }
}
