import { ChangeDetectionStrategy, Component, computed, inject, InjectionToken, input } from '@angular/core';
import type { Signal } from '@angular/core';
import { Icon } from '../icons/icon';
import { nextId } from '../overlay/next-id';

/** What a control inside a field takes from it. */
export interface FieldContext {
  readonly controlId: string;
  readonly labelId: string;
  readonly describedBy: Signal<string | null>;
  readonly invalid: Signal<boolean>;
  readonly required: Signal<boolean>;
}

/** The field around a control, if any. */
export const FIELD = new InjectionToken<FieldContext>('mr field');

/** Label above, help under, error in place; wires them to the control inside (`mrInput`, select, combobox, code editor). */
@Component({
  selector: 'mr-field',
  imports: [Icon],
  templateUrl: './field.html',
  styleUrl: './field.scss',
  providers: [{ provide: FIELD, useExisting: Field }],
  host: { '[class.invalid]': 'invalid()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field implements FieldContext {
  readonly label = input.required<string>();
  readonly help = input<string | null>();
  /** Says what is wrong and how to mend it. */
  readonly error = input<string | null>();
  readonly required = input(false, { transform: (value: boolean | '') => value !== false });
  /** Marks a field that may be left empty. */
  readonly optional = input(false, { transform: (value: boolean | '') => value !== false });
  /** Keeps the label for those who listen, and shows none. */
  readonly hideLabel = input(false, { transform: (value: boolean | '') => value !== false });
  readonly controlId = nextId('control');
  readonly labelId = nextId('label');
  readonly invalid = computed(() => !!this.error());
  protected readonly helpId = nextId('help');
  protected readonly errorId = nextId('error');
  readonly describedBy = computed(() => {
    const ids = [this.error() && this.errorId, this.help() && this.helpId].filter((id) => !!id);
    return ids.length === 0 ? null : ids.join(' ');
  });
}

/** The field that this control stands in; undefined outside one. */
export function injectField(): FieldContext | undefined {
  return inject(FIELD, { optional: true }) ?? undefined;
}
