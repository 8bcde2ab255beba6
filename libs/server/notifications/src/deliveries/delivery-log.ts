import { AuditTrail, type Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { deliveryNotFound } from '../notifications.errors';
import { NOTIFICATION_CHANNEL } from '../outbox/notification-outbox';

/** Where a delivery stands. `dead`: given up after its last try; `discarded`: somebody decided that it is not to be made. */
export type DeliveryStatus = 'waiting' | 'delivered' | 'dead' | 'discarded';

/** One thing that one endpoint is told. */
export interface Delivery {
  readonly id: string;
  readonly notificationId: string;
  readonly endpointId: string;
  readonly endpointUrl: string;
  readonly type: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly dueAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** One call. */
export interface DeliveryAttempt {
  readonly at: Date;
  readonly number: number;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
}

/** Which deliveries are meant. */
export interface DeliveryFilter {
  readonly ids?: readonly string[] | null;
  readonly endpointId?: string | null;
  readonly status?: DeliveryStatus | null;
  readonly type?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

/** Deliveries that are repeated or discarded with one request. */
const MOST_AT_ONCE = 10_000;

const COLUMNS = `d.id, d.notification_id as "notificationId", d.endpoint_id as "endpointId", e.url as "endpointUrl", d.type,
  d.status, d.attempts, d.due_at as "dueAt", d.last_status as "lastStatus", d.last_error as "lastError",
  d.created_at as "createdAt", d.finished_at as "finishedAt"`;

/** Parameters $1 to $7. */
const FITS = `d.workspace_id = $1 and ($2::uuid[] is null or d.id = any($2)) and ($3::uuid is null or d.endpoint_id = $3)
  and ($4::text is null or d.status = $4) and ($5::text is null or d.type = $5)
  and ($6::timestamptz is null or d.created_at >= $6) and ($7::timestamptz is null or d.created_at < $7)`;

/** What endpoints were told and what is still to be told. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly pool: SqlPool,
    private readonly audit: AuditTrail,
  ) {}

  /** Newest first, those before the given id. Answers one more than asked for when there are more. */
  async list(
    { workspaceId }: Actor,
    request: { readonly filter: DeliveryFilter; readonly first: number; readonly before: string | null },
  ): Promise<readonly Delivery[]> {
    // Indexes: notification_delivery_workspace, _dead and _endpoint, in the order of ids.
    const { rows } = await this.pool.query<Delivery>(
      `select ${COLUMNS} from notification_delivery d join notification_endpoint e on e.id = d.endpoint_id
        where ${FITS} and ($8::uuid is null or d.id < $8) order by d.id desc limit $9`,
      [...parametersOf(workspaceId, request.filter), request.before, request.first + 1],
    );
    return rows;
  }

  /** One with what is sent and how every call went. @throws DomainError `DELIVERY_NOT_FOUND` */
  async get(
    actor: Actor,
    id: string,
  ): Promise<{ delivery: Delivery; body: string; attempts: readonly DeliveryAttempt[] }> {
    const [delivery] = await this.list(actor, { filter: { ids: [id] }, first: 1, before: null });
    if (!delivery) throw deliveryNotFound();
    const { rows } = await this.pool.query<{ body: string }>('select body from notification where id = $1', [
      delivery.notificationId,
    ]);
    // Index: notification_attempt_delivery.
    const attempts = await this.pool.query<DeliveryAttempt>(
      `select at, number, duration_ms as "durationMs", status, error, response from notification_attempt
        where delivery_id = $1 order by at desc limit 100`,
      [delivery.id],
    );
    return { delivery, body: rows[0]?.body ?? '', attempts: attempts.rows };
  }

  /** Tells again what is over, with the same id: receivers can know a repeat. Answers how many. */
  async replay(actor: Actor, filter: DeliveryFilter): Promise<number> {
    const set = `status = 'waiting', attempts = 0, due_at = clock_timestamp(), finished_at = null`;
    const count = await this.change(actor, { filter, among: ['delivered', 'dead', 'discarded'], set });
    await this.pool.query('select pg_notify($1, $2)', [NOTIFICATION_CHANNEL, '']);
    await this.note(actor, 'notificationDelivery.replayed', count);
    return count;
  }

  /** Gives up what is given up or waits. Answers how many. */
  async discard(actor: Actor, filter: DeliveryFilter): Promise<number> {
    const set = `status = 'discarded', due_at = null, finished_at = coalesce(d.finished_at, clock_timestamp())`;
    const count = await this.change(actor, { filter, among: ['dead', 'waiting'], set });
    await this.note(actor, 'notificationDelivery.discarded', count);
    return count;
  }

  /** Of each endpoint, by status, the last day's deliveries and everything that is not over. */
  async counts({ workspaceId }: Actor): Promise<readonly { endpointId: string; status: DeliveryStatus; n: number }[]> {
    const { rows } = await this.pool.query<{ endpointId: string; status: DeliveryStatus; n: number }>(
      `select endpoint_id as "endpointId", status, count(*)::int as n from notification_delivery
        where workspace_id = $1 and (status in ('waiting', 'dead') or created_at > now() - interval '1 day')
        group by 1, 2`,
      [workspaceId],
    );
    return rows;
  }

  private async change(
    { workspaceId }: Actor,
    { filter, among, set }: { filter: DeliveryFilter; among: readonly DeliveryStatus[]; set: string },
  ): Promise<number> {
    const { rowCount } = await this.pool.query(
      `update notification_delivery d set ${set} where d.id in (
         select d.id from notification_delivery d where ${FITS} and d.status = any($8::text[])
          order by d.id limit ${MOST_AT_ONCE} for update)`,
      [...parametersOf(workspaceId, filter), among],
    );
    return rowCount;
  }

  private async note(actor: Actor, action: string, count: number): Promise<void> {
    if (count > 0) await this.audit.record(this.pool, { action, actor, details: { count } });
  }
}

/** Ids that are none fit nothing. */
function parametersOf(workspaceId: string, { ids, endpointId, status, type, from, to }: DeliveryFilter): unknown[] {
  const noUuid = endpointId !== null && endpointId !== undefined && !isUuid(endpointId);
  const wanted = noUuid ? [] : (ids?.filter((id) => isUuid(id)) ?? null);
  return [
    workspaceId,
    wanted,
    noUuid ? null : (endpointId ?? null),
    status ?? null,
    type ?? null,
    from ?? null,
    to ?? null,
  ];
}
