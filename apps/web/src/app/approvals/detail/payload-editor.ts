import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { JsonInput, schemaFields, SchemaForm, Segmented, type Option } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import { changesBetween } from '../model/value-changes';
import { ChangeList } from './change-list';

type Mode = 'form' | 'json';

/** The data that may be changed with a decision: as a form where it can be one, as JSON always; and what was changed. */
@Component({
  selector: 'mr-payload-editor',
  imports: [ChangeList, JsonInput, SchemaForm, Segmented],
  template: `
    <header>
      <h3>Data</h3>
      @if (fields()) {
        <mr-segmented size="s" label="How the data is shown" [options]="modes" [(value)]="mode" />
      }
    </header>
    @if (fields(); as fields) {
      @if (mode() === 'form') {
        <mr-schema-form
          [fields]="fields"
          [value]="value()"
          [readonly]="readonly()"
          (valueChange)="take($event)"
          (validChange)="validChange.emit($event)"
        />
      }
    }
    @if (!fields() || mode() === 'json') {
      <mr-json-input
        label="Data"
        [hideLabel]="true"
        [minLines]="4"
        [readonly]="readonly()"
        [value]="value()"
        (valueChange)="take($event)"
        (flawChange)="validChange.emit($event === null)"
      />
    }
    @if (changes().length > 0) {
      <div class="changes" data-testid="payload-changes">
        <h4>{{ heading() }}</h4>
        <mr-change-list [changes]="changes()" />
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }

    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-height: 28px;
    }

    .changes {
      padding: 10px 12px;
      border: 1px solid var(--border-1);
      border-radius: 8px;
      background: var(--surface-1);
    }

    h4 {
      margin-bottom: 4px;
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PayloadEditor {
  readonly schema = input.required<Json | null>();
  /** What changes are told against. */
  readonly original = input.required<Json | null>();
  readonly value = input.required<Json | null>();
  readonly readonly = input(false);
  readonly heading = input('Changes');
  readonly valueChange = output<Json>();
  readonly validChange = output<boolean>();
  protected readonly modes: readonly Option<Mode>[] = [
    { value: 'form', label: 'Form' },
    { value: 'json', label: 'JSON' },
  ];
  /** By what was asked for: fields must not come and go while one writes. */
  protected readonly fields = computed(() => schemaFields(this.schema(), this.original() ?? undefined));
  private readonly isForm = computed(() => this.fields() !== undefined);
  protected readonly mode = linkedSignal<boolean, Mode>({
    source: this.isForm,
    computation: (isForm) => (isForm ? 'form' : 'json'),
  });
  protected readonly changes = computed(() => changesBetween(this.original() ?? undefined, this.value() ?? undefined));

  protected take(value: unknown): void {
    this.valueChange.emit((value ?? null) as Json);
  }
}
