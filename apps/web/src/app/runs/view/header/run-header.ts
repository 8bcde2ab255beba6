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
  type StatusName,
} from '@millrace/web-ui';
import type { ForkPlace } from '../../fork/fork-places';
import { limitWords, placeWords } from '../../shared/queue-words';
import { MODE_LOOKS } from '../../shared/run-words';
import { RunActions } from '../run-actions';
import { RunStanding } from '../run-standing';
import { parentRunOf, parentWords } from '../step/child-run';
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
  private readonly standing = inject(RunStanding);
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
  /** The run that led to this one. */
  protected readonly parentRun = computed(() => parentRunOf(this.details()?.startedBy));
  protected readonly parentWords = computed(() => {
    const { triggerNodeId } = this.view.run.state();
    const trigger = triggerNodeId === undefined ? undefined : this.view.session.node(triggerNodeId);
    return parentWords(this.details()?.mode, trigger?.type);
  });
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
  /** As it stands: the log of a run that nobody has taken says no more than that it was started. */
  protected readonly status = computed<StatusName>(() => {
    if (this.isHeldBack()) return 'queued';
    return this.standing.isPending() ? 'pending' : this.view.status();
  });
  private readonly isHeldBack = computed(() => this.standing.queue() !== null && this.view.playback.isAtEnd());
  protected readonly isPending = this.standing.isPending;
  /** Why nothing happens, and how long that lasts. */
  protected readonly held = computed(() => {
    const queue = this.standing.queue();
    if (queue !== null) return { heading: `Queued: ${placeWords(queue).toLowerCase()}`, text: limitWords(queue) };
    if (!this.standing.isPending()) return undefined;
    return {
      heading: 'Waits for a worker',
      text: 'Nothing of its workflow holds it back: the next free worker takes it.',
    };
  });
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
      run: () => void this.actions.fork(this.forkPlaces()),
    },
  ];

  /** The trigger, unless something failed: then that. */
  private forkPlaces(): readonly ForkPlace[] {
    const { triggerNodeId } = this.view.run.state();
    if (triggerNodeId === undefined) return [];
    const label = this.view.session.node(triggerNodeId)?.label ?? triggerNodeId;
    const anew = { from: [triggerNodeId], label: `${label}, the beginning`, description: 'Everything runs again' };
    if (!this.canRetry()) return [anew];
    const stopped = { label: 'Where it stopped', description: 'What failed or had no result runs' };
    return [stopped, anew];
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
