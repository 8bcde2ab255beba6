import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { Field, Input, type Option, Select } from '@millrace/web-ui';

type SizeUnit = 'MB' | 'GB';

const BYTES: Readonly<Record<SizeUnit, number>> = { MB: 1_000_000, GB: 1_000_000_000 };

interface Typed {
  readonly text: string;
  readonly unit: SizeUnit;
  readonly bytes: number | undefined;
}

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
  /** What is being written, as long as it is what the value says. */
  readonly #typed = signal<Typed | undefined>(undefined);
  readonly #shown = computed((): Typed => {
    const [typed, bytes] = [this.#typed(), this.value()];
    if (typed !== undefined && typed.bytes === bytes) return typed;
    // The largest unit that fits.
    const unit: SizeUnit = (bytes ?? BYTES.GB) % BYTES.GB === 0 ? 'GB' : 'MB';
    return { bytes, unit, text: bytes === undefined ? '' : String(bytes / BYTES[unit]) };
  });
  protected readonly unit = computed(() => this.#shown().unit);
  protected readonly text = computed(() => this.#shown().text);
  protected readonly flaw = computed(() => this.#flawOf(this.text(), this.unit()));

  protected take(event: Event): void {
    this.#tell((event.target as HTMLInputElement).value, this.unit());
  }

  protected takeUnit(unit: SizeUnit | null): void {
    if (unit !== null) this.#tell(this.text(), unit);
  }

  #tell(text: string, unit: SizeUnit): void {
    const flaw = this.#flawOf(text, unit);
    const bytes = flaw === null && text.trim() !== '' ? Math.round(Number(text) * BYTES[unit]) : undefined;
    this.#typed.set({ text, unit, bytes: flaw === null ? bytes : this.value() });
    this.flawChange.emit(flaw);
    if (flaw === null) this.valueChange.emit(bytes);
  }

  #flawOf(text: string, unit: SizeUnit): string | null {
    if (text.trim() === '') return null;
    const bytes = Number(text) * BYTES[unit];
    return bytes >= BYTES.MB && bytes <= this.max() ? null : 'Write a size from 1 MB to 10,000 GB.';
  }
}
