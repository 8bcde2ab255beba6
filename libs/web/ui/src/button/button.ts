import { booleanAttribute, ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';

/** How loud a button is: one `primary` a view. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
/** `s` is for dense panels. */
export type ControlSize = 's' | 'm';

/** A button whose label is a verb. While it is `busy` or `held` it keeps its place and its focus, and does nothing. */
@Component({
  selector: 'button[mr-button], a[mr-button]',
  imports: [Icon],
  template: `
    @if (busy()) {
      <mr-icon class="spin" name="loader-circle" [size]="size() === 's' ? 14 : 16" />
    } @else if (icon(); as name) {
      <mr-icon [name]="name" [size]="size() === 's' ? 14 : 16" />
    }
    <span class="label"><ng-content /></span>
    @if (trailingIcon(); as name) {
      <mr-icon class="trailing" [name]="name" [size]="14" />
    }
  `,
  styleUrl: './button.scss',
  host: {
    '[class]': '`${variant()} ${size()}`',
    '[class.busy]': 'busy()',
    '[attr.aria-busy]': "busy() ? 'true' : null",
    '[attr.aria-disabled]': "busy() || held() ? 'true' : null",
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Button {
  readonly variant = input<ButtonVariant>('secondary');
  readonly size = input<ControlSize>('m');
  readonly icon = input<IconName>();
  readonly trailingIcon = input<IconName>();
  readonly busy = input(false, { transform: booleanAttribute });
  /** Like `disabled`, for what will be possible again: the keyboard stays on it. */
  readonly held = input(false, { transform: booleanAttribute });

  constructor() {
    // Capturing: before the listeners of the page, which may have been added earlier.
    const element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    element.addEventListener('click', (event) => this.#holdBack(event), { capture: true });
  }

  #holdBack(event: Event): void {
    if (!this.busy() && !this.held()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
