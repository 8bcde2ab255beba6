import { createHash, randomBytes } from 'node:crypto';
import { NodeCatalogue } from '@millrace/server-catalog';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { WorkflowNode } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { readTriggerParams, webhookParams } from '../trigger-params';
import { notAWebhook, triggerConfigInvalid, triggerNodeNotFound } from '../triggers.errors';

/** How long a test address takes calls. Seconds. */
export const LISTEN_SECONDS = 120;

/** A test address, shown once. */
export interface TestAddress {
  /** Path on this installation; more path may follow it. */
  readonly address: string;
  readonly until: Date;
  /** Method that the node takes, for a sample call. */
  readonly method: string;
}

/** Who listens at a test address. */
export interface WebhookListener {
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly output: 'body' | 'request';
}

const TOKEN = /^wt_[A-Za-z0-9_-]{32}$/;
/** One person at a few nodes; more is a mistake or an attack. */
const MOST_LISTENERS = 50;

/** Opens test addresses for the webhooks of drafts: a random token in the address is what lets a caller in. */
@Injectable()
export class WebhookListeners {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
    private readonly catalogue: NodeCatalogue,
  ) {}

  /**
   * The draft need never have been published.
   * @throws DomainError `NOT_FOUND`, `NODE_NOT_FOUND`, `NOT_A_WEBHOOK`, `TRIGGER_CONFIG_INVALID`
   */
  async listen(actor: Actor, workflowId: string, nodeId: string): Promise<TestAddress> {
    const { document } = await this.versions.draftOf(actor, workflowId);
    const node = document.nodes.find(({ id }) => id === nodeId);
    if (!node) throw triggerNodeNotFound(nodeId);
    const { output, methods } = this.#params(node);
    const token = `wt_${randomBytes(24).toString('base64url')}`;
    const owner = [actor.workspaceId, workflowId, nodeId];
    const { rows } = await this.pool.query<{ until: Date }>(OPEN, [digestOf(token), ...owner, output, LISTEN_SECONDS]);
    await this.pool.query(CLOSE_OLD, [actor.workspaceId, MOST_LISTENERS]);
    return { address: `/hooks/test/${token}`, until: rows[0]!.until, method: methods[0]! };
  }

  /** Who listens with this token; undefined when nobody does, or not any more. */
  async find(token: string): Promise<WebhookListener | undefined> {
    const { rows } = await this.pool.query<WebhookListener>(FIND, [digestOf(token)]);
    return rows[0];
  }

  #params(node: WorkflowNode): { output: WebhookListener['output']; methods: readonly string[] } {
    if (this.catalogue.lookup(node.type, node.typeVersion)?.startsOn !== 'webhook') throw notAWebhook(node.id);
    const read = readTriggerParams(webhookParams, node.config);
    if ('fault' in read)
      throw triggerConfigInvalid(node.id, `The webhook "${node.label}" cannot listen: ${read.fault}`);
    return read.params;
  }
}

/** Whether the text can be the token of a test address. */
export function isTestToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN.test(text);
}

/** A leaked table of open tokens would be worthless. The tokens are random and long, so a fast hash suffices. */
function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const OPEN = `
  insert into webhook_listener (token_digest, workspace_id, workflow_id, node_id, output, expires_at)
  values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6)) returning expires_at as until`;

/** Index: webhook_listener_pkey. */
const FIND = `
  select workspace_id as "workspaceId", workflow_id as "workflowId", node_id as "nodeId", output
    from webhook_listener where token_digest = $1 and expires_at > now()`;

/** Index: webhook_listener_workspace. */
const CLOSE_OLD = `
  delete from webhook_listener where workspace_id = $1 and (expires_at <= now() or token_digest not in (
    select token_digest from webhook_listener where workspace_id = $1 order by expires_at desc limit $2))`;
