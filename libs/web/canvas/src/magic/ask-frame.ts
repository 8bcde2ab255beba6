import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import { Button, Field, Input, Notice, ValueBinding } from '@millrace/web-ui';
import type { AskAssistant } from './ask-assistant';
import { Assistant } from './assistant';

/** What a dialog says while a model is asked. */
export interface AskWords {
  /** Of the field, for those who listen. */
  readonly label: string;
  readonly placeholder: string;
  /** On the button, before and after there is an answer. */
  readonly ask: string;
  readonly askAgain: string;
  readonly noModel: string;
  readonly noServer: string;
  readonly noAnswer: string;
}

/** Asks a model for something in words: the question, what stands in the way, and under them what came of it, as content. */
@Component({
  selector: 'mr-ask-frame',
  imports: [Button, Field, Input, Notice, ValueBinding],
  templateUrl: './ask-frame.html',
  styleUrl: './ask-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskFrame {
  readonly asking = input.required<Pick<AskAssistant<unknown>, 'answer' | 'error' | 'isAsking'>>();
  readonly words = input.required<AskWords>();
  readonly question = model.required<string>();
  readonly rows = input(3);
  readonly maxLength = input(4_000);
  /** For tests, on the field. */
  readonly fieldTestId = input<string>();
  /** With which Enter it is asked: a sentence with the plain one, a longer text with Ctrl or Cmd. */
  readonly asksOn = input<'enter' | 'ctrl-enter'>('enter');
  readonly asked = output();
  protected readonly assistant = inject(Assistant);
  protected readonly hasAnswer = computed(() => this.asking().answer() !== undefined);

  constructor() {
    void this.assistant.load();
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const asks = this.asksOn() === 'enter' ? !event.shiftKey : event.ctrlKey || event.metaKey;
    if (!asks) return;
    event.preventDefault();
    this.asked.emit();
  }
}
