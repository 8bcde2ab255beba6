import type { ExecutionEvent } from '@millrace/engine';
import { SqlPool } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { readPayloads } from '../history/payloads';
import { readEvents } from './read-events';

/** Where a run's lease stands, as a writer whose append was refused finds it. */
export interface LeaseStanding {
  readonly epoch: number;
  readonly eventSeq: number;
  readonly ended: boolean;
}

/** What the worker of a run reads of its log. No check of who asks: only for workers. */
@Injectable()
export class ExecutionLog {
  constructor(private readonly pool: SqlPool) {}

  /** Events after a seq, in order. */
  eventsAfter(executionId: string, afterSeq: number): Promise<ExecutionEvent[]> {
    return readEvents(this.pool, executionId, afterSeq);
  }

  /** Values that lie out of line, by id. */
  payloads(executionId: string, ids: readonly string[]): Promise<Map<string, Json>> {
    return readPayloads(this.pool, executionId, ids);
  }

  /** Undefined when the run is gone. */
  async standing(executionId: string): Promise<LeaseStanding | undefined> {
    // Index: execution_pkey.
    const { rows } = await this.pool.query<{ epoch: string; event_seq: number; ended: boolean }>(
      'SELECT lease_epoch AS epoch, event_seq, finished_at IS NOT NULL AS ended FROM execution WHERE id = $1',
      [executionId],
    );
    const row = rows[0];
    return row && { epoch: Number(row.epoch), eventSeq: row.event_seq, ended: row.ended };
  }
}
