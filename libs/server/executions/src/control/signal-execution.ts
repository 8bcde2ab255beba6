import { fold, initialState, matchSignal, nodeKey, nodesOf, parseNodeKey } from '@millrace/engine';
import type { ExecutionState, SignalMatch } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { DomainError, SqlPool, newId } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { WORKFLOW_END } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { eventReserved, executionEnded } from '../executions.errors';
import { isTerminal } from '../log/append';
import { OutsideEvents } from '../log/outside-events';
import type { LockedExecution } from '../log/outside-events';
import { readEvents } from '../log/read-events';
import { SignalRules } from './signal-rules';
import { EventFilters } from '../waits/event-filters';
import { RecentEvents } from '../waits/recent-events';
import { WakeWaiting } from './wake-waiting';

/** An event from outside for runs that wait for it. */
export interface SignalRequest {
  readonly workspaceId: string;
  /** Only this run; every waiting run of the workspace when absent. */
  readonly executionId?: string;
  readonly name: string;
  readonly correlation?: string;
  readonly payload: Json;
  /** Who sent it, as the run's history shows. */
  readonly from?: string;
  /** Who sent it, with their rights; absent for events that come from no request. */
  readonly actor?: Actor;
}

/** Runs at most that one event of a workspace wakes. */
const MOST_RUNS = 10_000;
/** Old default name of an approval's event; accepted beside the one that the node is configured with. */
const APPROVAL_PREFIX = 'approval_';

/** Index: wait_by_name. */
const WAITING_RUNS = `
  SELECT DISTINCT execution_id FROM wait
  WHERE workspace_id = $1 AND kind = 'event' AND name = $2 AND (correlation IS NULL OR correlation = $3)
  ORDER BY execution_id LIMIT $4`;

/** Early events that one round looks at. */
const EARLY_AT_ONCE = 500;

/** Indexes: early_signal_by_execution, wait_pkey. Both tables hold only what is pending. */
const EARLY_AND_WAITING = `
  SELECT DISTINCT ON (s.id) s.id, s.execution_id, w.workspace_id, s.name, s.correlation, s.payload, s.sender
  FROM early_signal s JOIN wait w ON w.execution_id = s.execution_id AND w.kind = 'event'
    AND (s.name = '${APPROVAL_PREFIX}' || w.node_id
      OR (w.name = s.name AND (w.correlation IS NULL OR w.correlation = s.correlation)))
  WHERE ($1::uuid IS NULL OR s.execution_id = $1) AND ($2::uuid IS NULL OR s.id > $2)
  ORDER BY s.id LIMIT ${EARLY_AT_ONCE}`;

interface EarlyRow {
  readonly id: string;
  readonly execution_id: string;
  readonly workspace_id: string;
  readonly name: string;
  readonly correlation: string | null;
  readonly payload: Json;
  readonly sender: string | null;
}

/** Index: wait_pkey. */
const ASKING = `
  SELECT node_id AS "nodeKey", ask AS prompt FROM wait
  WHERE execution_id = $1 AND node_id = ANY($2::text[]) AND ask->>'kind' = ANY($3::text[])`;

/** Delivers events to waiting nodes, exactly once each; one that comes before its node waits is kept for it. */
@Injectable()
export class SignalExecution {
  constructor(
    private readonly pool: SqlPool,
    private readonly outside: OutsideEvents,
    private readonly waking: WakeWaiting,
    private readonly rules: SignalRules,
    private readonly recent: RecentEvents,
    private readonly filters: EventFilters,
  ) {}

  /**
   * Answers how many nodes were woken. For one run, 0 means that the event is kept until a node waits for it.
   * @throws DomainError `EXECUTION_NOT_FOUND`, `EXECUTION_ENDED` when one run is named; `EVENT_RESERVED`; what a rule for
   * nodes that ask people throws
   */
  async deliver(signal: SignalRequest): Promise<{ delivered: number }> {
    if (signal.name.startsWith(WORKFLOW_END)) throw eventReserved(signal.name);
    const { executionId } = signal;
    if (executionId !== undefined) return { delivered: await this.deliverTo(executionId, signal) };
    const { rows } = await this.pool.query<{ execution_id: string }>(WAITING_RUNS, [
      signal.workspaceId,
      signal.name,
      signal.correlation ?? null,
      MOST_RUNS,
    ]);
    let delivered = 0;
    for (const { execution_id } of rows) delivered += await this.wakeIfWaiting(execution_id, signal);
    return { delivered };
  }

  /** Tells a run the end of one that it waits for, now or as soon as it does. @throws DomainError as `deliver` does */
  tellEnd(signal: SignalRequest & { readonly executionId: string }): Promise<number> {
    return this.deliverTo(signal.executionId, signal);
  }

  /** Gives signals and events that came early to the nodes that wait now: of one run, or of all. Answers how many nodes were woken. */
  async deliverEarly(executionId?: string): Promise<number> {
    let delivered = 0;
    let last: string | undefined;
    do {
      const { rows } = await this.pool.query<EarlyRow>(EARLY_AND_WAITING, [executionId ?? null, last ?? null]);
      for (const row of rows) delivered += await this.takeEarly(row);
      // What no filter takes stays, and must not stand before others for ever.
      last = rows.length === EARLY_AT_ONCE ? rows.at(-1)?.id : undefined;
    } while (last !== undefined);
    return delivered + (await this.recent.deliver({ executionId }));
  }

