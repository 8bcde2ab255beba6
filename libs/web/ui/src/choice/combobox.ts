import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  input,
  linkedSignal,
  model,
  output,
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
import { searchOptions } from './option-search';

/** Chooses one of many by typing. With `free` what was typed is a value too; with `remote` the page answers `searched`. */
@Component({
  selector: 'mr-combobox',
  imports: [Floating, Icon, OptionList],
  templateUrl: './combobox.html',
  styleUrl: './combobox.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Combobox {
  readonly value = model<string | null>(null);
  readonly options = input.required<readonly Option[]>();
  readonly placeholder = input('Search');
  readonly label = input<string>();
  readonly size = input<ControlSize>('m');
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly free = input(false, { transform: booleanAttribute });
  /** The page searches: its `options` are the answer. */
  readonly remote = input(false, { transform: booleanAttribute });
  readonly loading = input(false, { transform: booleanAttribute });
  readonly searched = output<string>();
  protected readonly field = injectField();
  protected readonly open = signal(false);
  protected readonly listId = nextId('options');
  protected readonly list = viewChild<OptionList<string>>(OptionList);
  protected readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');
  readonly #label = computed(
    () => this.options().find((option) => option.value === this.value())?.label ?? this.value() ?? '',
  );
  /** What stands in the field: the chosen label, or what is being typed. */
  protected readonly text = linkedSignal(() => this.#label());
  protected readonly found = computed(() => {
    const query = this.text() === this.#label() ? '' : this.text();
    return this.remote() ? this.options() : searchOptions(this.options(), query);
  });

  /** Puts the caret in it. */
  focus(): void {
    this.control().nativeElement.focus();
  }

  protected width(): number {
    return this.control().nativeElement.offsetWidth;
  }

  protected type(text: string): void {
    this.text.set(text);
    this.open.set(true);
    this.searched.emit(text);
  }

  protected pick(option: Option): void {
    this.value.set(option.value);
    this.text.set(option.label);
    this.open.set(false);
  }

  protected leave(): void {
    this.open.set(false);
    const typed = this.text().trim();
    if (typed === this.#label()) return;
    if (typed === '') this.value.set(null);
    else if (this.free()) this.value.set(typed);
    this.text.set(this.#label());
  }

  protected onKey(event: KeyboardEvent): void {
    if (!this.#acts(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #acts(key: string): boolean {
    if (!this.open()) {
      if (key === 'ArrowDown') this.open.set(true);
      return key === 'ArrowDown';
    }
    if (key === 'ArrowDown') this.list()?.move(1);
    else if (key === 'ArrowUp') this.list()?.move(-1);
    else if (key === 'Enter') this.#take();
    else if (key === 'Escape') this.#dismiss();
    else return false;
    return true;
  }

  #take(): void {
    if (this.found().length > 0) this.list()?.choose();
    else this.leave();
  }

  #dismiss(): void {
    this.text.set(this.#label());
    this.open.set(false);
  }
}
