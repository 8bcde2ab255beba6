import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { bytesOf } from '../retention/old-runs';

/** What the runs of one workflow take; sizes are those of the newest runs, extrapolated. */
export interface WorkflowStorage {
  /** Null for runs of documents that belong to none. */
  readonly workflowId: string | null;
  readonly name: string | null;
  readonly runs: number;
  readonly bytes: number;
  readonly oldestAt: Date;
}

/** What the runs of a workspace take. */
export interface WorkspaceStorage {
  readonly runs: number;
  readonly bytes: number;
  readonly starred: number;
  readonly oldestAt: Date | null;
  /** The largest first. */
  readonly workflows: readonly WorkflowStorage[];
}

/** What a table of the instance takes. */
export interface TableStorage {
  readonly name: string;
  readonly bytes: number;
  /** As Postgres estimates. */
  readonly rows: number;
  /** Rows that are gone and whose room was not yet taken back. */
  readonly deadRows: number;
  readonly vacuumedAt: Date | null;
}

/** Runs of a workflow that are measured. */
const SAMPLE = 30;
const MOST_SHOWN = 50;

/** Indexes: execution_by_workspace for the counts; the newest runs of each workflow are measured, the others are taken to be alike. */
const OF_WORKSPACE = `
  with kinds as (
    select workflow_id, count(*)::int as runs, min(created_at) as oldest_at
      from execution where workspace_id = $1 group by workflow_id
  )
  select k.workflow_id as "workflowId", w.name, k.runs, k.oldest_at as "oldestAt",
    round(k.runs * coalesce(sample.mean, 0))::float8 as bytes
  from kinds k left join workflow w on w.id = k.workflow_id
    left join lateral (
      select avg(${bytesOf('s.id')}) as mean from (
        select e.id from execution e
         where e.workspace_id = $1 and e.workflow_id is not distinct from k.workflow_id
           and (k.workflow_id is null or e.workflow_id = k.workflow_id)
         order by e.id desc limit ${SAMPLE}
      ) as s
    ) as sample on true
  order by bytes desc, k.runs desc`;

const TABLES = `
  select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes, greatest(c.reltuples, 0)::float8 as rows,
    coalesce(s.n_dead_tup, 0)::float8 as "deadRows", greatest(s.last_vacuum, s.last_autovacuum) as "vacuumedAt"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_stat_user_tables s on s.relid = c.oid
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'pgboss')
  order by 2 desc limit 20`;

/** What uses space. */
@Injectable()
export class ReadStorage {
  constructor(private readonly pool: SqlPool) {}

  /** Of one workspace: nothing of any other is told. */
  async ofWorkspace({ workspaceId }: Actor): Promise<WorkspaceStorage> {
    const { rows } = await this.pool.query<WorkflowStorage>(OF_WORKSPACE, [workspaceId]);
    const stars = await this.pool.query<{ n: number }>(
      'select count(*)::int as n from execution_star where workspace_id = $1',
      [workspaceId],
    );
    const oldest = rows.map(({ oldestAt }) => oldestAt.getTime());
    return {
      runs: rows.reduce((sum, { runs }) => sum + runs, 0),
      bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
      starred: stars.rows[0]?.n ?? 0,
      oldestAt: oldest.length === 0 ? null : new Date(Math.min(...oldest)),
      workflows: rows.slice(0, MOST_SHOWN),
    };
  }

  /** The twenty largest tables of the instance. For operators only. */
  async tables(): Promise<readonly TableStorage[]> {
    return (await this.pool.query<TableStorage>(TABLES)).rows;
  }

  /** Bytes of the whole database. For operators only. */
  async databaseBytes(): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>('select pg_database_size(current_database())::float8 as n');
    return rows[0]?.n ?? 0;
  }
}
