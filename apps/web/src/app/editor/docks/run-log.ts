import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NodeRun } from '@millrace/web-canvas';
import {
  Duration,
  EmptyState,
  formatClock,
  Icon,
  RelativeTime,
  StatusBadge,
  type StatusName,
} from '@millrace/web-ui/base';
import { EditorCommands } from '../commands/editor-commands';
import { EditorState } from '../editor-state';

/** A node of the run, in the order in which they began. */
interface LogLine {
  readonly run: NodeRun;
  readonly label: string;
  readonly icon: string | null;
  readonly status: StatusName;
  readonly text: string | undefined;
  /** Of the run's whole time, in per cent. */
  readonly left: number;
  readonly width: number;
}

/** What the run that is shown did, node by node, with where its time went. */
@Component({
  selector: 'mr-run-log',
  imports: [Duration, EmptyState, Icon, RelativeTime, RouterLink, StatusBadge],
  templateUrl: './run-log.html',
  styleUrl: './run-log.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunLog {
  protected readonly session = inject(EditorState).session;
  protected readonly commands = inject(EditorCommands);
  protected readonly formatClock = formatClock;
  protected readonly startedAt = computed(() => this.session.run.events()[0]?.atMs);
  protected readonly lines = computed((): readonly LogLine[] => {
    const runs = [...this.session.run.state().nodes.keys()]
      .flatMap((id) => this.session.run.node(id)() ?? [])
      .filter((run) => run.status !== 'pending');
    // Who performs a step and who writes it down have clocks of their own: the first event is not always the first moment.
    const times = [
      ...this.session.run.events().map(({ atMs }) => atMs),
      ...runs.flatMap(({ startedAtMs, finishedAtMs }) => [startedAtMs ?? [], finishedAtMs ?? []].flat()),
    ];
    const from = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
    const to = times.reduce((most, time) => Math.max(most, time), 0);
    const span = Math.max(1, to - from);
    return runs
      .toSorted((a, b) => (a.startedAtMs ?? a.finishedAtMs ?? to) - (b.startedAtMs ?? b.finishedAtMs ?? to))
      .map((run) => this.#line(run, from, span));
  });

  protected show(nodeId: string): void {
    this.session.selection.selectNode(nodeId);
    this.commands.canvas?.reveal(nodeId, { focus: false });
  }

  #line(run: NodeRun, from: number, span: number): LogLine {
    const node =
      this.session.node(run.nodeId) ?? this.session.run.shown()?.document.nodes.find(({ id }) => id === run.nodeId);
    const begin = run.startedAtMs ?? run.finishedAtMs ?? from;
    const end = run.finishedAtMs ?? from + span;
    return {
      run,
      label: node?.label ?? run.nodeId,
      icon: node ? (this.session.catalogue.of(node)?.icon ?? null) : null,
      status: run.status,
      text:
        run.status === 'retrying' || run.attempt > 1
          ? `${run.attempt}/${Math.max(run.attempt, run.maxAttempts)}`
          : undefined,
      left: ((begin - from) / span) * 100,
      width: Math.max(0.5, ((end - begin) / span) * 100),
    };
  }
}
