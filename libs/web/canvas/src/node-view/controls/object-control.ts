import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { ParamControl } from '../form/param-control';
import { ParamFieldsView } from '../form/param-fields-view';
import { fieldsOf } from '../model/param-fields';
import { variantsOf, isObject } from '../model/schema';

/** A form inside a form. */
@Component({
  selector: 'mr-object-control',
  imports: [ParamFieldsView],
  template: `<mr-param-fields [nested]="true" [form]="form()" [fields]="fields()" />`,
  styles: `
    :host {
      display: block;
      padding: 12px;
      border: 1px solid var(--border-1);
      border-radius: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ObjectControl extends ParamControl {
  protected readonly fields = computed(() => {
    const { schema, root, path, isRaw } = this.field();
    const own = variantsOf(schema, root).find((variant) => isObject(variant['properties'])) ?? schema;
    return fieldsOf({ schema: own, root, path, isRaw });
  });
}
