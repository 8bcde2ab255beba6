import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { Icon } from '../icons/icon';
import { nextId } from '../overlay/next-id';
import type { Option } from './option';

/** The floating list of a select or a combobox. The focus stays on its owner, which moves the active option here. */
@Component({
  selector: 'mr-option-list',
  imports: [Icon],
  templateUrl: './option-list.html',
  styleUrl: './option-list.scss',
  host: { class: 'mr-floating', role: 'listbox', '[id]': 'id()', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OptionList<T> {
  readonly options = input.required<readonly Option<T>[]>();
  readonly value = input<T | null>();
  readonly label = input<string | null>();
  readonly id = input(nextId('options'));
  readonly emptyText = input('Nothing matches');
  readonly chosen = output<Option<T>>();
  /** Position of the active option; -1 while there is none. */
  readonly active = linkedSignal(() => this.#firstActive());
  readonly activeId = computed(() => (this.active() < 0 ? null : this.optionId(this.active())));
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => this.#show(this.active()));
  }

  /** Moves to the next enabled option in a direction; stops at the ends. */
  move(step: 1 | -1): void {
    const options = this.options();
    for (let index = this.active() + step; index >= 0 && index < options.length; index += step) {
      if (!options[index]?.disabled) return this.active.set(index);
    }
  }

  /** Moves to the first or the last enabled option. */
  moveToEnd(end: 'first' | 'last'): void {
    this.active.set(end === 'first' ? -1 : this.options().length);
    this.move(end === 'first' ? 1 : -1);
  }

  /** Moves to the next option that begins with what was typed. */
  moveTo(typed: string): void {
    const options = this.options();
    for (let offset = typed.length > 1 ? 0 : 1; offset <= options.length; offset += 1) {
      const index = (Math.max(this.active(), 0) + offset) % options.length;
      const option = options[index];
      if (option && !option.disabled && option.label.toLowerCase().startsWith(typed.toLowerCase()))
        return this.active.set(index);
    }
  }

  /** Chooses the active option. */
  choose(): void {
    const option = this.options()[this.active()];
    if (option && !option.disabled) this.chosen.emit(option);
  }

  protected optionId(index: number): string {
    return `${this.id()}-${index}`;
  }

  protected beginsGroup(index: number): boolean {
    const options = this.options();
    return options[index]?.group !== undefined && options[index]?.group !== options[index - 1]?.group;
  }

  #firstActive(): number {
    const options = this.options();
    const current = options.findIndex((option) => option.value === this.value());
    return current >= 0 ? current : options.findIndex((option) => !option.disabled);
  }

  #show(index: number): void {
    queueMicrotask(() =>
      this.#element.querySelector?.(`[id="${this.optionId(index)}"]`)?.scrollIntoView?.({ block: 'nearest' }),
    );
  }
}
