import { inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { apiErrorOf } from '@millrace/web-api';
import type { RerunVersion } from '@millrace/web-api/graphql';
import { Announcer, Dialogs, formatCount } from '@millrace/web-ui';
import { ApiRuns, type BulkOutcome } from '../shared/api-runs';
import { ExportRuns } from '../shared/export-runs';
import { isOver, type RunRow } from '../shared/run-row';
import { saveTextFile } from '../../shell/save-file';
import { BulkAll, type BulkJob } from './bulk-all';
import type { RunsList } from './runs-list';

/** Everything that one does to runs of the list, one or many. Made in an injection context. */
export class BulkRuns {
  private readonly runs = inject(ApiRuns);
  private readonly exports = inject(ExportRuns);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly doing = signal(false);
  private readonly refused = signal<string | null>(null);
  readonly isBusy = this.doing.asReadonly();
  /** What was not done, and why. */
  readonly problem = this.refused.asReadonly();

  /** What is done to runs that are not all shown, or may be refused one by one. */
  readonly all = new BulkAll((filters, after, signal) => this.runs.page(filters, after, signal));

  constructor(private readonly list: RunsList) {}

  /** Starts runs of what failed in each, with what went well before; `version` is `same`, `draft` or `published`. */
  async retry(version: string): Promise<void> {
    await this.job({ done: 'retried', unfit: notRetried, act: (ids) => this.runs.retry(ids, version) });
  }

  /** Starts each that is over again from the start. */
  async again(version: RerunVersion): Promise<void> {
    await this.job({
      done: 'started again',
      unfit: notOver,
      act: (ids) => this.runs.rerun(ids, version),
    });
  }

  /** Starts each again with its input, in the version that it had. */
  async rerun(rows: readonly RunRow[]): Promise<void> {
    await this.act('started again', () => this.runs.rerun(idsOf(rows), 'SAME'));
    void this.list.refresh();
  }

  async cancel(rows: readonly RunRow[]): Promise<void> {
    await this.act('cancelled', () => this.runs.cancel(idsOf(rows)));
  }

  /** Cancels those that are selected and go on. */
  async cancelSelected(): Promise<void> {
    await this.job({ done: 'cancelled', unfit: isEnded, act: (ids) => this.runs.cancel(ids) });
  }

  /** Cancels all that fit and go on, after asking. */
  async cancelAll(): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Cancel all runs that match and go on?`,
      text: 'What runs is aborted. This cannot be taken back.',
      action: 'Cancel them',
      danger: true,
    });
    if (!isSure) return;
    await this.job({ done: 'cancelled', unfit: isEnded, act: (ids) => this.runs.cancel(ids) });
  }

  /** Deletes all that fit and are over, after asking. Starred ones are kept. */
  async removeAll(): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Delete all runs that match and are over?`,
      text: 'Their logs and data go with them. Starred runs are kept. This cannot be taken back.',
      action: 'Delete them',
      danger: true,
      typeToConfirm: 'delete',
    });
    if (!isSure) return;
    const unfit = (row: RunRow): string | undefined => notOver(row) ?? (row.starred ? STARRED : undefined);
    await this.job({ done: 'deleted', unfit, act: (ids) => this.purge(ids) });
  }

  /** Deletes those that are selected and over, after asking. */
  async removeSelected(): Promise<void> {
    const rows = this.list.selectedRows();
    const over = rows.filter(({ status }) => isOver(status));
    const open = rows.length - over.length;
    const stay = open === 0 ? '' : ` ${formatCount(open, 'run')} not over ${open === 1 ? 'stays' : 'stay'}.`;
    if (!(await this.isSureToDelete(over, stay))) return;
    await this.job({ done: 'deleted', unfit: notOver, act: (ids) => this.purge(ids) });
  }

  /** Deletes runs that are over, after asking. */
  async remove(rows: readonly RunRow[]): Promise<void> {
    if (await this.isSureToDelete(rows)) await this.act('deleted', () => this.purge(idsOf(rows)));
  }

  private isSureToDelete(rows: readonly RunRow[], more = ''): Promise<boolean> {
    const what = formatCount(rows.length, 'run');
    const kept = starredWords(rows.filter((row) => row.starred).length, rows.length);
    return this.dialogs.confirm({
      heading: rows.length === 1 ? 'Delete this run?' : `Delete ${what}?`,
      text: `${rows.length === 1 ? 'Its log and data go with it.' : 'Their logs and data go with them.'}${kept}${more} This cannot be taken back.`,
      action: `Delete ${what}`,
      danger: true,
    });
  }

  private async purge(ids: readonly string[]): Promise<BulkOutcome> {
    const outcome = await this.runs.purge(ids);
    this.list.drop(outcome.done);
    return outcome;
  }

  /** Saves runs as one JSON file. The selection stays. */
  async download(rows: readonly RunRow[]): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const name = rows.length === 1 ? `run-${first.id}.json` : `runs-${rows.length}.json`;
    await this.told(async () => saveTextFile(name, await this.exports.text(idsOf(rows)), 'application/json'));
  }

  /** Stars a run, or takes its star away; shown at once, and taken back when the server refuses. */
  async star(row: RunRow): Promise<void> {
    this.list.mark(row.id, !row.starred);
    await this.told(() => this.runs.star(row.id, !row.starred));
    if (this.refused() !== null) this.list.mark(row.id, row.starred);
    else this.announcer.say(row.starred ? 'Star taken away' : 'Run starred');
  }

  /** Shows two runs side by side, the earlier one first. */
  compare(rows: readonly RunRow[]): void {
    const [before, after] = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (before && after) void this.router.navigate(['/runs', before.id, 'compare', after.id]);
  }

  dismiss(): void {
    this.refused.set(null);
  }

  /** Over what is selected, or over all that fits when that is meant. */
  private async job(job: BulkJob): Promise<void> {
    const [meansAll, rows, filters] = [this.list.meansAll(), this.list.selectedRows(), this.list.filters()];
    this.list.clearSelection();
    // Pages go from the newest to the oldest: what the job starts is newer than its first page.
    if (meansAll) await this.all.over(filters, this.list.total() ?? undefined, job);
    else await this.all.these(rows, job);
    this.announcer.say(`${formatCount(this.all.report()?.changed ?? 0, 'run')} ${job.done}`);
    void this.list.refresh();
  }

  private async act(done: string, work: () => Promise<BulkOutcome>): Promise<void> {
    await this.told(async () => {
      const { done: changed, failed } = await work();
      this.list.clearSelection();
      const [first] = failed;
      if (first) this.refused.set(`${formatCount(failed.length, 'run')} not ${done}: ${first.message}`);
      this.announcer.say(this.refused() ?? `${formatCount(changed.length, 'run')} ${done}`);
    });
  }

  private async told(work: () => Promise<void>): Promise<void> {
    this.doing.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (thrown) {
      const { message } = apiErrorOf(thrown);
      this.refused.set(message);
      this.announcer.say(message);
    } finally {
      this.doing.set(false);
    }
  }
}

function starredWords(starred: number, all: number): string {
  if (starred === 0) return '';
  if (all === 1) return ' It is starred.';
  return starred === 1 ? ' One of them is starred.' : ` ${starred} of them are starred.`;
}

const STARRED = 'It has a star: take that away, or delete it by itself.';

function notRetried({ status }: RunRow): string | undefined {
  if (status === 'FAILED' || status === 'CANCELLED') return undefined;
  return isOver(status) ? 'It went well: there is nothing to retry.' : 'It is not over yet.';
}

function notOver({ status }: RunRow): string | undefined {
  return isOver(status) ? undefined : 'It is not over yet: cancel it first.';
}

function isEnded({ status }: RunRow): string | undefined {
  return isOver(status) ? 'It was over already.' : undefined;
}

function idsOf(rows: readonly RunRow[]): string[] {
  return rows.map(({ id }) => id);
}
