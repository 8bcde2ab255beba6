/** A stretch of time, in milliseconds since the epoch. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** A stretch in which nothing ran, drawn narrow. */
export interface Gap extends Stretch {
  /** 0 to 1 along the axis. */
  readonly from: number;
  readonly to: number;
}

/** Where a time stands on the axis. */
export interface TimeScale extends Stretch {
  readonly gaps: readonly Gap[];
  /** 0 to 1. */
  at(ms: number): number;
  /** The time at a place from 0 to 1. */
  timeAt(place: number): number;
}

/** Share of the axis that a folded gap takes. */
const GAP_SHARE = 0.035;
/** Idle stretches below this share of the whole stay: folding them would only confuse. */
const WORTH_SHARE = 0.08;
/** Nor is it worth it for less than this. */
const WORTH_MS = 1_000;

/** A straight axis. */
export function linearScale({ startMs, endMs }: Stretch): TimeScale {
  const length = Math.max(1, endMs - startMs);
  return {
    startMs,
    endMs,
    gaps: [],
    at: (ms) => clamped((ms - startMs) / length),
    timeAt: (place) => startMs + clamped(place) * length,
  };
}

/** An axis on which long stretches without work are folded to a narrow band. */
export function foldedScale(whole: Stretch, busy: readonly Stretch[]): TimeScale {
  const length = Math.max(1, whole.endMs - whole.startMs);
  const idle = idleWithin(whole, busy).filter(
    ({ startMs, endMs }) => endMs - startMs >= Math.max(WORTH_MS, length * WORTH_SHARE),
  );
  if (idle.length === 0) return linearScale(whole);
  const idleMs = idle.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const share = Math.min(GAP_SHARE, 0.4 / idle.length);
  const perMs = (1 - share * idle.length) / Math.max(1, length - idleMs);
  const points: { ms: number; place: number }[] = [{ ms: whole.startMs, place: 0 }];
  const gaps: Gap[] = [];
  const advance = (ms: number): number => {
    const last = points.at(-1) ?? { ms: whole.startMs, place: 0 };
    return last.place + (ms - last.ms) * perMs;
  };
  for (const gap of idle) {
    const from = advance(gap.startMs);
    points.push({ ms: gap.startMs, place: from }, { ms: gap.endMs, place: from + share });
    gaps.push({ ...gap, from, to: from + share });
  }
  points.push({ ms: whole.endMs, place: 1 });
  return {
    ...whole,
    gaps,
    at: (ms) =>
      between(
        points,
        ms,
        ({ ms: x }) => x,
        ({ place }) => place,
      ),
    timeAt: (place) =>
      between(
        points,
        place,
        (point) => point.place,
        (point) => point.ms,
      ),
  };
}

/** The parts of a stretch in which nothing is busy. */
export function idleWithin(whole: Stretch, busy: readonly Stretch[]): readonly Stretch[] {
  const idle: Stretch[] = [];
  let reached = whole.startMs;
  for (const { startMs, endMs } of [...busy].sort((a, b) => a.startMs - b.startMs)) {
    if (startMs > reached) idle.push({ startMs: reached, endMs: Math.min(startMs, whole.endMs) });
    reached = Math.max(reached, endMs);
  }
  if (reached < whole.endMs) idle.push({ startMs: reached, endMs: whole.endMs });
  return idle;
}

const STEPS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5];
const HOURS_MS = [36e5, 72e5, 108e5, 216e5, 432e5, 864e5, 1728e5, 6048e5, 2592e6, 31536e6];

/** Times for the marks of an axis, at most `most`, from its start on; none inside folded gaps. */
export function ticksOf(
  scale: TimeScale,
  most: number,
): readonly { readonly afterMs: number; readonly place: number }[] {
  const foldedMs = scale.gaps.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const shown = Math.max(1, scale.endMs - scale.startMs - foldedMs);
  const step = [...STEPS_MS, ...HOURS_MS].find((ms) => shown / ms <= most) ?? 31536e6;
  const ticks: { afterMs: number; place: number }[] = [];
  const stretches = worked(scale);
  for (const { startMs, endMs } of stretches) {
    const first = Math.ceil((startMs - scale.startMs) / step) * step;
    for (let afterMs = first; scale.startMs + afterMs <= endMs && ticks.length < most * 3; afterMs += step) {
      const place = scale.at(scale.startMs + afterMs);
      if (place - (ticks.at(-1)?.place ?? -1) > 0.5 / most) ticks.push({ afterMs, place });
    }
  }
  return ticks;
}

function worked({ startMs, endMs, gaps }: TimeScale): readonly Stretch[] {
  return idleWithin({ startMs, endMs }, gaps);
}

function between<T>(points: readonly T[], value: number, from: (point: T) => number, to: (point: T) => number): number {
  const index = points.findIndex((point) => from(point) >= value);
  const after = points[index];
  const before = points[index - 1];
  if (after === undefined) return to(points.at(-1) as T);
  if (before === undefined) return to(after);
  const width = from(after) - from(before);
  const part = width === 0 ? 0 : (value - from(before)) / width;
  return to(before) + part * (to(after) - to(before));
}

function clamped(place: number): number {
  return Math.min(1, Math.max(0, place));
}
