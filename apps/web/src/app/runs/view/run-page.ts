import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Announcer,
  Button,
  EmptyState,
  Shortcuts,
  Skeleton,
  Splitter,
  STATUS_LOOKS,
  TabPanel,
  Tabs,
  type Tab,
} from '@millrace/web-ui';
import { noteSeenRun } from '../../first-steps/first-steps-notes';
import { PageTitles } from '../../shell/page-titles';
import { LoadedCatalogue } from '../../shared/loaded-catalogue';
import { RunHeader } from './header/run-header';
import { RunLog } from './log/run-log';
import { RunActions } from './run-actions';
import { RunCanvas } from './run-canvas';
import { MomentInAddress } from './slider/moment-in-address';
import { RunOverview } from './run-overview';
import { RunStanding } from './run-standing';
import { RunView } from './run-view';
import { TimeSlider } from './slider/time-slider';
import { StepPanel } from './step/step-panel';
import { RunTimelineView } from './timeline/run-timeline';

/** One run: its graph with what happened on it, its timeline and log, and the data of its steps. */
@Component({
  selector: 'mr-run-page',
  imports: [
    Button,
    EmptyState,
    RouterLink,
    RunCanvas,
    RunHeader,
    RunLog,
    RunOverview,
    RunTimelineView,
    Skeleton,
    Splitter,
    StepPanel,
    TabPanel,
    Tabs,
    TimeSlider,
  ],
  providers: [RunView, RunActions, RunStanding, MomentInAddress],
  templateUrl: './run-page.html',
  styleUrl: './run-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunPage {
  /** From the address. */
  readonly executionId = input.required<string>();
  /** From the address: the event after which the run is shown. */
  readonly at = input<string>();
  protected readonly view = inject(RunView);
  protected readonly catalogue = inject(LoadedCatalogue).catalogue;
  private readonly titles = inject(PageTitles);
  private readonly announcer = inject(Announcer);
  protected readonly tab = signal<'timeline' | 'log'>('timeline');
  protected readonly tabs: readonly Tab<'timeline' | 'log'>[] = [
    { id: 'timeline', label: 'Timeline', icon: 'chart-gantt' },
    { id: 'log', label: 'Log', icon: 'logs' },
  ];
  /** There is less room beside the canvas; panes that were resized keep their size. */
  protected readonly isNarrow = window.innerWidth < 1200;
  protected readonly isReady = computed(() => this.view.details() !== undefined);
  protected readonly word = computed(() => STATUS_LOOKS[this.view.status()].word);

  constructor() {
    effect(() => {
      const executionId = this.executionId();
      untracked(() => void this.view.open(executionId));
    });
    effect(() => {
      if (this.isReady()) noteSeenRun();
    });
    effect(() => {
      if (this.isReady()) this.titles.name(`${this.word()} · ${this.view.session.name()}`);
    });
    effect(() => {
      if (this.isReady()) this.announcer.progress(`Run ${this.word().toLowerCase()}`);
    });
    inject(RunStanding).follow(this.view);
    inject(MomentInAddress).keep(this.view, this.at);
    const stop = inject(Shortcuts).register({
      id: 'run.close-step',
      keys: 'Escape',
      label: 'Show the whole run',
      group: 'Run',
      when: () => this.view.selectedId() !== undefined,
      run: () => this.view.select(undefined),
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected retry(): void {
    void this.view.open(this.executionId());
  }
}
