import { Dialog, type DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import { GlobalPositionStrategy, Overlay } from '@angular/cdk/overlay';
import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injectable, Injector } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { nextId } from '../overlay/next-id';
import { ConfirmDialog, type ConfirmQuestion } from './confirm-dialog';
import { PromptDialog, type PromptQuestion } from './prompt-dialog';

/** How a dialog is shown. */
export interface DialogOptions<D> {
  readonly data?: D;
  /** 400, 480, 760 or up to 1200 px wide; `full` also uses the height. */
  readonly size?: 'small' | 'medium' | 'wide' | 'full';
  /** Names it where its content has no `mr-dialog` frame with a heading. */
  readonly label?: string;
  /** Escape and the backdrop do nothing. */
  readonly mustAnswer?: boolean;
  /** Selector of what gets the focus first; by default the first thing that can. */
  readonly focus?: string;
}

/** Opens dialogs and drawers. A component inside injects `DialogRef` to close, and `DIALOG_DATA` for its data. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  readonly #dialog = inject(Dialog);
  readonly #overlay = inject(Overlay);
  readonly #injector = inject(Injector);

  /** Opens a dialog in the middle. `ref.closed` emits its result, undefined when dismissed. */
  open<R, D = unknown>(component: ComponentType<unknown>, options: DialogOptions<D> = {}): DialogRef<R> {
    const size = options.size ?? 'medium';
    return this.#dialog.open<R, D>(component, {
      ...this.#config(options),
      panelClass: ['mr-dialog-pane', `mr-dialog-${size}`],
    }) as DialogRef<R>;
  }

  /** Opens a drawer at the end side, over the whole height. */
  drawer<R, D = unknown>(component: ComponentType<unknown>, options: DialogOptions<D> = {}): DialogRef<R> {
    return this.#dialog.open<R, D>(component, {
      ...this.#config(options),
      panelClass: 'mr-drawer-pane',
      positionStrategy: this.#overlay.position().global().top('0').end('0') as GlobalPositionStrategy,
    }) as DialogRef<R>;
  }

  /** Asks before something that cannot be taken back. Dismissing answers false. */
  async confirm(question: ConfirmQuestion): Promise<boolean> {
    const ref = this.open<boolean, ConfirmQuestion>(ConfirmDialog, { data: question, size: 'small' });
    return (await firstValueFrom(ref.closed, { defaultValue: false })) ?? false;
  }

  /** Asks for a line of text. Dismissing answers undefined. */
  async prompt(question: PromptQuestion): Promise<string | undefined> {
    const ref = this.open<string, PromptQuestion>(PromptDialog, { data: question, size: 'small' });
    return firstValueFrom(ref.closed, { defaultValue: undefined });
  }

  /** Whether any dialog or drawer is open. */
  get isOpen(): boolean {
    return this.#dialog.openDialogs.length > 0;
  }

  #config<D, R>(options: DialogOptions<D>): DialogConfig<D, DialogRef<R>> {
    return {
      injector: this.#injector,
      data: options.data ?? null,
      backdropClass: 'mr-backdrop',
      disableClose: options.mustAnswer ?? false,
      autoFocus: options.focus ?? 'first-tabbable',
      // The frame gives its heading this id.
      ...(options.label ? { ariaLabel: options.label } : { ariaLabelledBy: nextId('heading') }),
    };
  }
}
