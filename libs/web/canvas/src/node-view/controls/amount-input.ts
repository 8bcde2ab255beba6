import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { Input, Select } from '@millrace/web-ui';
import { type Amount, DURATION_UNITS, type DurationUnit } from '../model/duration-text';

/** A time as a number and a unit. */
@Component({
  selector: 'mr-amount',
  imports: [Input, Select],
  template: `
    <input
      mrInput
      type="text"
      inputmode="decimal"
      autocomplete="off"
      class="mr-numbers"
      [value]="value()?.value ?? ''"
      [placeholder]="placeholder()"
      [readonly]="readonly()"
      (change)="takeNumber($event)"
    />
    <mr-select
      label="Unit"
      [options]="options()"
      [value]="unit()"
      [disabled]="readonly()"
      (valueChange)="takeUnit($event)"
    />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(64px, 1fr) minmax(104px, 1.2fr);
      gap: 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AmountInput {
  readonly value = input<Amount | undefined>();
  readonly units = input<readonly DurationUnit[]>(DURATION_UNITS);
  /** Of what is written while there is no value. */
  readonly fallbackUnit = input<DurationUnit>('minutes');
  readonly placeholder = input<string | number>('');
  readonly readonly = input(false);
  readonly valueChange = output<Amount | undefined>();
  protected readonly options = computed(() => this.units().map((unit) => ({ value: unit, label: unit })));
  /** Of the value, else what was chosen last. */
  protected readonly unit = linkedSignal<DurationUnit>(() => this.value()?.unit ?? this.fallbackUnit());

  protected takeNumber(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    const value = Number(text);
    if (text === '') this.valueChange.emit(undefined);
    else if (Number.isFinite(value) && value >= 0) this.valueChange.emit({ value, unit: this.unit() });
  }

  protected takeUnit(unit: DurationUnit | null): void {
    if (unit === null) return;
    this.unit.set(unit);
    const amount = this.value();
    if (amount !== undefined) this.valueChange.emit({ value: amount.value, unit });
  }
}
