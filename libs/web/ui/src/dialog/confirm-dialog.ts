import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from '../button/button';
import { Field } from '../fields/field';
import { Input, ValueBinding } from '../fields/input';
import { DialogFrame } from './dialog-frame';
import { DIALOG_DATA, DialogRef } from './dialog-ref';

/** What is asked before something that cannot be taken back. */
export interface ConfirmQuestion {
  readonly heading: string;
  /** What will happen. */
  readonly text: string;
  /** The verb of the button that does it. */
  readonly action: string;
  readonly danger?: boolean;
  /** Must be typed before the button works: the name of what is lost. */
  readonly typeToConfirm?: string;
}

/** A question with two answers. */
@Component({
  selector: 'mr-confirm-dialog',
  imports: [Button, DialogFrame, Field, Input, ValueBinding],
  template: `
    <mr-dialog [heading]="question.heading">
      <p class="mr-muted">{{ question.text }}</p>
      @if (question.typeToConfirm; as name) {
        <mr-field class="type" [label]="'Type “' + name + '” to confirm'">
          <input mrInput autocomplete="off" spellcheck="false" [(mrValue)]="typed" (keydown.enter)="answer()" />
        </mr-field>
      }
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" (click)="ref.close(false)">Cancel</button>
        <button
          mr-button
          type="button"
          [variant]="question.danger ? 'danger' : 'primary'"
          [disabled]="!ready()"
          (click)="answer()"
        >
          {{ question.action }}
        </button>
      </ng-container>
    </mr-dialog>
  `,
  styles: `
    .type {
      margin-top: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  protected readonly question = inject<ConfirmQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly typed = signal('');
  protected readonly ready = computed(
    () => !this.question.typeToConfirm || this.typed() === this.question.typeToConfirm,
  );

  protected answer(): void {
    if (this.ready()) this.ref.close(true);
  }
}
