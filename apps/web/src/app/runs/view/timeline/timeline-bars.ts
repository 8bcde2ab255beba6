import type { RunTimeline, SegmentKind, TimelineRow, TimelineSegment, TimelineTurn } from '@millrace/web-canvas';
import { nodeKey, turnPath } from '@millrace/engine';
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

/** A row of the Gantt: a step, a turn of the loop above it, or the turns that are not shown yet. */
export interface BarRow {
  readonly kind: 'step' | 'turn' | 'more';
  readonly key: string;
  /** Steps inside turns are further in. */
  readonly depth: number;
  /** Of a turn, its loop. */
  readonly nodeId: string;
  /** Of a step, the turn that it is in; of a turn, its own. */
  readonly path?: string;
  /** Turns of the step, when it is a loop. */
  readonly turns: number;
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

/** Which rows are unfolded, by key, and how many turns of each loop are shown at most. */
export interface Unfolded {
  readonly open: ReadonlySet<string>;
  turnsOf(key: string): number;
}

const FOLDED: Unfolded = { open: new Set(), turnsOf: () => 0 };

/** The whole time of a run, up to now while it goes on; undefined before it began. */
export function spanOfRun({ startMs, endMs, rows }: RunTimeline, nowMs: number): Stretch | undefined {
  if (startMs === undefined) return undefined;
  let last = startMs + 1;
  for (const row of rows) for (const one of row.segments) last = Math.max(last, one.endMs ?? one.startMs);
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

interface Drawing extends TimelineInput {
  readonly scale: TimeScale;
  readonly labels: ReadonlyMap<string, string>;
  /** Rows by the turn that they are in; of the run itself by ''. */
  readonly places: ReadonlyMap<string, readonly TimelineRow[]>;
  readonly unfolded: Unfolded;
}

/** The rows of the Gantt, in the order in which steps began; turns stand below their loop when it is unfolded, steps below their turn. */
export function barRowsOf(input: TimelineInput, scale: TimeScale, unfolded: Unfolded = FOLDED): readonly BarRow[] {
  const labels = new Map(input.document.nodes.map((node) => [node.id, node.label]));
  const places = new Map<string, TimelineRow[]>();
  for (const row of input.timeline.rows) {
    const place = places.get(row.path ?? '');
    if (place === undefined) places.set(row.path ?? '', [row]);
    else place.push(row);
  }
  return rowsIn({ ...input, scale, labels, places, unfolded }, undefined, 0);
}

/** Rows of the run, or of one turn. */
function rowsIn(drawing: Drawing, path: string | undefined, depth: number): readonly BarRow[] {
  const rows = drawing.places.get(path ?? '') ?? [];
  const ends = new Map(rows.map((row) => [row.nodeId, row.endMs]));
  return rows.flatMap((row) => {
    const key = nodeKey(row);
    const turns = drawing.timeline.turns?.get(key) ?? [];
    const step = stepRow(drawing, row, { key, depth, turns: turns.length, ends });
    return drawing.unfolded.open.has(key)
      ? [step, ...turnRows(drawing, { row, key, turns, depth: depth + 1 })]
      : [step];
  });
}

interface StepPlace {
  readonly key: string;
  readonly depth: number;
  readonly turns: number;
  readonly ends: ReadonlyMap<string, number | undefined>;
}

function stepRow({ document, scale, labels }: Drawing, row: TimelineRow, { ends, ...place }: StepPlace): BarRow {
  const queue = queueOf(row, document.edges, ends);
  const bars = row.segments.map((segment) => barOf(segment, scale));
  const totalMs = row.endMs === undefined ? undefined : row.endMs - row.startMs;
  return {
    kind: 'step',
    ...place,
    nodeId: row.nodeId,
    ...(row.path !== undefined && { path: row.path }),
    label: labels.get(row.nodeId) ?? row.nodeId,
    bars: queue === undefined ? bars : [queueBar(queue, scale), ...bars],
    startMs: row.startMs,
    attempts: row.attempts,
    tries: row.attempts > 1 ? triesOf(row, scale) : [],
    ...(totalMs === undefined ? {} : { totalMs }),
    isOver: row.endMs !== undefined,
    text: bars.map((bar) => bar.text).join('. '),
  };
}

interface TurnsPlace {
  readonly row: TimelineRow;
  readonly key: string;
  readonly turns: readonly TimelineTurn[];
  readonly depth: number;
}

function turnRows(drawing: Drawing, { row, key, turns, depth }: TurnsPlace): readonly BarRow[] {
  const shown = turns.slice(0, drawing.unfolded.turnsOf(key));
  const rows = shown.flatMap((turn) => {
    const path = turnPath(row.nodeId, turn.turn, row.path);
    const own = turnRow(drawing, { nodeId: row.nodeId, path, depth, turn });
    return drawing.unfolded.open.has(path) ? [own, ...rowsIn(drawing, path, depth + 1)] : [own];
  });
  const left = turns.length - shown.length;
  if (left === 0) return rows;
  return [
    ...rows,
    { ...EMPTY_ROW, kind: 'more', key: `${key}/more`, path: key, nodeId: row.nodeId, depth, turns: left },
  ];
}

function turnRow(
  { scale }: Drawing,
  { nodeId, path, depth, turn }: { nodeId: string; path: string; depth: number; turn: TimelineTurn },
): BarRow {
  const { status, message, startMs, endMs } = turn;
  const outcome = status === undefined ? {} : { outcome: status };
  const segment = { kind: 'attempt' as const, attempt: 1, startMs, ...(endMs !== undefined && { endMs }), ...outcome };
  const bar = barOf({ ...segment, ...(message !== undefined && { message }) }, scale);
  return {
    ...EMPTY_ROW,
    kind: 'turn',
    key: path,
    path,
    nodeId,
    depth,
    label: `Turn ${(turn.turn + 1).toLocaleString('en-GB')}`,
    bars: [bar],
    startMs,
    ...(endMs !== undefined && { totalMs: endMs - startMs }),
    isOver: endMs !== undefined,
    text: status === 'failed' ? `Failed: ${message ?? ''}` : bar.text,
  };
}

const EMPTY_ROW = {
  label: '',
  bars: [],
  startMs: 0,
  attempts: 0,
  tries: [],
  turns: 0,
  isOver: true,
  text: '',
} as const;

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
