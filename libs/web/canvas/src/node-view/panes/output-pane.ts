import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import {
  Button,
  Chip,
  DataViewer,
  type DataView,
  Dialogs,
  Duration,
  EmptyState,
  Icon,
  IconButton,
  Notice,
  type Option,
  Pictures,
  Segmented,
  Select,
  StatusBadge,
  type StatusName,
  formatClock,
} from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { adviceFor } from '../model/error-advice';
import { type NodeAttempt, nodeAttempts } from '../model/node-attempts';
import { nodeLog } from '../model/node-log';
import type { RunStep } from '../model/run-step';
import { countWords, itemCount } from '../model/value-summary';
import { costHint, costWords } from '../../session/run/cost-words';
import { runCosts } from '../../session/run/session-costs';
import { skipWords } from '../../session/run/skip-words';
import { LiveView } from './live-view';
import { PayloadView } from './payload-view';
import { PinEditor, type PinEditorData } from './pin-editor';

type OutputTab = 'data' | 'attempts' | 'log';

const OUTCOMES: Readonly<Record<NodeAttempt['outcome'], StatusName>> = {
  running: 'running',
  waiting: 'waiting',
  completed: 'completed',
  failed: 'failed',
  interrupted: 'failed',
  cancelled: 'cancelled',
};

/** What a node gave: its data by port, what went wrong, its log, and what is pinned. */
@Component({
  selector: 'mr-output-pane',
  imports: [
    Button,
    Chip,
    DataViewer,
    Duration,
    EmptyState,
    Icon,
    IconButton,
    LiveView,
    Notice,
    PayloadView,
    Pictures,
    Segmented,
    Select,
    StatusBadge,
  ],
  templateUrl: './output-pane.html',
  styleUrl: './panes.scss',
  host: { 'data-testid': 'output-pane', role: 'region', 'aria-label': 'Output' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutputPane {
  readonly form = input.required<NodeForm>();
  readonly runStep = input.required<RunStep>();
  readonly run = output<void>();
  readonly view = linkedSignal<DataView>(() => 'schema');
  readonly #dialogs = inject(Dialogs);
  readonly #nodeId = computed(() => this.form().nodeId());
  readonly #session = computed(() => this.form().session);
  readonly #tab = signal<OutputTab>('data');
  protected readonly tabs = computed((): readonly Option<OutputTab>[] => [
    { value: 'data', label: 'Data' },
    ...(this.tries().length > 1 ? [{ value: 'attempts' as const, label: 'Attempts' }] : []),
    { value: 'log', label: 'Log' },
  ]);
  /** What is shown of another node is shown of this one as well, as far as it has it. */
  protected readonly tab = computed(() =>
    this.tabs().some(({ value }) => value === this.#tab()) ? this.#tab() : 'data',
  );
  /** In the turn that is looked at. */
  protected readonly nodeRun = computed(() => {
    const { run } = this.#session();
    run.node(this.#nodeId())();
    return run.runInTurn(this.#nodeId());
  });
  protected readonly whySkipped = computed(() => skipWords(this.nodeRun()?.skipReason));
  readonly #path = computed(() => this.nodeRun()?.path);
  protected readonly ports = computed((): readonly Option[] =>
    Object.keys(this.#session().pins.values()[this.#nodeId()] ?? this.nodeRun()?.ports ?? {}).map((port) => ({
      value: port,
      label: port === 'main' ? 'Main' : port,
    })),
  );
  protected readonly port = linkedSignal<string, string | undefined>({
    source: () => this.#nodeId(),
    computation: () => undefined,
  });
  protected readonly isPinned = computed(() => this.#session().pins.isPinned(this.#nodeId()));
  protected readonly found = computed(() => this.#session().params.output(this.#nodeId(), this.port()));
  protected readonly root = computed(() => this.#session().aliases().aliasById.get(this.#nodeId()) ?? this.#nodeId());
  protected readonly count = computed(() => {
    const { sample, source } = this.found();
    return sample === undefined || source === 'schema' ? undefined : countWords(itemCount(sample));
  });
  protected readonly tries = computed(() => nodeAttempts(this.#session().run.events(), this.#nodeId(), this.#path()));
  protected readonly attempts = computed(() => {
    const run = this.nodeRun();
    return run !== undefined && run.attempt > 1 ? `${run.attempt} of ${run.maxAttempts} attempts` : undefined;
  });
  protected readonly stale = computed(() => (this.isPinned() ? undefined : this.#session().dirty.of(this.#nodeId())));
  /** What it shows while it runs. */
  protected readonly live = computed(() => {
    const live = this.#session().run.live.of(this.#nodeId())();
    return this.nodeRun()?.status === 'running' ? live : undefined;
  });
  protected readonly cost = computed(() => {
    const cost = this.isPinned() ? undefined : runCosts(this.#session()).nodes.get(this.#nodeId());
    return cost && { words: costWords(cost), hint: costHint(cost) };
  });
  /** Pictures are what it is for: they are shown without asking. */
  protected readonly drawsPictures = computed(() => {
    const properties = this.form().definition()?.outputSchema?.['properties'];
    return typeof properties === 'object' && properties !== null && 'images' in properties;
  });
  protected readonly error = computed(() => this.nodeRun()?.error);
  protected readonly advice = computed(() => adviceFor(this.error()?.code ?? ''));
  protected readonly log = computed(() => nodeLog(this.#session().run.events(), this.#nodeId(), this.#path()));
  protected readonly canPin = computed(() => !this.form().isReadonly() && this.found().source === 'run');
  protected readonly clock = (atMs: number): string => formatClock(atMs, 'seconds');

  protected readonly outcomes = OUTCOMES;

  protected showTab(tab: OutputTab): void {
    this.#tab.set(tab);
  }

  protected togglePin(): void {
    const { pins } = this.#session();
    if (this.isPinned()) pins.unpin(this.#nodeId());
    else void this.#session().actions.pinOutput(this.#nodeId());
  }

  /** Opens the output as JSON; what is written there is pinned. */
  edit(): void {
    openPinEditor(this.#dialogs, this.form(), this.#nodeId(), this.port());
  }

  protected download(): void {
    const blob = new Blob([JSON.stringify(this.found().sample, null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${this.root()}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

/** Lets somebody replace what a node gave in the run that is held. What refuses it is shown. */
export function openRunEditor(dialogs: Dialogs, form: NodeForm, nodeId: string): void {
  const { session } = form;
  const { sample } = session.params.output(nodeId);
  const data: PinEditorData = {
    name: session.node(nodeId)?.label ?? 'node',
    inRun: true,
    ...(sample !== undefined && { value: sample }),
  };
  dialogs
    .open<{ readonly value: Json }>(PinEditor, { data, size: 'wide' })
    .closed.subscribe((result) => result !== undefined && void session.run.edit(nodeId, result.value));
}

/** Lets somebody write the output of a node by hand; it is pinned. */
export function openPinEditor(dialogs: Dialogs, form: NodeForm, nodeId: string, port?: string): void {
  const { session } = form;
  const { sample } = session.params.output(nodeId, port);
  const data: PinEditorData = {
    name: session.node(nodeId)?.label ?? 'node',
    ...(sample !== undefined && { value: sample }),
  };
  dialogs
    .open<{ readonly value: Json }>(PinEditor, { data, size: 'wide' })
    .closed.subscribe((result) => result !== undefined && session.actions.pinValue(nodeId, result.value, port));
}
