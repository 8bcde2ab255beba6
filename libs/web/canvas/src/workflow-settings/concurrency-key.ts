import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import type { ConcurrencySettings, JsonObject } from '@millrace/workflow-model';
import { CodeEditor, type CompleteCode, type DiagnoseCode, Field, Input, Segmented } from '@millrace/web-ui';
import type { EditorSession } from '../session/editor-session';
import { optionsFrom } from '../node-view/expression/assist';
import { MODE_OPTIONS } from '../node-view/form/mode-options';
import { type ValueMode, inMode, modeOf, textOf, typed } from '../node-view/model/value-mode';
import { inOneLine } from '../node-view/model/value-summary';

type Key = ConcurrencySettings['key'];

/** What is there before a run begins. */
const ROOTS: Readonly<Record<string, JsonObject | undefined>> = { trigger: undefined, workflow: undefined };

/** The value that tells runs apart: written like a param, over what starts a run. */
@Component({
  selector: 'mr-concurrency-key',
  imports: [CodeEditor, Field, Input, Segmented],
  templateUrl: './concurrency-key.html',
  styleUrl: './concurrency-key.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConcurrencyKey {
  readonly session = input.required<EditorSession>();
  readonly value = input.required<Key>();
  readonly readonly = input(false);
  readonly valueChange = output<Key>();
  protected readonly modes = MODE_OPTIONS;
  protected readonly mode = linkedSignal<Key, ValueMode>({
    source: () => this.value(),
    computation: (value, before) => {
      const written = modeOf(value);
      // Text without braces may be a template that is being written.
      return written === 'fixed' ? (before?.value ?? 'template') : written;
    },
  });
  protected readonly text = computed(() => textOf(this.value()));
  protected readonly kind = computed((): 'expression' | 'template' =>
    this.mode() === 'expression' ? 'expression' : 'template',
  );
  readonly #trigger = computed(() =>
    this.session()
      .nodes()
      .find((node) => this.session().catalogue.isTrigger(node)),
  );
  readonly #scope = computed(() => {
    const trigger = this.#trigger();
    const samples = trigger === undefined ? {} : this.session().params.of(trigger.id).completion.samples;
    const known = Object.fromEntries(Object.entries(samples).filter(([name]) => name in ROOTS));
    return { roots: ROOTS, envelopes: [], samples: known };
  });
  /** What it comes to with the last run; undefined when that is not known. */
  protected readonly preview = computed(() => {
    const [value, trigger] = [this.value(), this.#trigger()];
    if (value === undefined || trigger === undefined || modeOf(value) === 'fixed') return undefined;
    const found = this.session().params.preview(trigger.id, typeof value === 'string' ? value : { ...value });
    return found.kind === 'value' ? inOneLine(found.value) : undefined;
  });
  protected readonly error = computed(() => {
    const problem = this.#problems(this.value()).find(({ severity }) => severity === 'error');
    return problem?.message ?? null;
  });
  protected readonly complete = computed<CompleteCode>(() => {
    const [kind, scope] = [this.kind(), this.#scope()];
    return ({ text, offset, explicit }) => {
      const tools = this.session().expressions();
      if (tools === undefined) return null;
      if (!explicit && kind === 'expression' && !/[\w.[]$/.test(text.slice(0, offset))) return null;
      return optionsFrom(tools.completionsAt(text, offset, { ...scope, kind }), text);
    };
  });
  protected readonly diagnose = computed<DiagnoseCode>(() => {
    const isExpression = this.kind() === 'expression';
    return (text) =>
      this.#problems(text.trim() === '' ? undefined : isExpression ? { $expr: text } : text).map(
        ({ range, severity, message }) => ({
          from: range?.start ?? 0,
          to: range?.end ?? text.length,
          severity,
          message,
        }),
      );
  });

  protected choose(mode: ValueMode): void {
    const next = inMode(this.#asJson(this.value()), mode);
    this.mode.set(mode);
    this.valueChange.emit(next as Key);
    this.mode.set(mode);
  }

  protected edited(text: string): void {
    if (text.trim() === '') this.valueChange.emit(undefined);
    else this.valueChange.emit(this.mode() === 'expression' ? { $expr: text } : text);
  }

  protected typedText(event: Event): void {
    const { value: text } = event.target as HTMLInputElement;
    const { mode, value } = typed(text);
    this.mode.set(mode);
    this.valueChange.emit(text.trim() === '' || text === '=' ? undefined : (value as Key));
  }

  #problems(value: Key) {
    const tools = this.session().expressions();
    if (tools === undefined || value === undefined) return [];
    return tools.checkParam(typeof value === 'string' ? value : { ...value }, { roots: ROOTS });
  }

  #asJson(value: Key) {
    return typeof value === 'object' ? { ...value } : value;
  }
}
