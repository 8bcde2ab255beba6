import { Announcements, DomainError } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { RunLanes } from '../lanes/run-lanes';
import type { PreparedStart } from './prepared-start';
import type { WrittenStart } from './write-starts';

const STARTED = 'execution.started';

/** What belongs to the start of runs beside their rows: their lanes, and who wants to know of them. */
@Injectable()
export class BegunRuns {
  constructor(
    private readonly announcements: Announcements,
    private readonly lanes: RunLanes,
  ) {}

  /** Whether anybody wants to know of it, so that a transaction is needed. */
  isTold({ request: { workspaceId } }: PreparedStart): boolean {
    return this.announcements.isWanted(workspaceId, STARTED);
  }

  /** Tells of the runs that began, with the transaction in which they did. */
  async announced(client: SqlClient, written: readonly WrittenStart[]): Promise<WrittenStart[]> {
    await this.announcements.make(
      client,
      begunOf(written).map(({ start: { executionId, request } }) => ({
        ...{ type: STARTED, workspaceId: request.workspaceId, workflowId: request.workflowId },
        ...{ subjectId: executionId, data: { status: 'running' } },
      })),
    );
    return [...written];
  }

  /** The runs that were written queue for slots of their lanes; those that get one have a job when the transaction commits. */
  async queued(client: SqlClient, written: readonly WrittenStart[]): Promise<WrittenStart[]> {
    const begun = begunOf(written);
    await this.lanes.enter(
      client,
      begun.flatMap(({ start: { executionId, lane } }) => (lane ? [{ executionId, lane }] : [])),
    );
    return this.announced(client, written);
  }
}

function begunOf(written: readonly WrittenStart[]): WrittenStart[] {
  return written.filter(({ answer }) => !(answer instanceof DomainError) && !answer.duplicate);
}
