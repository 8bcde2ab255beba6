import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { DataPath, Json, Problem } from '@millrace/workflow-model';
import { Announcer, CodeEditor, Dialogs, Input, draggedPath, dragsPath } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { plainValue } from '../model/condition-tree';
import { type ValueMode, modeOf, reference, textOf, typed } from '../model/value-mode';
import { completeWith, diagnoseWith } from './assist';
import { ExpressionDialog, type ExpressionDialogData } from './expression-dialog';
import { KeptKeys } from './kept-keys';
import { PathPicker, type PathPickerData } from './path-picker';

/** Longest that what is typed waits for the editor. */
const PATIENCE_MS = 5_000;
/** What begins a tag. */
const TAG = '{{';
/** Turns of the page within which the editor is drawn. */
const MOST_TURNS = 20;
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Writes one value: a plain input, or the editor of templates and expressions. Takes paths by drop, by Alt+M and by choice. */
@Component({
  selector: 'mr-value-editor',
  imports: [CodeEditor, Input],
  templateUrl: './value-editor.html',
  styleUrl: './value-editor.scss',
  host: {
    '[class.drop]': 'isDropTarget()',
    '(keydown)': 'onKey($event)',
    '(focusin)': 'remember()',
    '(dragover)': 'allowDrop($event)',
    '(dragleave)': 'isDropTarget.set(false)',
    '(document:dragend)': 'isDropTarget.set(false)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueEditor {
  readonly form = input.required<NodeForm>();
  readonly path = input.required<DataPath>();
  readonly value = input.required<Json | undefined>();
  readonly mode = model<ValueMode>('fixed');
  readonly modes = input<readonly ValueMode[]>(['fixed', 'template', 'expression']);
  /** Numbers, true, false and null are not text; text that looks like one is written in quotes. */
  readonly literal = input(false);
  /** Says nothing of the type of a literal: in narrow places. */
  readonly quiet = input(false);
  readonly rows = input(1);
  readonly label = input<string>();
  readonly placeholder = input('');
  readonly problem = input<Problem>();
  readonly valueChange = output<Json | undefined>();
  readonly #dialogs = inject(Dialogs);
  readonly #announcer = inject(Announcer);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly isDropTarget = signal(false);
  protected readonly editor = viewChild(CodeEditor);
  protected readonly effectiveMode = computed(() => {
    const written = modeOf(this.value());
    return written === 'fixed' ? this.mode() : written;
  });
  protected readonly isDynamic = computed(() => this.effectiveMode() !== 'fixed');
  protected readonly kind = computed(() => (this.effectiveMode() === 'expression' ? 'expression' : 'template'));
  protected readonly text = computed(() => this.#text());
  protected readonly valueType = computed(() =>
    this.literal() && !this.quiet() && this.value() !== undefined ? literalWord(this.value()) : '',
  );
  protected readonly complete = computed(() => completeWith(this.form(), this.kind()));
  protected readonly diagnose = computed(() => diagnoseWith(this.form(), this.kind()));
  /** Whether somebody put the caret anywhere; the editor keeps it when it loses the focus. */
  #hasCaret = false;

  constructor() {
    // Before the editor inside hears of it: it would write braces into expressions too.
    this.#element.addEventListener('drop', (event) => this.drop(event), { capture: true });
  }

  /** Puts the caret at the end of what is written. */
  async focus(): Promise<void> {
    const editor = this.editor();
    if (editor !== undefined) await editor.focusEnd();
    else this.#input()?.focus();
  }

  /** Puts a path where the caret is. */
  insertPath(path: string): void {
    const editor = this.editor();
    if (editor !== undefined) {
      if (!this.#hasCaret) editor.select(this.text().length, this.text().length);
      editor.insert(reference(path, this.effectiveMode()));
      editor.focus();
    } else this.#insertIntoInput(reference(path, 'template'));
    this.#announcer.say(`${path} inserted`);
  }

  /** Opens the tree of everything that can be read. */
  pick(): void {
    const data: PathPickerData = { form: this.form() };
    this.#dialogs
      .open<string>(PathPicker, { data, size: 'medium' })
      .closed.subscribe((path) => path !== undefined && this.insertPath(path));
  }

  /** Opens the large editor. */
  expand(): void {
    const data: ExpressionDialogData = {
      form: this.form(),
      title: this.label() ?? 'Value',
      mode: this.effectiveMode() === 'expression' ? 'expression' : 'template',
      text: textOf(this.value()),
    };
    this.#dialogs
      .open<string>(ExpressionDialog, { data, size: 'full' })
      .closed.subscribe((text) => text !== undefined && this.edited(text));
  }

  /** A text from the editor of templates and expressions. */
  protected edited(text: string): void {
    if (text === '') this.valueChange.emit(undefined);
    else this.valueChange.emit(this.effectiveMode() === 'expression' ? { $expr: text } : text);
    if (text !== '' && !text.includes('{{') && this.effectiveMode() === 'template') this.mode.set('template');
  }

  /** A text from the plain input: `=` begins an expression, `{{` a template. */
  protected typedText(event: Event): void {
    const { value: text, selectionStart } = event.target as HTMLInputElement | HTMLTextAreaElement;
    const { mode, value } = typed(text);
    const opened = mode === 'template' ? openedTag(text, selectionStart ?? text.length) : undefined;
    if (mode !== 'fixed' && this.modes().includes(mode)) {
      this.mode.set(mode);
      const rest = opened?.without ?? (mode === 'expression' && text === '=' ? '' : value);
      this.valueChange.emit(rest === '' ? undefined : rest);
      void this.#goOn(new KeptKeys(), opened?.at);
    } else this.valueChange.emit(text === '' ? undefined : this.literal() ? literalOf(text) : text);
  }

  protected focusChanged(has: boolean): void {
    this.#hasCaret ||= has;
  }

  /**
   * The editor takes the place of the plain input; what is typed in the meantime is written when it is there. A tag is opened anew in
   * it, at `tagAt`: then it closes itself, and what can be read is offered.
   */
  async #goOn(keys: KeptKeys, tagAt?: number): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS && this.editor() === undefined; turn += 1) await after(0);
    await Promise.race([this.focus(), after(PATIENCE_MS)]);
    if (tagAt !== undefined) this.editor()?.select(tagAt, tagAt);
    const text = `${tagAt === undefined ? '' : TAG}${keys.release()}`;
    if (text !== '') this.editor()?.type(text);
  }

  protected onKey(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.code === 'KeyM' && this.modes().length > 1) this.pick();
    else if (event.key === 'Enter') this.expand();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected remember(): void {
    if (this.modes().length < 2) return;
    const name = this.label() ?? String(this.path().at(-1) ?? '');
    queueMicrotask(() => this.form().target.set({ name, insertPath: (path) => this.insertPath(path) }));
  }

  protected allowDrop(event: DragEvent): void {
    if (!dragsPath(event.dataTransfer) || this.modes().length < 2 || this.form().isReadonly()) return;
    event.preventDefault();
    this.isDropTarget.set(true);
  }

  private drop(event: DragEvent): void {
    this.isDropTarget.set(false);
    const path = draggedPath(event.dataTransfer);
    if (path === undefined || this.modes().length < 2) return;
    // An open template takes it where it is dropped, braces and all.
    if (this.editor() !== undefined && this.kind() === 'template') return;
    event.preventDefault();
    event.stopPropagation();
    this.insertPath(path);
  }

  #text(): string {
    const value = this.value();
    if (!this.literal() || this.isDynamic()) return textOf(value);
    return typeof value === 'string' && plainValue(value) !== value ? JSON.stringify(value) : textOf(value);
  }

  #insertIntoInput(text: string): void {
    const field = this.#input();
    const before = textOf(this.value());
    const at =
      field === undefined || document.activeElement !== field ? before.length : (field.selectionStart ?? before.length);
    this.mode.set('template');
    this.valueChange.emit(before.slice(0, at) + text + before.slice(field?.selectionEnd ?? at));
    setTimeout(() => void this.focus());
  }

  #input(): HTMLInputElement | undefined {
    return this.#element.querySelector<HTMLInputElement>('input, textarea') ?? undefined;
  }
}

/** Where a tag was just opened, and the text without it. A tag that is closed already is left alone. */
function openedTag(text: string, caret: number): { readonly at: number; readonly without: string } | undefined {
  const at = caret - TAG.length;
  if (!text.slice(0, caret).endsWith(TAG) || text.indexOf(TAG) !== at || text.includes('}}', caret)) return undefined;
  return { at, without: text.slice(0, at) + text.slice(caret) };
}

/** A text as a literal: quotes keep it text. */
function literalOf(text: string): Json {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : plainValue(text);
}

function literalWord(value: Json | undefined): string {
  if (value === null) return 'null';
  // Text is what people expect.
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}
