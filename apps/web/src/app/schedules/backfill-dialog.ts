import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import {
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  formatCount,
  Input,
  Notice,
  Segmented,
  ValueBinding,
} from '@millrace/web-ui';
import type { Option } from '@millrace/web-ui';
import { ApiSchedules, type ScheduleRow } from './api-schedules';
import { instantIn, momentIn, ownZone, shownIn } from './zone-time';

const DAY_MS = 86_400_000;
/** Until the last change of the range is taken for meant. */
const PAUSE_MS = 300;
type Order = 'OLDEST_FIRST' | 'NEWEST_FIRST';

/** Asks for the range that a schedule is to make up for, and shows what would happen. */
@Component({
  selector: 'mr-backfill-dialog',
  imports: [Button, DialogFrame, Field, Input, Notice, Segmented, ValueBinding],
  templateUrl: './backfill-dialog.html',
  styleUrl: './backfill-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BackfillDialog {
  protected readonly schedule = inject<ScheduleRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  readonly #api = inject(ApiSchedules);
  protected readonly zone = this.schedule.timezone ?? ownZone();
  protected readonly from = signal(shownIn(this.zone, Date.now() - DAY_MS));
  protected readonly to = signal(shownIn(this.zone, Date.now()));
  protected readonly atOnce = signal('1');
  protected readonly order = signal<Order>('OLDEST_FIRST');
  protected readonly orders: readonly Option<Order>[] = [
    { value: 'OLDEST_FIRST', label: 'Oldest first' },
    { value: 'NEWEST_FIRST', label: 'Newest first' },
  ];
  protected readonly isStarting = signal(false);
  protected readonly failure = signal<string | undefined>(undefined);
  readonly #range = computed(() => {
    const [from, to] = [instantIn(this.zone, this.from()), instantIn(this.zone, this.to())];
    return from && to ? { from: from.toISOString(), to: to.toISOString() } : undefined;
  });
  readonly #preview = resource({
    params: () => this.#range(),
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (abortSignal.aborted) throw abortSignal.reason;
      return this.#api.preview(this.schedule.id, params, abortSignal);
    },
  });
  protected readonly found = computed(() => (this.#preview.hasValue() ? this.#preview.value() : undefined));
  protected readonly refusal = computed(() =>
    this.#range() === undefined
      ? 'Give both a date and a time.'
      : this.#preview.error() && apiErrorOf(this.#preview.error()).message,
  );
  protected readonly toStart = computed(() => {
    const found = this.found();
    return found ? found.count - found.alreadyRun : 0;
  });
  protected readonly limitFault = computed(() => {
    const count = Number(this.atOnce());
    return Number.isInteger(count) && count >= 1 && count <= 50 ? null : 'A whole number from 1 to 50.';
  });
  protected readonly isReady = computed(() => this.toStart() > 0 && this.limitFault() === null);
  protected readonly startText = computed(() =>
    this.toStart() > 0 ? `Start ${formatCount(this.toStart(), 'run')}` : 'Start runs',
  );

  protected momentOf(instant: string): string {
    return momentIn(this.zone, instant);
  }

  protected async start(): Promise<void> {
    const range = this.#range();
    if (!range || !this.isReady() || this.isStarting()) return;
    this.isStarting.set(true);
    this.failure.set(undefined);
    try {
      const [order, atOnce] = [this.order(), Number(this.atOnce())];
      await this.#api.backfill(this.schedule.id, { ...range, order, atOnce });
      this.ref.close(true);
    } catch (error) {
      this.failure.set(apiErrorOf(error).message);
    } finally {
      this.isStarting.set(false);
    }
  }
}
