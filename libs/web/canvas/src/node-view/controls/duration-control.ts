import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import { Input, type Option, Select } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';
import { type Amount, DURATION_UNITS, type DurationUnit, amountIn, isoOf } from '../model/duration-text';
import { isObject, typesOf } from '../model/schema';

/** A number and a unit; stored as the schema says: ISO 8601 text, or `{ value, unit }`. */
@Component({
  selector: 'mr-duration-control',
  imports: [Input, Select],
  template: `
    <div class="pair">
      <input
        mrInput
        type="text"
        inputmode="decimal"
        autocomplete="off"
        class="mr-numbers"
        [value]="amount()?.value ?? ''"
        [placeholder]="hint().value"
        [readonly]="form().isReadonly()"
        (input)="takeNumber($event)"
      />
      <mr-select
        label="Unit"
        [options]="units"
        [value]="amount()?.unit ?? unit()"
        [disabled]="form().isReadonly()"
        (valueChange)="takeUnit($event)"
      />
    </div>
    @if (odd(); as text) {
      <p class="odd">Written as “{{ text }}”.</p>
    }
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: minmax(64px, 1fr) minmax(104px, 1.2fr);
      gap: 6px;
    }

    .odd {
      margin-top: 4px;
      color: var(--text-3);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DurationControl extends ParamControl {
  protected readonly units: readonly Option<DurationUnit>[] = DURATION_UNITS.map((unit) => ({
    value: unit,
    label: unit,
  }));
  readonly #isObject = computed(() => typesOf(this.field().schema).includes('object'));
  protected readonly amount = computed(() => read(this.effective()));
  protected readonly hint = computed(
    () => amountIn(this.field().placeholder ?? '') ?? { value: 5, unit: 'minutes' as const },
  );
  protected readonly unit = signal<DurationUnit>('minutes');
  /** What cannot be read as one number and one unit. */
  protected readonly odd = computed(() => {
    const value = this.value();
    return typeof value === 'string' && this.amount() === undefined ? value : undefined;
  });

  protected takeNumber(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    const value = Number(text);
    if (text === '') this.set(undefined);
    else if (Number.isFinite(value)) this.#write({ value, unit: this.amount()?.unit ?? this.unit() });
  }

  protected takeUnit(unit: DurationUnit | null): void {
    if (unit === null) return;
    this.unit.set(unit);
    const amount = this.amount();
    if (amount !== undefined) this.#write({ value: amount.value, unit });
  }

  #write(amount: Amount): void {
    this.set(this.#isObject() ? { value: amount.value, unit: amount.unit } : isoOf(amount));
  }
}

function read(value: unknown): Amount | undefined {
  if (typeof value === 'string') return amountIn(value);
  const { value: number, unit } = isObject(value as never) ? (value as Record<string, unknown>) : {};
  if (typeof number !== 'number' || typeof unit !== 'string') return undefined;
  return { value: number, unit: unit as DurationUnit };
}
