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
  /** Tests and dry runs, which are not among the others. */
  readonly tests: number;
  readonly testBytes: number;
  readonly oldestAt: Date;
}

/** What the runs of a workspace take. */
export interface WorkspaceStorage {
  readonly runs: number;
  readonly bytes: number;
  /** Tests and dry runs, which are not among the others. */
  readonly tests: number;
  readonly testBytes: number;
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

/** The mean size of the newest runs of a kind of the workflow `k`. */
function meanOf(kind: string): string {
  return `(select avg(${bytesOf('s.id')}) from (
      select e.id from execution e
       where e.workspace_id = $1 and e.workflow_id is not distinct from k.workflow_id
         and (k.workflow_id is null or e.workflow_id = k.workflow_id) and ${kind}
       order by e.id desc limit ${SAMPLE}
    ) as s)`;
}

/**
 * Indexes: execution_by_workspace for the counts; the newest runs of each workflow are measured (execution_by_workflow,
 * execution_test), the others are taken to be alike.
 */
const OF_WORKSPACE = `
  with kinds as (
    select workflow_id, min(created_at) as oldest_at, count(*) filter (where mode <> 'test')::int as runs,
      count(*) filter (where mode = 'test')::int as tests
      from execution where workspace_id = $1 group by workflow_id
  ), sized as (
    select k.*, case when k.runs = 0 then 0 else round(k.runs * ${meanOf("e.mode <> 'test'")})::float8 end as bytes,
      case when k.tests = 0 then 0 else round(k.tests * ${meanOf("e.mode = 'test'")})::float8 end as test_bytes
    from kinds k
  )
  select s.workflow_id as "workflowId", w.name, s.runs, s.tests, s.oldest_at as "oldestAt", s.bytes,
    s.test_bytes as "testBytes"
  from sized s left join workflow w on w.id = s.workflow_id
  order by s.bytes + s.test_bytes desc, s.runs desc`;

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
    const sum = (of: 'runs' | 'bytes' | 'tests' | 'testBytes'): number => rows.reduce((all, row) => all + row[of], 0);
    const oldest = rows.map(({ oldestAt }) => oldestAt.getTime());
    return {
      ...{ runs: sum('runs'), bytes: sum('bytes'), tests: sum('tests'), testBytes: sum('testBytes') },
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
