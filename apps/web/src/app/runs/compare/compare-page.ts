import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Button,
  Duration,
  EmptyState,
  formatCount,
  formatDuration,
  Icon,
  Notice,
  PageHeader,
  RelativeTime,
  Segmented,
  Skeleton,
  StatusBadge,
  Toggle,
  type Option,
} from '@millrace/web-ui';
import { PageTitles } from '../../shell/page-titles';
import { MODE_LOOKS, statusNameOf } from '../shared/run-words';
import { ComparedRuns, type ComparedPart } from './compared-runs';
import type { ComparedStep } from './compared-steps';

/** Faster or slower than this is noise. */
const NOTABLE_MS = 20;

/** Two runs side by side: what each step came to, how long it took, and where what it gave differs. */
@Component({
  selector: 'mr-compare-page',
  imports: [
    Button,
    Duration,
    EmptyState,
    Icon,
    Notice,
    PageHeader,
    RelativeTime,
    RouterLink,
    Segmented,
    Skeleton,
    StatusBadge,
    Toggle,
  ],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePage {
  /** Both from the address. */
  readonly executionId = input.required<string>();
  readonly otherId = input.required<string>();
  private readonly router = inject(Router);
  protected readonly part = signal<ComparedPart>('output');
  protected readonly parts: readonly Option<ComparedPart>[] = [
    { value: 'output', label: 'Output' },
    { value: 'input', label: 'Input' },
  ];
  protected readonly onlyDifferent = signal(false);
  private readonly picked = signal<string | undefined>(undefined);
  protected readonly nodeId = linkedSignal<string | undefined>(() => this.picked() ?? this.first());
  protected readonly runs = new ComparedRuns({
    before: this.executionId,
    after: this.otherId,
    nodeId: this.nodeId,
    part: this.part,
  });
  protected readonly sides = computed(() => {
    const runs = this.runs.runs();
    return runs === undefined ? [] : [runs.before.details, runs.after.details];
  });
  protected readonly differing = computed(() => this.runs.steps().filter(({ isDifferent }) => isDifferent).length);
  protected readonly steps = computed(() =>
    this.runs.steps().filter((step) => !this.onlyDifferent() || step.isDifferent),
  );
  protected readonly chosen = computed(() => this.runs.steps().find(({ nodeId }) => nodeId === this.nodeId()));
  protected readonly summary = computed(() => {
    const count = this.differing();
    if (count === 0) return 'Every step came to the same.';
    return `${formatCount(count, 'step')} of ${this.runs.steps().length} came to something else.`;
  });
  protected readonly isOtherVersion = computed(() => {
    const [before, after] = this.sides();
    return before !== undefined && after !== undefined && before.versionId !== after.versionId;
  });
  protected readonly modes = MODE_LOOKS;
  protected readonly statusName = statusNameOf;

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const name = this.sides()[1]?.workflowName;
      if (name !== undefined) titles.name(`Compare · ${name}`);
    });
  }

  protected choose(nodeId: string): void {
    this.picked.set(nodeId);
  }

  protected swap(): void {
    void this.router.navigate(['/runs', this.otherId(), 'compare', this.executionId()], { replaceUrl: true });
  }

  protected slower({ slowerMs }: ComparedStep): string {
    if (slowerMs === undefined || Math.abs(slowerMs) < NOTABLE_MS) return '';
    return `${slowerMs > 0 ? '+' : '−'}${formatDuration(Math.abs(slowerMs))}`;
  }

  protected versionOf({ version, workflowId }: { version: string | null; workflowId: string | null }): string {
    if (version !== null) return `v${version}`;
    return workflowId === null ? 'Unsaved document' : 'Draft';
  }

  /** Where one looks first: the first step that differs. */
  private first(): string | undefined {
    const steps = this.runs.steps();
    return (steps.find(({ isDifferent }) => isDifferent) ?? steps[0])?.nodeId;
  }
}
