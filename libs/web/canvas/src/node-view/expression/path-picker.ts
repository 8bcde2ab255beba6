import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { DIALOG_DATA, DialogFrame, DialogRef, SearchField } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { VariableTree } from './variable-tree';

/** What a {@link PathPicker} is given. */
export interface PathPickerData {
  readonly form: NodeForm;
}

/** Everything that a node can read, to choose a path from: the keyboard's way of dragging. Closes with the path. */
@Component({
  selector: 'mr-path-picker',
  imports: [DialogFrame, SearchField, VariableTree],
  template: `
    <mr-dialog heading="Insert data" text="Arrow keys move, Enter inserts." flush>
      <div class="search"><mr-search label="Search data" [(value)]="query" /></div>
      <mr-variable-tree class="tree" [form]="data.form" [query]="query()" (chosen)="ref.close($event)" />
    </mr-dialog>
  `,
  styles: `
    .search {
      padding: 8px 16px 12px;
    }

    .tree {
      height: 400px;
      border-top: 1px solid var(--border-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PathPicker {
  protected readonly data = inject<PathPickerData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly query = signal('');
}
