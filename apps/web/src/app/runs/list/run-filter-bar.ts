import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { RunWorkflowNamesDocument, type ExecutionMode, type ExecutionStatus } from '@millrace/web-api/graphql';
import {
  Checkbox,
  Combobox,
  Field,
  FilterBar,
  FilterPill,
  Icon,
  Input,
  Segmented,
  STATUS_LOOKS,
  StatusBadge,
  ValueBinding,
  type Option,
} from '@millrace/web-ui';
import { MODE_LOOKS, MODE_OPTIONS, RUN_STATUSES, statusNameOf } from '../shared/run-words';
import { countFilters, NO_FILTERS, type Period, type RunFilters } from './run-filters';

const PERIOD_OPTIONS: readonly Option<Period | ''>[] = [
  { value: '', label: 'Any time' },
  { value: 'hour', label: '1 hour' },
  { value: 'day', label: '24 hours' },
  { value: 'week', label: '7 days' },
  { value: 'month', label: '30 days' },
];

/** The filters of the list of runs, as pills. */
@Component({
  selector: 'mr-run-filter-bar',
  imports: [Checkbox, Combobox, Field, FilterBar, FilterPill, Icon, Input, Segmented, StatusBadge, ValueBinding],
  templateUrl: './run-filter-bar.html',
  styleUrl: './run-filter-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunFilterBar {
  readonly filters = input.required<RunFilters>();
  /** The list of one workflow: there is no choice of workflows. */
  readonly fixedWorkflowId = input<string>();
  readonly changed = output<RunFilters>();
  protected readonly statuses = RUN_STATUSES;
  protected readonly modes = MODE_OPTIONS;
  protected readonly periods = PERIOD_OPTIONS;
  protected readonly statusName = statusNameOf;
  protected readonly search = signal('');
  private readonly api = inject(GraphqlApi);
  protected readonly workflows = resource({
    params: () => (this.fixedWorkflowId() === undefined ? { search: this.search() } : undefined),
    loader: async ({ params, abortSignal }) => {
      const variables = { search: params.search === '' ? null : params.search };
      const { workflows } = await this.api.query(RunWorkflowNamesDocument, variables, { signal: abortSignal });
      return workflows.nodes.map(({ id, name }) => ({ value: id, label: name }));
    },
  });
  protected readonly workflowOptions = computed<readonly Option[]>(() =>
    this.workflows.hasValue() ? this.workflows.value() : [],
  );
  protected readonly statusText = computed(() => this.filters().statuses.map(wordOf).join(', '));
  protected readonly modeText = computed(() =>
    this.filters()
      .modes.map((mode) => MODE_LOOKS[mode].label)
      .join(', '),
  );
  protected readonly workflowText = computed(() => {
    const { workflowId } = this.filters();
    if (workflowId === undefined || this.fixedWorkflowId() !== undefined) return '';
    return this.workflowOptions().find(({ value }) => value === workflowId)?.label ?? 'One workflow';
  });
  protected readonly timeText = computed(() => timeWords(this.filters()));
  protected readonly hasAny = computed(() => {
    const { workflowId, ...rest } = this.filters();
    const own = this.fixedWorkflowId() === undefined && workflowId !== undefined ? { workflowId } : {};
    return countFilters({ ...rest, ...own }) > 0;
  });

  protected toggleStatus(status: ExecutionStatus, on: boolean): void {
    this.change({
      statuses: this.statuses.filter((one) => (one === status ? on : this.filters().statuses.includes(one))),
    });
  }

  protected toggleMode(mode: ExecutionMode, on: boolean): void {
    const modes = this.modes.map(({ value }) => value);
    this.change({ modes: modes.filter((one) => (one === mode ? on : this.filters().modes.includes(one))) });
  }

  protected setPeriod(period: Period | ''): void {
    this.change({ from: undefined, to: undefined, period: period === '' ? undefined : period });
  }

  protected setDay(end: 'from' | 'to', day: string): void {
    this.change({ period: undefined, [end]: day === '' ? undefined : day });
  }

  protected change(part: { readonly [K in keyof RunFilters]?: RunFilters[K] | undefined }): void {
    const entries = Object.entries({ ...this.filters(), ...part }).filter(([, value]) => value !== undefined);
    this.changed.emit(Object.fromEntries(entries) as unknown as RunFilters);
  }

  protected textOf(event: Event): string | undefined {
    const text = (event.target as HTMLInputElement).value.trim();
    return text === '' ? undefined : text;
  }

  protected clear(): void {
    this.changed.emit(NO_FILTERS);
  }
}

function wordOf(status: ExecutionStatus): string {
  return STATUS_LOOKS[statusNameOf(status)].word;
}

function timeWords({ period, from, to }: RunFilters): string {
  if (period !== undefined) return `Last ${PERIOD_OPTIONS.find(({ value }) => value === period)?.label ?? period}`;
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  if (from !== undefined) return `Since ${from}`;
  return to === undefined ? '' : `Until ${to}`;
}
