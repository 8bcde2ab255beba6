import type { RecordedWait } from '@millrace/engine';
import { newId } from '@millrace/server-platform';

import type { Append, AppendRows } from './append';
import { isTerminal } from './append';
import { storable } from './storable';

interface Of<T> {
  readonly executionId: string;
  readonly row: T;
}

function gather<T>(appends: readonly Append[], pick: (rows: AppendRows) => readonly T[]): Of<T>[] {
  return appends.flatMap(({ executionId, rows }) =>
    rows === undefined ? [] : pick(rows).map((row) => ({ executionId, row })),
  );
}

/** Instant at which the wait ends by itself. */
function dueAt(wait: RecordedWait): string | null {
  return wait.kind === 'timer' ? wait.until : (wait.timeoutAt ?? null);
}

/** One line of JSON, or nothing; only prompts that say whose they are. */
function promptLine(wait: RecordedWait): string {
  if (wait.kind !== 'event' || typeof wait.prompt !== 'object' || wait.prompt === null) return '';
  if (Array.isArray(wait.prompt) || typeof wait.prompt['kind'] !== 'string') return '';
  return JSON.stringify(storable(wait.prompt));
}

/** A node id of null ends every wait of the run. */
function endedWaits(appends: readonly Append[]): { executionId: string; nodeId: string | null }[] {
  return appends.flatMap(({ executionId, rows, status }): { executionId: string; nodeId: string | null }[] => {
    if (rows === undefined) return [];
    if (isTerminal(status)) return [{ executionId, nodeId: null }];
    // A node that waits again keeps its row: one statement cannot delete and insert it.
    const again = new Set(rows.waits.map(({ nodeId }) => nodeId));
    return rows.endedWaits.filter((nodeId) => !again.has(nodeId)).map((nodeId) => ({ executionId, nodeId }));
  });
}

/** Parameters $18 to $36 of the statement that writes waits, payloads and published events with the log. */
export function rowParameters(appends: readonly Append[]): unknown[] {
  const payloads = gather(appends, (rows) => rows.payloads);
  const ended = endedWaits(appends);
  const waits = gather(appends, (rows) => rows.waits);
  const published = gather(appends, (rows) => rows.published);
  return [
    payloads.map(({ row }) => row.id),
    payloads.map(({ executionId }) => executionId),
    payloads.map(({ row }) => row.bytes),
    payloads.map(({ row }) => row.text).join('\n'),
    ended.map(({ executionId }) => executionId),
    ended.map(({ nodeId }) => nodeId),
    waits.map(({ executionId }) => executionId),
    waits.map(({ row }) => row.nodeId),
    waits.map(({ row }) => row.wait.kind),
    waits.map(({ row }) => (row.wait.kind === 'event' ? row.wait.name : null)),
    waits.map(({ row }) => (row.wait.kind === 'event' ? (row.wait.correlation ?? null) : null)),
    waits.map(({ row }) => dueAt(row.wait)),
    waits.map(() => newId()),
    appends.filter(({ status }) => isTerminal(status)).map(({ executionId }) => executionId),
    published.map(({ row }) => row.id),
    published.map(({ executionId }) => executionId),
    published.map(({ row }) => row.name),
    published.map(({ row }) => JSON.stringify(row.payload)).join('\n'),
    waits.map(({ row }) => promptLine(row.wait)).join('\n'),
  ];
}
