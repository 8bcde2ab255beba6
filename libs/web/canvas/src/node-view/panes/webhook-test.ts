import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Announcer, Button, Clock, IconButton, Notice, RelativeTime } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { inOneLine } from '../model/value-summary';
import { type CapturedCall, NODE_VIEW_API, type TestAddress } from '../ports/node-view-api';

const KEPT = 10;

/** Listens for calls at a test address of the draft; what came can be pinned as the output of the trigger. */
@Component({
  selector: 'mr-webhook-test',
  imports: [Button, IconButton, Notice, RelativeTime],
  templateUrl: './webhook-test.html',
  styleUrl: './webhook-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookTest {
  readonly form = input.required<NodeForm>();
  readonly #api = inject(NODE_VIEW_API);
  readonly #announcer = inject(Announcer);
  readonly #clock = inject(Clock);
  readonly #destroyed = inject(DestroyRef);
  #isFollowing = false;
  protected readonly address = signal<TestAddress | undefined>(undefined);
  /** Newest first. */
  protected readonly calls = signal<readonly CapturedCall[]>([]);
  protected readonly failure = signal<string | undefined>(undefined);
  protected readonly isOpening = signal(false);
  protected readonly inOneLine = inOneLine;
  protected readonly secondsLeft = computed(() => {
    const until = this.address()?.until;
    return until === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(until) - this.#clock.seconds()) / 1_000));
  });

  protected async listen(): Promise<void> {
    const { session } = this.form();
    const workflowId = session.workflowId();
    if (workflowId === undefined) return;
    const nodeId = this.form().nodeId();
    this.isOpening.set(true);
    this.failure.set(undefined);
    try {
      // The address belongs to the draft as it is saved.
      await session.flush();
      this.#follow(workflowId, nodeId);
      this.address.set(await this.#api.listen(workflowId, nodeId));
      this.#announcer.say('Listening for a test call');
    } catch (error) {
      this.failure.set((error as Error).message);
    } finally {
      this.isOpening.set(false);
    }
  }

  protected use(call: CapturedCall): void {
    this.form().session.pins.pin(this.form().nodeId(), { main: call.value });
    this.#announcer.say('The call is pinned as output');
  }

  protected async copy(text: string, what: string): Promise<void> {
    await navigator.clipboard?.writeText(text);
    this.#announcer.say(`${what} copied`);
  }

  #follow(workflowId: string, nodeId: string): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    this.#api
      .captured(workflowId, nodeId)
      .pipe(takeUntilDestroyed(this.#destroyed))
      .subscribe({
        next: (call) =>
          this.calls.update((known) => [call, ...known.filter(({ id }) => id !== call.id)].slice(0, KEPT)),
        error: (error: Error) => this.failure.set(error.message),
      });
  }
}
