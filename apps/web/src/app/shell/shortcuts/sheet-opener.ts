import { inject, Injectable } from '@angular/core';
import { Dialogs } from '@millrace/web-ui/base';

/** Opens the list of everything that the keyboard does here. */
@Injectable({ providedIn: 'root' })
export class SheetOpener {
  private readonly dialogs = inject(Dialogs);
  private isOpen = false;

  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    const { ShortcutSheet } = await import('./shortcut-sheet');
    this.dialogs
      .open<void>(ShortcutSheet, { size: 'wide', focus: 'mr-search input' })
      .closed.subscribe(() => (this.isOpen = false));
  }
}
