import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ParamControl } from '../form/param-control';
import { SchemaEditor } from '../schema/schema-editor';

/** A JSON Schema, such as that of a structured answer. */
@Component({
  selector: 'mr-schema-control',
  imports: [SchemaEditor],
  template: `
    <mr-schema-editor
      [label]="field().title"
      [value]="effective()"
      [readonly]="form().isReadonly()"
      (valueChange)="set($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchemaControl extends ParamControl {}
