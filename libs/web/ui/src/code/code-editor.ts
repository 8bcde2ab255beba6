import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
  type AfterViewInit,
} from '@angular/core';
import { injectField } from '../fields/field';
import type { CodeEvents, CodeLanguage, CodeSettings, CodeView, CompleteCode, DiagnoseCode } from './code-types';
import { loadCodeView } from './load-code-view';

const LINE_PX = 20;

/** A code editor; CodeMirror comes when the first one is shown. Until then the text is there to read. */
@Component({
  selector: 'mr-code-editor',
  template: `
    <div #place class="place" [style.min-height.px]="minHeight()" [style.max-height.px]="maxHeight()">
      @if (!ready()) {
        <pre aria-hidden="true">{{ value() || placeholder() }}</pre>
      }
    </div>
    <ng-content />
  `,
  styleUrl: './code-editor.scss',
  host: {
    '[class.focused]': 'hasFocus()',
    '[class.invalid]': 'invalid() || field?.invalid()',
    '[class.readonly]': 'readonly()',
    '[class.single]': 'singleLine()',
    '[class.fill]': 'fill()',
    '[class.bare]': 'bare()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeEditor implements AfterViewInit {
  readonly value = model('');
  readonly language = input<CodeLanguage>('text');
  /** Names it; inside an `mr-field` the field's label is used when this is empty. */
  readonly label = input<string>();
  readonly singleLine = input(false, { transform: booleanAttribute });
  readonly readonly = input(false, { transform: booleanAttribute });
  readonly invalid = input(false, { transform: booleanAttribute });
  readonly lineNumbers = input<boolean>();
  readonly placeholder = input('');
  readonly minLines = input(3);
  readonly maxLines = input(20);
  /** Takes the height of its parent instead of the lines. */
  readonly fill = input(false, { transform: booleanAttribute });
  /** Without border: inside panels that have one. */
  readonly bare = input(false, { transform: booleanAttribute });
  readonly complete = input<CompleteCode>();
  readonly diagnose = input<DiagnoseCode>();
  /** Enter in a single line, Mod+Enter elsewhere. */
  readonly submitted = output<void>();
  readonly focusChange = output<boolean>();
  protected readonly field = injectField();
  protected readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  protected readonly ready = signal(false);
  protected readonly hasFocus = signal(false);
  protected readonly minHeight = computed(() =>
    this.singleLine() ? 30 : this.fill() ? null : this.minLines() * LINE_PX + 10,
  );
  protected readonly maxHeight = computed(() =>
    this.singleLine() || this.fill() ? null : this.maxLines() * LINE_PX + 10,
  );
  readonly #settings = computed<CodeSettings>(() => ({
    language: this.language(),
    singleLine: this.singleLine(),
    readonly: this.readonly(),
    lineNumbers: this.lineNumbers() ?? (this.language() === 'javascript' || this.language() === 'json'),
    placeholder: this.placeholder(),
    attributes: this.#attributes(),
    complete: this.complete(),
    diagnose: this.diagnose(),
  }));
  #view: CodeView | undefined;
  #destroyed = false;
  #wantsFocus = false;
  #opened: Promise<void> | undefined;

  constructor() {
    effect(() => this.#configure(this.#settings()));
    effect(() => this.#setText(this.value()));
    inject(DestroyRef).onDestroy(() => {
      this.#destroyed = true;
      this.#view?.destroy();
    });
  }

  ngAfterViewInit(): void {
    void (this.#opened = this.#open());
  }

  /** Puts the caret in it, as soon as it is there. */
  focus(): void {
    this.#wantsFocus = true;
    this.#view?.focus();
  }

  /** Puts the caret at the end of the text; resolves once what is typed goes there. */
  async focusEnd(): Promise<void> {
    await this.#opened;
    const end = this.value().length;
    this.select(end, end);
  }

  /** Writes at the caret, over the selection. */
  insert(text: string): void {
    if (this.#view === undefined) this.value.update((value) => value + text);
    this.#view?.insert(text);
  }

  /** Writes at the caret as if it were typed. */
  type(text: string): void {
    if (this.#view === undefined) this.value.update((value) => value + text);
    this.#view?.type(text);
  }

  /** Selects what is between two offsets: the place of a problem. */
  select(from: number, to: number): void {
    this.#view?.select(from, to);
    this.focus();
  }

  async #open(): Promise<void> {
    const { openCodeView } = await loadCodeView();
    if (this.#destroyed) return;
    this.ready.set(true);
    this.#view = untracked(() =>
      openCodeView(this.place().nativeElement, this.value(), this.#settings(), this.#events),
    );
    if (this.#wantsFocus) this.#view.focus();
  }

  readonly #events: CodeEvents = {
    changed: (text) => this.value.set(text),
    submitted: () => {
      this.submitted.emit();
      return true;
    },
    focused: (has) => {
      this.hasFocus.set(has);
      this.focusChange.emit(has);
    },
  };

  #attributes(): Record<string, string> {
    const label = this.label();
    const describedBy = this.field?.describedBy();
    return {
      ...(this.field && !label ? { 'aria-labelledby': this.field.labelId } : { 'aria-label': label ?? 'Code' }),
      ...(this.field ? { id: this.field.controlId } : {}),
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      tabindex: '0',
      'aria-invalid': String(this.invalid() || (this.field?.invalid() ?? false)),
      'aria-readonly': String(this.readonly()),
      'aria-multiline': String(!this.singleLine()),
    };
  }

  #configure(settings: CodeSettings): void {
    this.#view?.configure(settings);
  }

  #setText(text: string): void {
    this.#view?.setText(text);
  }
}
