import type { RunTimeline, SegmentKind, TimelineRow, TimelineSegment } from '@millrace/web-canvas';
import { formatDuration } from '@millrace/web-ui';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { foldedScale, linearScale, type Stretch, type TimeScale } from './time-scale';

/** What a bar is: a segment of the run, or the time that a step was ready and did not run yet. */
export type BarKind = SegmentKind | 'queue';

/** A bar of the Gantt. */
export interface Bar {
  readonly kind: BarKind;
  /** 0 to 1 along the axis. */
  readonly from: number;
  readonly width: number;
  readonly outcome: 'completed' | 'failed' | 'interrupted' | 'cancelled' | 'running';
  /** What it was, for the tooltip and for those who listen. */
  readonly text: string;
}

/** One try of a step, on a line of its own below the step. */
export interface AttemptRow {
  readonly number: number;
  readonly bar: Bar;
  readonly durationMs: number;
  readonly message?: string;
}

/** A row of the Gantt. */
export interface BarRow {
  readonly nodeId: string;
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly startMs: number;
  readonly attempts: number;
  /** Its tries apart; empty when there was only one. */
  readonly tries: readonly AttemptRow[];
  /** Undefined before the first attempt began. */
  readonly totalMs?: number;
  readonly isOver: boolean;
  readonly text: string;
}

/** What a timeline is drawn from. */
export interface TimelineInput {
  readonly timeline: RunTimeline;
  readonly document: Pick<WorkflowDocument, 'nodes' | 'edges'>;
  readonly nowMs: number;
}

/** The whole time of a run, up to now while it goes on; undefined before it began. */
export function spanOfRun({ startMs, endMs, rows }: RunTimeline, nowMs: number): Stretch | undefined {
  if (startMs === undefined) return undefined;
  const last = Math.max(startMs + 1, ...rows.flatMap((row) => row.segments.map((one) => one.endMs ?? one.startMs)));
  return { startMs, endMs: Math.max(last, endMs ?? nowMs) };
}

/** The axis of a run; `hidesIdle` folds what nobody worked in. */
export function scaleOf({ timeline, nowMs }: TimelineInput, hidesIdle: 'hide-idle' | 'all'): TimeScale | undefined {
  const whole = spanOfRun(timeline, nowMs);
  if (whole === undefined) return undefined;
  if (hidesIdle === 'all') return linearScale(whole);
  const busy = timeline.rows.flatMap((row) =>
    row.segments
      .filter(({ kind }) => kind === 'attempt' || kind === 'instant')
      .map(({ startMs, endMs }) => ({ startMs, endMs: endMs ?? whole.endMs })),
  );
  return foldedScale(whole, busy);
}

/** The rows of the Gantt, in the order in which steps began. */
export function barRowsOf(input: TimelineInput, scale: TimeScale): readonly BarRow[] {
  const labels = new Map(input.document.nodes.map((node) => [node.id, node.label]));
  const ends = new Map(input.timeline.rows.map((row) => [row.nodeId, row.endMs]));
  return input.timeline.rows.map((row) => {
    const queue = queueOf(row, input.document.edges, ends);
    const bars = row.segments.map((segment) => barOf(segment, scale));
    const label = labels.get(row.nodeId) ?? row.nodeId;
    const totalMs = row.endMs === undefined ? undefined : row.endMs - row.startMs;
    return {
      nodeId: row.nodeId,
      label,
      bars: queue === undefined ? bars : [queueBar(queue, scale), ...bars],
      startMs: row.startMs,
      attempts: row.attempts,
      tries: row.attempts > 1 ? triesOf(row, scale) : [],
      ...(totalMs === undefined ? {} : { totalMs }),
      isOver: row.endMs !== undefined,
      text: bars.map((bar) => bar.text).join('. '),
    };
  });
}

/** The attempts of a step, first to last. */
function triesOf({ segments }: TimelineRow, scale: TimeScale): readonly AttemptRow[] {
  return segments
    .filter(({ kind }) => kind === 'attempt' || kind === 'instant')
    .map((segment) => ({
      number: segment.attempt,
      bar: barOf(segment, scale),
      durationMs: (segment.endMs ?? scale.endMs) - segment.startMs,
      ...(segment.message === undefined ? {} : { message: segment.message }),
    }));
}

/** Below this a queue is not worth a bar. */
const QUEUE_MS = 2;

/** From when everything before the step had ended until it began. */
function queueOf(
  row: TimelineRow,
  edges: WorkflowDocument['edges'],
  ends: ReadonlyMap<string, number | undefined>,
): Stretch | undefined {
  const before = edges.filter(({ target }) => target === row.nodeId).flatMap(({ source }) => ends.get(source) ?? []);
  const readyMs = Math.max(...before);
  if (before.length === 0 || row.startMs - readyMs < QUEUE_MS) return undefined;
  return { startMs: readyMs, endMs: row.startMs };
}

function queueBar({ startMs, endMs }: Stretch, scale: TimeScale): Bar {
  const [from, to] = [scale.at(startMs), scale.at(endMs)];
  const text = `Queued for ${formatDuration(endMs - startMs)}`;
  return { kind: 'queue', from, width: to - from, outcome: 'completed', text };
}

function barOf(segment: TimelineSegment, scale: TimeScale): Bar {
  const endMs = segment.endMs ?? scale.endMs;
  const from = scale.at(segment.startMs);
  const outcome = segment.outcome ?? (segment.endMs === undefined ? 'running' : 'completed');
  return { kind: segment.kind, from, width: scale.at(endMs) - from, outcome, text: wordsOf(segment, endMs) };
}

function wordsOf({ kind, attempt, startMs, endMs: end, outcome, message }: TimelineSegment, endMs: number): string {
  const took = formatDuration(endMs - startMs);
  if (kind === 'wait')
    return `${end === undefined ? 'Waiting' : 'Waited'} ${took}${message ? ` for “${message}”` : ''}`;
  if (kind === 'retry-pause') return `Pause of ${took} before attempt ${attempt}`;
  if (kind === 'instant') return outcome === 'failed' ? `Failed at once: ${message ?? ''}` : 'Done at once';
  const what = attempt > 1 ? `Attempt ${attempt}` : 'Ran';
  if (end === undefined) return `${attempt > 1 ? `Attempt ${attempt} running` : 'Running'} for ${took}`;
  if (outcome === 'failed') return `Attempt ${attempt} failed after ${took}: ${message ?? ''}`;
  if (outcome === 'interrupted') return `Attempt ${attempt} cut off after ${took}`;
  return outcome === 'cancelled' ? `Cancelled after ${took}` : `${what} ${took}`;
}
