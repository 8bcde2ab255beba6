import { Directive, ElementRef, inject, input, signal } from '@angular/core';
import type { Place } from '../overlay/places';
import type { MenuEntry } from './menu-entry';
import { Menus } from './menus';

/** A button that opens a menu: `<button mr-button [mrMenu]="entries">`. A function is asked each time it opens. */
@Directive({
  selector: '[mrMenu]',
  host: {
    'aria-haspopup': 'menu',
    '[attr.aria-expanded]': 'isOpen()',
    '(click)': 'open()',
    '(keydown.arrowdown)': 'openByKey($event)',
  },
})
export class MenuTrigger {
  readonly mrMenu = input.required<readonly MenuEntry[] | (() => readonly MenuEntry[])>();
  readonly mrMenuPlace = input<Place>('below');
  readonly mrMenuLabel = input<string>();
  protected readonly isOpen = signal(false);
  readonly #menus = inject(Menus);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** Opens the menu beside its button. */
  open(): void {
    const menu = this.mrMenu();
    const label = this.mrMenuLabel() ?? this.#element.getAttribute('aria-label') ?? this.#element.textContent?.trim();
    const opened = this.#menus.open(typeof menu === 'function' ? menu() : menu, {
      at: this.#element,
      place: this.mrMenuPlace(),
      restoreFocusTo: this.#element,
      ...(label ? { label } : {}),
    });
    this.isOpen.set(true);
    void opened.closed.then(() => this.isOpen.set(false));
  }

  protected openByKey(event: Event): void {
    event.preventDefault();
    this.open();
  }
}

/** A menu at the pointer on right click, and at the element on Shift+F10 or the menu key. */
@Directive({
  selector: '[mrContextMenu]',
  host: { '(contextmenu)': 'open($event)', '(keydown.shift.f10)': 'openByKey($event)' },
})
export class ContextMenuTrigger {
  readonly mrContextMenu = input.required<readonly MenuEntry[] | (() => readonly MenuEntry[])>();
  readonly mrMenuLabel = input<string>();
  readonly #menus = inject(Menus);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected open(event: MouseEvent): void {
    event.preventDefault();
    event.stopPropagation();
    // The menu key reports no place of its own.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    this.#show(isByKey ? this.#element : { x: event.clientX, y: event.clientY });
  }

  protected openByKey(event: Event): void {
    event.preventDefault();
    this.#show((event.target as HTMLElement) ?? this.#element);
  }

  #show(at: HTMLElement | { x: number; y: number }): void {
    const menu = this.mrContextMenu();
    const label = this.mrMenuLabel();
    this.#menus.open(typeof menu === 'function' ? menu() : menu, { at, ...(label ? { label } : {}) });
  }
}
