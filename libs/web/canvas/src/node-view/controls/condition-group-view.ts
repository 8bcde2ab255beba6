import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DataPath, Json } from '@millrace/workflow-model';
import { Button, Icon, IconButton, type Option, Select } from '@millrace/web-ui';
import { ValueEditor } from '../expression/value-editor';
import { ValuePreview } from '../expression/value-preview';
import type { NodeForm } from '../form/node-form';
import { errorText } from '../form/error-text';
import {
  type Combinator,
  type Comparison,
  type Condition,
  type ConditionGroup,
  NEW_COMPARISON,
  replacePart,
  withOperator,
} from '../model/condition-tree';
import { VALUE_TYPES, operandOf } from '../model/operators';
import { modeOf } from '../model/value-mode';

const MOST_DEEP = 3;

/** Comparisons combined with and/or, each a sentence: "When … is greater than …, and …". */
@Component({
  selector: 'mr-condition-group',
  imports: [Button, Icon, IconButton, Select, ValueEditor, ValuePreview],
  templateUrl: './condition-group-view.html',
  styleUrl: './condition-group-view.scss',
  host: {
    '[class.inner]': 'depth() > 0',
    role: 'group',
    '[attr.aria-label]': "depth() > 0 ? 'Group of conditions' : 'Conditions'",
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionGroupView {
  readonly form = input.required<NodeForm>();
  readonly group = input.required<ConditionGroup>();
  readonly operators = input.required<readonly Option<string | number | boolean>[]>();
  /** Path of the object that holds the question. */
  readonly base = input.required<DataPath>();
  readonly depth = input(0);
  readonly changed = output<ConditionGroup>();
  protected readonly combinators: readonly Option<Combinator>[] = [
    { value: 'and', label: 'and', description: 'All of them hold' },
    { value: 'or', label: 'or', description: 'At least one holds' },
  ];
  protected readonly types: readonly Option[] = VALUE_TYPES.map((type) => ({ value: type, label: type }));
  protected readonly canNest = computed(() => this.depth() < MOST_DEEP);
  protected readonly operandOf = operandOf;

  protected isDynamic(value: Json | undefined): boolean {
    return value !== undefined && modeOf(value) !== 'fixed';
  }

  protected combine(combinator: Combinator | null): void {
    if (combinator !== null) this.changed.emit({ ...this.group(), combinator });
  }

  protected change(at: number, comparison: Comparison, change: Partial<Comparison>): void {
    this.replace(at, { ...comparison, ...change });
  }

  protected operate(at: number, comparison: Comparison, operator: unknown): void {
    if (typeof operator === 'string') this.replace(at, withOperator(comparison, operator));
  }

  /** One bound of a range. */
  protected bound(at: number, comparison: Comparison, which: 0 | 1, value: Json | undefined): void {
    const bounds = boundsOf(comparison.value);
    this.change(at, comparison, { value: which === 0 ? [value ?? '', bounds[1]] : [bounds[0], value ?? ''] });
  }

  protected boundOf(comparison: Comparison, which: 0 | 1): Json | undefined {
    const value = boundsOf(comparison.value)[which];
    return value === '' ? undefined : value;
  }

  protected replace(at: number, part: Condition | undefined): void {
    this.changed.emit(replacePart(this.group(), [at], part));
  }

  protected add(): void {
    this.changed.emit({ ...this.group(), parts: [...this.group().parts, NEW_COMPARISON] });
  }

  protected addGroup(): void {
    const inner: ConditionGroup = {
      kind: 'group',
      combinator: this.group().combinator === 'and' ? 'or' : 'and',
      parts: [NEW_COMPARISON],
    };
    this.changed.emit({ ...this.group(), parts: [...this.group().parts, inner] });
  }

  /** A single comparison may stand in the config itself, or be the only one of a list. */
  protected pathOf(at: number, key: string): DataPath {
    const isList = this.depth() > 0 || Array.isArray(this.form().valueAt([...this.base(), 'conditions']));
    return isList ? [...this.base(), 'conditions', at, key] : [...this.base(), key];
  }

  protected problemAt(at: number, key: string) {
    return this.form().problemsAt(this.pathOf(at, key))[0];
  }

  /** What is wrong with a comparison: the first of its parts that cannot stay as it is. */
  protected errorAt(at: number): string | null {
    const problems = ['field', 'operator', 'value'].map((key) => this.problemAt(at, key));
    return problems.map(errorText).find((text) => text !== null) ?? null;
  }

  protected baseOf(at: number): DataPath {
    return [...this.base(), 'conditions', at];
  }
}

function boundsOf(value: Json | undefined): readonly [Json, Json] {
  return Array.isArray(value) ? [value[0] ?? '', value[1] ?? ''] : [value ?? '', ''];
}
