import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { type Option, Select } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import { ParamControl } from '../form/param-control';
import { textOf } from '../model/value-mode';

/** One of a few. A value that is not among them is shown as it is. */
@Component({
  selector: 'mr-select-control',
  imports: [Select],
  template: `
    <mr-select
      [options]="options()"
      [value]="meant(effective()) ?? null"
      [placeholder]="field().placeholder ?? 'Choose'"
      [disabled]="form().isReadonly()"
      (valueChange)="set($event ?? undefined)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectControl extends ParamControl {
  protected readonly options = computed((): readonly Option<Json>[] => {
    const known: readonly Option<Json>[] = this.field().options;
    const value = this.meant(this.value());
    if (value === undefined || known.some((option) => option.value === value)) return known;
    return [...known, { value, label: textOf(value) }];
  });

  /** The value that another name for it stands for. */
  protected meant(value: Json | undefined): Json | undefined {
    const { aliases = {} } = this.field();
    return typeof value === 'string' && Object.hasOwn(aliases, value) ? aliases[value] : value;
  }
}
