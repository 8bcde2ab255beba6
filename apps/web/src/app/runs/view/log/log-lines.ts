import { type ExecutionEvent, type RecordedWait, type RecordedWake, turnPath } from '@millrace/engine';
import { type Json, WORKFLOW_END } from '@millrace/workflow-model';
import { formatBytes, formatDuration, formatExact } from '@millrace/web-ui';
import { workflowIn } from '../step/child-run';

/** How grave a line is. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** An event as a line that people read. */
export interface LogLine {
  readonly seq: number;
  readonly atMs: number;
  readonly level: LogLevel;
  readonly nodeId?: string;
  /** The turn that it belongs to, such as `each/3`; absent outside of loops. */
  readonly path?: string;
  /** The turn that begins with it: what it did is folded below. */
  readonly begins?: string;
  readonly text: string;
  /** What else it says, to be unfolded. */
  readonly detail?: Json;
}

/** What narrows a log. */
export interface LogFilter {
  /** This level and graver ones. */
  readonly level: LogLevel;
  readonly nodeId?: string;
  /** Of the step, the turn whose lines are wanted; null for those outside of loops, all when absent. */
  readonly path?: string | null;
  /** Turns that are unfolded; all when absent. */
  readonly open?: ReadonlySet<string>;
  readonly text: string;
}

/** Levels from the least to the gravest. */
export const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** The line of an event. */
export function logLineOf(event: ExecutionEvent): LogLine {
  const { seq, atMs } = event;
  const { path } = event;
  return {
    seq,
    atMs,
    ...('nodeId' in event ? { nodeId: event.nodeId } : {}),
    ...(path !== undefined && { path }),
    ...(event.type === 'turn.started' && { begins: turnPath(event.nodeId, event.turn, path) }),
    ...wordsOf(event),
  };
}

/** The lines that fit. */
export function filterLines(lines: readonly LogLine[], filter: LogFilter): readonly LogLine[] {
  const { level, nodeId, text, path, open } = filter;
  const least = LOG_LEVELS.indexOf(level);
  const wanted = text.trim().toLowerCase();
  return lines.filter(
    (line) =>
      LOG_LEVELS.indexOf(line.level) >= least &&
      (nodeId === undefined || line.nodeId === nodeId) &&
      (path === undefined || (line.path ?? null) === path) &&
      (open === undefined || isUnfolded(line.path, open)) &&
      (wanted === '' || `${line.text} ${line.nodeId ?? ''}`.toLowerCase().includes(wanted)),
  );
}

/** Whether the turn of a line and all around it are unfolded. */
function isUnfolded(path: string | undefined, open: ReadonlySet<string>): boolean {
  if (path === undefined) return true;
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length -= 2)
    if (!open.has(parts.slice(0, length).join('/'))) return false;
  return true;
}

type Words = Pick<LogLine, 'level' | 'text' | 'detail'>;
type NodeEvent = Extract<ExecutionEvent, { nodeId: string }>;

function wordsOf(event: ExecutionEvent): Words {
  return 'nodeId' in event ? nodeWords(event) : runWords(event);
}

function runWords(event: Exclude<ExecutionEvent, NodeEvent>): Words {
  switch (event.type) {
    case 'workflow.started':
      return info(`Run started with ${event.nodeCount} ${event.nodeCount === 1 ? 'step' : 'steps'}`);
    case 'workflow.paused':
      return info('Run paused: no further step starts');
    case 'workflow.resumed':
      return resumed(event);
    case 'workflow.cancel_requested':
      return warn(`${event.terminate ? 'Termination' : 'Cancellation'} requested${because(event.reason)}`);
    case 'workflow.timed_out':
      return error(`The run took longer than its limit of ${formatDuration(event.timeoutMs)}`);
    case 'workflow.finished':
      return finished(event);
    case 'workflow.migrated':
      return info('The run goes on with another version');
    case 'clock.moved':
      return { level: 'debug', text: `The clock of the test moves on to ${formatExact(event.toMs)}` };
  }
}

function resumed({ step, edits }: Extract<ExecutionEvent, { type: 'workflow.resumed' }>): Words {
  const count = Object.keys(edits ?? {}).length;
  if (count > 0)
    return {
      ...info(`Output of ${count === 1 ? 'a step' : `${count} steps`} edited by hand`),
      detail: edits as unknown as Json,
    };
  return info(step === undefined ? 'Run resumed' : 'One step further');
}

function finished(event: Extract<ExecutionEvent, { type: 'workflow.finished' }>): Words {
  if (event.status === 'completed') return info('Run completed');
  if (event.status === 'cancelled') return warn(event.terminated ? 'Run terminated' : 'Run cancelled');
  return { ...error(`Run failed${event.error ? `: ${event.error.message}` : ''}`), ...detailOf(event.error) };
}

