import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { Icon, nextId } from '@millrace/web-ui';
import type { ParamField } from '../model/param-field';
import { rowsOf } from '../model/param-fields';
import type { NodeForm } from './node-form';
import { ParamFieldView } from './param-field-view';

/** The params of one object: rows of fields, and the advanced ones folded under "More options". */
@Component({
  selector: 'mr-param-fields',
  imports: [Icon, ParamFieldView],
  templateUrl: './param-fields-view.html',
  styleUrl: './param-fields-view.scss',
  host: { '[class.nested]': 'nested()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ParamFieldsView {
  readonly form = input.required<NodeForm>();
  readonly fields = input.required<readonly ParamField[]>();
  /** Inside another field. */
  readonly nested = input(false);
  readonly #opened = signal<boolean | undefined>(undefined);
  protected readonly moreId = nextId('more');
  readonly #shown = computed(() => this.form().shown(this.fields()));
  protected readonly rows = computed(() => rowsOf(this.#shown().filter((field) => !field.advanced)));
  protected readonly advanced = computed(() => this.#shown().filter((field) => field.advanced));
  protected readonly advancedRows = computed(() => rowsOf(this.advanced()));
  /** Folded params that have a value of their own. */
  protected readonly changed = computed(
    () => this.advanced().filter((field) => this.form().valueAt(field.path) !== undefined).length,
  );
  readonly #hasProblem = computed(() => this.advanced().some((field) => this.form().problemsAt(field.path).length > 0));
  protected readonly isOpen = computed(() => this.#opened() ?? this.#hasProblem());

  protected toggle(): void {
    this.#opened.set(!this.isOpen());
  }

  protected keyOf(field: ParamField): string {
    return `${this.form().nodeId()} ${JSON.stringify(field.path)}`;
  }
}
