import { JsonPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, signal } from '@angular/core';
import {
  Button,
  EmptyState,
  formatClock,
  formatExact,
  Icon,
  SearchField,
  Select,
  type IconName,
  type Option,
} from '@millrace/web-ui';
import { turnWords } from '@millrace/web-canvas';
import { RunView } from '../run-view';
import { filterLines, logLineOf, type LogLevel } from './log-lines';

const LEVELS: readonly Option<LogLevel>[] = [
  { value: 'debug', label: 'Everything' },
  { value: 'info', label: 'Info and above' },
  { value: 'warn', label: 'Warnings and errors' },
  { value: 'error', label: 'Errors only' },
];
const ALL = '';
/** Lines drawn at once; earlier ones on demand. */
const SHOWN = 400;
const LEVEL_ICONS: Readonly<Record<LogLevel, IconName>> = {
  debug: 'circle',
  info: 'circle-dot',
  warn: 'triangle-alert',
  error: 'circle-x',
};

/** What happened in a run, line by line. */
@Component({
  selector: 'mr-run-log',
  imports: [Button, EmptyState, Icon, JsonPipe, SearchField, Select],
  templateUrl: './run-log.html',
  styleUrl: './run-log.scss',
  host: { 'data-testid': 'run-log' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunLog {
  readonly view = input.required<RunView>();
  /** Only this step's lines, without the choice of steps. */
  readonly onlyNodeId = input<string>();
  /** Only those of this turn, with the choice of one step. */
  readonly onlyPath = input<string>();
  protected readonly levels = LEVELS;
  protected readonly icons = LEVEL_ICONS;
  protected readonly clock = (ms: number): string =>
    `${formatClock(ms, 'seconds')}.${String(ms % 1_000).padStart(3, '0')}`;
  protected readonly exact = formatExact;
  protected readonly level = signal<LogLevel>('debug');
  protected readonly nodeId = signal(ALL);
  protected readonly text = signal('');
  protected readonly open = signal<ReadonlySet<number>>(new Set());
  protected readonly openTurns = signal<ReadonlySet<string>>(new Set());
  protected readonly turnOf = (path: string | undefined): string => (path === undefined ? '' : turnWords(path));
  private readonly all = computed(() => this.view().run.events().map(logLineOf));
  /** Up to the moment that is shown. */
  private readonly lines = computed(() => this.all().slice(0, this.view().run.seekSeq()));
  private readonly labels = computed(
    () =>
      new Map(
        this.view()
          .session.nodes()
          .map((node) => [node.id, node.label]),
      ),
  );
  protected readonly steps = computed<readonly Option[]>(() => {
    const seen = new Set(this.lines().map((line) => line.nodeId));
    const nodes = this.view()
      .session.nodes()
      .filter((node) => seen.has(node.id));
    return [{ value: ALL, label: 'All steps' }, ...nodes.map(({ id, label }) => ({ value: id, label }))];
  });
  protected readonly fitting = computed(() => {
    const nodeId = this.onlyNodeId() ?? (this.nodeId() === ALL ? undefined : this.nodeId());
    const isWhole = this.onlyNodeId() === undefined;
    // What is searched for is found inside turns too.
    const isFolded = isWhole && nodeId === undefined && this.text().trim() === '';
    const filter = {
      level: this.level(),
      text: this.text(),
      ...(nodeId === undefined ? {} : { nodeId }),
      ...(isWhole ? {} : { path: this.onlyPath() ?? null }),
      ...(isFolded && { open: this.openTurns() }),
    };
    return filterLines(this.lines(), filter);
  });
  protected readonly shownCount = linkedSignal({
    source: () => [this.level(), this.nodeId(), this.text()],
    computation: () => SHOWN,
  });
  protected readonly shown = computed(() => this.fitting().slice(-this.shownCount()));
  protected readonly hiddenCount = computed(() => this.fitting().length - this.shown().length);

  protected labelOf(nodeId: string): string {
    return this.labels().get(nodeId) ?? nodeId;
  }

  protected toggle(seq: number): void {
    const next = new Set(this.open());
    if (!next.delete(seq)) next.add(seq);
    this.open.set(next);
  }

  protected toggleTurn(path: string): void {
    const next = new Set(this.openTurns());
    if (!next.delete(path)) next.add(path);
    this.openTurns.set(next);
  }

  /** Shows a step as it was in the turn of a line. */
  protected choose(nodeId: string, path: string | undefined): void {
    if (path !== undefined) this.view().lookAt(path);
    this.view().select(nodeId);
  }

  protected showMore(): void {
    this.shownCount.update((count) => count + SHOWN);
  }

  protected clear(): void {
    this.level.set('debug');
    this.nodeId.set(ALL);
    this.text.set('');
  }
}
