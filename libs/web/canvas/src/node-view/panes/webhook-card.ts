import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { Announcer, Button, Dialogs, IconButton, Notice, Skeleton, StatusBadge } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { curlFor } from '../model/curl';
import { NODE_VIEW_API, type WebhookAddress } from '../ports/node-view-api';

/** Kinds of proof whose secrets this installation makes. */
const ISSUED: ReadonlySet<string> = new Set(['TOKEN', 'BASIC', 'HMAC']);

/** Where a webhook is called: its address, its secret, and a call that is ready to copy. */
@Component({
  selector: 'mr-webhook-card',
  imports: [Button, IconButton, Notice, Skeleton, StatusBadge],
  templateUrl: './webhook-card.html',
  styleUrl: './webhook-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookCard {
  readonly form = input.required<NodeForm>();
  readonly #api = inject(NODE_VIEW_API);
  readonly #dialogs = inject(Dialogs);
  readonly #announcer = inject(Announcer);
  protected readonly secret = signal<string | undefined>(undefined);
  protected readonly failure = signal<string | undefined>(undefined);
  protected readonly isIssuing = signal(false);
  protected readonly addresses = resource({
    // Publishing makes the address: ask again after it.
    params: () => ({ id: this.form().session.workflowId(), version: this.form().session.liveVersion() }),
    loader: async ({ params }) => (params.id === undefined ? [] : this.#api.webhooks(params.id)),
  });
  protected readonly own = computed(() =>
    this.addresses.hasValue()
      ? this.addresses.value().find(({ nodeId }) => nodeId === this.form().nodeId())
      : undefined,
  );
  protected readonly curl = computed(() => {
    const own = this.own();
    return own === undefined ? '' : curlFor(own, this.secret());
  });

  /** Where callers prove themselves by: a secret of ours, one of theirs that an account holds, or nothing. */
  protected readonly proof = computed((): 'issued' | 'account' | 'none' => {
    const auth = this.own()?.auth ?? 'NONE';
    if (auth === 'NONE') return 'none';
    const node = this.form().session.node(this.form().nodeId());
    const hasOwnKey = node?.credentials?.['hmacKey'] !== undefined;
    return ISSUED.has(auth) && !(auth === 'HMAC' && hasOwnKey) ? 'issued' : 'account';
  });

  protected async issue(webhook: WebhookAddress): Promise<void> {
    const isSure =
      !webhook.secretIssued ||
      (await this.#dialogs.confirm({
        heading: 'Issue a new secret?',
        text: 'The secret before it stops working at once.',
        action: 'Issue secret',
      }));
    if (!isSure) return;
    this.isIssuing.set(true);
    this.failure.set(undefined);
    try {
      this.secret.set(await this.#api.issueSecret(webhook.id));
      this.addresses.reload();
    } catch (error) {
      this.failure.set((error as Error).message);
    } finally {
      this.isIssuing.set(false);
    }
  }

  protected async copy(text: string, what: string): Promise<void> {
    await navigator.clipboard?.writeText(text);
    this.#announcer.say(`${what} copied`);
  }
}
