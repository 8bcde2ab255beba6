import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import type { Option } from '../choice/option';
import { searchOptions } from '../choice/option-search';
import { SearchField } from '../fields/search-field';
import { Icon } from '../icons/icon';
import { FilterPill } from './filter-pill';

/** Something to filter by, and how many there are of it. */
export interface FilterOption extends Option {
  readonly count?: number;
}

/** From so many on they are searched. */
const MANY = 9;

/** A filter that holds one of its options, or with `several` any of them; many are searched. Without any it lets all through. */
@Component({
  selector: 'mr-filter-choice',
  imports: [FilterPill, Icon, SearchField],
  templateUrl: './filter-choice.html',
  styleUrl: './filter-choice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChoice {
  readonly label = input.required<string>();
  readonly options = input.required<readonly FilterOption[]>();
  readonly chosen = model<readonly string[]>([]);
  readonly several = input(false, { transform: booleanAttribute });
  /** It was taken away. */
  readonly cleared = output<void>();
  protected readonly query = signal('');
  protected readonly isLong = computed(() => this.options().length >= MANY);
  protected readonly found = computed(() => searchOptions(this.options(), this.query()));
  /** What holds, in words; what is no option any more, as it is. */
  protected readonly words = computed(() =>
    this.chosen()
      .map((value) => this.options().find((option) => option.value === value)?.label ?? value)
      .join(', '),
  );

  protected has({ value }: FilterOption): boolean {
    return this.chosen().includes(value);
  }

  /** The heading above an option that begins a group; there are none while somebody searches, which mixes them. */
  protected groupAt(index: number): string | undefined {
    const { group } = this.found()[index] ?? {};
    return this.query() === '' && group !== this.found()[index - 1]?.group ? group : undefined;
  }

  protected pick(option: FilterOption, close: () => void): void {
    const has = this.has(option);
    if (this.several()) {
      const order = new Map(this.options().map(({ value }, index) => [value, index]));
      const rest = this.chosen().filter((value) => value !== option.value);
      this.chosen.set((has ? rest : [...rest, option.value]).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
      return;
    }
    this.chosen.set(has ? [] : [option.value]);
    close();
  }

  protected clear(): void {
    this.chosen.set([]);
    this.cleared.emit();
  }

  /** Up and down go through the list, from the search field too. */
  protected move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const places = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('input, [role=option]')];
    const to = places.indexOf(document.activeElement as HTMLElement) + step;
    places[Math.max(0, Math.min(to, places.length - 1))]?.focus();
    event.preventDefault();
  }
}
