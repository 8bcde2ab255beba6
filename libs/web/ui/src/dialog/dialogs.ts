import type { DialogConfig } from '@angular/cdk/dialog';
import type { Overlay } from '@angular/cdk/overlay';
import type { ComponentType } from '@angular/cdk/portal';
import { inject, Injectable, Injector } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { nextId } from '../overlay/next-id';
import { type OverlayLibrary, Overlays } from '../overlay/overlays';
import type { ConfirmQuestion } from './confirm-dialog';
import { DIALOG_DATA, DialogRef } from './dialog-ref';
import type { PromptQuestion } from './prompt-dialog';

/** How a dialog is shown. */
export interface DialogOptions<D> {
  readonly data?: D;
  /** 400, 480, 760 or up to 1200 px wide; `full` also uses the height. `top` is 560 and grows downwards from where it stands. */
  readonly size?: 'small' | 'medium' | 'wide' | 'full' | 'top';
  /** Names it where its content has no `mr-dialog` frame with a heading. */
  readonly label?: string;
  /** Escape and the backdrop do nothing. */
  readonly mustAnswer?: boolean;
  /** Selector of what gets the focus first; by default the first thing that can. */
  readonly focus?: string;
}

type Placing = (overlay: Overlay) => Pick<DialogConfig<unknown>, 'panelClass' | 'positionStrategy'>;

/** Opens dialogs and drawers. A component inside injects `DialogRef` to close, and `DIALOG_DATA` for its data. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  readonly #overlays = inject(Overlays);
  readonly #injector = inject(Injector);
  readonly #open = new Set<unknown>();

  /** Opens a dialog in the middle. `ref.closed` emits its result, undefined when dismissed. */
  open<R, D = unknown>(component: ComponentType<unknown>, options: DialogOptions<D> = {}): DialogRef<R> {
    return this.#show<R, D>(() => component, options, inTheMiddle(options));
  }

  /** Opens a drawer at the end side, over the whole height. */
  drawer<R, D = unknown>(component: ComponentType<unknown>, options: DialogOptions<D> = {}): DialogRef<R> {
    return this.#show<R, D>(
      () => component,
      options,
      (overlay) => ({
        panelClass: 'mr-drawer-pane',
        positionStrategy: overlay.position().global().top('0').end('0'),
      }),
    );
  }

  /** Asks before something that cannot be taken back. Dismissing answers false. */
  async confirm(question: ConfirmQuestion): Promise<boolean> {
    const options: DialogOptions<ConfirmQuestion> = { data: question, size: 'small' };
    const ref = this.#show<boolean, ConfirmQuestion>((library) => library.ConfirmDialog, options, inTheMiddle(options));
    return (await firstValueFrom(ref.closed, { defaultValue: false })) ?? false;
  }

  /** Asks for a line of text. Dismissing answers undefined. */
  async prompt(question: PromptQuestion): Promise<string | undefined> {
    const options: DialogOptions<PromptQuestion> = { data: question, size: 'small' };
    const ref = this.#show<string, PromptQuestion>((library) => library.PromptDialog, options, inTheMiddle(options));
    return firstValueFrom(ref.closed, { defaultValue: undefined });
  }

  /** Whether any dialog or drawer is open. */
  get isOpen(): boolean {
    return this.#open.size > 0;
  }

  #show<R, D>(
    content: (library: OverlayLibrary) => ComponentType<unknown>,
    options: DialogOptions<D>,
    placing: Placing,
  ): DialogRef<R> {
    let dismiss = (): void => takeBack();
    const headingId = options.label ? undefined : nextId('heading');
    const ref = new DialogRef<R>((closed) => {
      this.#open.delete(closed);
      dismiss();
    }, headingId);
    this.#open.add(ref);
    const takeBack = this.#overlays.with((overlay, library) => {
      const shown = this.#injector.get(library.Dialog).open(content(library), {
        ...placing(overlay),
        injector: this.#injector,
        providers: [
          { provide: DialogRef, useValue: ref },
          { provide: DIALOG_DATA, useValue: options.data ?? null },
        ],
        backdropClass: 'mr-backdrop',
        disableClose: options.mustAnswer ?? false,
        autoFocus: options.focus ?? 'first-tabbable',
        // The frame gives its heading this id.
        ...(headingId ? { ariaLabelledBy: headingId } : { ariaLabel: options.label }),
      });
      dismiss = () => shown.close();
      shown.closed.subscribe(() => ref.close());
    });
    return ref;
  }
}

function inTheMiddle({ size = 'medium' }: DialogOptions<unknown>): Placing {
  return () => ({ panelClass: ['mr-dialog-pane', `mr-dialog-${size}`] });
}
