import { NodeError, type PollAnswer, type PollContext, type PolledItem } from '@millrace/node-sdk';
import { NodeCatalogue } from '@millrace/server-catalog';
import { NodeHttp, NodeNet, SecretMask } from '@millrace/server-credentials';
import { StartExecutions } from '@millrace/server-executions';
import {
  DomainError,
  GuardedHttp,
  GuardedNet,
  Logger,
  newId,
  SqlPool,
  type SqlClient,
} from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { WebhookAccounts, type OwnedWebhook } from '../webhooks/webhook-accounts';

/** Triggers that one process looks after at the same time. */
export const POLL_LANES = 4;

const TIMEOUT_MS = 90_000;
/** Longer than a look may take, so that two never look at the same time. */
const LEASE = "interval '3 minutes'";
const LONGEST_MESSAGE = 1_000;

interface PolledRow extends OwnedWebhook {
  readonly workflowId: string;
  readonly leaseId: string;
  readonly cursor: Json;
  readonly failures: number;
}

/** Index: polled_trigger_due. A lease that is over belongs to a process that died. */
const CLAIM = `
  update polled_trigger set lease_id = $1, lease_until = clock_timestamp() + ${LEASE}
   where id = (select p.id from polled_trigger p
                where p.live and p.next_poll_at <= clock_timestamp()
                  and (p.lease_until is null or p.lease_until < clock_timestamp())
                order by p.next_poll_at limit 1 for update skip locked)
  returning id, workspace_id as "workspaceId", workflow_id as "workflowId", node_id as "nodeId",
            version_id as "versionId", lease_id as "leaseId", cursor, failures,
            (select v.created_by from workflow_version v where v.id = version_id) as "authorId"`;

/** Index: polled_trigger_pkey. Nothing when it was published anew, or taken over, meanwhile. */
const STILL_MINE = `select id from polled_trigger where id = $1 and lease_id = $2 and live for update`;

const LOOKED = `
  update polled_trigger set cursor = $3, next_poll_at = clock_timestamp() + $4 * interval '1 second',
    lease_id = null, lease_until = null, failures = 0, last_error = null
   where id = $1 and lease_id = $2`;

const FAILED = `
  update polled_trigger set failures = failures + 1, last_error = $3,
    next_poll_at = clock_timestamp() + $4 * interval '1 second', lease_id = null, lease_until = null
   where id = $1 and lease_id = $2`;

/**
 * Starts runs for what triggers find whose service does not call. Any number of processes may look: each trigger is looked
 * after by one at a time, and the place where it stands moves in the transaction that starts the runs, so that everything
 * starts one run, also after a crash or a downtime.
 */
@Injectable()
export class PollTriggers {
  #stop = new AbortController();

  constructor(
    private readonly pool: SqlPool,
    private readonly catalogue: NodeCatalogue,
    private readonly accounts: WebhookAccounts,
    private readonly executions: StartExecutions,
    private readonly http: GuardedHttp,
    private readonly net: GuardedNet,
    private readonly logger: Logger,
  ) {}

  /** Looks after what is due, one trigger after the other. Answers how many runs began. */
  async lane(): Promise<number> {
    let started = 0;
    while (!this.#stop.signal.aborted) {
      const { rows } = await this.pool.query<PolledRow>(CLAIM, [newId()]);
      const row = rows[0];
      if (row === undefined) break;
      started += await this.#look(row);
    }
    return started;
  }

  /** Ends looks that are under way; what they found is found again. */
  stop(): void {
    this.#stop.abort('stopped');
    this.#stop = new AbortController();
  }

  async #look(row: PolledRow): Promise<number> {
    const mask = new SecretMask();
    const node = await this.accounts.nodeOf(row);
    const polling = node && this.catalogue.implementation(node.type, node.typeVersion).polling;
    if (node === undefined || polling === undefined) {
      await this.#failed(row, 'The published version has no such trigger any more. Publish the workflow again.', 3_600);
      return 0;
    }
    const everySeconds = polling.everySeconds(node.config);
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const ctx: PollContext = {
      http: new NodeHttp({ http: this.http, idempotencyKey: `poll:${row.leaseId}`, signal, mask }),
      net: new NodeNet(this.net),
      signal,
      nowMs: Date.now(),
      credential: (slot = 'account') => this.accounts.account(row, node, { slot, mask }),
      rawParams: node.config,
    };
    try {
      const answer = await polling.poll(ctx, row.cursor ?? undefined);
      return await this.pool.tx((client) => this.#keep(client, row, { answer, mask, everySeconds }));
    } catch (error) {
      await this.#putOff(row, { error, mask, everySeconds });
      return 0;
    }
  }

  async #keep(
    client: SqlClient,
    row: PolledRow,
    { answer, mask, everySeconds }: { answer: PollAnswer; mask: SecretMask; everySeconds: number },
  ): Promise<number> {
    const { rows } = await client.query(STILL_MINE, [row.id, row.leaseId]);
    if (rows.length === 0) return 0;
    let started = 0;
    for (const item of answer.items)
      started += await this.#begin(client, row, { ...item, payload: mask.json(item.payload) });
    const seconds = answer.more === true ? 0 : everySeconds;
    await client.query(LOOKED, [row.id, row.leaseId, JSON.stringify(answer.cursor), seconds]);
    return started;
  }

  async #begin(client: SqlClient, row: PolledRow, { key, payload }: PolledItem): Promise<number> {
    const { workspaceId, workflowId, versionId, nodeId: triggerNodeId } = row;
    try {
      const { duplicate } = await this.executions.start({
        ...{ workspaceId, workflowId, versionId, triggerNodeId, trigger: payload, mode: 'event', client },
        idempotency: { scope: `poll:${row.id}`, key, bodyHash: key },
      });
      return duplicate ? 0 : 1;
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      // Trying again cannot help: the next ones have their turn.
      this.logger.error({ error, triggerId: row.id, workflowId, key }, 'a polled trigger could not start its run');
      return 0;
    }
  }

  /** Waits longer from failure to failure: an hour at most, and never less than between two looks. */
  async #putOff(
    row: PolledRow,
    { error, mask, everySeconds }: { error: unknown; mask: SecretMask; everySeconds: number },
  ): Promise<void> {
    const isTold = error instanceof NodeError || error instanceof DomainError;
    const message = isTold ? mask.text(error.message) : 'The look failed because of an error in the product.';
    const seconds = Math.min(3_600, everySeconds * 2 ** Math.min(row.failures, 10));
    const about = { triggerId: row.id, workflowId: row.workflowId };
    if (isTold) this.logger.warn({ ...about, message }, 'a look for something new failed; it is tried again');
    else
      this.logger.error({ ...about, error: mask.error(error) }, 'a look for something new failed; it is tried again');
    await this.#failed(row, message, Math.max(seconds, everySeconds));
  }

  async #failed(row: PolledRow, message: string, seconds: number): Promise<void> {
    await this.pool.query(FAILED, [row.id, row.leaseId, message.slice(0, LONGEST_MESSAGE), seconds]);
  }
}
