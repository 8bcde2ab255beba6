import { Injectable } from '@nestjs/common';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { AuditTrail, type AuditActor } from '../audit/audit-trail';
import { AccessChanges } from '../sessions/access-changes';
import { WorkspaceForgetters } from './workspace-forgetters';

/** Services that send webhooks are told to stop meanwhile, for which their rows are needed. */
const GRACE = "interval '10 seconds'";

/** A deletion that was wished for and is not over. */
export interface DueDeletion {
  readonly workspaceId: string;
  /** 1, then 2 for what was on its way while the first one ran. */
  readonly round: number;
  /** Rooms that have forgotten in this round. */
  readonly done: readonly string[];
}

/** Why a workspace goes, and by whose wish. */
export interface DeletionWish {
  readonly workspaceId: string;
  readonly name: string;
  /** Null when nobody asked: a guest who does not come back. */
  readonly actor: AuditActor | null;
}

/** Begins deletions of workspaces, and remembers how far they are. */
@Injectable()
export class WorkspaceDeletions {
  constructor(
    private readonly pool: SqlPool,
    private readonly forgetters: WorkspaceForgetters,
    private readonly changes: AccessChanges,
    private readonly audit: AuditTrail,
  ) {}

  /** Nobody gets in and nothing starts from the end of this transaction on; the contents go afterwards, room by room. */
  async begin(client: SqlClient, { workspaceId, name, actor }: DeletionWish): Promise<void> {
    const { rowCount } = await client.query(
      `insert into workspace_deletion (workspace_id, requested_by, next_at) values ($1, $2, now() + ${GRACE})
       on conflict do nothing`,
      [workspaceId, actor?.userId ?? null],
    );
    if (rowCount === 0) return;
    const target = { type: 'workspace', id: workspaceId, label: name };
    await this.audit.record(client, { action: 'workspace.deleted', actor, workspaceId, target });
    for (const room of this.forgetters.all) await room.quieten?.(client, workspaceId);
    await client.query('delete from api_token where workspace_id = $1', [workspaceId]);
    await client.query('delete from invitation where workspace_id = $1', [workspaceId]);
    await client.query('delete from membership where workspace_id = $1', [workspaceId]);
    await this.changes.tell(client, { workspaceId });
  }

  /** Takes one that is due; another process takes it again should this one die. Index: workspace_deletion_due. */
  async take(): Promise<DueDeletion | null> {
    const { rows } = await this.pool.query<DueDeletion>(
      `update workspace_deletion set next_at = now() + interval '10 minutes'
        where workspace_id = (select workspace_id from workspace_deletion where next_at <= now()
                               order by next_at limit 1 for update skip locked)
        returning workspace_id as "workspaceId", round, done`,
    );
    return rows[0] ?? null;
  }

  /** A room has forgotten, in the caller's transaction. */
  async note(client: SqlClient, workspaceId: string, room: string): Promise<void> {
    await client.query('update workspace_deletion set done = array_append(done, $2) where workspace_id = $1', [
      workspaceId,
      room,
    ]);
  }

  /** The round is over: a second one looks for what was on its way while the first one ran. */
  async finishRound({ workspaceId, round }: DueDeletion): Promise<void> {
    if (round > 1) {
      await this.pool.query('delete from workspace_deletion where workspace_id = $1', [workspaceId]);
      return;
    }
    await this.pool.query(
      `update workspace_deletion set round = 2, done = '{}', failures = 0, next_at = now() + interval '10 minutes'
        where workspace_id = $1`,
      [workspaceId],
    );
  }

  /** It goes on later where it stopped: after a minute, then two, up to an hour. */
  async postpone(workspaceId: string): Promise<void> {
    await this.pool.query(
      `update workspace_deletion set failures = failures + 1,
         next_at = now() + least(power(2, failures), 60) * interval '1 minute' where workspace_id = $1`,
      [workspaceId],
    );
  }
}