function nodeWords(event: NodeEvent): Words {
  switch (event.type) {
    case 'node.started':
      return { level: 'debug', text: event.attempt > 1 ? `Attempt ${event.attempt} started` : 'Started' };
    case 'node.completed':
      return completed(event);
    case 'node.reused':
      return info(event.from === 'pin' ? 'Pinned output used' : 'Output of an earlier run used');
    case 'node.retrying':
      return {
        ...warn(`Attempt ${event.attempt} failed: ${event.error.message}. Next attempt ${formatExact(event.retryAt)}`),
        ...detailOf(event.error),
      };
    case 'node.failed':
      return { ...error(`Failed: ${event.error.message}`), ...detailOf(event.error) };
    case 'node.interrupted':
      return warn(`Attempt ${event.attempt} was cut off because its worker stopped; the step runs again`);
    case 'node.skipped':
      return { level: 'debug', text: SKIPPED[event.reason] };
    case 'node.cancelled':
      return warn('Cancelled');
    case 'node.waiting':
      return info(waitWords(event.wait));
    case 'node.iterating':
      return info(`Its body runs ${event.count === 1 ? 'once' : `${event.count} times`}`);
    case 'turn.started':
      return { level: 'debug', text: `Turn ${event.turn + 1} started` };
    case 'turn.finished':
      return turnFinished(event);
    case 'node.woken':
      return woken(event.wake);
    case 'call.simulated':
      return { ...info('It would have called outside'), detail: event.call };
    case 'node.log':
      return {
        level: event.level,
        text: event.message,
        ...(event.fields === undefined ? {} : { detail: event.fields }),
      };
  }
}

function turnFinished({ turn, status, error: failure }: Extract<ExecutionEvent, { type: 'turn.finished' }>): Words {
  if (status === 'completed') return { level: 'debug', text: `Turn ${turn + 1} completed` };
  if (status === 'cancelled') return warn(`Turn ${turn + 1} cancelled`);
  return { ...warn(`Turn ${turn + 1} failed${because(failure?.message)}`), ...detailOf(failure) };
}

const SKIPPED = {
  'dead-path': 'Skipped: no branch led here',
  'run-failed': 'Skipped: the run had failed',
  'run-cancelled': 'Skipped: the run was cancelled',
} as const;

function completed(event: Extract<ExecutionEvent, { type: 'node.completed' }>): Words {
  if (event.disabled) return { level: 'debug', text: 'Disabled: passed its input on' };
  const took = formatDuration(event.durationMs);
  if (event.error) {
    return { ...warn(`Failed after ${took}, and the run went on: ${event.error.message}`), ...detailOf(event.error) };
  }
  const ports = Object.entries(event.ports);
  const branch = ports.length === 1 && ports[0]?.[0] !== 'main' ? ` on “${ports[0]?.[0]}”` : '';
  const large = ports.flatMap(([, ref]) => ('payloadId' in ref ? [ref.bytes] : []))[0];
  return info(`Completed in ${took}${branch}${large === undefined ? '' : ` with ${formatBytes(large)}`}`);
}

function waitWords(wait: RecordedWait): string {
  if (wait.kind === 'timer') return `Waiting until ${formatExact(wait.until)}`;
  const limit = wait.timeoutAt === undefined ? '' : `, until ${formatExact(wait.timeoutAt)} at the latest`;
  if (workflowIn(wait.prompt) !== undefined) return `Waiting for the run of its workflow${limit}`;
  if (kindIn(wait.prompt) === 'approval') return `Waiting for an approval${limit}`;
  return `Waiting for the event “${wait.name}”${limit}`;
}

function kindIn(prompt: Json | undefined): Json | undefined {
  return typeof prompt === 'object' && prompt !== null && !Array.isArray(prompt) ? prompt['kind'] : undefined;
}

function woken(wake: RecordedWake): Words {
  if (wake.kind !== 'event') return info(wakeWords(wake));
  if (wake.stored) return info(`${wakeWords(wake)} with ${formatBytes(wake.stored.bytes)}`);
  return { ...info(wakeWords(wake)), detail: wake.payload };
}

function wakeWords(wake: RecordedWake): string {
  if (wake.kind === 'timer') return 'The time has come';
  if (wake.kind === 'timeout') return 'Nothing came in time';
  if (wake.kind === 'turns') return 'Its turns are over';
  if (wake.name.startsWith(WORKFLOW_END)) return 'Its workflow ended';
  return `The event “${wake.name}” came${wake.from === undefined ? '' : ` from ${wake.from}`}`;
}

function because(reason: string | undefined): string {
  return reason === undefined || reason === '' ? '' : `: ${reason}`;
}

function detailOf(failure: { readonly code: string; readonly details?: Json } | undefined): { detail?: Json } {
  if (failure === undefined) return {};
  const { code, details } = failure;
  return { detail: details === undefined ? { code } : { code, details } };
}

function info(text: string): Words {
  return { level: 'info', text };
}

function warn(text: string): Words {
  return { level: 'warn', text };
}

function error(text: string): Words {
  return { level: 'error', text };
}
