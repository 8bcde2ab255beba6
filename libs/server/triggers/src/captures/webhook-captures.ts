import { Bell, newId, SqlPool } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CAPTURE_CHANNEL, type CaptureNotice } from './capture-feed';
import { CAPTURE_COLUMNS, KEPT_CAPTURES, type WebhookCapture, type WholeCapture } from './webhook-capture';
import type { WebhookListener } from './webhook-listeners';

/** What came in at a test address. */
export interface CapturedCall {
  readonly method: string;
  readonly path: string;
  readonly value: Json;
  readonly request: Json;
}

/** Calls that test addresses took: the newest ten of each node. */
@Injectable()
export class WebhookCaptures {
  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
  ) {}

  /** Keeps the call and tells who watches; answers its id. */
  async keep({ workspaceId, workflowId, nodeId }: WebhookListener, call: CapturedCall): Promise<string> {
    const id = newId();
    const value = JSON.stringify(call.value);
    const owner = [id, workspaceId, workflowId, nodeId];
    const facts = [call.method, call.path, value, JSON.stringify(call.request), Buffer.byteLength(value)];
    await this.pool.tx(async (client) => {
      await client.query(INSERT, [...owner, ...facts]);
      await client.query(DROP_OLD, [workflowId, nodeId, KEPT_CAPTURES]);
      const notice: CaptureNotice = [workspaceId, workflowId, nodeId, id];
      await this.bell.ring(CAPTURE_CHANNEL, JSON.stringify(notice), client);
    });
    return id;
  }

  /** Newest first. */
  async list(workspaceId: string, workflowId: string, nodeId: string): Promise<WebhookCapture[]> {
    if (!isUuid(workflowId)) return [];
    const { rows } = await this.pool.query<WebhookCapture>(LIST, [workflowId, nodeId, workspaceId, KEPT_CAPTURES]);
    return rows;
  }

  /** One with its values; undefined when there is none, or not any more. */
  async find(workspaceId: string, id: string): Promise<WholeCapture | undefined> {
    const { rows } = await this.pool.query<WholeCapture>(FIND, [isUuid(id) ? id : null, workspaceId]);
    return rows[0];
  }
}

const INSERT = `
  insert into webhook_capture (id, workspace_id, workflow_id, node_id, method, path, value, request, bytes)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Index: webhook_capture_node. */
const LIST = `
  select ${CAPTURE_COLUMNS} from webhook_capture
   where workflow_id = $1 and node_id = $2 and workspace_id = $3 order by id desc limit $4`;

/** Index: webhook_capture_node. Two calls at once may leave one more than ten until the next. */
const DROP_OLD = `
  delete from webhook_capture where workflow_id = $1 and node_id = $2 and id in (
    select id from webhook_capture where workflow_id = $1 and node_id = $2 order by id desc offset $3)`;

/** Index: webhook_capture_pkey. */
const FIND = `select ${CAPTURE_COLUMNS}, value, request from webhook_capture where id = $1 and workspace_id = $2`;
