import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  ScheduleBackfillPreviewDocument,
  ScheduleBackfillStartDocument,
  ScheduleBackfillStopDocument,
  ScheduleFireNowDocument,
  ScheduleFiresDocument,
  ScheduleListDocument,
  SchedulePauseDocument,
  ScheduleResumeDocument,
  type BackfillPartsFragment,
  type ScheduleBackfillInput,
  type ScheduleBackfillPreviewQuery,
  type ScheduleFirePartsFragment,
  type SchedulePartsFragment,
} from '@millrace/web-api/graphql';

/** A schedule as the page shows it. */
export type ScheduleRow = SchedulePartsFragment;
/** An instant of a schedule that is over. */
export type ScheduleFire = ScheduleFirePartsFragment;
/** Runs for instants that are over. */
export type Backfill = BackfillPartsFragment;
/** What a backfill would do. */
export type BackfillPreview = ScheduleBackfillPreviewQuery['scheduleBackfillPreview'];

/** Schedules of the API. */
@Injectable({ providedIn: 'root' })
export class ApiSchedules {
  readonly #api = inject(GraphqlApi);

  async list(signal?: AbortSignal): Promise<readonly ScheduleRow[]> {
    return (await this.#api.query(ScheduleListDocument, {}, signal ? { signal } : {})).schedules;
  }

  /** Its newest instants, newest first. */
  async fires({ id, workflow }: ScheduleRow, first = 20): Promise<readonly ScheduleFire[]> {
    const data = await this.#api.query(ScheduleFiresDocument, { workflowId: workflow?.id ?? '', first });
    return data.workflow?.schedules.find((one) => one.id === id)?.fires ?? [];
  }

  async pause(id: string, reason: string): Promise<void> {
    accepted((await this.#api.mutate(SchedulePauseDocument, { id, reason })).schedulePause);
  }

  async resume(id: string): Promise<void> {
    accepted((await this.#api.mutate(ScheduleResumeDocument, { id })).scheduleResume);
  }

  /** Answers the id of the run. */
  async fire(id: string): Promise<string> {
    return accepted((await this.#api.mutate(ScheduleFireNowDocument, { id })).scheduleFire).executionId ?? '';
  }

  async preview(id: string, range: { from: string; to: string }, signal: AbortSignal): Promise<BackfillPreview> {
    const data = await this.#api.query(ScheduleBackfillPreviewDocument, { id, ...range }, { signal });
    return data.scheduleBackfillPreview;
  }

  async backfill(id: string, input: ScheduleBackfillInput): Promise<void> {
    accepted((await this.#api.mutate(ScheduleBackfillStartDocument, { id, input })).scheduleBackfill);
  }

  async stopBackfill(id: string): Promise<void> {
    accepted((await this.#api.mutate(ScheduleBackfillStopDocument, { id })).scheduleBackfillCancel);
  }
}
