import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { ParamControl } from '../form/param-control';
import { type Amount, type DurationUnit, amountIn, isoOf } from '../model/duration-text';
import { isObject, typesOf } from '../model/schema';
import { AmountInput } from './amount-input';

/** A number and a unit; stored as the schema says: ISO 8601 text, or `{ value, unit }`. */
@Component({
  selector: 'mr-duration-control',
  imports: [AmountInput],
  template: `
    <mr-amount
      [value]="amount()"
      [placeholder]="hint().value"
      [fallbackUnit]="hint().unit"
      [readonly]="form().isReadonly()"
      (valueChange)="write($event)"
    />
    @if (odd(); as text) {
      <p class="odd">Written as “{{ text }}”.</p>
    }
  `,
  styles: `
    .odd {
      margin-top: 4px;
      color: var(--text-3);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DurationControl extends ParamControl {
  readonly #isObject = computed(() => typesOf(this.field().schema).includes('object'));
  protected readonly amount = computed(() => read(this.effective()));
  protected readonly hint = computed(
    () => amountIn(this.field().placeholder ?? '') ?? { value: 5, unit: 'minutes' as const },
  );
  /** What cannot be read as one number and one unit. */
  protected readonly odd = computed(() => {
    const value = this.value();
    return typeof value === 'string' && this.amount() === undefined ? value : undefined;
  });

  protected write(amount: Amount | undefined): void {
    if (amount === undefined) this.set(undefined);
    else this.set(this.#isObject() ? { value: amount.value, unit: amount.unit } : isoOf(amount));
  }
}

function read(value: unknown): Amount | undefined {
  if (typeof value === 'string') return amountIn(value);
  const { value: number, unit } = isObject(value as never) ? (value as Record<string, unknown>) : {};
  if (typeof number !== 'number' || typeof unit !== 'string') return undefined;
  return { value: number, unit: unit as DurationUnit };
}
