import { Bell, GuardedHttp, Logger } from '@millrace/server-platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { NOTIFICATION_CHANNEL, NotificationOutbox } from '../outbox/notification-outbox';
import { SpreadNotifications } from '../outbox/spread-notifications';
import { callEndpoint } from './call-endpoint';
import { DeliveryParts } from './delivery-parts';
import { DeliveryRows, type DueDelivery } from './delivery-rows';
import { pauseAfter } from './retry-plan';

/** Calls under way at once, in one process and of one endpoint. */
const PLACES = 32;
const PLACES_EACH = 4;
const LOOK_MS = 1_000;
const FORGET_MS = 3_600_000;
/** The receiver says that it is gone for good. */
const GONE = 410;

/** Tells endpoints what happened, in worker processes. It starts with them and stops before the database goes. */
@Injectable()
export class NotificationWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #ladder: readonly number[];
  readonly #keepDays: number;
  readonly #underWay = new Map<string, { readonly endpointId: string; readonly done: Promise<void> }>();
  #stops: (() => void)[] = [];
  readonly #abort = new AbortController();
  #looking: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly bell: Bell,
    private readonly logger: Logger,
    private readonly http: GuardedHttp,
    private readonly outbox: NotificationOutbox,
    private readonly spreading: SpreadNotifications,
    private readonly deliveries: DeliveryRows,
    private readonly delivering: DeliveryParts,
  ) {
    this.#ladder = delivering.ladder;
    this.#keepDays = delivering.keepDays;
  }

  onApplicationBootstrap(): void {
    const timers = [
      setInterval(() => !this.outbox.isIdle && this.wake(), LOOK_MS),
      setInterval(() => this.#later(this.forgetOld()), FORGET_MS),
    ];
    this.#stops = [
      this.bell.on(NOTIFICATION_CHANNEL, () => this.wake()),
      this.bell.onReconnect(() => this.wake()),
      ...timers.map((timer) => () => clearInterval(timer)),
    ];
    this.wake();
  }

  /** Ends the calls under way: they are made again later. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    this.#abort.abort();
    await this.#looking;
    await Promise.all([...this.#underWay.values()].map(({ done }) => done));
  }

  /** Looks for something to tell, now or when the present look is over. */
  wake(): void {
    this.#again = true;
    this.#looking ??= this.#look()
      .catch((error: unknown) => this.logger.warn({ error }, 'notifications cannot be read just now; they come later'))
      .finally(() => {
        this.#looking = undefined;
        if (this.#again && !this.#abort.signal.aborted) this.wake();
      });
  }

  /** Forgets what is older than it is kept. */
  async forgetOld(): Promise<void> {
    while ((await this.deliveries.forgetOld(this.#keepDays)) > 0) {
      // There may be more.
    }
  }

  async #look(): Promise<void> {
    while (this.#again && !this.#abort.signal.aborted) {
      this.#again = false;
      while ((await this.spreading.some()).mayBeMore) {
        // There may be more to tell.
      }
      await this.#take();
    }
  }

  async #take(): Promise<void> {
    while (!this.#abort.signal.aborted) {
      const free = PLACES - this.#underWay.size;
      const due = free > 0 ? await this.deliveries.claim(free, PLACES_EACH, this.#busy()) : [];
      if (due.length === 0) return;
      for (const delivery of due) {
        const done = this.#deliver(delivery).finally(() => {
          this.#underWay.delete(delivery.id);
          if (!this.#abort.signal.aborted) this.wake();
        });
        this.#underWay.set(delivery.id, { endpointId: delivery.endpointId, done });
      }
    }
  }

  /** Calls under way, by endpoint. */
  #busy(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { endpointId } of this.#underWay.values()) counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
    return counts;
  }

  async #deliver(delivery: DueDelivery): Promise<void> {
    const { url, body, attempts, notificationId: id, endpointId } = delivery;
    const { keys, disabling } = this.delivering;
    const headers = keys.headers({ ...delivery, id: endpointId }, { id, at: new Date(), body });
    const outcome = await callEndpoint(this.http, { url, headers, body }, this.#abort.signal);
    const { retryAfterMs } = outcome;
    const pauseMs = pauseAfter({ ladder: this.#ladder, attempts, retryAfterMs, random: Math.random() });
    try {
      // What we broke off ourselves is nobody's failure.
      if (!outcome.ok && this.#abort.signal.aborted) return await this.deliveries.giveBack(delivery);
      await this.deliveries.settle({ delivery, outcome, pauseMs });
      if (!outcome.ok) await disabling.look(endpointId, outcome.status === GONE ? 'gone' : 'failing');
    } catch (error) {
      this.logger.warn({ error, deliveryId: delivery.id }, 'how a call went could not be recorded; it is made again');
    }
  }

  #later(work: Promise<void>): void {
    work.catch((error: unknown) => this.logger.warn({ error }, 'old notifications will be forgotten later'));
  }
}
