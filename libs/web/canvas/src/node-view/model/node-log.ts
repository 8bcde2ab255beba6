import type { ExecutionEvent } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';

/** A line of a node's log. */
export interface LogLine {
  readonly seq: number;
  readonly atMs: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'waiting';
  readonly detail?: string;
}

/** What happened to one node, in the run or in a turn of a loop, in words. */
export function nodeLog(events: readonly ExecutionEvent[], nodeId: string, path?: string): readonly LogLine[] {
  return events.flatMap((event) => (isAbout(event, nodeId, path) ? [lineOf(event)] : []));
}

/** The begin and end of turns are told by the stepper. */
function isAbout(event: ExecutionEvent, nodeId: string, path: string | undefined): boolean {
  if (!('nodeId' in event) || event.nodeId !== nodeId || event.path !== path) return false;
  return event.type !== 'turn.started' && event.type !== 'turn.finished';
}

function lineOf(event: ExecutionEvent): LogLine {
  const { seq, atMs } = event;
  switch (event.type) {
    case 'node.started':
      return { seq, atMs, tone: 'plain', text: event.attempt > 1 ? `Attempt ${event.attempt} started` : 'Started' };
    case 'node.completed':
      return { seq, atMs, tone: 'good', text: 'Completed' };
    case 'node.failed':
      return { seq, atMs, tone: 'bad', text: `Failed: ${event.error.message}`, detail: event.error.code };
    case 'node.skipped':
      return { seq, atMs, tone: 'plain', text: 'Skipped' };
    case 'node.log':
      return { seq, atMs, tone: LEVELS[event.level] ?? 'plain', text: event.message, ...fieldsOf(event.fields) };
    default:
      return { seq, atMs, tone: toneOf(event.type), text: wordsOf(event.type) };
  }
}

const LEVELS: Readonly<Record<string, LogLine['tone']>> = { warn: 'waiting', error: 'bad' };
const LONGEST_FIELDS = 600;

function fieldsOf(fields: Json | undefined): Pick<LogLine, 'detail'> {
  if (fields === undefined) return {};
  const text = JSON.stringify(fields);
  return { detail: text.length > LONGEST_FIELDS ? `${text.slice(0, LONGEST_FIELDS)}…` : text };
}

function toneOf(type: string): LogLine['tone'] {
  return /wait|suspend|retry/.test(type) ? 'waiting' : 'plain';
}

/** "node.retry-scheduled" as "Retry scheduled". */
function wordsOf(type: string): string {
  const words = type
    .replace(/^node\./, '')
    .replace(/[-_.]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
