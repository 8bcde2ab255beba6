import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { CallOutcome } from './call-endpoint';

/** A delivery that this process may try now. */
export interface DueDelivery {
  readonly id: string;
  readonly attempts: number;
  readonly notificationId: string;
  readonly body: string;
  readonly endpointId: string;
  readonly url: string;
  readonly secretGeneration: number;
  readonly secretIssuedAt: Date;
}

/** How a try ends: with what follows. */
export interface Settlement {
  readonly delivery: DueDelivery;
  readonly outcome: CallOutcome;
  /** Milliseconds until the next try; null for no other. */
  readonly pauseMs: number | null;
}

/*
 * Some of each endpoint, so that one that does not answer holds up no other. A try that is not settled within half a minute,
 * twice as long as a call may take, is taken for lost and comes again. Index: notification_delivery_due, once for each endpoint.
 */
const CLAIM = `
  with due as (
    select d.id from notification_endpoint e left join unnest($3::uuid[], $4::int[]) as busy(id, n) on busy.id = e.id
      cross join lateral (
        select id, due_at from notification_delivery
         where endpoint_id = e.id and status = 'waiting' and due_at <= clock_timestamp()
         order by due_at limit greatest($1::int - coalesce(busy.n, 0), 0) for update skip locked
      ) d where e.enabled order by d.due_at limit $2
  ), taken as (
    update notification_delivery d set attempts = attempts + 1, due_at = clock_timestamp() + interval '30 seconds'
      from due where d.id = due.id
    returning d.id, d.attempts, d.notification_id, d.endpoint_id
  )
  select t.id, t.attempts, t.notification_id as "notificationId", n.body, e.id as "endpointId", e.url,
    e.secret_generation as "secretGeneration", e.secret_issued_at as "secretIssuedAt"
    from taken t join notification n on n.id = t.notification_id join notification_endpoint e on e.id = t.endpoint_id`;

/** Only of the try that was made: one that was taken for lost has been begun again by somebody else. */
const SETTLE = `
  with settled as (
    update notification_delivery set
      status = case when $3 then 'delivered' when $4::bigint is null then 'dead' else 'waiting' end,
      due_at = case when not $3 then clock_timestamp() + $4::bigint * interval '1 millisecond' end,
      finished_at = case when $3 or $4::bigint is null then clock_timestamp() end,
      last_status = $5, last_error = $6
    where id = $1 and attempts = $2 and status = 'waiting'
    returning id, attempts, endpoint_id
  ), noted as (
    insert into notification_attempt (delivery_id, number, duration_ms, status, error, response)
    select id, attempts, $7, $5, $6, $8 from settled
  )
  update notification_endpoint e set failing_since = case when $3 then null else coalesce(failing_since, clock_timestamp()) end
    from settled where e.id = settled.endpoint_id and (e.failing_since is null) <> $3`;

/** Of a try that was broken off here: it is none, and somebody else may begin it at once. */
const GIVE_BACK = `
  update notification_delivery set attempts = attempts - 1, due_at = clock_timestamp()
   where id = $1 and attempts = $2 and status = 'waiting'`;

/** Rows of deliveries, as workers move them. */
@Injectable()
export class DeliveryRows {
  constructor(private readonly pool: SqlPool) {}

  /** Takes what is due, the oldest first; of one endpoint at most `each`, those under way included. */
  async claim(limit: number, each: number, underWay: ReadonlyMap<string, number>): Promise<readonly DueDelivery[]> {
    const values = [each, limit, [...underWay.keys()], [...underWay.values()]];
    const { rows } = await this.pool.queryNamed<DueDelivery>('claim_deliveries', CLAIM, values);
    return rows;
  }

  /** Records how a try went. */
  async settle({ delivery, outcome, pauseMs }: Settlement): Promise<void> {
    await this.pool.query(SETTLE, [
      delivery.id,
      delivery.attempts,
      outcome.ok,
      pauseMs,
      outcome.status,
      outcome.error,
      outcome.durationMs,
      outcome.response,
    ]);
  }

  /** Lets others begin a try that this process broke off. */
  async giveBack({ id, attempts }: DueDelivery): Promise<void> {
    await this.pool.query(GIVE_BACK, [id, attempts]);
  }

  /** Forgets what is older than it is kept. Some at a time; answers how many went. */
  async forgetOld(keepDays: number): Promise<number> {
    // Index: notification_age. Deliveries and tries go along; what still waits is kept.
    const { rowCount } = await this.pool.query(
      `delete from notification where id in (
         select n.id from notification n
          where n.at < now() - $1::int * interval '1 day' and n.body is not null
            and not exists (select 1 from notification_delivery d where d.notification_id = n.id and d.status = 'waiting')
          limit 1000)`,
      [keepDays],
    );
    return rowCount;
  }
}
