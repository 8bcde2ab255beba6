import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { Announcer, Button, Clock, IconButton, Notice, RelativeTime } from '@millrace/web-ui';
import type { EditorSession } from '../../session/editor-session';
import { inOneLine } from '../model/value-summary';
import type { CapturedCall } from '../ports/node-view-api';
import { TestCalls } from '../ports/test-calls';

/** A call that a run is to begin with. */
export interface RunWithCall {
  readonly nodeId: string;
  readonly value: Json;
}

/** Listens for calls at a test address of the draft; what came can start a run, or be pinned as the output of the trigger. */
@Component({
  selector: 'mr-webhook-test',
  imports: [Button, IconButton, Notice, RelativeTime],
  templateUrl: './webhook-test.html',
  styleUrl: './webhook-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookTest {
  readonly session = input.required<EditorSession>();
  readonly nodeId = input.required<string>();
  /** Listens at once whenever it rises. */
  readonly asked = input(0);
  readonly runWith = output<RunWithCall>();
  readonly #lines = inject(TestCalls);
  readonly #announcer = inject(Announcer);
  readonly #clock = inject(Clock);
  protected readonly line = computed(() => this.#lines.of(this.session().workflowId() ?? '', this.nodeId()));
  protected readonly inOneLine = inOneLine;
  protected readonly secondsLeft = computed(() => {
    const until = this.line().address()?.until;
    return until === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(until) - this.#clock.seconds()) / 1_000));
  });

  constructor() {
    effect((onCleanup) => {
      const line = this.line();
      onCleanup(untracked(() => line.attach()));
    });
    effect(() => {
      if (this.asked() > 0) untracked(() => void this.listen());
    });
  }

  protected async listen(): Promise<void> {
    // The address belongs to the draft as it is saved.
    await this.session().flush();
    await this.line().listen();
    if (this.line().failure() === undefined) this.#announcer.say('Listening for a test call');
  }

  protected pin(call: CapturedCall): void {
    this.session().pins.pin(this.nodeId(), { main: call.value });
    this.#announcer.say('The call is pinned as output');
  }

  protected async copy(text: string, what: string): Promise<void> {
    await navigator.clipboard?.writeText(text);
    this.#announcer.say(`${what} copied`);
  }
}
