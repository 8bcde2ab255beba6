import type { ExecutionEventBody, ExecutionStatus } from '@millrace/engine';
import { AuditTrail, type Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable, Optional } from '@nestjs/common';
import { executionEnded, executionNotEnded, executionNotPaused } from '../executions.errors';
import { isTerminal } from '../log/append';
import { deleteRuns } from './delete-runs';
import { OutsideEvents } from '../log/outside-events';
import type { LockedExecution } from '../log/outside-events';

/** Actions on a run from outside. Each is acknowledged when it is in the log; the worker then obeys it. */
@Injectable()
export class ExecutionControl {
  constructor(
    private readonly pool: SqlPool,
    private readonly outside: OutsideEvents,
    /** Absent where nobody signs in, as in workers. */
    @Optional() private readonly audit?: AuditTrail,
  ) {}

  /** Lets running nodes be aborted and ends the run. @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_ENDED` */
  cancel(actor: Actor, executionId: string, reason?: string): Promise<void> {
    return this.record(actor, executionId, () => ({
      type: 'workflow.cancel_requested',
      by: actor.userId,
      ...(reason === undefined ? {} : { reason }),
    }));
  }

  /** Ends the run at once, whatever it is doing. @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_ENDED` */
  terminate(actor: Actor, executionId: string, reason?: string): Promise<void> {
    return this.record(actor, executionId, () => ({
      type: 'workflow.cancel_requested',
      by: actor.userId,
      ...(reason === undefined ? {} : { reason }),
      terminate: true,
    }));
  }

  /** Starts no further node until the run is resumed. Pausing a paused run changes nothing. */
  pause(actor: Actor, executionId: string): Promise<void> {
    const paused = (run: LockedExecution): ExecutionEventBody | undefined =>
      run.status === 'paused' ? undefined : { type: 'workflow.paused', by: actor.userId };
    return this.record(actor, executionId, paused, 'paused');
  }

  /** @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_ENDED`, `EXECUTION_NOT_PAUSED` */
  resume(actor: Actor, executionId: string): Promise<void> {
    const resumed = (run: LockedExecution): ExecutionEventBody => {
      if (run.status !== 'paused') throw executionNotPaused(executionId, run.status);
      return { type: 'workflow.resumed', by: actor.userId };
    };
    return this.record(actor, executionId, resumed, 'running');
  }

  /** Deletes a run that is over, with its log and values. @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_NOT_ENDED` (409) */
  async purge(actor: Actor, executionId: string): Promise<void> {
    await this.pool.tx(async (client) => {
      const run = await this.outside.lock(client, executionId, actor.workspaceId);
      if (!isTerminal(run.status)) throw executionNotEnded(executionId, run.status);
      await deleteRuns(client, [executionId]);
      const target = { type: 'execution', id: executionId };
      await this.audit?.record(client, { action: 'execution.purged', actor, target, details: { status: run.status } });
    });
  }

  private async record(
    actor: Actor,
    executionId: string,
    eventFor: (run: LockedExecution) => ExecutionEventBody | undefined,
    status?: ExecutionStatus,
  ): Promise<void> {
    await this.pool.tx(async (client) => {
      const run = await this.outside.lock(client, executionId, actor.workspaceId);
      if (isTerminal(run.status)) throw executionEnded(executionId, run.status);
      const event = eventFor(run);
      if (event !== undefined) await this.outside.add(client, run, [event], status);
    });
  }
}
