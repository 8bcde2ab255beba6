import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { Field, Input, type Option, Select } from '@millrace/web-ui';

type SizeUnit = 'MB' | 'GB';

const BYTES: Readonly<Record<SizeUnit, number>> = { MB: 1_000_000, GB: 1_000_000_000 };

/** A size in megabytes or gigabytes that may be left empty. */
@Component({
  selector: 'mr-size-input',
  imports: [Field, Input, Select],
  template: `
    <mr-field [label]="label()" [error]="flaw()">
      <span class="row">
        <input
          mrInput
          type="text"
          inputmode="decimal"
          autocomplete="off"
          class="mr-numbers"
          [value]="text()"
          [placeholder]="placeholder()"
          [readonly]="readonly()"
          (input)="take($event)"
        />
        <mr-select
          label="Unit of size"
          [options]="units"
          [value]="unit()"
          [disabled]="readonly()"
          (valueChange)="takeUnit($event)"
        />
      </span>
    </mr-field>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: minmax(56px, 1fr) 72px;
      gap: 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SizeInput {
  readonly label = input.required<string>();
  /** Bytes. */
  readonly value = input.required<number | undefined>();
  readonly max = input(10_000_000_000_000);
  readonly placeholder = input('');
  readonly readonly = input(false);
  readonly valueChange = output<number | undefined>();
  readonly flawChange = output<string | null>();
  protected readonly units: readonly Option<SizeUnit>[] = [
    { value: 'MB', label: 'MB' },
    { value: 'GB', label: 'GB' },
  ];
  /** The largest unit that fits, unless another was chosen. */
  protected readonly unit = linkedSignal<SizeUnit>(() => ((this.value() ?? BYTES.GB) % BYTES.GB === 0 ? 'GB' : 'MB'));
  protected readonly text = linkedSignal(() => {
    const bytes = this.value();
    return bytes === undefined ? '' : String(bytes / BYTES[this.unit()]);
  });
  protected readonly flaw = computed(() => this.#flawOf(this.text(), this.unit()));

  protected take(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
    this.#tell(this.text(), this.unit());
  }

  protected takeUnit(unit: SizeUnit | null): void {
    if (unit === null) return;
    const text = this.text();
    this.unit.set(unit);
    this.text.set(text);
    this.#tell(text, unit);
  }

  #tell(text: string, unit: SizeUnit): void {
    const flaw = this.#flawOf(text, unit);
    this.flawChange.emit(flaw);
    if (flaw === null) this.valueChange.emit(text.trim() === '' ? undefined : Math.round(Number(text) * BYTES[unit]));
  }

  #flawOf(text: string, unit: SizeUnit): string | null {
    if (text.trim() === '') return null;
    const bytes = Number(text) * BYTES[unit];
    return bytes >= BYTES.MB && bytes <= this.max() ? null : 'Write a size from 1 MB to 10,000 GB.';
  }
}
