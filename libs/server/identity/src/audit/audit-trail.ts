import { Injectable } from '@nestjs/common';
import { currentRequest, type SqlClient } from '@millrace/server-platform';
import type { Actor } from '../access/actor';

/** The thing that something was done to. */
export interface AuditTarget {
  /** Such as `workflow`, `member`, `apiToken`. */
  readonly type: string;
  readonly id: string;
  /** Its name at that time. */
  readonly label?: string | undefined;
}

/** Who did it. */
export type AuditActor = Pick<Actor, 'userId' | 'workspaceId' | 'via' | 'apiTokenId'>;

/** One thing that was done. */
export interface AuditEntry {
  /** `<thing>.<done>`, such as `workflow.published`, `member.roleChanged`. */
  readonly action: string;
  /** The one whose request is being answered when absent; null for nobody who is known. */
  readonly actor?: AuditActor | null;
  /** The actor's when absent. */
  readonly workspaceId?: string;
  readonly target?: AuditTarget;
  /** What else matters, such as the role before and after. Never a secret, never a value of a workflow. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const INSERT = `insert into audit_event (workspace_id, action, actor_id, actor_label, via, api_token_id, target_type, target_id,
    target_label, address, user_agent, request_id, details)
  select place.workspace_id, $2::text, $3::uuid, (select email from app_user where id = $3::uuid), $4::text, $5::uuid, $6::text,
    $7::text, $8::text, $9::text, $10::text, $11::text, $12::jsonb`;

/** Writes the audit log: who did what to which thing, from where. */
@Injectable()
export class AuditTrail {
  /** Adds one line inside the transaction that does the thing, so that neither is there without the other. */
  async record(client: SqlClient, entry: AuditEntry): Promise<void> {
    const actor = actorOf(entry);
    const workspaceId = entry.workspaceId ?? actor?.workspaceId ?? null;
    await client.query(`${INSERT} from (select $1::uuid as workspace_id) place`, [
      workspaceId,
      ...valuesOf(entry, actor),
    ]);
  }

  /**
   * Adds a line to the log of every workspace of a person: for what concerns an account as a whole. Without an account, or
   * without a workspace, one line that belongs to none; always one statement, so that its time does not tell which it was.
   */
  async recordForAccount(client: SqlClient, userId: string | null, entry: AuditEntry): Promise<void> {
    await client.query(
      `${INSERT} from (
         select workspace_id from membership where user_id = $1::uuid
         union all select null where not exists (select 1 from membership where user_id = $1::uuid)
       ) place`,
      [userId, ...valuesOf(entry, actorOf(entry))],
    );
  }
}

function actorOf({ actor }: AuditEntry): AuditActor | null {
  if (actor !== undefined) return actor;
  return (currentRequest()?.actor as AuditActor | undefined) ?? null;
}

function valuesOf({ action, target, details }: AuditEntry, actor: AuditActor | null): unknown[] {
  const request = currentRequest();
  return [
    action,
    actor?.userId ?? null,
    actor?.via ?? 'anonymous',
    actor?.apiTokenId ?? null,
    target?.type ?? null,
    target?.id ?? null,
    target?.label ?? null,
    request?.address ?? null,
    request?.userAgent ?? null,
    request?.requestId ?? null,
    JSON.stringify(details ?? {}),
  ];
}
