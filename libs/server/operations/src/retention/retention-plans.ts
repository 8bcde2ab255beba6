import { Config, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { operationsConfig } from '../operations.config';
import { effectiveRetention, isLimited, type RetentionLimits, type RetentionSource } from './retention-limits';

/** What is to be kept of one workflow; without a workflow, of runs that belong to none. */
export interface RetentionPlan {
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly limits: RetentionLimits;
  readonly source: RetentionSource;
}

interface PlanRow {
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly own: RetentionLimits | null;
  readonly shared: Record<'days' | 'runs' | 'bytes', string | null> | null;
}

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/*
 * What is live says how long its runs are kept; a draft alone only while nothing was ever published, so that nothing is
 * deleted by a number that somebody is just typing.
 */
const WORKFLOWS = `
  select w.workspace_id as "workspaceId", w.id as "workflowId",
    coalesce(v.document, w.draft) -> 'settings' -> 'retention' as own,
    case when r.workspace_id is null then null else json_build_object('days', r.days, 'runs', r.runs, 'bytes', r.bytes) end as shared
  from workflow w left join workflow_version v on v.id = w.published_version_id
    left join workspace_retention r on r.workspace_id = w.workspace_id
  where w.id > $1 and ($2::uuid is null or w.workspace_id = $2) order by w.id limit ${PAGE}`;

const WORKSPACES = `
  select w.id as "workspaceId", null as "workflowId", null as own,
    case when r.workspace_id is null then null else json_build_object('days', r.days, 'runs', r.runs, 'bytes', r.bytes) end as shared
  from workspace w left join workspace_retention r on r.workspace_id = w.id
  where w.id > $1 and ($2::uuid is null or w.id = $2) order by w.id limit ${PAGE}`;

/** Which limits hold where. */
@Injectable()
export class RetentionPlans {
  readonly instance: RetentionLimits;

  constructor(
    private readonly pool: SqlPool,
    config: Config,
  ) {
    const { RETENTION_DAYS, RETENTION_RUNS } = config.of(operationsConfig);
    this.instance = effectiveRetention(null, null, { days: RETENTION_DAYS, runs: RETENTION_RUNS }).limits;
  }

  /** Every workflow and workspace where anything is to be deleted some day; of one workspace, or of all. */
  async *all(workspaceId: string | null = null): AsyncGenerator<RetentionPlan> {
    yield* this.pages(WORKFLOWS, workspaceId, ({ workflowId }) => workflowId as string);
    yield* this.pages(WORKSPACES, workspaceId, (row) => row.workspaceId);
  }

  private async *pages(
    statement: string,
    only: string | null,
    keyOf: (row: PlanRow) => string,
  ): AsyncGenerator<RetentionPlan> {
    for (let after = FIRST, count = PAGE; count === PAGE;) {
      const { rows } = await this.pool.query<PlanRow>(statement, [after, only]);
      count = rows.length;
      for (const row of rows) {
        after = keyOf(row);
        const { workspaceId, workflowId, own, shared } = row;
        const { limits, source } = effectiveRetention(own, shared, this.instance);
        if (isLimited(limits)) yield { workspaceId, workflowId, limits, source };
      }
    }
  }
}
