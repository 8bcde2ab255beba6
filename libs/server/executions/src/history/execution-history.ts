import { fold, initialState } from '@millrace/engine';
import type { ExecutionEvent } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { SqlPool, notFound } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { executionNotFound } from '../executions.errors';
import { isUuid } from '../log/is-uuid';
import { readEvents } from '../log/read-events';
import { executionCondition, type ExecutionFilter } from './execution-filter';
import type { ExecutionRow, ExecutionSummary } from './execution-row';
import { EXECUTION_COLUMNS, summaryOf } from './execution-row';
import { readPayloads } from './payloads';
import type { RunView } from './run-view';
import { outputValue, payloadIdsOf, viewRun } from './run-view';

/** A run with its steps and its result. */
export interface ExecutionDetail extends ExecutionSummary, Omit<RunView, 'output' | 'progress'> {
  readonly workflowName: string;
  /** Semantic version of the document that it runs. */
  readonly version: string;
  /** Output of the trigger node. */
  readonly trigger: Json;
  readonly output: Json;
}

/** Newest first; `before` is the id after which the page begins. */
export interface ExecutionListRequest {
  readonly filter?: ExecutionFilter;
  /** 1 to 200. */
  readonly first: number;
  readonly before?: string;
}

/** A part of a large value's JSON text. */
export interface ValuePart {
  readonly text: string;
  readonly bytes: number;
  /** Characters to skip for the next part; null at the end. */
  readonly nextOffset: number | null;
}

/** Characters of one part of a large value. */
const PART_CHARACTERS = 256 * 1024;

/** What happened in runs. Every read is inside the actor's workspace. */
@Injectable()
export class ExecutionHistory {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
  ) {}

  /** @throws DomainError `EXECUTION_NOT_FOUND` */
  async summary(actor: Actor, executionId: string): Promise<ExecutionSummary> {
    // Index: execution_pkey.
    const row = isUuid(executionId) && (await this.one('e.id = $2', [actor.workspaceId, executionId]));
    if (!row) throw executionNotFound(executionId);
    return row;
  }

  /** By the name that the v2 API uses. @throws DomainError `EXECUTION_NOT_FOUND` */
  async summaryByInstance(actor: Actor, instanceId: string): Promise<ExecutionSummary> {
    // Index: execution_instance.
    const row = await this.one('e.instance_id = $2', [actor.workspaceId, instanceId]);
    if (!row) throw executionNotFound(instanceId);
    return row;
  }

  /** @throws DomainError `EXECUTION_NOT_FOUND` */
  async get(actor: Actor, executionId: string): Promise<ExecutionDetail> {
    return this.detail(await this.summary(actor, executionId));
  }

  /** @throws DomainError `EXECUTION_NOT_FOUND` */
  async getByInstance(actor: Actor, instanceId: string): Promise<ExecutionDetail> {
    return this.detail(await this.summaryByInstance(actor, instanceId));
  }

  /** Newest first. Answers one run more than asked for when there are more. */
  async list(actor: Actor, request: ExecutionListRequest): Promise<ExecutionSummary[]> {
    const condition = executionCondition(actor.workspaceId, request.filter ?? {}, request.before);
    if (condition === null) return [];
    // Indexes: those of `executionCondition`, in the order of ids.
    const { rows } = await this.pool.query<ExecutionRow>(
      `SELECT ${EXECUTION_COLUMNS} FROM execution e WHERE ${condition.sql} ORDER BY e.id DESC LIMIT ${request.first + 1}`,
      [...condition.values],
    );
    return rows.map(summaryOf);
  }

  /** Several runs at once, for loaders; in no order, without those of other workspaces. */
  async summaries(actor: Actor, executionIds: readonly string[]): Promise<ExecutionSummary[]> {
    // Index: execution_pkey.
    const { rows } = await this.pool.query<ExecutionRow>(
      `SELECT ${EXECUTION_COLUMNS} FROM execution e WHERE e.id = ANY($2::uuid[]) AND e.workspace_id = $1`,
      [actor.workspaceId, executionIds],
    );
    return rows.map(summaryOf);
  }

  /** The newest run of each of these workflows that has one; tests do not count. */
  async newestOf(workspaceId: string, workflowIds: readonly string[]): Promise<ExecutionSummary[]> {
    // Index: execution_by_workflow, read backwards once for each workflow.
    const { rows } = await this.pool.query<ExecutionRow>(
      `SELECT ${EXECUTION_COLUMNS} FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
         SELECT * FROM execution
         WHERE workflow_id = wanted.id AND workspace_id = $1 AND mode <> 'test' ORDER BY id DESC LIMIT 1) e`,
      [workspaceId, workflowIds],
    );
    return rows.map(summaryOf);
  }

  /** Events after a seq, in order. @throws DomainError `EXECUTION_NOT_FOUND` */
  async eventsAfter(actor: Actor, executionId: string, afterSeq: number, limit: number): Promise<ExecutionEvent[]> {
    await this.summary(actor, executionId);
    return readEvents(this.pool, executionId, afterSeq, limit);
  }

  /** A part of a value that lies out of line. @throws DomainError `EXECUTION_NOT_FOUND`, `VALUE_NOT_FOUND` */
  async value(actor: Actor, executionId: string, payloadId: string, offset = 0): Promise<ValuePart> {
    await this.summary(actor, executionId);
    // Index: payload_pkey.
    const { rows } = await this.pool.query<{ text: string; bytes: number; characters: number }>(
      `SELECT substr(body::text, $3 + 1, $4) AS text, bytes, char_length(body::text) AS characters
       FROM payload WHERE id = $1 AND execution_id = $2`,
      [isUuid(payloadId) ? payloadId : null, executionId, offset, PART_CHARACTERS],
    );
    const row = rows[0];
    if (row === undefined) throw notFound('VALUE_NOT_FOUND', `Execution ${executionId} has no value ${payloadId}.`);
    const end = offset + PART_CHARACTERS;
    return { text: row.text, bytes: row.bytes, nextOffset: end < row.characters ? end : null };
  }

  /** The document that a run runs. */
  documentOf(summary: Pick<ExecutionSummary, 'versionId'>): Promise<WorkflowDocument> {
    return this.versions.load(summary.versionId);
  }

  private async one(condition: string, values: unknown[]): Promise<ExecutionSummary | undefined> {
    const { rows } = await this.pool.query<ExecutionRow>(
      `SELECT ${EXECUTION_COLUMNS} FROM execution e WHERE e.workspace_id = $1 AND ${condition}`,
      values,
    );
    return rows[0] && summaryOf(rows[0]);
  }

  private async detail(summary: ExecutionSummary): Promise<ExecutionDetail> {
    const [document, events] = await Promise.all([
      this.versions.load(summary.versionId),
      readEvents(this.pool, summary.id, 0),
    ]);
    const state = fold(initialState(), events);
    const view = viewRun(state, document);
    const trigger = state.trigger ? { kind: 'one' as const, ref: state.trigger } : { kind: 'none' as const };
    const wanted = [...payloadIdsOf(view.output), ...payloadIdsOf(trigger)];
    const payloads = await readPayloads(this.pool, summary.id, wanted);
    return {
      ...summary,
      ...view,
      progress: view.progress,
      workflowName: document.name,
      version: document.version,
      trigger: outputValue(trigger, payloads),
      output: outputValue(view.output, payloads),
    };
  }
}
