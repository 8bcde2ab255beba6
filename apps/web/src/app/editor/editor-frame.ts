import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Session } from '@millrace/web-api';
import type { SaveState } from '@millrace/web-canvas';
import { Button, Dialogs, EmptyState, Skeleton } from '@millrace/web-ui/base';
import { AddCommands } from './commands/add-commands';
import { ClipboardCommands } from './commands/clipboard-commands';
import { EditorCommands } from './commands/editor-commands';
import { WireMode } from './commands/wire-mode';
import { WebhookListener } from './docks/webhook-listener';
import { EditorAutoPause } from './editor-auto-pause';
import { EditorRuns } from './editor-runs';
import { EditorState } from './editor-state';
import { EditorHeader } from './header/editor-header';
import { AutoPauseNotice } from '../workflows/auto-pause-notice';

/** By the state of saving. */
const WHY_UNSAVED: Readonly<Partial<Record<SaveState, string>>> = {
  offline: 'The server cannot be reached.',
  conflict: 'Somebody else saved this draft meanwhile, and that is not settled.',
  error: 'The server refuses the draft.',
};

/** Around the tabs of one workflow: its header, and the session that they share. */
@Component({
  selector: 'mr-editor-frame',
  imports: [AutoPauseNotice, Button, EditorHeader, EmptyState, RouterLink, RouterOutlet, Skeleton],
  providers: [
    EditorState,
    EditorAutoPause,
    EditorRuns,
    AddCommands,
    ClipboardCommands,
    EditorCommands,
    WebhookListener,
    WireMode,
  ],
  template: `
    @if (state.failure(); as failure) {
      <mr-empty
        page
        class="failed"
        [icon]="failure.category === 'NOT_FOUND' ? 'search-x' : 'circle-alert'"
        [heading]="failure.category === 'NOT_FOUND' ? 'There is no such workflow' : 'The workflow could not be loaded'"
        [text]="failure.message"
      >
        @if (failure.category !== 'NOT_FOUND') {
          <button mr-button type="button" variant="primary" (click)="load()">Try again</button>
        }
        <a mr-button routerLink="/workflows">All workflows</a>
      </mr-empty>
    } @else if (state.isReady()) {
      <mr-editor-header />
      @if (autoPause.pause(); as pause) {
        @defer (on immediate) {
          <mr-auto-pause-notice
            class="off"
            [pause]="pause"
            [mayResume]="mayResume()"
            [busy]="isResuming()"
            (resumed)="resume()"
          />
        }
      }
      <router-outlet />
    } @else {
      <div class="bar"><mr-skeleton [width]="'180px'" /></div>
      <div class="canvas" role="status"><span class="mr-visually-hidden">Loading the workflow</span></div>
    }
  `,
  styles: `
    :host {
      position: absolute;
      inset: 0;
      display: flex;
      flex-direction: column;
    }

    .bar {
      display: flex;
      align-items: center;
      height: 52px;
      padding: 0 16px;
      border-bottom: 1px solid var(--border-1);
      background: var(--surface-1);
    }

    .failed {
      flex: 1;
    }

    .off {
      flex: none;
      padding: 8px 12px;
      border-bottom: 1px solid var(--border-1);
      background: var(--surface-1);
    }

    .canvas {
      flex: 1;
      background: radial-gradient(var(--grid-dot) 1px, transparent 1px) 0 0 / 20px 20px;
    }
  `,
  host: {
    '(window:pagehide)': 'state.session.leave()',
    '(document:visibilitychange)': 'leaveWhenHidden()',
    '(window:beforeunload)': 'warn($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorFrame {
  readonly workflowId = input.required<string>();
  protected readonly state = inject(EditorState);
  protected readonly autoPause = inject(EditorAutoPause);
  readonly #commands = inject(EditorCommands);
  protected readonly mayResume = computed(() => !this.state.session.isReadonly());
  protected readonly isResuming = signal(false);
  readonly #dialogs = inject(Dialogs);
  protected readonly mustWarn = computed(() => this.state.session.mustWarn());

  constructor() {
    effect(() => {
      const id = this.workflowId();
      untracked(() => void this.state.open(id));
    });
    const { mayWrite } = inject(Session);
    effect(() => {
      const isReadonly = !mayWrite();
      if (this.state.session.status() === 'ready') untracked(() => this.state.session.setReadonly(isReadonly));
    });
  }

  /** Saves first. What cannot be saved just now stays in this tab only: then it asks. */
  async mayLeave(): Promise<boolean> {
    const { session } = this.state;
    if (['unsaved', 'saving'].includes(session.saveState())) await session.flush();
    if (!session.mustWarn()) return true;
    const count = session.unsavedChanges();
    return this.#dialogs.confirm({
      heading: count > 1 ? `Leave with ${count} unsaved changes?` : 'Leave with unsaved changes?',
      text: `${WHY_UNSAVED[session.saveState()] ?? 'The draft could not be saved.'} The changes stay in this tab: they are there when you come back to this workflow here.`,
      action: 'Leave',
      danger: true,
    });
  }

  /** Switches the workflow on again. */
  protected async resume(): Promise<void> {
    this.isResuming.set(true);
    await this.#commands.setEnabled(true).finally(() => this.isResuming.set(false));
  }

  protected load(): void {
    void this.state.open(this.workflowId());
  }

  protected leaveWhenHidden(): void {
    if (document.visibilityState === 'hidden') void this.state.session.flush();
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.mustWarn()) event.preventDefault();
  }
}
