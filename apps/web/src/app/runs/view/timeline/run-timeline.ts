import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Clock, Duration, EmptyState, formatDuration, Icon, IconButton, Toggle, Tooltip } from '@millrace/web-ui';
import { RunView } from '../run-view';
import { type BarRow, barRowsOf, scaleOf } from './timeline-bars';
import { ticksOf } from './time-scale';

/** A tick needs so much of the axis for its text, in px. */
const TICK_PX = 84;
/** Names at the left and durations at the right of the axis, with the gaps beside them, in px. */
const BESIDE_AXIS_PX = 332;

/** Turns that are drawn when a loop is unfolded; more on demand. */
const TURNS = 50;

/** The Gantt of a run: a row a step with its attempts, waits, pauses between attempts and queueing. */
@Component({
  selector: 'mr-run-timeline',
  imports: [Duration, EmptyState, Icon, IconButton, Toggle, Tooltip],
  templateUrl: './run-timeline.html',
  styleUrl: './run-timeline.scss',
  host: { 'data-testid': 'timeline' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunTimelineView {
  readonly view = input.required<RunView>();
  private readonly clock = inject(Clock);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly hidesIdle = signal(true);
  protected readonly emptyWords = computed(() =>
    this.view().run.isLive()
      ? { heading: 'Nothing has run yet', text: 'Steps appear here as they start.' }
      : { heading: 'No step ran', text: 'The run was over before its first step.' },
  );
  private readonly nowMs = computed(() => (this.view().run.isLive() ? this.clock.seconds() : Date.now()));
  private readonly source = computed(() => ({
    timeline: this.view().run.timeline(),
    document: this.view().session.document(),
    nowMs: this.nowMs(),
  }));
  /** Of the axis, in px. */
  private readonly axisWidth = signal(7 * TICK_PX);
  protected readonly scale = computed(() => scaleOf(this.source(), this.hidesIdle() ? 'hide-idle' : 'all'));
  protected readonly rows = computed(() => {
    const scale = this.scale();
    const turnsOf = (key: string): number => this.shownTurns().get(key) ?? TURNS;
    return scale === undefined ? [] : barRowsOf(this.source(), scale, { open: this.opened(), turnsOf });
  });
  protected readonly ticks = computed(() => {
    const scale = this.scale();
    if (scale === undefined) return [];
    const ticks = ticksOf(scale, Math.max(2, Math.min(7, Math.floor(this.axisWidth() / TICK_PX)))).map(
      ({ afterMs, place }) => ({
        place,
        text: afterMs === 0 ? '0' : formatDuration(afterMs),
      }),
    );
    // After a long wait milliseconds no longer show.
    return ticks.filter(({ text }, index) => text !== ticks[index - 1]?.text);
  });
  /** Where the moment stands that is looked back at. */
  protected readonly playhead = computed(() => {
    const { run, playback } = this.view();
    const atMs = playback.event()?.atMs;
    return run.seekSeq() === undefined || atMs === undefined ? undefined : this.scale()?.at(atMs);
  });
  protected readonly gaps = computed(() =>
    (this.scale()?.gaps ?? []).map((gap) => ({ ...gap, text: formatDuration(gap.endMs - gap.startMs) })),
  );
  protected readonly foldedText = computed(() => {
    const texts = this.gaps().map(({ text }) => text);
    return `${texts.join(', ')} of idle time folded`;
  });
  /** Rows whose turns, steps or attempts stand below them. */
  protected readonly opened = signal<ReadonlySet<string>>(new Set());
  /** Turns that are shown of a loop with many. */
  private readonly shownTurns = signal<ReadonlyMap<string, number>>(new Map());
  protected readonly active = linkedSignal(() => {
    const at = this.rows().findIndex(({ nodeId }) => nodeId === this.view().selectedId());
    return Math.max(0, at);
  });

  constructor() {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) =>
      this.axisWidth.set((entry?.contentRect.width ?? 0) - BESIDE_AXIS_PX),
    );
    observer.observe(this.element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected percent(place: number): string {
    return `${(place * 100).toFixed(3)}%`;
  }

  /** What a row unfolds to, in words; undefined when to nothing. */
  protected insideOf({ kind, turns, tries }: BarRow): string | undefined {
    if (kind === 'turn') return 'steps';
    if (turns > 0) return 'turns';
    return tries.length > 0 ? 'attempts' : undefined;
  }

  protected isSelected({ kind, nodeId, path }: BarRow): boolean {
    if (kind !== 'step' || nodeId !== this.view().selectedId()) return false;
    return path === undefined || path === this.view().run.runInTurn(nodeId)?.path;
  }

  /** Shows a step as it was in the turn of the row; of a turn its loop. */
  protected choose({ kind, nodeId, path, key }: BarRow): void {
    if (kind === 'more') return this.showMore(path ?? key);
    if (path !== undefined) this.view().lookAt(path);
    this.view().select(nodeId);
  }

  private showMore(key: string): void {
    this.shownTurns.update((shown) => new Map(shown).set(key, (shown.get(key) ?? TURNS) + 4 * TURNS));
  }

  protected toggle(key: string): void {
    const next = new Set(this.opened());
    if (!next.delete(key)) next.add(key);
    this.opened.set(next);
  }

  protected onKey(event: KeyboardEvent, index: number): void {
    const row = this.rows()[index];
    const wants = { ArrowRight: true, ArrowLeft: false }[event.key];
    if (row && wants !== undefined && this.insideOf(row) && this.opened().has(row.key) !== wants)
      return this.toggle(row.key);
    const last = this.rows().length - 1;
    const to = { ArrowDown: Math.min(last, index + 1), ArrowUp: Math.max(0, index - 1), Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.active.set(to);
    this.element.querySelectorAll<HTMLElement>('.row')[to]?.focus();
  }
}
