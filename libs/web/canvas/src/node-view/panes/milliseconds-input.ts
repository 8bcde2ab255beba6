import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { Input, Select } from '@millrace/web-ui';
import { type DurationUnit, amountIn } from '../model/duration-text';

const MS: Readonly<Record<DurationUnit, number>> = {
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};

/** A time in milliseconds, as a number and a unit. */
@Component({
  selector: 'mr-milliseconds',
  imports: [Input, Select],
  template: `
    <div class="pair">
      <input
        mrInput
        type="text"
        inputmode="decimal"
        autocomplete="off"
        class="mr-numbers"
        placeholder="Default"
        [value]="number()"
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
    </div>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: minmax(64px, 1fr) minmax(100px, 1fr);
      gap: 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MillisecondsInput {
  readonly value = input<number | undefined>();
  readonly units = input.required<readonly DurationUnit[]>();
  readonly readonly = input(false);
  readonly valueChange = output<number | undefined>();
  protected readonly options = computed(() => this.units().map((unit) => ({ value: unit, label: unit })));
  protected readonly unit = linkedSignal<DurationUnit>(() => {
    const fitting = amountIn(`PT${(this.value() ?? 0) / 1_000}S`)?.unit ?? 'seconds';
    return this.units().includes(fitting) ? fitting : 'seconds';
  });
  protected readonly number = computed(() => {
    const value = this.value();
    return value === undefined ? '' : String(value / MS[this.unit()]);
  });

  protected takeNumber(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    const number = Number(text);
    if (text === '') this.valueChange.emit(undefined);
    else if (Number.isFinite(number) && number >= 0) this.valueChange.emit(Math.round(number * MS[this.unit()]));
  }

  protected takeUnit(unit: DurationUnit | null): void {
    if (unit === null) return;
    const number = this.number();
    this.unit.set(unit);
    if (number !== '') this.valueChange.emit(Math.round(Number(number) * MS[unit]));
  }
}
