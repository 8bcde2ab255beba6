import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import {
  Button,
  Checkbox,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  EmptyState,
  Field,
  Icon,
  Input,
  type Option,
  Select,
} from '@millrace/web-ui';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { type AnswerField, type Answers, MAX_FILE_BYTES, readAnswers } from '../model/form-answers';
import { fileValue } from './file-value';

/** What the dialog is given. */
export interface FormDialogData {
  readonly heading: string;
  readonly fields: readonly AnswerField[];
  /** What it begins with. */
  readonly answers: Answers;
  /** Text of the button on the page of the form. */
  readonly button: string;
}

/** What was filled in: as it was typed, and as the trigger gives it. */
export interface FilledForm {
  readonly answers: Answers;
  readonly values: JsonObject;
}

/** The form of a trigger, to be filled in for a run by hand. Closes with a {@link FilledForm}. */
@Component({
  selector: 'mr-form-dialog',
  imports: [Button, Checkbox, DialogFrame, EmptyState, Field, Icon, Input, Select],
  templateUrl: './form-dialog.html',
  styleUrl: './form-dialog.scss',
  host: { 'data-testid': 'form-dialog' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormDialog {
  protected readonly data = inject<FormDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<FilledForm>>(DialogRef);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);
  protected readonly answers = signal<Answers>(this.data.answers);
  readonly #read = computed(() => readAnswers(this.data.fields, this.answers()));
  readonly #isTried = signal(false);
  readonly #unreadable = signal<Readonly<Record<string, string>>>({});
  protected readonly readingFiles = signal(0);

  /** Nobody is told of mistakes before having tried. */
  protected errorOf(name: string): string | null {
    return this.#unreadable()[name] ?? (this.#isTried() ? (this.#read().errors[name] ?? null) : null);
  }

  protected textAt(name: string): string {
    const value = this.answers()[name];
    return value === undefined || value === null ? '' : String(value);
  }

  protected isOn(name: string): boolean {
    const value = this.answers()[name];
    return value === true || value === 'true';
  }

  protected has(name: string, option: string): boolean {
    const value = this.answers()[name];
    return Array.isArray(value) && value.includes(option);
  }

  protected choicesOf({ options }: AnswerField): readonly Option<string>[] {
    return options.map((value) => ({ value, label: value }));
  }

  protected take(name: string, event: Event): void {
    this.set(name, (event.target as HTMLInputElement).value);
  }

  protected toggle({ name, options }: AnswerField, option: string, isOn: boolean): void {
    this.set(
      name,
      options.filter((one) => (one === option ? isOn : this.has(name, one))),
    );
  }

  protected async takeFiles({ name, isMultiple }: AnswerField, event: Event): Promise<void> {
    const files = [...((event.target as HTMLInputElement).files ?? [])];
    this.#unreadable.update(({ [name]: _before, ...others }) => others);
    this.readingFiles.update((count) => count + 1);
    try {
      const values = await Promise.all(files.map(valueOf));
      this.set(name, isMultiple ? values : (values[0] ?? null));
    } catch (error) {
      this.#unreadable.update((before) => ({ ...before, [name]: (error as Error).message }));
    } finally {
      this.readingFiles.update((count) => count - 1);
    }
  }

  protected set(name: string, value: Json): void {
    this.answers.update((answers) => ({ ...answers, [name]: value }));
  }

  protected run(event: Event): void {
    event.preventDefault();
    if (this.readingFiles() > 0) return;
    const { values, errors } = this.#read();
    this.#isTried.set(true);
    if (Object.keys(errors).length === 0) return this.ref.close({ answers: this.answers(), values });
    afterNextRender(
      () => this.#element.querySelector<HTMLElement>('[data-flawed] :is(input, textarea, button)')?.focus(),
      {
        injector: this.#injector,
      },
    );
  }
}

/** What is too large anyway is not read. */
function valueOf(file: File): Promise<JsonObject> {
  if (file.size <= MAX_FILE_BYTES) return fileValue(file);
  return Promise.resolve({ fileName: file.name, mimeType: file.type, bytes: file.size, base64: '' });
}
