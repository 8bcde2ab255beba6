import { Injectable, inject } from '@angular/core';
import { Dialogs } from '@millrace/web-ui';
import type { JsonObject, WorkflowNode } from '@millrace/workflow-model';
import { firstValueFrom } from 'rxjs';
import { type Answers, answerFields, firstAnswers } from '../model/form-answers';
import { FormDialog, type FormDialogData, type FilledForm } from './form-dialog';

/** Asks for the form of a trigger before a run by hand. What was entered last time is there again, but for files. */
@Injectable({ providedIn: 'root' })
export class FormAsks {
  readonly #dialogs = inject(Dialogs);
  readonly #kept = new Map<string, Answers>();

  /** What the trigger is to give; undefined when nobody wants to run it after all. */
  async ask(workflowId: string, node: WorkflowNode): Promise<JsonObject | undefined> {
    const { title, fields, button } = node.config;
    const key = JSON.stringify([workflowId, node.id]);
    const data: FormDialogData = {
      heading: typeof title === 'string' && title !== '' ? title : node.label,
      fields: answerFields(fields),
      answers: this.#kept.get(key) ?? firstAnswers(fields),
      button: typeof button === 'string' && button !== '' ? button : 'Send',
    };
    const filled = await firstValueFrom(this.#dialogs.open<FilledForm>(FormDialog, { data, size: 'medium' }).closed, {
      defaultValue: undefined,
    });
    if (filled !== undefined) this.#kept.set(key, withoutFiles(data, filled.answers));
    return filled?.values;
  }
}

function withoutFiles({ fields }: FormDialogData, answers: Answers): Answers {
  const ofFiles = new Set(fields.filter(({ kind }) => kind === 'file').map(({ name }) => name));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !ofFiles.has(name)));
}
