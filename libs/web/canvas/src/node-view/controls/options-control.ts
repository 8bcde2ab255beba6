import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Button, Combobox, Icon } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';
import { choiceOptions } from '../model/choice-options';
import { isObject, textAt } from '../model/schema';
import { type ChoiceQuestion, type FoundChoices, PARAM_CHOICES } from '../ports/param-choices';

/** Where the choices are from, in words. */
interface Origin {
  readonly icon: 'radio' | 'package' | 'loader-circle' | 'triangle-alert';
  readonly text: string;
  readonly canRetry: boolean;
}

const TYPING_PAUSE_MS = 200;
const NOTHING: FoundChoices = { choices: [], isLive: false };

/** One of what a service offers for the chosen account, such as its models. Anything else may be typed as well. */
@Component({
  selector: 'mr-options-control',
  imports: [Button, Combobox, Icon],
  template: `
    <mr-combobox
      remote
      free
      [placeholder]="placeholder()"
      [options]="options()"
      [value]="chosen()"
      [loading]="found.isLoading()"
      [disabled]="form().isReadonly()"
      (searched)="type($event)"
      (valueChange)="choose($event)"
    />
    <p class="origin" [class.flaw]="origin().canRetry" role="status" data-testid="choices-origin">
      <mr-icon [name]="origin().icon" [size]="12" /> <span>{{ origin().text }}</span>
      @if (origin().canRetry) {
        <button mr-button type="button" size="s" variant="ghost" (click)="found.reload()">Try again</button>
      }
    </p>
    @if (hint(); as text) {
      <p class="origin"><mr-icon name="info" [size]="12" /> {{ text }}</p>
    }
  `,
  styles: `
    .origin {
      display: flex;
      gap: 5px;
      align-items: center;
      min-height: 20px;
      margin-top: 4px;
      color: var(--text-2);
      font-size: var(--size-12);
    }

    .flaw {
      color: var(--waiting-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OptionsControl extends ParamControl {
  readonly #choices = inject(PARAM_CHOICES);
  readonly #typed = linkedSignal({ source: () => this.form().nodeId(), computation: () => '' });
  /** What is asked of the server; set a moment after typing. */
  readonly #asked = signal('');
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #source = computed(() => {
    const { ui } = this.field().schema;
    return isObject(ui) ? (textAt(ui, 'options') ?? '') : '';
  });
  readonly #isWorkflows = computed(() => this.#source() === 'workflows');
  readonly #credentialId = computed(() => {
    const slots = this.form().definition()?.credentials ?? [];
    return this.form().node()?.credentials?.[slots[0]?.id ?? 'account'];
  });
  readonly #question = computed(
    (): ChoiceQuestion => ({
      type: this.form().node()?.type ?? '',
      param: this.field()
        .path.filter((key) => typeof key === 'string')
        .join('.'),
      ...(this.#credentialId() !== undefined && { credentialId: this.#credentialId() as string }),
      ...(this.#isWorkflows() && { search: this.#asked() }),
    }),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly found = resource({
    params: () => this.#question(),
    loader: ({ params, abortSignal }) => this.#find(params, abortSignal),
  });
  /** What was found last, while more is looked for. */
  readonly #known = linkedSignal<FoundChoices | undefined, FoundChoices>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (now, before) => now ?? before?.value ?? NOTHING,
  });
  protected readonly options = computed(() => choiceOptions(this.#known().choices, this.#typed()));
  protected readonly chosen = computed(() => {
    const value = this.value();
    return typeof value === 'string' && value !== '' ? value : null;
  });
  protected readonly placeholder = computed(() => {
    const { defaultValue, placeholder } = this.field();
    return typeof defaultValue === 'string' && defaultValue !== '' ? defaultValue : (placeholder ?? 'Choose or type');
  });
  protected readonly hint = computed(() => {
    const value = this.chosen() ?? this.field().defaultValue;
    const hint = this.#known().choices.find((choice) => choice.value === value)?.hint;
    return hint === undefined ? undefined : `${String(value)} ${hint}.`;
  });
  protected readonly origin = computed((): Origin => this.#origin());

  protected type(text: string): void {
    this.#typed.set(text);
    if (!this.#isWorkflows()) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#asked.set(text.trim()), TYPING_PAUSE_MS);
  }

  protected choose(value: string | null): void {
    this.#typed.set('');
    this.set(value ?? undefined);
  }

  #origin(): Origin {
    const error = this.found.error();
    if (error !== undefined) return { icon: 'triangle-alert', text: apiErrorOf(error).message, canRetry: true };
    if (this.found.isLoading()) return { icon: 'loader-circle', text: 'Looking up what there is…', canRetry: false };
    const { isLive, message, choices } = this.#known();
    if (message !== undefined)
      return { icon: 'triangle-alert', text: `Shipped list: ${message}`, canRetry: this.#credentialId() !== undefined };
    if (this.#isWorkflows() || this.#source() === 'actions')
      return { icon: 'package', text: countOf(choices.length), canRetry: false };
    if (isLive) return { icon: 'radio', text: 'Live from the provider', canRetry: false };
    const isChosen = this.#credentialId() !== undefined;
    return {
      icon: 'package',
      text: isChosen ? 'Shipped list' : 'Shipped list; choose an account to see what it offers',
      canRetry: false,
    };
  }

  async #find(question: ChoiceQuestion, signal: AbortSignal): Promise<FoundChoices> {
    if (!this.#isWorkflows()) return this.#choices.find(question, signal);
    const choices = await this.#choices.workflows(question.search ?? '', signal);
    const id = this.chosen();
    const isThere = id === null || choices.some(({ value }) => value === id);
    const label = isThere || id === null ? undefined : await this.#choices.workflowName(id);
    return {
      choices: label === undefined || id === null ? choices : [...choices, { value: id, label }],
      isLive: true,
    };
  }
}

function countOf(count: number): string {
  return count === 0 ? 'Nothing to choose from' : `${count} to choose from`;
}
