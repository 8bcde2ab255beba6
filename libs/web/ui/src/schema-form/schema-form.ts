import { ChangeDetectionStrategy, Component, computed, forwardRef, input, output, signal } from '@angular/core';
import type { Option } from '../choice/option';
import { Select } from '../choice/select';
import { Toggle } from '../choice/toggle';
import { Field } from '../fields/field';
import { Input } from '../fields/input';
import { JsonInput } from './json-input';
import type { SchemaField } from './schema-fields';

type Values = Readonly<Record<string, unknown>>;

/** A form for an object: a field for each property, groups for objects, JSON for everything else. */
@Component({
  selector: 'mr-schema-form',
  imports: [Field, Input, JsonInput, Select, Toggle, forwardRef(() => SchemaForm)],
  templateUrl: './schema-form.html',
  styleUrl: './schema-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchemaForm {
  readonly fields = input.required<readonly SchemaField[]>();
  readonly value = input.required<unknown>();
  readonly readonly = input(false);
  readonly valueChange = output<Values>();
  /** Whether everything can be read as what it should be. */
  readonly validChange = output<boolean>();
  readonly #flaws = signal<Readonly<Record<string, string | null>>>({});
  protected readonly values = computed((): Values => {
    const value = this.value();
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
  });

  protected flawOf(name: string): string | null {
    return this.#flaws()[name] ?? null;
  }

  protected textAt(name: string): string {
    const value = this.values()[name];
    return value === undefined || value === null ? '' : String(value);
  }

  /** As `datetime-local` wants it, in the zone of whoever looks. */
  protected momentAt(name: string): string {
    const at = new Date(this.textAt(name));
    if (Number.isNaN(at.getTime())) return '';
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 16);
  }

  protected choicesOf({ choices = [], required }: SchemaField): readonly Option<string | number | null>[] {
    const options = choices.map((value) => ({ value, label: String(value) }));
    return required ? options : [{ value: null, label: '—' }, ...options];
  }

  protected choiceAt(name: string): string | number | null {
    const value = this.values()[name];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  }

  protected takeText(field: SchemaField, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    if (field.kind === 'number' || field.kind === 'integer') return this.#takeNumber(field, value.trim());
    if (field.kind === 'date-time')
      return this.set(field.name, value === '' ? undefined : new Date(value).toISOString());
    this.set(field.name, value === '' && !field.required ? undefined : value);
  }

  protected set(name: string, value: unknown): void {
    const { [name]: _before, ...others } = this.values();
    if (value === undefined) return this.valueChange.emit(others);
    // In the order in which it was.
    this.valueChange.emit(name in this.values() ? { ...this.values(), [name]: value } : { ...others, [name]: value });
  }

  protected flaw(name: string, flaw: string | null): void {
    this.#flaws.update((flaws) => ({ ...flaws, [name]: flaw }));
    this.validChange.emit(Object.values(this.#flaws()).every((one) => one === null));
  }

  #takeNumber({ name, kind, required }: SchemaField, text: string): void {
    if (text === '') {
      this.flaw(name, required ? 'Write a number.' : null);
      return this.set(name, undefined);
    }
    const value = Number(text);
    const fits = Number.isFinite(value) && (kind !== 'integer' || Number.isInteger(value));
    this.flaw(name, fits ? null : kind === 'integer' ? 'Write a whole number.' : 'Write a number.');
    if (fits) this.set(name, value);
  }
}
