import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import {
  Button,
  Chip,
  CodeEditor,
  DIALOG_DATA,
  DataViewer,
  DialogFrame,
  DialogRef,
  Notice,
  SearchField,
} from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { reference } from '../model/value-mode';
import { typeWord } from '../model/value-summary';
import { completeWith, diagnoseWith } from './assist';
import { VariableTree } from './variable-tree';

/** What an {@link ExpressionDialog} is given. */
export interface ExpressionDialogData {
  readonly form: NodeForm;
  readonly title: string;
  readonly mode: 'template' | 'expression';
  readonly text: string;
}

/** The large editor: what can be read at the left, the text in the middle, its live result at the right. Closes with the text. */
@Component({
  selector: 'mr-expression-dialog',
  imports: [Button, Chip, CodeEditor, DataViewer, DialogFrame, Notice, SearchField, VariableTree],
  templateUrl: './expression-dialog.html',
  styleUrl: './expression-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExpressionDialog {
  protected readonly data = inject<ExpressionDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly editor = viewChild.required(CodeEditor);
  protected readonly text = signal(this.data.text);
  protected readonly query = signal('');
  protected readonly complete = completeWith(this.data.form, this.data.mode);
  protected readonly diagnose = diagnoseWith(this.data.form, this.data.mode);
  protected readonly typeWord = typeWord;
  protected readonly preview = computed(() => this.data.form.preview(this.#param()));

  constructor() {
    afterNextRender(() => this.editor().focus());
  }

  protected insert(path: string): void {
    this.editor().insert(reference(path, this.data.mode));
    this.editor().focus();
  }

  #param(): Json {
    return this.data.mode === 'expression' ? { $expr: this.text() } : this.text();
  }
}
