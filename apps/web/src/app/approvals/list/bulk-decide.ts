import { inject, Injectable, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Announcer, Dialogs, formatCount } from '@millrace/web-ui';
import { firstValueFrom } from 'rxjs';
import { ApprovalApi, type ApprovalOutcome } from '../api/approval-api';
import { DecideDialog, type DecideQuestion } from '../detail/decide-dialog';
import type { ApprovalRow, Decision } from '../model/approval-row';
import { DONE } from '../model/approval-words';
import type { ApprovalList } from './approval-list';

/** Decisions that are on their way at the same time. */
const AT_ONCE = 4;

/** Decides on everything that is ticked, after asking. */
@Injectable()
export class BulkDecide {
  private readonly api = inject(ApprovalApi);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  private readonly doing = signal<Decision | null>(null);
  private readonly told = signal<string | null>(null);
  readonly busy = this.doing.asReadonly();
  /** What was not decided, in words. */
  readonly problem = this.told.asReadonly();

  /** Asks first, always. What could not be decided stays ticked. */
  async decide(list: ApprovalList, decision: Decision): Promise<void> {
    const rows = list.tickedRows();
    if (rows.length === 0 || this.doing() !== null) return;
    const data: DecideQuestion = { decision, count: rows.length, title: rows[0]?.title ?? '' };
    const ref = this.dialogs.open<string>(DecideDialog, { data, size: 'medium' });
    const reason = await firstValueFrom(ref.closed, { defaultValue: undefined });
    if (reason === undefined) return;
    this.doing.set(decision);
    this.told.set(null);
    const refusals = await this.decideAll(rows, (row) => this.one(list, row, decision, reason));
    this.doing.set(null);
    const done = rows.length - refusals.length;
    if (done > 0) this.announcer.say(`${formatCount(done, 'approval')} ${DONE[decision]}`);
    if (refusals.length > 0) this.told.set(`${refusals.length} of ${rows.length} not decided. ${refusals[0] ?? ''}`);
  }

  dismiss(): void {
    this.told.set(null);
  }

  private async decideAll(
    rows: readonly ApprovalRow[],
    decide: (row: ApprovalRow) => Promise<string | undefined>,
  ): Promise<readonly string[]> {
    const open = [...rows];
    const refusals: string[] = [];
    const work = async (): Promise<void> => {
      for (let row = open.shift(); row !== undefined; row = open.shift()) {
        const refusal = await decide(row);
        if (refusal !== undefined) refusals.push(refusal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return refusals;
  }

  private async one(
    list: ApprovalList,
    row: ApprovalRow,
    decision: Decision,
    reason: string,
  ): Promise<string | undefined> {
    const outcome = await this.api
      .decide(row, decision, { reason })
      .catch((thrown: unknown): ApprovalOutcome => ({ refusal: apiErrorOf(thrown) }));
    if (outcome.approval) list.take(outcome.approval);
    return outcome.refusal?.message;
  }
}
