import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Combobox, Field, IconButton, type Option } from '@millrace/web-ui';
import { PARAM_CHOICES } from '../node-view/ports/param-choices';

const TYPING_PAUSE_MS = 200;

/** One workflow of the workspace, found by its name. */
@Component({
  selector: 'mr-workflow-picker',
  imports: [Combobox, Field, IconButton],
  template: `
    <mr-field [label]="label()" [help]="help() ?? null" [error]="error()">
      <span class="row">
        <mr-combobox
          remote
          placeholder="None"
          [options]="options()"
          [value]="value() ?? null"
          [loading]="found.isLoading()"
          [disabled]="readonly()"
          (searched)="search($event)"
          (valueChange)="valueChange.emit($event ?? undefined)"
        />
        @if (value() !== undefined && !readonly()) {
          <button
            mr-icon-button
            type="button"
            icon="x"
            label="No error workflow"
            (click)="valueChange.emit(undefined)"
          ></button>
        }
      </span>
    </mr-field>
  `,
  styles: `
    .row {
      display: flex;
      gap: 4px;
      align-items: center;
    }

    mr-combobox {
      flex: 1;
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkflowPicker {
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly value = input.required<string | undefined>();
  readonly readonly = input(false);
  readonly valueChange = output<string | undefined>();
  readonly #choices = inject(PARAM_CHOICES);
  readonly #asked = signal('');
  #typing: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = resource({
    params: () => ({ search: this.#asked() }),
    loader: async ({ params, abortSignal }) => this.#choices.workflows(params.search, abortSignal),
  });
  /** Name of what is chosen; null when there is no such workflow. */
  protected readonly chosen = resource({
    params: () => this.value(),
    loader: async ({ params }) => (await this.#choices.workflowName(params)) ?? null,
  });
  protected readonly options = computed((): readonly Option[] => {
    const listed = this.found.hasValue() ? this.found.value() : [];
    const own = this.value();
    const options = listed.map(({ value, label, hint }) => ({
      value,
      label: label ?? value,
      // A draft has nothing that could be run.
      ...(hint !== undefined && { description: 'Not published yet' }),
    }));
    if (own === undefined || options.some(({ value }) => value === own)) return options;
    const name = this.chosen.hasValue() ? this.chosen.value() : undefined;
    return [...options, { value: own, label: name ?? (name === null ? 'A workflow that is gone' : '…') }];
  });
  protected readonly error = computed(() => {
    const failure = this.found.error();
    if (failure !== undefined) return apiErrorOf(failure).message;
    if (this.value() === undefined || !this.chosen.hasValue() || this.chosen.value() !== null) return null;
    return 'This workflow does not exist any more. Choose another, or none.';
  });

  protected search(text: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#asked.set(text.trim()), TYPING_PAUSE_MS);
  }
}
