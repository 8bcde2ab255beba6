import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  Button,
  Chip,
  EmptyState,
  formatDuration,
  Icon,
  type IconName,
  Notice,
  StatusBadge,
  type StatusName,
} from '@millrace/web-ui';
import { EditorCommands } from '../commands/editor-commands';
import { EditorState } from '../editor-state';
import { DryRuns, type DryRunMoment } from './dry-runs';
import { requestLines, withoutName } from './request-lines';

const SIGNS: Readonly<Record<DryRunMoment['kind'], IconName>> = {
  CALL: 'send',
  RETRY: 'rotate-cw',
  WAIT: 'clock',
  WAKE: 'bell',
  FAILURE: 'circle-x',
  INTERRUPTION: 'zap-off',
};

/** What another end of an approval is offered as. */
const INSTEAD: Readonly<Record<string, string>> = {
  approved: 'If approved',
  rejected: 'If rejected',
  timeout: 'If time is up',
};

/** In the dock: what a dry run showed, moment by moment, with the calls that would be made. */
@Component({
  selector: 'mr-dry-run-report',
  imports: [Button, Chip, EmptyState, Icon, Notice, StatusBadge],
  templateUrl: './dry-run-report.html',
  styleUrl: './dry-run-report.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DryRunReportView {
  protected readonly dryRuns = inject(DryRuns);
  protected readonly commands = inject(EditorCommands);
  readonly #state = inject(EditorState);
  protected readonly report = this.dryRuns.report;
  protected readonly signs = SIGNS;
  protected readonly instead = INSTEAD;
  protected readonly open = signal<ReadonlySet<number>>(new Set());
  protected readonly status = computed(() => (this.report()?.status ?? 'running').toLowerCase() as StatusName);
  protected readonly took = computed(() => formatDuration(this.report()?.elapsedMs ?? 0));
  /** How many calls change something, and how many only read. */
  protected readonly calls = computed(() => {
    const report = this.report();
    const effects = new Map(report?.nodes.map(({ nodeId, effect }) => [nodeId, effect]));
    const writes = report?.calls.filter(({ nodeId }) => effects.get(nodeId) !== 'read').length ?? 0;
    return { writes, reads: (report?.calls.length ?? 0) - writes };
  });
  protected readonly callWords = computed(() => {
    const { writes, reads } = this.calls();
    const made = writes === 1 ? 'call would be made' : 'calls would be made';
    return reads === 0 ? made : `${made}, ${reads} that only ${reads === 1 ? 'reads' : 'read'}`;
  });
  protected readonly retries = computed(
    () => this.report()?.timeline.filter(({ kind }) => kind === 'RETRY').length ?? 0,
  );
  protected readonly moments = computed(() => {
    const { timeline = [], elapsedMs = 0 } = this.report() ?? {};
    const span = Math.max(1, elapsedMs);
    return timeline.map((moment, place) => ({
      ...moment,
      place,
      text: withoutName(moment.text, this.nameOf(moment.nodeId)),
      at: formatDuration(moment.atMs),
      left: (100 * moment.atMs) / span,
      width: moment.untilMs === null ? 0 : (100 * (moment.untilMs - moment.atMs)) / span,
      lines: moment.kind === 'CALL' ? requestLines(moment.details) : undefined,
      detail: moment.kind === 'CALL' || moment.details === null ? undefined : JSON.stringify(moment.details, null, 2),
    }));
  });

  constructor() {
    this.dryRuns.attach(this.#state);
  }

  protected nameOf(nodeId: string): string {
    return this.#state.session.node(nodeId)?.label ?? nodeId;
  }

  protected toggle(place: number): void {
    this.open.update((open) => {
      const next = new Set(open);
      if (!next.delete(place)) next.add(place);
      return next;
    });
  }

  protected show(nodeId: string): void {
    this.#state.session.selection.selectNode(nodeId);
    this.commands.canvas?.reveal(nodeId, { focus: false });
  }
}
