import { AuditTrail, type Actor } from '@millrace/server-identity';
import { Bell, invalid, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { OldRuns } from './old-runs';
import { effectiveRetention, type RetentionLimits, type RetentionSource } from './retention-limits';
import { RetentionPlans, type RetentionPlan } from './retention-plans';
import { RETENTION_CHANNEL } from './retention-work';

/** What holds for workflows that say nothing themselves. */
export interface WorkspaceLimits extends RetentionLimits {
  readonly source: Exclude<RetentionSource, 'workflow'>;
}

/** What the next look would delete of one workflow. */
export interface Doomed {
  readonly plan: RetentionPlan;
  readonly runs: number;
}

const BOUNDS = { days: [1, 3_650], runs: [1, 10_000_000], bytes: [1_000_000, 10_000_000_000_000] } as const;
/** Workflows and runs that a preview looks at. */
const MOST_PLANS = 200;
const MOST_COUNTED = 100_000;

/** How long runs of a workspace are kept: read, set, tried out, done now. */
@Injectable()
export class WorkspaceRetention {
  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly plans: RetentionPlans,
    private readonly runs: OldRuns,
    private readonly audit: AuditTrail,
  ) {}

  async get({ workspaceId }: Actor): Promise<WorkspaceLimits> {
    const { rows } = await this.pool.query<Record<'days' | 'runs' | 'bytes', string | null>>(
      'select days, runs, bytes from workspace_retention where workspace_id = $1',
      [workspaceId],
    );
    const { limits, source } = effectiveRetention(null, rows[0], this.plans.instance);
    return { ...limits, source: source === 'workspace' ? 'workspace' : 'instance' };
  }

  /** Null everywhere for what the instance says. @throws DomainError `RETENTION_INVALID` */
  async set(
    actor: Actor,
    limits: Readonly<Record<'days' | 'runs' | 'bytes', number | null>>,
  ): Promise<WorkspaceLimits> {
    for (const name of ['days', 'runs', 'bytes'] as const) requireWithin(name, limits[name]);
    await this.pool.tx(async (client) => {
      await client.query(
        `insert into workspace_retention (workspace_id, days, runs, bytes, updated_by) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id) do update set days = excluded.days, runs = excluded.runs, bytes = excluded.bytes,
           updated_by = excluded.updated_by, updated_at = now()`,
        [actor.workspaceId, limits.days, limits.runs, limits.bytes, actor.userId],
      );
      await this.audit.record(client, { action: 'workspace.retentionChanged', actor, details: { ...limits } });
    });
    return this.get(actor);
  }

  /** What would go now, by workflow. Deletes nothing. */
  async preview({ workspaceId }: Actor): Promise<readonly Doomed[]> {
    const doomed: Doomed[] = [];
    for await (const plan of this.plans.all(workspaceId)) {
      const runs = await this.runs.count(plan, await this.runs.cutoff(plan), MOST_COUNTED);
      if (runs > 0) doomed.push({ plan, runs });
      if (doomed.length >= MOST_PLANS) break;
    }
    return doomed;
  }

  /** Asks a worker to look now. Resolves when it is asked. */
  async runNow({ workspaceId }: Actor): Promise<void> {
    await this.bell.ring(RETENTION_CHANNEL, workspaceId);
  }
}

function requireWithin(name: keyof typeof BOUNDS, value: number | null): void {
  const [least, most] = BOUNDS[name];
  if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return;
  throw invalid('RETENTION_INVALID', `${name} must be a whole number from ${least} to ${most}, or nothing.`);
}
