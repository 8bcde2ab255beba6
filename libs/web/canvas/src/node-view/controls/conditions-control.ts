import { ChangeDetectionStrategy, Component, computed, linkedSignal } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { ParamControl } from '../form/param-control';
import { type ConditionGroup, NEW_COMPARISON, QUESTION_KEYS, readGroup, writeGroup } from '../model/condition-tree';
import { offeredOperators } from '../model/operators';
import { fieldOf } from '../model/param-fields';
import { isObject, resolved } from '../model/schema';
import { ConditionGroupView } from './condition-group-view';

/** A question: comparisons that read as a sentence, and groups of them. Writes every key that the question may have. */
@Component({
  selector: 'mr-conditions-control',
  imports: [ConditionGroupView],
  template: `
    <mr-condition-group
      [form]="form()"
      [group]="group()"
      [operators]="operators()"
      [base]="around()"
      (changed)="write($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionsControl extends ParamControl {
  /** Path of the object whose keys hold the question. */
  protected readonly around = computed(() => this.field().path.slice(0, -1));
  readonly #config = computed(() => {
    const config = this.form().valueAt(this.around());
    return isObject(config) ? config : {};
  });
  readonly #operator = computed(() => operatorField(this.field()));
  /** A question that is not begun shows one empty row. */
  protected readonly group = linkedSignal<Json, ConditionGroup>({
    source: () => this.#config(),
    computation: () => begun(readGroup(this.#config(), this.#operator().aliases)),
  });
  protected readonly operators = computed(() => offeredOperators(this.#operator().options));

  protected write(group: ConditionGroup): void {
    this.group.set(group);
    const written = writeGroup(group);
    const keys = QUESTION_KEYS.filter((key) => written[key] !== undefined || this.#config()[key] !== undefined);
    this.form().setKeys(this.around(), Object.fromEntries(keys.map((key) => [key, written[key]])));
  }
}

function begun(group: ConditionGroup): ConditionGroup {
  return group.parts.length > 0 ? group : { ...group, parts: [NEW_COMPARISON] };
}

/** The operator of a comparison, found in the schema of the list. */
function operatorField({
  schema,
  root,
}: {
  schema: Parameters<typeof resolved>[1];
  root: Parameters<typeof resolved>[1];
}) {
  const items = resolved(schema['items'], root);
  const variants = Array.isArray(items['anyOf']) ? items['anyOf'].map((each) => resolved(each, root)) : [items];
  const comparison = variants
    .map((each) => each['properties'])
    .find((each) => isObject(each) && each['operator'] !== undefined);
  const operator = isObject(comparison) ? comparison['operator'] : undefined;
  return fieldOf(operator, root, { name: 'operator', path: [], required: true, isRaw: false });
}
