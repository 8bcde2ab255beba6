import { fold, initialState } from '@millrace/engine';
import { AuditTrail, type Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable, Optional } from '@nestjs/common';
import { executionEnded, executionNotMigratable, executionNotWaiting, nothingLive } from '../executions.errors';
import { isTerminal } from '../log/append';
import { OutsideEvents } from '../log/outside-events';
import { readEvents } from '../log/read-events';
import { isUuid } from '../log/is-uuid';
import { migrationObstacles, type MigrationObstacle } from './migration-check';

/** Runs of one version that still wait. */
export interface WaitingVersion {
  readonly versionId: string;
  readonly version: string | null;
  readonly count: number;
}

/** A waiting run, and what stands in the way of going on with what is live. */
export interface CheckedRun {
  readonly executionId: string;
  readonly obstacles: readonly (MigrationObstacle & { readonly label: string | null })[];
}

/** Runs that one check looks at. */
const MOST = 200;
const WAITS = "status IN ('waiting', 'paused') AND partial_mode IS NULL AND finished_at IS NULL";

/** Index: execution_open. */
const BY_VERSION = `
  SELECT e.version_id AS "versionId", v.version, count(*)::int AS count
  FROM execution e JOIN workflow_version v ON v.id = e.version_id
  WHERE e.workspace_id = $1 AND e.workflow_id = $2 AND e.version_id <> $3 AND e.${WAITS.replaceAll(' AND ', ' AND e.')}
    AND v.kind = 'published'
  GROUP BY e.version_id, v.version ORDER BY max(v.created_at) DESC`;

/** Index: execution_open. */
const WAITING_ON = `
  SELECT id FROM execution
  WHERE workspace_id = $1 AND workflow_id = $2 AND version_id = $3 AND ${WAITS} ORDER BY id LIMIT ${MOST}`;

/** A leased run is being worked on. Index: execution_pkey. */
const STANDING = `
  SELECT version_id, workflow_id, coalesce(lease_until > clock_timestamp(), false) AS is_leased
  FROM execution WHERE id = $1`;

/** Index: execution_pkey. */
const MOVE = 'UPDATE execution SET version_id = $2 WHERE id = $1';

/** Lets runs that wait go on with the version that is live. A run keeps its version unless somebody asks for this. */
@Injectable()
export class MigrateRuns {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
    private readonly outside: OutsideEvents,
    @Optional() private readonly audit?: AuditTrail,
  ) {}

  /** Waiting runs of published versions other than the live one, the newest version first; none when nothing is live. */
  async waiting(actor: Actor, workflowId: string): Promise<WaitingVersion[]> {
    const live = isUuid(workflowId) ? await this.versions.publishedOf(workflowId) : null;
    if (live?.workspaceId !== actor.workspaceId) return [];
    const { rows } = await this.pool.query<WaitingVersion>(BY_VERSION, [actor.workspaceId, workflowId, live.versionId]);
    return rows;
  }

  /**
   * Looks at up to 200 waiting runs of a version, the oldest first; changes nothing.
   * @throws DomainError `NOTHING_LIVE`, `NOT_FOUND` for a version
   */
  async check(actor: Actor, workflowId: string, versionId: string): Promise<CheckedRun[]> {
    const to = await this.versions.load(await this.liveOf(actor, workflowId));
    const { rows } = await this.pool.query<{ id: string }>(WAITING_ON, [actor.workspaceId, workflowId, versionId]);
    const from = rows.length === 0 ? undefined : await this.versions.load(versionId);
    const checked: CheckedRun[] = [];
    for (const { id } of rows) {
      const state = fold(initialState(), await readEvents(this.pool, id, 0));
      const obstacles = from ? migrationObstacles(state, from, to) : [];
      checked.push({ executionId: id, obstacles: obstacles.map((one) => ({ ...one, label: labelOf(one, to, from) })) });
    }
    return checked;
  }

  /**
   * Lets a run go on with what is live. Its log tells so. A run that is being worked on is left alone.
   * @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_ENDED`, `EXECUTION_NOT_WAITING`, `EXECUTION_NOT_MIGRATABLE`,
   * `NOTHING_LIVE`
   */
  async migrate(actor: Actor, executionId: string): Promise<void> {
    await this.pool.tx((client) => this.migrateWithin(client, actor, executionId));
  }

  private async migrateWithin(client: SqlClient, actor: Actor, executionId: string): Promise<void> {
    const run = await this.outside.lock(client, executionId, actor.workspaceId);
    if (isTerminal(run.status)) throw executionEnded(executionId, run.status);
    const { rows } = await client.query<StandingRow>(STANDING, [executionId]);
    const standing = rows[0];
    const isWaiting = run.status === 'waiting' || run.status === 'paused';
    if (standing === undefined || standing.is_leased || !isWaiting) throw executionNotWaiting(executionId, run.status);
    const to = await this.liveOf(actor, standing.workflow_id ?? '');
    if (to === standing.version_id) return;
    const [before, after] = [await this.versions.load(standing.version_id), await this.versions.load(to)];
    const state = fold(initialState(), await readEvents(client, executionId, 0));
    const [obstacle] = migrationObstacles(state, before, after);
    if (obstacle) throw executionNotMigratable(executionId, wordsOf(obstacle, labelOf(obstacle, after, before)));
    await client.query(MOVE, [executionId, to]);
    const details = { from: standing.version_id, to };
    await this.outside.add(client, run, [{ type: 'workflow.migrated', ...details, by: actor.userId }]);
    const target = { type: 'execution', id: executionId };
    await this.audit?.record(client, { action: 'execution.migrated', actor, target, details });
  }

  private async liveOf(actor: Actor, workflowId: string): Promise<string> {
    const live = isUuid(workflowId) ? await this.versions.publishedOf(workflowId) : null;
    if (live?.workspaceId !== actor.workspaceId) throw nothingLive(workflowId);
    return live.versionId;
  }
}

interface StandingRow {
  readonly version_id: string;
  readonly workflow_id: string | null;
  readonly is_leased: boolean;
}

function labelOf(
  { nodeId }: MigrationObstacle,
  ...documents: readonly (WorkflowDocument | undefined)[]
): string | null {
  const nodes = documents.flatMap((document) => document?.nodes ?? []);
  return nodes.find(({ id }) => id === nodeId)?.label ?? nodeId;
}

function wordsOf({ reason }: MigrationObstacle, label: string | null): string {
  switch (reason) {
    case 'trigger-gone':
      return `the version does not begin at "${label}"`;
    case 'waits-elsewhere':
      return `it waits at "${label}", which the version does not have, or has another way`;
    case 'done-changed':
      return `"${label}" is done and is another one in the version`;
    case 'partial':
      return 'it runs only a part of its version';
  }
}
