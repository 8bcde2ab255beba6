import { fold, initialState } from '@millrace/engine';
import type { ExecutionEvent, ExecutionState } from '@millrace/engine';
import { SqlPool } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import { Injectable } from '@nestjs/common';
import type { FinishedExecution } from '../log/append';
import { isTerminal } from '../log/append';
import { readEvents } from '../log/read-events';
import { readPayloads } from './payloads';
import { outputValue, payloadIdsOf, viewRun } from './run-view';

/** Reads what a run gives back to a caller that waits for it. */
@Injectable()
export class FinishedExecutions {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
  ) {}

  /** Null while the run has neither answered nor ended, and when there is no such run. */
  async find(executionId: string): Promise<FinishedExecution | null> {
    const events = await readEvents(this.pool, executionId, 0);
    const state = fold(initialState(), events);
    const response = events.flatMap((event) => responseOf(event) ?? [])[0];
    if (response) return { status: state.status, output: null, response };
    return this.endOf(executionId, state);
  }

  /** The end alone, whatever the run answered before. Null while it goes on, and when there is no such run. */
  async end(executionId: string): Promise<FinishedExecution | null> {
    return this.endOf(executionId, fold(initialState(), await readEvents(this.pool, executionId, 0)));
  }

  private async endOf(executionId: string, state: ExecutionState): Promise<FinishedExecution | null> {
    if (!isTerminal(state.status)) return null;
    // Index: execution_pkey.
    const { rows } = await this.pool.query<{ version_id: string }>('SELECT version_id FROM execution WHERE id = $1', [
      executionId,
    ]);
    const row = rows[0];
    if (row === undefined) return null;
    const { output } = viewRun(state, await this.versions.load(row.version_id));
    const payloads = await readPayloads(this.pool, executionId, payloadIdsOf(output));
    const error = state.error ? { error: state.error } : {};
    return { status: state.status, output: outputValue(output, payloads), ...error };
  }
}

function responseOf(event: ExecutionEvent): FinishedExecution['response'] {
  return event.type === 'node.completed' ? event.response : undefined;
}
