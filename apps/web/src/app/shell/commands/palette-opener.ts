import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs } from '@millrace/web-ui/base';
import { typeAhead } from './type-ahead';

/** Opens the command palette, which is loaded when it is first wanted. */
@Injectable({ providedIn: 'root' })
export class PaletteOpener {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private isOpen = false;

  /** With the commands of one source alone when its id is given. */
  async open(only?: string): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    const typed = typeAhead();
    const { CommandPalette } = await import('./command-palette').catch((error: unknown) => {
      typed();
      this.isOpen = false;
      throw error;
    });
    const ref = this.dialogs.open<void, { only?: string | undefined; typed: () => string }>(CommandPalette, {
      data: { only, typed },
      size: 'top',
      label: 'Commands',
    });
    ref.closed.subscribe(() => {
      typed();
      this.isOpen = false;
    });
  }

  /** Goes to a page. */
  go(url: string): void {
    void this.router.navigateByUrl(url);
  }
}
