import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import {
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Duration,
  Notice,
  RelativeTime,
  Skeleton,
  StatusBadge,
} from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { Copied } from '../copied';
import { LoadFailed } from '../load-failed';
import { EndpointActions } from './endpoint-actions';
import { deliveryLook } from './event-words';

/** One delivery: what is sent, every call with its answer, and what can be done. */
@Component({
  selector: 'mr-delivery-drawer',
  imports: [Button, Copied, DialogFrame, Duration, LoadFailed, Notice, RelativeTime, Skeleton, StatusBadge],
  templateUrl: './delivery-drawer.html',
  styleUrl: './delivery-drawer.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryDrawer {
  private readonly id = inject<string>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly actions = inject(EndpointActions);
  protected readonly attempt = new Attempt();
  protected readonly details = resource({ loader: () => this.actions.delivery(this.id) });
  protected readonly known = computed(() => (this.details.hasValue() ? this.details.value() : null));
  protected readonly look = computed(() => {
    const known = this.known();
    return known && deliveryLook(known.delivery);
  });
  protected readonly body = computed(() => {
    const text = this.known()?.body ?? '';
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  });
  protected readonly isOver = computed(() => this.known()?.delivery.status !== 'WAITING');
  protected readonly mayDiscard = computed(() => ['DEAD', 'WAITING'].includes(this.known()?.delivery.status ?? ''));

  protected async replay(): Promise<void> {
    await this.#do('replay', () => this.actions.replay({ ids: [this.id] }));
  }

  protected async discard(): Promise<void> {
    await this.#do('discard', () => this.actions.discard({ ids: [this.id] }));
  }

  async #do(what: string, work: () => Promise<unknown>): Promise<void> {
    const isDone = await this.attempt.run(what, async () => void (await work()));
    if (isDone) this.ref.close(true);
  }
}
