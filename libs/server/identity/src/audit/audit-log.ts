import { Injectable } from '@nestjs/common';
import { invalid, SqlPool } from '@millrace/server-platform';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../access/actor';

/** One line of the audit log. */
export interface AuditEvent {
  /** Place in the log; grows. */
  readonly seq: string;
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  /** Null for strangers and for the product itself. */
  readonly actorId: string | null;
  /** E-mail address of the actor at that time. */
  readonly actorLabel: string | null;
  readonly via: string;
  readonly apiTokenId: string | null;
  readonly targetType: string | null;
  readonly targetId: string | null;
  readonly targetLabel: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What of the log is asked for; everything that is given must fit. */
export interface AuditFilter {
  /** Whole, or its first part such as `member`. */
  readonly action?: string | null;
  readonly actorId?: string | null;
  readonly targetType?: string | null;
  readonly targetId?: string | null;
  readonly from?: Date | null;
  /** Exclusive. */
  readonly to?: Date | null;
}

const COLUMNS = `seq::text, id, at, action, actor_id as "actorId", actor_label as "actorLabel", via, api_token_id as "apiTokenId",
  target_type as "targetType", target_id as "targetId", target_label as "targetLabel", address, user_agent as "userAgent",
  request_id as "requestId", details`;
const EXPORT_PAGE = 1_000;

/** Reads the audit log of a workspace, the newest line first. */
@Injectable()
export class AuditLog {
  constructor(private readonly pool: SqlPool) {}

  /** Up to `limit` lines before the line `before`. @throws DomainError `VALIDATION_FAILED` */
  async list(
    actor: Actor,
    filter: AuditFilter,
    page: { limit: number; before?: string | null },
  ): Promise<AuditEvent[]> {
    const values: unknown[] = [actor.workspaceId];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const rules = ['workspace_id = $1', ...rulesOf(filter, add)];
    if (page.before) rules.push(`seq < ${add(page.before)}::bigint`);
    // Indexes: audit_event_workspace, audit_event_actor, audit_event_target.
    const { rows } = await this.pool.query<AuditEvent>(
      `select ${COLUMNS} from audit_event where ${rules.join(' and ')} order by audit_event.seq desc limit ${add(page.limit)}`,
      values,
    );
    return rows;
  }

  /** Every line, a thousand at a time, so that a log of any length fits into memory. */
  async *all(actor: Actor, filter: AuditFilter): AsyncGenerator<readonly AuditEvent[]> {
    let before: string | null = null;
    for (;;) {
      const page: AuditEvent[] = await this.list(actor, filter, { limit: EXPORT_PAGE, before });
      if (page.length > 0) yield page;
      if (page.length < EXPORT_PAGE) return;
      before = page.at(-1)?.seq ?? null;
    }
  }
}

function rulesOf(filter: AuditFilter, add: (value: unknown) => string): string[] {
  const { action, actorId, targetType, targetId, from, to } = filter;
  if (actorId && !isUuid(actorId)) throw invalid('VALIDATION_FAILED', 'actorId: is not an id.');
  const rules: string[] = [];
  if (action) {
    const whole = add(action);
    rules.push(`(action = ${whole} or starts_with(action, ${whole} || '.'))`);
  }
  if (actorId) rules.push(`actor_id = ${add(actorId)}`);
  if (targetType) rules.push(`target_type = ${add(targetType)}`);
  if (targetId) rules.push(`target_id = ${add(targetId)}`);
  if (from) rules.push(`at >= ${add(from)}`);
  if (to) rules.push(`at < ${add(to)}`);
  return rules;
}
