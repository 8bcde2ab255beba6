import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { apiErrorOf } from '@millrace/web-api';
import type { ValueRef } from '@millrace/engine';
import { costHint, costWords } from '@millrace/web-canvas';
import { TurnBar } from '@millrace/web-canvas/turns';
import { LiveView } from '@millrace/web-canvas/node-view';
import {
  Button,
  DataViewer,
  Duration,
  EmptyState,
  formatDuration,
  formatExact,
  Icon,
  IconButton,
  Notice,
  Pictures,
  Segmented,
  Skeleton,
  StatusBadge,
  TabPanel,
  Tabs,
  Tooltip,
  type DataView,
  type Option,
  type StatusName,
  type Tab,
} from '@millrace/web-ui';
import { calledInputParam } from '@millrace/workflow-model';
import { failedTurns, forkPlaces } from '../../fork/fork-places';
import { FailurePanel } from '../failure/failure-panel';
import { attemptsOf, type Attempt } from '../failure/failure-report';
import { untriedWords } from '../failure/untried-words';
import { stepInTurn } from '../failure/turn-label';
import { RunLog } from '../log/run-log';
import { RunActions } from '../run-actions';
import { RunView } from '../run-view';
import { childRunOf, startedRunOf } from './child-run';
import { RunValues } from './run-values';

type StepTab = 'output' | 'input' | 'error' | 'attempts' | 'log';

