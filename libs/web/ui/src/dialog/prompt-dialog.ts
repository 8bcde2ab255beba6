import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from '../button/button';
import { Field } from '../fields/field';
import { Input, ValueBinding } from '../fields/input';
import { DialogFrame } from './dialog-frame';
import { DIALOG_DATA, DialogRef } from './dialog-ref';

/** A line of text that is asked for. */
export interface PromptQuestion {
  readonly heading: string;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** The verb of the button. */
  readonly action: string;
  /** An empty text is an answer as well: it takes away what was there. */
  readonly mayBeEmpty?: boolean;
  /** Says what is wrong with a text; null when nothing is. */
  readonly check?: (text: string) => string | null;
}

/** Asks for a line of text. */
@Component({
  selector: 'mr-prompt-dialog',
  imports: [Button, DialogFrame, Field, Input, ValueBinding],
  template: `
    <mr-dialog [heading]="question.heading">
      <mr-field [label]="question.label" [help]="question.help" [error]="error()">
        <input
          mrInput
          autocomplete="off"
          [placeholder]="question.placeholder ?? ''"
          [(mrValue)]="text"
          (keydown.enter)="answer($event)"
        />
      </mr-field>
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" (click)="ref.close()">Cancel</button>
        <button mr-button type="button" variant="primary" [disabled]="!ready()" (click)="answer($event)">
          {{ question.action }}
        </button>
      </ng-container>
    </mr-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PromptDialog {
  protected readonly question = inject<PromptQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly text = signal(this.question.value ?? '');
  protected readonly problem = computed(() => this.question.check?.(this.text().trim()) ?? null);
  protected readonly error = computed(() => (this.text() === (this.question.value ?? '') ? null : this.problem()));
  protected readonly ready = computed(
    () => (this.question.mayBeEmpty === true || this.text().trim() !== '') && this.problem() === null,
  );

  protected answer(event: Event): void {
    // Closing gives the focus back to the button that opened this: the same key must not press it again.
    event.preventDefault();
    if (this.ready()) this.ref.close(this.text().trim());
  }
}
