import { ChangeDetectionStrategy, Component, ElementRef, input, model, viewChild } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { Icon } from '../icons/icon';
import { Input, ValueBinding } from './input';
import type { ControlSize } from '../button/button';

/** A search field with its sign, and a way to empty it. */
@Component({
  selector: 'mr-search',
  imports: [Icon, IconButton, Input, ValueBinding],
  template: `
    <mr-icon class="sign" name="search" [size]="14" />
    <input
      #control
      mrInput
      type="search"
      autocomplete="off"
      spellcheck="false"
      [mrSize]="size()"
      [(mrValue)]="value"
      [placeholder]="placeholder()"
      [attr.aria-label]="label()"
      (keydown.escape)="empty($event)"
    />
    @if (value()) {
      <button
        mr-icon-button
        class="clear"
        type="button"
        icon="x"
        size="s"
        label="Clear search"
        (click)="empty()"
      ></button>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      min-width: 120px;
    }

    input {
      padding-inline: 30px 28px;
    }

    .sign {
      position: absolute;
      inset-inline-start: 10px;
      top: calc(50% - 7px);
      color: var(--text-3);
      pointer-events: none;
    }

    .clear {
      position: absolute;
      inset-inline-end: 3px;
      top: calc(50% - 12px);
      width: 24px;
      height: 24px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchField {
  readonly value = model('');
  readonly label = input('Search');
  readonly placeholder = input('Search');
  readonly size = input<ControlSize>('m');
  protected readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  /** Puts the caret in the field. */
  focus(): void {
    this.control().nativeElement.focus();
  }

  protected empty(event?: Event): void {
    if (this.value() === '') return;
    event?.stopPropagation();
    this.value.set('');
    this.focus();
  }
}
