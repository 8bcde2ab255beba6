import { ChangeDetectionStrategy, Component, computed, linkedSignal } from '@angular/core';
import { Button, Icon } from '@millrace/web-ui';
import { calledIdOf } from '@millrace/workflow-model';
import { ParamControl } from '../form/param-control';
import { ParamFieldsView } from '../form/param-fields-view';
import { fieldsOf } from '../model/param-fields';
import { isObject } from '../model/schema';
import { JsonControl } from './json-control';

/** What another workflow gets: the fields that its trigger asks for, or any JSON. */
@Component({
  selector: 'mr-workflow-input-control',
  imports: [Button, Icon, JsonControl, ParamFieldsView],
  template: `
    @if (isForm()) {
      <div class="fields"><mr-param-fields [nested]="true" [form]="form()" [fields]="fields()" /></div>
    } @else {
      <mr-json-control [form]="form()" [field]="field()" />
    }
    @if (called(); as workflow) {
      <p class="called" data-testid="called-workflow">
        <span>{{ words() }}</span>
        @if (fields().length > 0 && canBeForm()) {
          <button mr-button type="button" size="s" variant="ghost" (click)="isForm.set(!isForm())">
            {{ isForm() ? 'Write JSON' : 'Fill in fields' }}
          </button>
        }
        <a target="_blank" rel="noopener" [href]="'/workflows/' + calledId()">
          Open “{{ workflow.name }}” <mr-icon name="external-link" [size]="12" />
        </a>
      </p>
    }
  `,
  styles: `
    .fields {
      padding: 12px;
      border: 1px solid var(--border-1);
      border-radius: 8px;
    }

    .called {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      min-height: 28px;
      margin-top: 4px;
      color: var(--text-2);
      font-size: var(--size-12);
    }

    a {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      margin-inline-start: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkflowInputControl extends ParamControl {
  protected readonly calledId = computed(() => {
    const [definition, node] = [this.form().definition(), this.form().node()];
    return definition && node && calledIdOf(definition, node);
  });
  protected readonly called = computed(() =>
    this.form()
      .session.params.called.known()
      .get(this.calledId() ?? ''),
  );
  protected readonly fields = computed(() => {
    const schema = this.called()?.input;
    const { path } = this.field();
    return schema === undefined ? [] : fieldsOf({ schema, root: schema, path });
  });
  /** What is no object of fields can only be written. */
  protected readonly canBeForm = computed(() => this.value() === undefined || isObject(this.value()));
  protected readonly isForm = linkedSignal(() => this.fields().length > 0 && this.canBeForm());
  protected readonly words = computed(() =>
    this.fields().length > 0 ? 'As its trigger asks for it.' : 'Its trigger takes anything.',
  );
}
