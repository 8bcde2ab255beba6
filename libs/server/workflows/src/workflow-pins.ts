import type { Actor } from '@millrace/server-identity';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { MAX_PINS, readPinnedNode, readPinnedPorts, tooManyPins, type PinnedPorts, type Pins } from './rules/read-pins';
import { workflowNotFound } from './workflows.errors';

/** A node of a draft whose output is pinned. */
export interface WorkflowPin {
  readonly nodeId: string;
  readonly ports: PinnedPorts;
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

/** Index: workflow_pin_pkey. */
const SELECT = `
  SELECT node_id AS "nodeId", ports, updated_by AS "updatedBy", updated_at AS "updatedAt"
  FROM workflow_pin WHERE workflow_id = $1 ORDER BY node_id`;

const UPSERT = `
  INSERT INTO workflow_pin (workflow_id, node_id, ports, updated_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT (workflow_id, node_id) DO UPDATE
    SET ports = excluded.ports, updated_by = excluded.updated_by, updated_at = clock_timestamp()
  RETURNING node_id AS "nodeId", ports, updated_by AS "updatedBy", updated_at AS "updatedAt"`;

/**
 * Outputs that people pinned to nodes of a draft, so that a run by hand takes them instead of running the node. A pin
 * outlives its node, so that undoing a deletion brings both back.
 */
@Injectable()
export class WorkflowPins {
  constructor(private readonly pool: SqlPool) {}

  /** By node id. @throws DomainError `NOT_FOUND` */
  async list(actor: Actor, workflowId: string): Promise<WorkflowPin[]> {
    await requireWorkflow(this.pool, actor, workflowId, '');
    return (await this.pool.query<WorkflowPin>(SELECT, [workflowId])).rows;
  }

  /** What runs by hand take. @throws DomainError `NOT_FOUND` */
  async pinsOf(actor: Actor, workflowId: string): Promise<Pins> {
    return new Map((await this.list(actor, workflowId)).map(({ nodeId, ports }) => [nodeId, ports]));
  }

  /** Pins, or pins anew. @throws DomainError `NOT_FOUND`, `PIN_INVALID`, `PIN_TOO_LARGE`, `TOO_MANY_PINS` */
  async set(actor: Actor, workflowId: string, nodeId: string, ports: unknown): Promise<WorkflowPin> {
    const pin = { nodeId: readPinnedNode(nodeId), ports: readPinnedPorts(nodeId, ports) };
    return this.pool.tx(async (client) => {
      await requireWorkflow(client, actor, workflowId, 'FOR UPDATE');
      return this.put(client, actor, workflowId, pin);
    });
  }

  /** Pins a whole set inside a running transaction. @throws DomainError `TOO_MANY_PINS` */
  async setAll(client: SqlClient, actor: Actor, workflowId: string, pins: Pins): Promise<void> {
    for (const [nodeId, ports] of pins) await this.put(client, actor, workflowId, { nodeId, ports });
  }

  /** Whether there was one. @throws DomainError `NOT_FOUND` */
  async remove(actor: Actor, workflowId: string, nodeId: string): Promise<boolean> {
    await requireWorkflow(this.pool, actor, workflowId, '');
    // Index: workflow_pin_pkey.
    const { rowCount } = await this.pool.query('DELETE FROM workflow_pin WHERE workflow_id = $1 AND node_id = $2', [
      workflowId,
      nodeId,
    ]);
    return rowCount > 0;
  }

  private async put(
    client: SqlClient,
    actor: Actor,
    workflowId: string,
    { nodeId, ports }: Pick<WorkflowPin, 'nodeId' | 'ports'>,
  ): Promise<WorkflowPin> {
    const { rows } = await client.query<WorkflowPin>(UPSERT, [workflowId, nodeId, JSON.stringify(ports), actor.userId]);
    const { rows: counted } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM workflow_pin WHERE workflow_id = $1',
      [workflowId],
    );
    if ((counted[0]?.count ?? 0) > MAX_PINS) throw tooManyPins();
    return rows[0] as WorkflowPin;
  }
}

/** Index: workflow_pkey. */
async function requireWorkflow(
  client: SqlClient,
  actor: Actor,
  workflowId: string,
  lock: '' | 'FOR UPDATE',
): Promise<void> {
  if (!isUuid(workflowId)) throw workflowNotFound(workflowId);
  const { rows } = await client.query(
    `SELECT 1 FROM workflow WHERE id = $1 AND workspace_id = $2 AND deleted_at IS NULL ${lock}`,
    [workflowId, actor.workspaceId],
  );
  if (rows.length === 0) throw workflowNotFound(workflowId);
}
