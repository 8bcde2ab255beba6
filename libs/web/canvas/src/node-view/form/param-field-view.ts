import { NgComponentOutlet, NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import {
  Field,
  Icon,
  IconButton,
  type MenuEntry,
  MenuTrigger,
  Segmented,
  Tooltip,
  draggedPath,
  dragsPath,
  nextId,
} from '@millrace/web-ui';
import { ValueEditor } from '../expression/value-editor';
import { ValuePreview } from '../expression/value-preview';
import type { ParamField } from '../model/param-field';
import { type ValueMode, inMode, modeOf, modesOf, reference, textOf } from '../model/value-mode';
import { errorText } from './error-text';
import { MODE_OPTIONS } from './mode-options';
import type { NodeForm } from './node-form';
import { PARAM_CONTROLS } from './param-control';

const TEXTUAL: ReadonlySet<string> = new Set(['text', 'textarea', 'expression']);
/** Controls that hold fields of their own. */
const GROUPS: ReadonlySet<string> = new Set([
  'form-fields',
  'key-values',
  'list',
  'conditions',
  'object',
  'schema',
  'tools',
  'workflow-input',
]);

/** One param: label with mode and menu, its control, what is wrong, and what its value is. */
@Component({
  selector: 'mr-param-field',
  imports: [
    Field,
    Icon,
    IconButton,
    MenuTrigger,
    NgComponentOutlet,
    NgTemplateOutlet,
    Segmented,
    Tooltip,
    ValueEditor,
    ValuePreview,
  ],
  templateUrl: './param-field-view.html',
  styleUrl: './param-field-view.scss',
  host: {
    '[attr.data-testid]': "'param-' + field().name",
    '[class.dynamic]': "mode() !== 'fixed'",
    '[class.drop]': 'isDropTarget()',
    '(focusin)': 'remember()',
    '(dragover)': 'allowDrop($event)',
    '(dragleave)': 'isDropTarget.set(false)',
    '(drop)': 'drop($event)',
    '(document:dragend)': 'isDropTarget.set(false)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ParamFieldView {
  readonly form = input.required<NodeForm>();
  readonly field = input.required<ParamField>();
  /** Shares its row: its help is a hint beside the label. */
  readonly dense = input(false);
  /** Too little room for the modes: they stand in the menu. */
  readonly narrow = input(false);
  readonly #controls = inject(PARAM_CONTROLS);
  readonly #asked = signal<ValueMode | undefined>(undefined);
  protected readonly isDropTarget = signal(false);
  protected readonly editor = viewChild(ValueEditor);
  protected readonly value = computed(() => this.form().valueAt(this.field().path));
  protected readonly modes = computed(() => modesOf(this.field()));
  protected readonly options = computed(() => MODE_OPTIONS.filter(({ value }) => this.modes().includes(value)));
  protected readonly showsModes = computed(
    () => this.options().length > 1 && !this.form().isReadonly() && (!this.narrow() || this.mode() !== 'fixed'),
  );
  protected readonly mode = computed((): ValueMode => {
    const written = modeOf(this.value());
    if (written !== 'fixed') return written;
    const [only, ...others] = this.modes();
    return others.length === 0 && only !== undefined ? only : (this.#asked() ?? 'fixed');
  });
  protected readonly control = computed(() => {
    const { control } = this.field();
    return this.mode() === 'fixed' && !TEXTUAL.has(control) ? (this.#controls[control] ?? null) : null;
  });
  protected readonly controlInputs = computed(() => ({ form: this.form(), field: this.field() }));
  protected readonly labelId = nextId('label');
  protected readonly helpId = nextId('help');
  protected readonly layout = computed(() => this.#layout());
  protected readonly problem = computed(() => this.form().problemsAt(this.field().path)[0]);
  protected readonly error = computed(() => errorText(this.problem()));
  /** Of the group itself: what is wrong inside stands there. */
  protected readonly groupError = computed(() =>
    this.problem()?.path?.length === this.field().path.length ? this.error() : null,
  );
  protected readonly hasPreview = computed(
    () => this.mode() !== 'fixed' && this.value() !== undefined && !this.field().isRaw && this.error() === null,
  );
  protected readonly warning = computed(() => (this.error() === null ? this.problem()?.message : undefined));
  /** Help under the field; a question that is a sentence explains itself. */
  protected readonly help = computed(() => {
    if (this.dense() || this.error() !== null || this.field().control === 'conditions') return null;
    return this.field().help ?? null;
  });
  protected readonly rows = computed(() => (this.field().control === 'textarea' ? (this.field().rows ?? 3) : 1));
  protected readonly placeholder = computed(() => this.#placeholder());

  protected write(value: Json | undefined): void {
    // A template that is written anew has no braces at first: it stays one while somebody types.
    this.#asked.set(this.mode());
    const isCel = this.field().language === 'cel';
    this.form().set(this.field().path, isCel && typeof value === 'string' ? { $expr: value } : value);
  }

  protected choose(mode: ValueMode): void {
    this.#asked.set(mode);
    const next = inMode(this.value(), mode, mode === 'fixed' ? this.#known() : undefined);
    if (next !== this.value()) this.form().set(this.field().path, next);
    queueMicrotask(() => void this.editor()?.focus());
  }

  protected menu = (): readonly MenuEntry[] => [
    ...this.#modeEntries(),
    {
      label: 'Expand editor',
      icon: 'maximize-2',
      keys: 'Alt+Enter',
      disabled: !this.editor(),
      run: () => this.editor()?.expand(),
    },
    {
      label: 'Insert data',
      icon: 'variable',
      keys: 'Alt+M',
      disabled: this.modes().length < 2,
      run: () => this.pick(),
    },
    'divider',
    { label: 'Copy value', icon: 'copy', disabled: this.value() === undefined, run: () => this.#copy() },
    {
      label: this.field().defaultValue === undefined ? 'Clear' : 'Reset to default',
      icon: 'rotate-ccw',
      disabled: this.value() === undefined || this.form().isReadonly(),
      run: () => this.#reset(),
    },
  ];

  /** Puts a path where the caret is; a fixed value becomes a template. */
  insertPath(path: string): void {
    const editor = this.editor();
    if (editor !== undefined) return editor.insertPath(path);
    if (this.modes().length < 2) return;
    this.form().set(this.field().path, reference(path, 'template'));
  }

  protected pick(): void {
    if (this.editor() === undefined) this.choose('template');
    queueMicrotask(() => this.editor()?.pick());
  }

  protected remember(): void {
    if (this.modes().length < 2) return;
    this.form().target.set({ name: this.field().title, insertPath: (path) => this.insertPath(path) });
  }

  protected allowDrop(event: DragEvent): void {
    if (!dragsPath(event.dataTransfer) || this.modes().length < 2 || this.form().isReadonly()) return;
    event.preventDefault();
    this.isDropTarget.set(true);
  }

  protected drop(event: DragEvent): void {
    this.isDropTarget.set(false);
    const path = draggedPath(event.dataTransfer);
    if (path === undefined || event.defaultPrevented || this.modes().length < 2) return;
    event.preventDefault();
    this.insertPath(path);
  }

  #modeEntries(): readonly MenuEntry[] {
    if (!this.narrow() || this.form().isReadonly()) return [];
    const choices = this.options().map(({ value, label, icon }): MenuEntry => ({
      label,
      ...(icon && { icon }),
      checked: value === this.mode(),
      run: () => this.choose(value),
    }));
    return [...choices, 'divider'];
  }

  #layout(): 'field' | 'group' | 'switch' {
    if (this.mode() !== 'fixed') return 'field';
    if (this.field().control === 'toggle') return 'switch';
    return GROUPS.has(this.field().control) ? 'group' : 'field';
  }

  #reset(): void {
    this.#asked.set(undefined);
    this.form().set(this.field().path, undefined);
  }

  #copy(): void {
    void navigator.clipboard?.writeText(textOf(this.value()));
  }

  /** What a template or expression gives just now, when it may stand for it. */
  #known(): Json | undefined {
    const value = this.value();
    if (value === undefined) return undefined;
    const preview = this.form().preview(value);
    return preview.kind === 'value' && !preview.isSample ? preview.value : undefined;
  }

  #placeholder(): string {
    const { defaultValue, placeholder } = this.field();
    if (this.mode() !== 'fixed') return placeholder?.includes('{{') ? placeholder : '';
    if (defaultValue !== undefined && defaultValue !== '') return textOf(defaultValue);
    return placeholder ?? '';
  }
}
