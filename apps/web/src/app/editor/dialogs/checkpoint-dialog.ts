import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import type { EditorSession } from '@millrace/web-canvas';
import {
  Announcer,
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Input,
  Notice,
  ValueBinding,
} from '@millrace/web-ui';

/** Keeps the draft as a point to come back to, with a name when one is given. */
@Component({
  selector: 'mr-checkpoint-dialog',
  imports: [Button, DialogFrame, Field, Input, Notice, ValueBinding],
  template: `
    <mr-dialog
      heading="Save a checkpoint"
      text="A point to come back to, listed under Versions. Nothing goes live, and every change is saved without it as well."
    >
      <mr-field label="Name" [optional]="true">
        <input
          mrInput
          autocomplete="off"
          data-testid="checkpoint-name"
          placeholder="Before the new approval path"
          maxlength="120"
          [(mrValue)]="name"
          (keydown.enter)="save()"
        />
      </mr-field>
      @if (failure(); as message) {
        <mr-notice tone="error" [text]="message" />
      }
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" (click)="ref.close(false)">Cancel</button>
        <button
          mr-button
          type="button"
          variant="primary"
          icon="bookmark"
          data-testid="checkpoint-save"
          [busy]="isSaving()"
          (click)="save()"
        >
          Save checkpoint
        </button>
      </ng-container>
    </mr-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckpointDialog {
  protected readonly session = inject<EditorSession>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  readonly #announcer = inject(Announcer);
  protected readonly name = signal('');
  protected readonly isSaving = signal(false);
  protected readonly failure = signal<string | undefined>(undefined);

  protected async save(): Promise<void> {
    if (this.isSaving()) return;
    this.isSaving.set(true);
    this.failure.set(undefined);
    try {
      const name = this.name().trim();
      const outcome = await this.session.checkpoint(name);
      if (outcome.kind === 'done') {
        this.#announcer.say(name === '' ? 'Checkpoint saved' : `Checkpoint “${name}” saved`);
        return this.ref.close(true);
      }
      const isConflict = outcome.kind === 'conflict';
      this.failure.set(isConflict ? 'Somebody else saved this draft meanwhile. Settle that first.' : outcome.message);
    } catch (error) {
      this.failure.set(apiErrorOf(error).message);
    } finally {
      this.isSaving.set(false);
    }
  }
}
