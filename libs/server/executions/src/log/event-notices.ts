import type { ExecutionStatus } from '@millrace/engine';

/** Bell channel that says which runs have new events. */
export const EVENT_CHANNEL = 'millrace_event';
/** Bell channel that wakes idle workers. */
export const WORK_CHANNEL = 'millrace_work';

/** A hint that a run has events up to `seq`. A failed append may have announced events that never came. */
export interface EventNotice {
  readonly executionId: string;
  readonly seq: number;
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly status: ExecutionStatus;
}

type Tuple = [string, number, string, string | null, ExecutionStatus];

/** Postgres refuses payloads of 8,000 bytes; a notice has less than 160. */
const NOTICES_PER_LINE = 48;

/** Notices as payloads that fit the bell. */
export function noticeLines(notices: readonly EventNotice[]): string[] {
  const lines: string[] = [];
  for (let start = 0; start < notices.length; start += NOTICES_PER_LINE) {
    const tuples = notices
      .slice(start, start + NOTICES_PER_LINE)
      .map((n): Tuple => [n.executionId, n.seq, n.workspaceId, n.workflowId, n.status]);
    lines.push(JSON.stringify(tuples));
  }
  return lines;
}

/** The notices in a payload of the bell. */
export function readNotices(line: string): EventNotice[] {
  return (JSON.parse(line) as Tuple[]).map(([executionId, seq, workspaceId, workflowId, status]) => ({
    executionId,
    seq,
    workspaceId,
    workflowId,
    status,
  }));
}
