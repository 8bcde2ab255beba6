import { readFileSync } from 'node:fs';
import type { SqlClient } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import type {
  Acknowledgement,
  EventRecord,
  FireRecord,
  History,
  Order,
  RunRecord,
  SlotRecord,
  WriteRecord,
} from '../history';
import type { Plan } from '../plan/plan';
import type { World } from '../world/world';
import { badLinesIn } from './bad-lines';
import type { StoppedSchedule } from './calm';

/** What the senders know that the database does not. */
export interface Told {
  readonly acknowledgements: readonly Acknowledgement[];
  readonly orders: readonly Order[];
  readonly askedToEnd: ReadonlySet<string>;
  /** Processes that did not come back. */
  readonly lost: readonly string[];
  readonly stopped: readonly StoppedSchedule[];
}

/** Reads everything that there is to know once all is calm. */
export async function readHistory(world: World, plan: Plan, told: Told): Promise<History> {
  const names = new Map([...world.published].map(([name, { id }]) => [id, name]));
  return {
    seed: plan.seed,
    expectations: new Map(plan.workflows.map((workflow) => [workflow.name, workflow])),
    acknowledgements: told.acknowledgements,
    orders: told.orders,
    askedToEnd: told.askedToEnd,
    ...(await inOneSnapshot(world, plan, names)),
    schedules: told.stopped.map(({ id, workflow_id: workflowId, stopped_ms: stoppedMs }) => ({
      ...{ schedule: id, everyMs: periodOf(plan, names.get(workflowId)), stoppedMs },
    })),
    hits: world.canary.hits,
    lives: world.lives,
    badLines: [...told.lost, ...world.processes.flatMap(({ selfEnds }) => selfEnds), ...badLinesOf(world)],
  };
}

/** What Postgres holds, as of one moment: runs may go on when time was up before all was calm. */
function inOneSnapshot(
  { pool }: World,
  plan: Plan,
  names: ReadonlyMap<string, string>,
): Promise<Pick<History, 'runs' | 'events' | 'writes' | 'fires' | 'slots'>> {
  return pool.tx(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    return {
      runs: await runsOf(client, names),
      events: await eventsOf(client),
      writes: await writesOf(client),
      fires: await firesOf(client, plan, names),
      slots: (await client.query<SlotRecord>('SELECT lane, held, max FROM chaos_slot')).rows,
    };
  });
}

interface RunRow {
  readonly id: string;
  readonly workflow_id: string;
  readonly started_by: string | null;
  readonly status: string;
  readonly mode: string;
  readonly event_seq: number;
  readonly lease_owner: string | null;
  readonly lease_epoch: string;
  readonly next_due_at: Date | null;
  readonly terminated: boolean;
  readonly waits: number;
  readonly trigger: { value?: unknown } | null;
  readonly output: { main?: { value?: { n?: number } } } | null;
}

async function runsOf(pool: SqlClient, names: ReadonlyMap<string, string>): Promise<RunRecord[]> {
  const { rows } = await pool.query<RunRow>(`
    SELECT e.id, e.workflow_id, e.started_by, e.status, e.mode, e.event_seq, e.lease_owner, e.lease_epoch, e.next_due_at,
      e.terminated, (SELECT count(*)::int FROM wait w WHERE w.execution_id = e.id) AS waits,
      (SELECT v.body -> 'trigger' FROM execution_event v WHERE v.execution_id = e.id AND v.seq = 1) AS trigger,
      (SELECT o.body -> 'ports' FROM execution_event f JOIN execution_event o ON o.execution_id = e.id
        AND o.type = 'node.completed' AND o.node_id = f.body -> 'outputFrom' ->> 0
        WHERE f.execution_id = e.id AND f.type = 'workflow.finished' LIMIT 1) AS output
    FROM execution e ORDER BY e.id`);
  return rows.map((row) => ({
    id: row.id,
    workflow: names.get(row.workflow_id) ?? row.workflow_id,
    // An event names the run that published it, too; nobody waits for what it starts.
    parentId:
      row.mode !== 'event' && row.started_by?.startsWith('execution:')
        ? row.started_by.slice('execution:'.length)
        : null,
    ...{ status: row.status, mode: row.mode, eventSeq: row.event_seq, leaseOwner: row.lease_owner },
    leaseEpoch: Number(row.lease_epoch),
    nextDueAt: row.next_due_at?.toISOString() ?? null,
    waits: row.waits,
    trigger: row.trigger?.value ?? null,
    n: row.output?.main?.value?.n ?? null,
    isTerminated: row.terminated,
  }));
}

async function eventsOf(pool: SqlClient): Promise<EventRecord[]> {
  const { rows } = await pool.query<{
    execution_id: string;
    seq: number;
    at_ms: number;
    type: string;
    node_id: string | null;
    body: JsonObject;
  }>(`SELECT execution_id, seq, (extract(epoch FROM at) * 1000)::float8 AS at_ms, type, node_id, body
      FROM execution_event ORDER BY execution_id, seq`);
  return rows.map(({ execution_id: executionId, seq, at_ms: atMs, type, node_id: nodeId, body }) => ({
    ...{ executionId, seq, atMs, type, nodeId, body },
  }));
}

async function writesOf(pool: SqlClient): Promise<WriteRecord[]> {
  const { rows } = await pool.query<{
    execution_id: string;
    writer: string;
    owner: string | null;
    old_epoch: string;
    new_epoch: string;
    old_seq: number;
    new_seq: number;
  }>('SELECT * FROM chaos_write ORDER BY execution_id, place');
  return rows.map((row) => ({
    ...{ executionId: row.execution_id, writer: row.writer, owner: row.owner },
    ...{ oldEpoch: Number(row.old_epoch), newEpoch: Number(row.new_epoch), oldSeq: row.old_seq, newSeq: row.new_seq },
  }));
}

async function firesOf(pool: SqlClient, plan: Plan, names: ReadonlyMap<string, string>): Promise<FireRecord[]> {
  const { rows } = await pool.query<{
    schedule_id: string;
    workflow_id: string;
    at_ms: number;
    outcome: string;
    execution_id: string | null;
  }>(`SELECT f.schedule_id, s.workflow_id, (extract(epoch FROM f.scheduled_for) * 1000)::float8 AS at_ms, f.outcome,
        f.execution_id FROM schedule_fire f JOIN schedule s ON s.id = f.schedule_id ORDER BY f.schedule_id, f.scheduled_for`);
  return rows.map((row) => ({
    schedule: row.schedule_id,
    everyMs: periodOf(plan, names.get(row.workflow_id)),
    ...{ scheduledForMs: row.at_ms, outcome: row.outcome, executionId: row.execution_id },
  }));
}

function periodOf({ workflows }: Plan, name: string | undefined): number {
  return 1_000 * (workflows.find((workflow) => workflow.name === name)?.everySeconds ?? 0);
}

function badLinesOf({ processes, secret }: World): string[] {
  return processes.flatMap(({ name, logFile }) => badLinesIn(name, readFileSync(logFile, 'utf8'), secret));
}