/** One step of a run: what it got, what it gave, why it failed, its tries and its lines of the log. */
@Component({
  selector: 'mr-step-panel',
  imports: [
    Button,
    DataViewer,
    Duration,
    EmptyState,
    FailurePanel,
    Icon,
    IconButton,
    LiveView,
    Notice,
    Pictures,
    RouterLink,
    RunLog,
    Segmented,
    Skeleton,
    StatusBadge,
    TabPanel,
    Tabs,
    Tooltip,
    TurnBar,
  ],
  templateUrl: './step-panel.html',
  styleUrl: './step-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepPanel {
  readonly view = input.required<RunView>();
  readonly nodeId = input.required<string>();
  private readonly values = inject(RunValues);
  protected readonly actions = inject(RunActions);
  protected readonly dataView = signal<DataView>('json');
  protected readonly node = computed(() => this.view().session.node(this.nodeId()));
  protected readonly definition = computed(() => this.view().session.definitionOf(this.nodeId()));
  /** In the turn that is looked at. */
  protected readonly run = computed(() => {
    const { run } = this.view();
    run.node(this.nodeId())();
    return run.runInTurn(this.nodeId());
  });
  protected readonly path = computed(() => this.run()?.path);
  protected readonly stepLabel = computed(() => stepInTurn(this.view().session, this.nodeId()));
  protected readonly status = computed<StatusName>(() => this.run()?.status ?? 'pending');
  /** What models took for it; undefined when it asked none. */
  protected readonly cost = computed(() => {
    const cost = this.view().costs().nodes.get(this.nodeId());
    return cost && { words: costWords(cost), hint: costHint(cost) };
  });
  /** What it writes just now. */
  protected readonly live = computed(() => {
    const live = this.view().run.live.of(this.nodeId())();
    return this.status() === 'running' ? live : undefined;
  });
  protected readonly failure = computed(() => {
    const error = this.run()?.error;
    return error && { ...error, nodeId: null };
  });
  /** Why it was not tried again although its settings say so. */
  protected readonly retryNote = computed(() => {
    const [run, retry] = [this.run(), this.node()?.settings.retry];
    return run?.status === 'failed' ? untriedWords(retry, run.attempt) : undefined;
  });
  protected readonly attempts = computed(() => attemptsOf(this.view().run.seen(), this.nodeId(), this.path()));
  /** The run of another workflow that it started. */
  protected readonly childRun = computed(() => {
    const { run, session } = this.view();
    const [events, nodeId, path] = [run.seen(), this.nodeId(), this.path()];
    const definition = session.definitionOf(nodeId);
    const startsRuns = definition !== undefined && calledInputParam(definition) !== undefined;
    const started = startsRuns && session.node(nodeId)?.config['wait'] === false;
    return childRunOf(events, nodeId, path) ?? (started ? startedRunOf(events, nodeId, path) : undefined);
  });
  protected readonly tabs = computed<readonly Tab<StepTab>[]>(() => [
    { id: 'output', label: 'Output' },
    { id: 'input', label: 'Input' },
    ...(this.failure() ? [{ id: 'error' as const, label: 'Error', alert: true }] : []),
    { id: 'attempts', label: 'Attempts', count: this.attempts().length },
    { id: 'log', label: 'Log' },
  ]);
  protected readonly tab = linkedSignal<StepTab, StepTab>({
    source: () => (this.failure() ? 'error' : 'output'),
    computation: (first) => first,
  });
  protected readonly ports = computed<readonly Option[]>(() => {
    const outputs = this.node() && this.definition() ? this.view().session.catalogue.outputsOf(this.node()!).ports : [];
    return Object.keys(this.run()?.ports ?? {}).map((port) => {
      const label = outputs.find(({ id }) => id === port)?.label;
      return { value: port, label: label ?? (port === 'main' ? 'Output' : port) };
    });
  });
  protected readonly port = linkedSignal(() => this.ports()[0]?.value ?? 'main');
  protected readonly output = resource({
    params: () => this.ask(this.run()?.ports[this.port()]),
    loader: ({ params: { executionId, ref } }) => this.values.whole(executionId, ref),
  });
  protected readonly input = resource({
    params: () => {
      const executionId = this.view().run.executionId();
      if (executionId === undefined || this.run() === undefined || this.tab() !== 'input') return undefined;
      const { nodeId, path } = { nodeId: this.nodeId(), path: this.path() };
      return { executionId, nodeId, path, ref: this.run()?.input, status: this.status() };
    },
    loader: async ({ params: { executionId, nodeId, path, ref } }) => {
      // The server works out the inputs of steps outside of loops.
      if (ref === undefined && path !== undefined) return { value: this.view().session.params.of(nodeId).input.sample };
      const known: ValueRef | undefined = ref ?? (await this.values.inputOf(executionId, nodeId));
      return known === undefined ? NOTHING : { value: await this.values.whole(executionId, known) };
    },
  });

  /** Whether it can be forked from: something happened to it, and the person may start runs. */
  protected readonly canFork = computed(
    () => this.actions.mayControl() && !this.actions.isPretended() && this.run() !== undefined,
  );

  /** Shows what a fork from here would do; of a step in a loop, from its turn, from the whole turn or from all. */
  protected fork(attempt?: number): void {
    const { session, run } = this.view();
    const [nodeId, path] = [this.nodeId(), this.path()];
    const failed = failedTurns(run.state(), nodeId, path);
    const chosen = run.turnOf(nodeId);
    const places = forkPlaces({
      nodeId,
      labelOf: (id) => session.node(id)?.label ?? id,
      ...(path === undefined ? {} : { path }),
      ...(failed === undefined ? {} : { turns: { failed, ...(chosen === undefined ? {} : { chosen }) } }),
    });
    void this.actions.fork(places, attempt);
  }

  protected messageOf(error: unknown): string {
    return apiErrorOf(error).message;
  }

  protected started({ startedAtMs }: Attempt): string {
    return startedAtMs === undefined ? '' : formatExact(startedAtMs);
  }

  protected took({ durationMs }: Attempt): string {
    return durationMs === undefined ? '–' : formatDuration(durationMs);
  }

  protected emptyWords(): string {
    switch (this.status()) {
      case 'pending':
        return 'It has not run yet';
      case 'running':
        return 'It is running';
      case 'waiting':
      case 'retrying':
        return 'It is waiting';
      case 'skipped':
        return 'It was skipped';
      case 'failed':
        return 'It failed and gave nothing';
      default:
        return 'It gave nothing';
    }
  }

  private ask(ref: ValueRef | undefined): { executionId: string; ref: ValueRef } | undefined {
    const executionId = this.view().run.executionId();
    return ref === undefined || executionId === undefined ? undefined : { executionId, ref };
  }
}

const NOTHING = { value: undefined };
