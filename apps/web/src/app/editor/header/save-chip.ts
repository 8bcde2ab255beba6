import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Dialogs, formatRelative, Icon, type IconName, Tooltip } from '@millrace/web-ui/base';
import { EditorState } from '../editor-state';

interface ChipLook {
  readonly icon: IconName;
  readonly text: string;
  readonly tone: 'quiet' | 'busy' | 'warning' | 'error';
}

/** Where the draft stands: saved, on its way, held up. A conflict opens its dialog. */
@Component({
  selector: 'mr-save-chip',
  imports: [Icon, Tooltip],
  template: `
    <button
      type="button"
      data-testid="save-chip"
      [class]="look().tone"
      [attr.data-state]="session.saveState()"
      [mrTooltip]="hint()"
      (click)="act()"
    >
      <mr-icon [name]="look().icon" [size]="14" />
      <span aria-live="polite">{{ look().text }}</span>
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 28px;
      padding: 0 8px;
      border: 0;
      border-radius: var(--radius-control);
      background: transparent;
      color: var(--text-2);
      font-size: var(--size-12);
      white-space: nowrap;

      &:hover {
        background: var(--surface-2);
      }
    }

    .warning {
      color: var(--stale-text);
    }

    .error {
      background: var(--failed-soft);
      color: var(--failed-text);
    }

    .busy mr-icon {
      animation: save-spin 1s linear infinite;
    }

    @keyframes save-spin {
      to {
        transform: rotate(360deg);
      }
    }

    @media (max-width: 1180px) {
      span {
        max-width: 64px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveChip {
  protected readonly session = inject(EditorState).session;
  readonly #dialogs = inject(Dialogs);
  protected readonly look = computed((): ChipLook => {
    const count = this.session.unsavedChanges();
    switch (this.session.saveState()) {
      case 'saved':
        return { icon: 'cloud-check', text: 'Saved', tone: 'quiet' };
      case 'saving':
        return { icon: 'loader-circle', text: 'Saving…', tone: 'busy' };
      case 'unsaved':
        return { icon: 'cloud', text: count > 1 ? `Unsaved (${count})` : 'Unsaved', tone: 'quiet' };
      case 'offline':
        return { icon: 'cloud-off', text: 'Offline', tone: 'warning' };
      case 'conflict':
        return { icon: 'git-compare', text: 'Conflict', tone: 'error' };
      case 'error':
        return { icon: 'circle-alert', text: 'Not saved', tone: 'error' };
    }
  });
  protected readonly hint = computed(() => {
    const at = this.session.savedAt();
    switch (this.session.saveState()) {
      case 'saved':
        return at ? `Saved ${formatRelative(at)}` : 'Every change is saved by itself';
      case 'offline':
        return 'Will be saved when the connection returns';
      case 'conflict':
        return 'Somebody else saved this draft: choose how to go on';
      case 'error':
        return this.session.saveError()?.message ?? 'The draft could not be saved; click to try again';
      default:
        return 'Every change is saved by itself';
    }
  });

  protected async act(): Promise<void> {
    if (this.session.saveState() !== 'conflict') return void this.session.flush();
    const { ConflictDialog } = await import('../dialogs/conflict-dialog');
    this.#dialogs.open(ConflictDialog, { data: this.session });
  }
}
