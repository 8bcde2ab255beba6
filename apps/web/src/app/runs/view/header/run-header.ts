import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { costHint, costWords } from '@millrace/web-canvas';
import {
  STATUS_LOOKS,
  Button,
  Duration,
  Icon,
  IconButton,
  MenuTrigger,
  Notice,
  RelativeTime,
  StatusBadge,
  Tooltip,
  type MenuEntry,
} from '@millrace/web-ui';
import { MODE_LOOKS } from '../../shared/run-words';
import { RunActions } from '../run-actions';
import { parentRunOf } from '../step/child-run';
import { RunView } from '../run-view';

/** What run this is, how it stands, and what one can do with it. */
@Component({
  selector: 'mr-run-header',
  imports: [Button, Duration, Icon, IconButton, MenuTrigger, Notice, RelativeTime, RouterLink, StatusBadge, Tooltip],
  templateUrl: './run-header.html',
  styleUrl: './run-header.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunHeader {
  protected readonly view = inject(RunView);
  protected readonly actions = inject(RunActions);
  private readonly router = inject(Router);
  protected readonly details = this.view.details;
  protected readonly mode = computed(() => {
    const mode = this.details()?.mode;
    return mode && MODE_LOOKS[mode];
  });
  /** What models took in the whole run; undefined when none was asked. */
  protected readonly cost = computed(() => {
    const { total } = this.view.costs();
    return total && { words: costWords(total), hint: costHint(total) };
  });
  /** The run that started this one. */
  protected readonly parentRun = computed(() => parentRunOf(this.details()?.startedBy));
  protected readonly versionText = computed(() => {
    const details = this.details();
    if (details?.version) return `v${details.version}`;
    return details?.workflowId ? 'Draft' : 'Unsaved document';
  });
  protected readonly workflowLink = computed(() => {
    const id = this.details()?.workflowId;
    return id ? ['/workflows', id] : null;
  });
  protected readonly originWords = computed(() => {
    const details = this.details();
    if (details?.fork) return details.fork.from.length > 0 ? 'forks a run' : 'retries a run';
    return details?.partial ? 'reuses a run' : 'repeats a run';
  });
  /** Until when it is counted while one looks back. */
  protected readonly lookedAtMs = computed(() =>
    this.view.playback.isAtEnd() ? null : (this.view.playback.event()?.atMs ?? null),
  );
  protected readonly statusText = computed(() => {
    if (!this.view.playback.isAtEnd()) return `${STATUS_LOOKS[this.view.status()].word} then`;
    if (!this.view.run.isLive()) return this.view.run.state().terminated ? 'Terminated' : undefined;
    return this.actions.isStopping() ? 'Cancelling' : undefined;
  });

  /** Whether something of it failed or was left, so that it can go on from there. */
  protected readonly canRetry = computed(() => {
    const status = this.view.newestStatus();
    return !this.view.run.isLive() && (status === 'failed' || status === 'cancelled');
  });

  protected readonly rerunMenu = (): readonly MenuEntry[] => [
    ...(this.canRetry()
      ? ([
          {
            label: 'Retry what failed, same version',
            icon: 'step-forward',
            hint: 'keeps the rest',
            run: () => void this.actions.retry('same'),
          },
          ...(this.details()?.workflowId
            ? [
                {
                  label: 'Retry what failed, with the draft',
                  icon: 'pencil-line' as const,
                  hint: 'keeps the rest',
                  run: () => void this.actions.retry('draft'),
                },
              ]
            : []),
          'divider',
        ] as const)
      : []),
    { label: 'Same input, same version', icon: 'rotate-cw', run: () => void this.actions.rerun('SAME') },
    { label: 'Same input, current version', icon: 'rocket', run: () => void this.actions.rerun('CURRENT') },
    'divider',
    {
      label: 'Fork…',
      icon: 'git-fork',
      hint: 'see the plan first',
      run: () => void this.actions.fork(this.forkPoint()),
    },
  ];

  /** The trigger, unless something failed: then that. */
  private forkPoint(): readonly string[] | undefined {
    const { triggerNodeId } = this.view.run.state();
    return this.canRetry() || triggerNodeId === undefined ? undefined : [triggerNodeId];
  }

  protected readonly moreMenu = (): readonly MenuEntry[] => {
    const { run } = this.view;
    const id = run.executionId() ?? '';
    const copy = (text: string) => () => void navigator.clipboard?.writeText(text);
    const canPause = this.actions.mayControl() && run.isLive() && !run.state().paused;
    const remove: MenuEntry = {
      label: 'Delete…',
      icon: 'trash-2',
      danger: true,
      run: () => void this.actions.remove(),
    };
    return [
      ...(canPause
        ? [{ label: 'Pause', icon: 'pause' as const, hint: 'no further step', run: () => void this.actions.pause() }]
        : []),
      ...(this.actions.canBeTest()
        ? [{ label: 'Save as test…', icon: 'flask-conical' as const, run: () => void this.actions.saveAsTest() }]
        : []),
      ...this.comparing(),
      { label: 'Download JSON', icon: 'download', run: () => void this.actions.download() },
      { label: 'Copy link', icon: 'link', run: copy(location.href) },
      { label: 'Copy run id', icon: 'copy', hint: id.slice(-8), run: copy(id) },
      ...(this.mayDelete() ? (['divider', remove] as const) : []),
    ];
  };

  /** One that goes on must be ended first. */
  private mayDelete(): boolean {
    return this.actions.mayPurge() && (this.actions.mayControl() || !this.view.run.isLive());
  }

  private comparing(): readonly MenuEntry[] {
    const details = this.details();
    const sourceId = details?.sourceId;
    const compare = (other: string): void => void this.router.navigate(['/runs', other, 'compare', details?.id]);
    return [
      ...(details?.workflowId
        ? [
            {
              label: 'Compare with the run before',
              icon: 'git-compare' as const,
              run: () => void this.actions.compareWithPrevious(),
            },
          ]
        : []),
      ...(sourceId
        ? [{ label: 'Compare with its origin', icon: 'git-compare' as const, run: () => compare(sourceId) }]
        : []),
    ];
  }

  protected openEditor(): void {
    const link = this.workflowLink();
    if (link) void this.router.navigate(link, { queryParams: { run: this.view.run.executionId() } });
  }
}
