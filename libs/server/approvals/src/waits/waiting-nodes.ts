import { isTerminal, WakeWaiting } from '@millrace/server-executions';
import { SqlPool } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { doorClosed, doorNotFound, doorNotOpenYet } from './waits.errors';
import type { DoorKind } from './run-doors';

/** A node that waits behind an address. */
export interface WaitingNode {
  readonly executionId: string;
  readonly workspaceId: string;
  readonly nodeKey: string;
  readonly name: string;
  readonly ask: JsonObject;
  /** Names this wait and no other. */
  readonly token: string;
}

/** Index: wait_pkey, execution_pkey. The newest first, so that an address of a run leads to what it asks now. */
const WAITING = `
  SELECT w.execution_id AS "executionId", w.workspace_id AS "workspaceId", w.node_id AS "nodeKey", w.name, w.ask, w.token
  FROM wait w WHERE w.execution_id = $1 AND w.kind = 'event' AND w.ask->>'kind' = $2 AND ($3::text IS NULL OR w.node_id = $3)
  ORDER BY w.created_at DESC, w.node_id LIMIT 1`;

/** Of a log that may be long nothing leaves the database. Index: execution_event_pkey. */
const HAS_WAITED = `
  SELECT 1 FROM execution_event v
  WHERE v.execution_id = $1 AND v.type = 'node.waiting' AND v.body #>> '{wait,kind}' = 'event'
    AND v.body #>> '{wait,prompt,kind}' = $2
    AND ($3::text IS NULL OR concat_ws('/', v.body ->> 'path', v.node_id) = $3)
  LIMIT 1`;

/** Nodes that wait for the world, and their one answer. */
@Injectable()
export class WaitingNodes {
  constructor(
    private readonly pool: SqlPool,
    private readonly waiting: WakeWaiting,
  ) {}

  /**
   * The node that waits.
   * @throws DomainError `WAIT_NOT_FOUND` (404), `WAIT_OVER` (410), `WAIT_NOT_YET` (409, with when to try again)
   */
  async find(kind: DoorKind, executionId: string, nodeKey?: string): Promise<WaitingNode> {
    const { rows } = await this.pool.query<WaitingNode>(WAITING, [executionId, kind, nodeKey ?? null]);
    if (rows[0]) return rows[0];
    throw await this.#whyNot(kind, executionId, nodeKey);
  }

  /** Wakes it with what was sent. @throws DomainError `WAIT_OVER` when somebody else was faster, or it waits no longer */
  async answer({ executionId, workspaceId, nodeKey, name, token }: WaitingNode, payload: Json): Promise<void> {
    await this.pool.tx(async (client) => {
      const run = await this.waiting.lock(client, executionId, workspaceId);
      const { rowCount } = await client.query('SELECT 1 FROM wait WHERE token = $1', [token]);
      if (rowCount === 0 || !(await this.waiting.answer(client, run, { nodeKey, name, payload }))) throw doorClosed();
    });
  }

  async #whyNot(kind: DoorKind, executionId: string, nodeKey: string | undefined): Promise<Error> {
    // Index: execution_pkey.
    const { rows } = await this.pool.query<{ status: Parameters<typeof isTerminal>[0] }>(
      'SELECT status FROM execution WHERE id = $1',
      [executionId],
    );
    if (!rows[0]) return doorNotFound();
    if (isTerminal(rows[0].status)) return doorClosed();
    const { rowCount: hasWaited } = await this.pool.query(HAS_WAITED, [executionId, kind, nodeKey ?? null]);
    return hasWaited > 0 ? doorClosed() : doorNotOpenYet();
  }
}
