import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { AskAssistant, Assistant, type Draft, priceLine } from '@millrace/web-canvas';
import {
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Icon,
  Input,
  Notice,
  ValueBinding,
} from '@millrace/web-ui';
import type { WorkflowDocument } from '@millrace/workflow-model';

/** What the dialog is opened with. */
export interface DraftDialogData {
  /** What somebody wrote already. */
  readonly description?: string;
  /** "Put it on the canvas", "Create workflow". */
  readonly action: string;
  /** Title of a node type. */
  readonly titleOf: (type: string) => string;
}

/** A description becomes the draft of a workflow: its steps are shown before anything is done with it. Closes with the document. */
@Component({
  selector: 'mr-draft-dialog',
  imports: [Button, DialogFrame, Field, Icon, Input, Notice, ValueBinding],
  templateUrl: './draft-dialog.html',
  styleUrl: './draft-dialog.scss',
  host: { 'data-testid': 'draft-dialog' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftDialog {
  protected readonly data = inject<DraftDialogData>(DIALOG_DATA);
  protected readonly assistant = inject(Assistant);
  readonly #ref = inject<DialogRef<WorkflowDocument>>(DialogRef);
  protected readonly description = signal(this.data.description ?? '');
  protected readonly asking = new AskAssistant<Draft>();
  protected readonly draft = this.asking.answer;
  protected readonly priceLine = priceLine;
  /** Steps in the order in which they are done. */
  protected readonly steps = computed(() => {
    const nodes = this.draft()?.document.nodes ?? [];
    return nodes.toSorted((a, b) => a.position.x - b.position.x || a.position.y - b.position.y);
  });

  constructor() {
    void this.assistant.load();
  }

  protected ask(): void {
    const description = this.description().trim();
    if (description === '' || this.asking.isAsking()) return;
    void this.asking.ask(() => this.assistant.draft(description));
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.ask();
  }

  protected accept(): void {
    const document = this.draft()?.document;
    if (document !== undefined) this.#ref.close(document);
  }

  protected discard(): void {
    this.#ref.close();
  }
}
