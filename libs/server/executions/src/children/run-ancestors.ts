import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

/** What stands before the id of a run on whose behalf another one was started, in the column `started_by`. */
export const STARTED_BY_RUN = 'execution:';
/** Children may nest twenty deep, and twenty events may follow each other. */
const FURTHEST = 40;

/** The nearest first. Index: execution_pkey, once per run. */
const ABOVE = `
  WITH RECURSIVE above (parent_id, distance) AS (
    SELECT substring(started_by FROM ${STARTED_BY_RUN.length + 1})::uuid, 1 FROM execution
    WHERE id = $1 AND started_by LIKE '${STARTED_BY_RUN}%'
    UNION ALL
    SELECT substring(e.started_by FROM ${STARTED_BY_RUN.length + 1})::uuid, a.distance + 1
    FROM above a JOIN execution e ON e.id = a.parent_id
    WHERE e.started_by LIKE '${STARTED_BY_RUN}%' AND a.distance < ${FURTHEST}
  )
  SELECT e.id, e.workflow_id AS "workflowId", e.version_id AS "versionId", e.trigger_node_id AS "triggerNodeId", e.mode
  FROM above a JOIN execution e ON e.id = a.parent_id ORDER BY a.distance`;

/** A run without which another one would not be there. */
export interface AncestorRun {
  readonly id: string;
  readonly workflowId: string | null;
  readonly versionId: string;
  readonly triggerNodeId: string;
  readonly mode: string;
}

/** Which runs led to a run: those that started it as a sub-workflow, by an event, or by failing. */
@Injectable()
export class RunAncestors {
  constructor(private readonly pool: SqlPool) {}

  /** Up to forty, the nearest first. What came before a run that was deleted is not known. */
  async of(executionId: string, client: SqlClient = this.pool): Promise<AncestorRun[]> {
    return (await client.query<AncestorRun>(ABOVE, [executionId])).rows;
  }
}
