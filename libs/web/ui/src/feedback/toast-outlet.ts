import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';
import { TOASTS, type Toast } from './toast';

/** The pile of toasts in the corner. Reading one (pointer or focus on it) stops its time. */
@Component({
  selector: 'mr-toast-outlet',
  imports: [Button, Icon, IconButton],
  template: `
    @for (toast of board.toasts(); track toast.id) {
      <div
        class="toast"
        [class]="toast.tone"
        [attr.role]="toast.tone === 'error' ? 'alert' : 'status'"
        (pointerenter)="board.hold(toast.id)"
        (pointerleave)="board.resume(toast)"
        (focusin)="board.hold(toast.id)"
        (focusout)="board.resume(toast)"
      >
        @if (icons[toast.tone]; as icon) {
          <mr-icon [name]="icon" />
        }
        <p>{{ toast.message }}</p>
        @if (toast.action; as action) {
          <button mr-button type="button" size="s" (click)="act(toast)">{{ action.label }}</button>
        }
        <button
          mr-icon-button
          type="button"
          icon="x"
          size="s"
          label="Dismiss"
          (click)="board.dismiss(toast.id)"
        ></button>
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-end;
      gap: 8px;
    }

    .toast {
      display: flex;
      align-items: center;
      gap: 8px;
      width: max-content;
      max-width: min(420px, calc(100vw - 32px));
      min-height: 44px;
      padding: 7px 7px 7px 12px;
      border: 1px solid var(--border-2);
      border-radius: var(--radius-card);
      background: var(--surface-overlay);
      box-shadow: var(--shadow-overlay);
      pointer-events: auto;
      animation: mr-toast-in var(--slow) var(--ease);
    }

    p {
      flex: 1;
      margin-inline-end: 8px;
      overflow-wrap: anywhere;
    }

    .error > mr-icon {
      color: var(--failed);
    }

    .warning > mr-icon {
      color: var(--stale);
    }

    .success > mr-icon {
      color: var(--completed);
    }

    @keyframes mr-toast-in {
      from {
        opacity: 0;
        transform: translateY(12px);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastOutlet {
  protected readonly board = inject(TOASTS);
  protected readonly icons: Readonly<Record<Toast['tone'], IconName | null>> = {
    error: 'circle-alert',
    warning: 'triangle-alert',
    success: 'circle-check',
    info: null,
  };

  protected act(toast: Toast): void {
    this.board.dismiss(toast.id);
    toast.action?.run();
  }
}
