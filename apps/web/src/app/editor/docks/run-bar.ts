import { nodesOf } from '@millrace/engine';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
} from '@angular/core';
import {
  Button,
  Duration,
  Icon,
  IconButton,
  type MenuEntry,
  MenuTrigger,
  StatusBadge,
  Tooltip,
} from '@millrace/web-ui/base';
import { EditorCommands } from '../commands/editor-commands';
import { EditorRuns } from '../editor-runs';
import { EditorState } from '../editor-state';
import { WaitingStrip } from '../../waiting/waiting-strip';
import { wordOf } from './run-news';

/** Bottom centre: run, from which trigger, and while it goes: how long, and stop. */
@Component({
  selector: 'mr-run-bar',
  imports: [Button, Duration, Icon, IconButton, MenuTrigger, StatusBadge, Tooltip, WaitingStrip],
  template: `
    @if (isWaiting()) {
      @defer (on immediate) {
        <mr-waiting-strip />
      }
    }
    @if (runs.error(); as error) {
      <p class="error" role="alert" data-testid="run-error">
        <mr-icon name="circle-alert" [size]="14" /> <span>{{ error.message }}</span>
        @if (error.nodeId; as nodeId) {
          <button mr-button type="button" size="s" (click)="show(nodeId)">Show</button>
        }
        <button mr-icon-button type="button" size="s" icon="x" label="Dismiss" (click)="runs.dismissError()"></button>
      </p>
    } @else if (session.pins.error(); as error) {
      <p class="error" role="alert">
        <mr-icon name="pin-off" [size]="14" /> <span>{{ error.message }}</span>
        <button
          mr-icon-button
          type="button"
          size="s"
          icon="x"
          label="Dismiss"
          (click)="session.pins.dismissError()"
        ></button>
      </p>
    } @else if (pinned() > 0 && !runs.isLive()) {
      <p class="pins"><mr-icon name="pin" [size]="12" /> {{ pinned() }} pinned in use</p>
    }
    <div class="bar">
      @if (runs.isLive()) {
        <mr-status class="status" [status]="status()" />
        <mr-duration class="elapsed mr-numbers" [from]="startedAt()" />
        @if (runs.isHeld()) {
          @if (session.run.isByHand()) {
            <button
              mr-button
              type="button"
              icon="step-forward"
              data-testid="step-button"
              mrTooltipKeys="F10"
              [mrTooltip]="stepText()"
              (click)="runs.step()"
            >
              Step
            </button>
          }
          <button
            mr-button
            type="button"
            variant="primary"
            icon="play"
            data-testid="continue-button"
            mrTooltipKeys="F8"
            [mrTooltip]="heldText()"
            (click)="runs.resume()"
          >
            Continue
          </button>
        }
        <button
          mr-icon-button
          type="button"
          icon="crosshair"
          keys="F"
          label="Follow the run on the canvas"
          [pressed]="state.isFollowing()"
          (click)="state.isFollowing.set(!state.isFollowing())"
        ></button>
        @if (mayRun()) {
          <button
            mr-button
            type="button"
            variant="danger"
            icon="square"
            data-testid="stop-button"
            (click)="runs.stop()"
          >
            {{ runs.isStopping() ? 'Stop now' : 'Stop' }}
          </button>
        }
      } @else {
        <button
          mr-button
          class="start"
          type="button"
          variant="primary"
          icon="play"
          data-testid="run-button"
          mrTooltipKeys="Mod+Enter"
          [class.single]="runs.triggers().length < 2"
          [busy]="runs.isStarting()"
          [disabled]="runs.triggers().length === 0 || !mayRun()"
          [mrTooltip]="why()"
          (click)="runs.run(first())"
        >
          {{ label() }}
        </button>
        @if (runs.triggers().length > 1 && mayRun()) {
          <button
            mr-button
            class="more"
            type="button"
            variant="primary"
            icon="chevron-up"
            aria-label="Run from another trigger"
            mrMenuPlace="above-end"
            [mrMenu]="menu"
          ></button>
        }
        @if (mayRun() && runs.triggers().length > 0) {
          <button
            mr-icon-button
            type="button"
            icon="flask-conical"
            label="Dry run"
            keys="Shift+Mod+Enter"
            data-testid="dry-run-button"
            (click)="commands.openDryRun()"
          ></button>
        }
        @if (session.run.shown()) {
          <mr-status class="status last" [status]="status()" [text]="lastText()" />
          <button
            mr-icon-button
            type="button"
            size="s"
            icon="eraser"
            label="Clear the run from the canvas"
            (click)="session.run.clear()"
          ></button>
        }
      }
    </div>
  `,
  styleUrl: './run-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunBar {
  protected readonly state = inject(EditorState);
  protected readonly session = this.state.session;
  protected readonly runs = inject(EditorRuns);
  protected readonly commands = inject(EditorCommands);
  protected readonly status = computed(() => wordOf(this.session.run.status()));
  protected readonly startedAt = computed(() => this.session.run.events()[0]?.atMs ?? null);
  /** Whether a step waits for somebody or something outside. */
  protected readonly isWaiting = computed(
    () =>
      this.runs.isLive() &&
      nodesOf(this.session.run.state()).some(({ node }) => node.status === 'waiting' && node.wait?.kind === 'event'),
  );
  /** Where a paused run stands. */
  protected readonly heldText = computed(() => {
    const names = this.session.run.pausedAt().map((id) => this.session.node(id)?.label ?? id);
    return names.length === 0 ? 'The run is paused' : `Paused before ${names.join(', ')}`;
  });
  /** What a step would run. */
  protected readonly stepText = computed(() => {
    const [next] = this.session.run.pausedAt();
    if (next === undefined) return 'Find out what would run next';
    return `Run ${this.session.node(next)?.label ?? next} and pause again`;
  });
  /** A pin outlives its node, so that undoing a deletion brings both back: only those of nodes that are there count. */
  protected readonly pinned = computed(
    () => this.session.nodes().filter((node) => this.session.pins.isPinned(node.id)).length,
  );
  protected readonly first = this.runs.first;
  protected readonly label = computed(() => {
    if (this.runs.triggers().length < 2) return 'Run workflow';
    return `Run from ${this.session.node(this.first() ?? '')?.label ?? 'trigger'}`;
  });
  protected readonly mayRun = this.runs.mayRun;
  protected readonly why = computed(() => {
    if (!this.mayRun()) return 'Viewers start no runs: operators and editors do';
    return this.runs.triggers().length === 0 ? 'Add a trigger first' : 'Run the draft';
  });
  protected readonly lastText = computed(() => {
    const events = this.session.run.events();
    const from = events[0]?.atMs;
    const to = events.at(-1)?.atMs;
    if (from === undefined || to === undefined) return undefined;
    const seconds = (to - from) / 1_000;
    return seconds < 1 ? `${to - from} ms` : `${seconds.toFixed(1)} s`;
  });
  constructor() {
    const host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const injector = inject(Injector);
    // Running takes the place of its button: the keyboard stays in the bar, at what does no harm.
    effect(() => {
      this.runs.isLive();
      if (!host.contains(document.activeElement)) return;
      afterNextRender({ read: () => focusLost() && firstIn(host)?.focus() }, { injector });
    });
  }

  /** Opens the step that keeps the workflow from running. */
  protected show(nodeId: string): void {
    this.runs.dismissError();
    this.session.selection.selectNode(nodeId);
    this.state.openNode.set(nodeId);
  }

  protected readonly menu = (): readonly MenuEntry[] =>
    this.runs.triggers().map((node) => ({
      label: `Run from ${node.label}`,
      icon: 'play' as const,
      run: () => void this.runs.run(node.id),
    }));
}

function focusLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}

/** Following the run, or running again. */
function firstIn(bar: HTMLElement): HTMLElement | null {
  return bar.querySelector<HTMLElement>('button[aria-pressed], [data-testid="run-button"]');
}
