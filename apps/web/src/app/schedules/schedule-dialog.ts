import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { apiErrorOf, Permissions } from '@millrace/web-api';
import { Button, DIALOG_DATA, DialogFrame, DialogRef, Icon, Notice, RelativeTime, Skeleton } from '@millrace/web-ui';
import { ApiSchedules, type Backfill, type ScheduleRow } from './api-schedules';
import { backfillText, OUTCOMES, whenOf } from './schedule-words';
import { momentIn, ownZone } from './zone-time';

/** One schedule with what is to come, what was, and what is being made up for. */
@Component({
  selector: 'mr-schedule-dialog',
  imports: [Button, DialogFrame, Icon, Notice, RelativeTime, RouterLink, Skeleton],
  templateUrl: './schedule-dialog.html',
  styleUrl: './schedule-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleDialog {
  protected readonly schedule = inject<ScheduleRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly mayControl = inject(Permissions).has('execution:control');
  readonly #api = inject(ApiSchedules);
  protected readonly zone = this.schedule.timezone ?? ownZone();
  protected readonly words = `${whenOf(this.schedule)} · ${this.zone}`;
  protected readonly fires = resource({ loader: () => this.#api.fires(this.schedule) });
  protected readonly backfills = signal<readonly Backfill[]>(this.schedule.backfills);
  protected readonly failure = signal<string | undefined>(undefined);
  protected readonly outcomes = OUTCOMES;
  protected readonly backfillText = backfillText;

  protected momentOf(instant: string): string {
    return momentIn(this.zone, instant);
  }

  protected async stop({ id }: Backfill): Promise<void> {
    try {
      await this.#api.stopBackfill(id);
      this.backfills.update((all) => all.map((one) => (one.id === id ? { ...one, status: 'CANCELLED' } : one)));
    } catch (error) {
      this.failure.set(apiErrorOf(error).message);
    }
  }
}
