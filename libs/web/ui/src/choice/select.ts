import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import type { ControlSize } from '../button/button';
import { injectField } from '../fields/field';
import { Icon } from '../icons/icon';
import { Floating } from '../overlay/floating';
import { nextId } from '../overlay/next-id';
import type { Option } from './option';
import { OptionList } from './option-list';

const TYPING_PAUSE_MS = 700;

/** Chooses one of a few. For more than a dozen use the combobox, which searches. */
@Component({
  selector: 'mr-select',
  imports: [Floating, Icon, OptionList],
  templateUrl: './select.html',
  styleUrl: './select.scss',
  host: { '[class.s]': "size() === 's'", '[class.quiet]': "variant() === 'quiet'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Select<T> {
  readonly value = model<T | null>(null);
  readonly options = input.required<readonly Option<T>[]>();
  readonly placeholder = input('Choose');
  /** Names it where no `mr-field` does. */
  readonly label = input<string>();
  readonly size = input<ControlSize>('m');
  /** `quiet` has no border: for toolbars and sentences. */
  readonly variant = input<'field' | 'quiet'>('field');
  readonly disabled = input(false, { transform: booleanAttribute });
  protected readonly open = signal(false);
  protected readonly listId = nextId('options');
  protected readonly field = injectField();
  protected readonly current = computed(() => this.options().find((option) => option.value === this.value()));
  protected readonly list = viewChild<OptionList<T>>(OptionList);
  protected readonly trigger = viewChild.required<ElementRef<HTMLButtonElement>>('trigger');
  #typed = '';
  #typedAtMs = 0;

  /** Gives it the keyboard. */
  focus(): void {
    this.trigger().nativeElement.focus();
  }

  protected width(): number {
    return this.trigger().nativeElement.offsetWidth;
  }

  protected pick(option: Option<T>): void {
    this.value.set(option.value);
    this.open.set(false);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const handled = this.open() ? this.#openKey(event) : this.#closedKey(event);
    if (handled) event.preventDefault();
    if (handled && event.key === 'Escape') event.stopPropagation();
  }

  #closedKey({ key }: KeyboardEvent): boolean {
    const opens = ['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key) || key.length === 1;
    if (opens) this.open.set(true);
    return opens;
  }

  #openKey({ key }: KeyboardEvent): boolean {
    const list = this.list();
    if (key === 'Escape' || key === 'Tab') this.open.set(false);
    else if (key === 'ArrowDown') list?.move(1);
    else if (key === 'ArrowUp') list?.move(-1);
    else if (key === 'Home') list?.moveToEnd('first');
    else if (key === 'End') list?.moveToEnd('last');
    else if (key === 'Enter' || key === ' ') list?.choose();
    else if (key.length === 1) this.#jump(key);
    else return false;
    return key !== 'Tab';
  }

  #jump(letter: string): void {
    const now = Date.now();
    this.#typed = now - this.#typedAtMs > TYPING_PAUSE_MS ? letter : this.#typed + letter;
    this.#typedAtMs = now;
    this.list()?.moveTo(this.#typed);
  }
}
