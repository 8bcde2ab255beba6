import type { Product } from './product';

/** A broken promise of the engine, told with the run that shows it. */
async function none(product: Product, promise: string, query: string): Promise<void> {
  const { rows } = await product.pool.query(query);
  if (rows.length > 0) throw new Error(`${promise}: ${JSON.stringify(rows.slice(0, 5))}`);
}

/** Checks what must hold in any database of ours once everything is calm. @throws Error with the first breach */
export async function checkInvariants(product: Product): Promise<void> {
  await none(
    product,
    'event seqs have no gaps and end at the seq of the run',
    `select e.id, e.event_seq, count(v.seq), min(v.seq), max(v.seq) from execution e left join execution_event v on v.execution_id = e.id
      group by e.id having count(v.seq) <> e.event_seq or min(v.seq) <> 1 or max(v.seq) <> e.event_seq`,
  );
  await none(
    product,
    'a node is recorded as completed at most once',
    `select execution_id, node_id from execution_event where type = 'node.completed' group by 1, 2 having count(*) > 1`,
  );
  await none(
    product,
    'a run begins once and ends at most once, with its last event',
    `select execution_id from execution_event group by execution_id
      having count(*) filter (where type = 'workflow.started') <> 1 or count(*) filter (where type = 'workflow.finished') > 1
          or (count(*) filter (where type = 'workflow.finished') = 1 and max(seq) filter (where type = 'workflow.finished') <> max(seq))`,
  );
  await none(
    product,
    'a run that has ended has a last event that says so',
    `select id from execution e where (finished_at is not null) <> exists
      (select 1 from execution_event v where v.execution_id = e.id and v.type = 'workflow.finished')`,
  );
  await none(
    product,
    'every node that began has an end when its run has ended',
    `select s.execution_id, s.node_id from execution_event s join execution e on e.id = s.execution_id and e.finished_at is not null
      where s.type = 'node.started' and not e.terminated and not exists (select 1 from execution_event t where t.execution_id = s.execution_id
        and t.node_id = s.node_id and t.seq > s.seq
        and t.type in ('node.completed', 'node.failed', 'node.cancelled', 'node.retrying', 'node.interrupted', 'node.waiting'))`,
  );
  await none(
    product,
    'no node begins after its run was asked to end',
    `select s.execution_id, s.node_id from execution_event s join execution_event c on c.execution_id = s.execution_id
      and c.type in ('workflow.cancel_requested', 'workflow.finished') and c.seq < s.seq where s.type = 'node.started'`,
  );
  await none(
    product,
    'a run that has not ended has a lease, a due time or a wait',
    `select id, status from execution e where finished_at is null and lease_owner is null and next_due_at is null
      and status <> 'paused' and not exists (select 1 from wait w where w.execution_id = e.id)`,
  );
}
