import type { ExecutionStatus } from '@millrace/engine';
import { isUuid } from '../log/is-uuid';
import type { ExecutionMode } from '../start/start-request';

/** Which runs a list holds. */
export interface ExecutionFilter {
  readonly workflowId?: string;
  readonly statuses?: readonly ExecutionStatus[];
  /** All but `test` when absent. */
  readonly modes?: readonly ExecutionMode[];
  /** Published number of the version, or `draft`. */
  readonly version?: string;
  readonly createdAfter?: Date;
  readonly createdBefore?: Date;
  /** Part of the code or the message of the error, in any case. */
  readonly errorText?: string;
  /** Whether a node was tried again. */
  readonly hasRetries?: boolean;
  /** Whether it has a star. */
  readonly starred?: boolean;
}

/** A condition on rows of `execution e`, with its parameters. */
export interface ExecutionCondition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const OPEN: ReadonlySet<ExecutionStatus> = new Set(['pending', 'running', 'waiting', 'paused']);
/** Ids are made by processes and rows are dated by the database: their clocks may be this far apart. Milliseconds. */
const CLOCK_SLACK_MS = 3_600_000;
/** Escapes of JSON that Postgres has no text for: an error with one is searched as JSON. */
const UNREADABLE = String.raw`\\u(0000|[dD][89a-fA-F])`;

/**
 * The condition in SQL. Every id that cannot be one means that nothing fits: null. Conditions are spelt so that the planner
 * finds the indexes: execution_by_workflow, execution_open, execution_failed, else execution_by_workspace, all in the order
 * of ids; execution_event_retry, execution_star_by_workspace and workflow_version_pkey along the way.
 */
export function executionCondition(
  workspaceId: string,
  filter: ExecutionFilter,
  before?: string,
): ExecutionCondition | null {
  if ([filter.workflowId, before].some((id) => id !== undefined && !isUuid(id))) return null;
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const parts = [`e.workspace_id = ${value(workspaceId)}`];
  if (before !== undefined) parts.push(`e.id < ${value(before)}`);
  if (filter.workflowId !== undefined) parts.push(`e.workflow_id = ${value(filter.workflowId)}`);
  parts.push(filter.modes ? `e.mode = ANY(${value(filter.modes)})` : "e.mode <> 'test'");
  parts.push(...statusParts(filter.statuses, value));
  parts.push(...timeParts(filter, value));
  if (filter.version !== undefined) parts.push(versionPart(filter.version, value));
  if (filter.errorText) parts.push('e.error IS NOT NULL', errorPart(filter.errorText, value));
  if (filter.hasRetries !== undefined) parts.push(`${filter.hasRetries ? '' : 'NOT '}${HAS_RETRIES}`);
  if (filter.starred !== undefined) parts.push(`${filter.starred ? '' : 'NOT '}${HAS_STAR}`);
  return { sql: parts.join(' AND '), values };
}

type Value = (given: unknown) => string;

function statusParts(statuses: readonly ExecutionStatus[] | undefined, value: Value): string[] {
  if (statuses === undefined) return [];
  const wanted = `e.status = ANY(${value(statuses)})`;
  if (statuses.every((status) => OPEN.has(status))) return [wanted, 'e.finished_at IS NULL'];
  return statuses.every((status) => status === 'failed') ? [wanted, 'e.error IS NOT NULL'] : [wanted];
}

function timeParts({ createdAfter, createdBefore }: ExecutionFilter, value: Value): string[] {
  const parts: string[] = [];
  if (createdAfter) {
    parts.push(`e.created_at >= ${value(createdAfter)}`, `e.id >= ${value(firstIdOf(createdAfter, -CLOCK_SLACK_MS))}`);
  }
  if (createdBefore) {
    parts.push(`e.created_at < ${value(createdBefore)}`, `e.id < ${value(firstIdOf(createdBefore, CLOCK_SLACK_MS))}`);
  }
  return parts;
}

/** The smallest id (UUIDv7) that could be made at an instant. */
function firstIdOf(instant: Date, offsetMs: number): string {
  const ms = Math.min(Math.max(0, instant.getTime() + offsetMs), 2 ** 48 - 1);
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

function versionPart(version: string, value: Value): string {
  const fits = version === 'draft' ? "v.kind = 'draft'" : `v.kind = 'published' AND v.version = ${value(version)}`;
  return `EXISTS (SELECT 1 FROM workflow_version v WHERE v.id = e.version_id AND ${fits})`;
}

function errorPart(text: string, value: Value): string {
  const pattern = value(`%${text.replaceAll('\u0000', '').replace(/[\\%_]/g, String.raw`\$&`)}%`);
  return `CASE WHEN e.error::text ~ '${UNREADABLE}' THEN e.error::text
    ELSE concat_ws(' ', e.error->>'code', e.error->>'message') END ILIKE ${pattern}`;
}

const HAS_STAR =
  'EXISTS (SELECT 1 FROM execution_star s WHERE s.execution_id = e.id AND s.workspace_id = e.workspace_id)';
const HAS_RETRIES = "EXISTS (SELECT 1 FROM execution_event r WHERE r.execution_id = e.id AND r.type = 'node.retrying')";
