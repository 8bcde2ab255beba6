import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { AskAssistant, Assistant, type Draft, priceLine } from '@millrace/web-canvas';
import { AskFrame, type AskWords } from '@millrace/web-canvas/magic';
import { Button, DIALOG_DATA, DialogFrame, DialogRef, Icon } from '@millrace/web-ui';
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

const WORDS: AskWords = {
  label: 'Description',
  placeholder:
    'Every morning at 8, fetch the open orders, sum them up with a model and send the summary to our Slack channel.',
  ask: 'Draft',
  askAgain: 'Draft again',
  noModel: 'There is no model for this yet',
  noServer: 'The server could not be asked',
  noAnswer: 'No draft came of it',
};

/** A description becomes the draft of a workflow: its steps are shown before anything is done with it. Closes with the document. */
@Component({
  selector: 'mr-draft-dialog',
  imports: [AskFrame, Button, DialogFrame, Icon],
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
  protected readonly words = WORDS;
  /** Steps in the order in which they are done. */
  protected readonly steps = computed(() => {
    const nodes = this.draft()?.document.nodes ?? [];
    return nodes.toSorted((a, b) => a.position.x - b.position.x || a.position.y - b.position.y);
  });

  protected ask(): void {
    const description = this.description().trim();
    if (description === '' || this.asking.isAsking()) return;
    void this.asking.ask(() => this.assistant.draft(description));
  }

  protected accept(): void {
    const document = this.draft()?.document;
    if (document !== undefined) this.#ref.close(document);
  }

  protected discard(): void {
    this.#ref.close();
  }
}