  private deliverTo(executionId: string, signal: SignalRequest): Promise<number> {
    return this.pool.tx(async (client) => {
      const run = await this.outside.lock(client, executionId, signal.workspaceId);
      if (isTerminal(run.status)) throw executionEnded(executionId, run.status);
      const matches = await this.matches(client, run, signal);
      if (matches.length === 0) {
        await this.rules.late(client, run, signal);
        await keepForLater(client, executionId, signal);
      }
      return this.wake(client, run, matches, signal);
    });
  }

  private wakeIfWaiting(executionId: string, signal: SignalRequest): Promise<number> {
    return this.pool.tx(async (client) => {
      const run = await this.outside.lock(client, executionId, signal.workspaceId);
      return this.wake(client, run, await this.matches(client, run, signal), signal);
    });
  }

  private takeEarly(row: EarlyRow): Promise<number> {
    const signal: SignalRequest = {
      workspaceId: row.workspace_id,
      name: row.name,
      payload: row.payload,
      ...(row.correlation === null ? {} : { correlation: row.correlation }),
      ...(row.sender === null ? {} : { from: row.sender }),
    };
    const taken = this.pool.tx(async (client) => {
      const run = await this.outside.lock(client, row.execution_id, row.workspace_id);
      const matches = await this.matches(client, run, signal);
      if (matches.length === 0) return 0;
      const { rowCount } = await client.query('DELETE FROM early_signal WHERE id = $1', [row.id]);
      return rowCount === 0 ? 0 : this.wake(client, run, matches, signal);
    });
    return taken.catch((error: unknown) => this.forgetRefused(row, error));
  }

  /** Whoever sent it learns no more of it: there is nobody to tell. */
  private async forgetRefused({ id }: EarlyRow, error: unknown): Promise<number> {
    if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
    await this.pool.query('DELETE FROM early_signal WHERE id = $1', [id]);
    return 0;
  }

  private async matches(client: SqlClient, run: LockedExecution, signal: SignalRequest): Promise<SignalMatch[]> {
    const state = fold(initialState(), await readEvents(client, run.executionId, 0));
    const waits = new Map(nodesOf(state).map((place) => [nodeKey(place), place.node.wait]));
    return signalMatches(state, signal).filter((match) => {
      const wait = waits.get(nodeKey(match));
      return wait?.kind !== 'event' || this.filters.takes(wait.prompt, signal);
    });
  }

  /** How many nodes took the event; those that only counted it go on waiting. */
  private async wake(
    client: SqlClient,
    run: LockedExecution,
    matches: readonly SignalMatch[],
    signal: SignalRequest,
  ): Promise<number> {
    if (matches.length === 0) return 0;
    await this.waking.wake(client, run, await this.judged(client, run, matches, signal));
    return matches.length;
  }

  private async judged(
    client: SqlClient,
    run: LockedExecution,
    matches: readonly SignalMatch[],
    signal: SignalRequest,
  ): Promise<SignalMatch[]> {
    const { rows } = await client.query<{ nodeKey: string; prompt: JsonObject }>(ASKING, [
      run.executionId,
      matches.map(nodeKey),
      this.rules.kinds,
    ]);
    const prompts = new Map(rows.map(({ nodeKey: key, prompt }) => [key, prompt]));
    const judged: SignalMatch[] = [];
    for (const match of matches) {
      const prompt = prompts.get(nodeKey(match));
      const rule = prompt && this.rules.of(String(prompt['kind']));
      if (!prompt || !rule) {
        judged.push(match);
        continue;
      }
      const verdict = await rule.judge(client, { run, nodeKey: nodeKey(match), prompt, signal });
      if (verdict !== 'counted') judged.push(withPayload(match, verdict.wakeWith));
    }
    return judged;
  }
}

function withPayload(match: SignalMatch, payload: Json): SignalMatch {
  const { wake } = match.event;
  return wake.kind === 'event' ? { ...match, event: { ...match.event, wake: { ...wake, payload } } } : match;
}

/** By the name that the node waits for, else by the default name of its approval. */
function signalMatches(state: ExecutionState, signal: SignalRequest): SignalMatch[] {
  const { name, payload, correlation, from } = signal;
  const plain = { name, payload, ...(correlation === undefined ? {} : { correlation }), ...(from ? { from } : {}) };
  const matches = matchSignal(state, plain);
  if (matches.length > 0 || !name.startsWith(APPROVAL_PREFIX)) return matches;
  return matchSignal(state, { ...plain, ...parseNodeKey(name.slice(APPROVAL_PREFIX.length)) });
}

async function keepForLater(client: SqlClient, executionId: string, signal: SignalRequest): Promise<void> {
  await client.query(
    'INSERT INTO early_signal (id, execution_id, name, correlation, payload, sender) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      newId(),
      executionId,
      signal.name,
      signal.correlation ?? null,
      JSON.stringify(signal.payload),
      signal.from ?? null,
    ],
  );
}
