import {
  ChangeDetectionStrategy,
  Component,
  computed,
  Directive,
  ElementRef,
  inject,
  input,
  model,
} from '@angular/core';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';
import { nextId } from '../overlay/next-id';
import type { ControlSize } from '../button/button';

/** One of a row of tabs. */
export interface Tab<T extends string = string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: IconName;
  readonly count?: number;
  /** Something in it is wrong. */
  readonly alert?: boolean;
  readonly disabled?: boolean;
}

/** A row of tabs; the page shows what belongs to `value`, best in an element with `[mrTabPanel]`. */
@Component({
  selector: 'mr-tabs',
  imports: [Icon],
  templateUrl: './tabs.html',
  styleUrl: './tabs.scss',
  host: {
    role: 'tablist',
    '[attr.aria-label]': 'label()',
    '[class.s]': "size() === 's'",
    '(keydown)': 'onKey($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tabs<T extends string> {
  readonly value = model.required<T>();
  readonly tabs = input.required<readonly Tab<T>[]>();
  readonly label = input.required<string>();
  readonly size = input<ControlSize>('m');
  readonly #name = nextId('tabs');
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly selectedId = computed(() => this.tabId(this.value()));
  readonly panelId = computed(() => `${this.#name}-panel`);

  protected tabId(id: T): string {
    return `${this.#name}-${id}`;
  }

  protected onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: 0, End: 0 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const enabled = this.tabs().filter((tab) => !tab.disabled);
    const at = enabled.findIndex((tab) => tab.id === this.value());
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? enabled.length - 1 : at + step;
    const next = enabled[(to + enabled.length) % enabled.length];
    if (next === undefined) return;
    this.value.set(next.id);
    this.#element.querySelector<HTMLElement>(`[id="${this.tabId(next.id)}"]`)?.focus();
  }
}

/** What a tab shows: `<div [mrTabPanel]="tabs">` where `#tabs` is the `mr-tabs`. */
@Directive({
  selector: '[mrTabPanel]',
  host: {
    role: 'tabpanel',
    tabindex: '-1',
    '[id]': 'mrTabPanel().panelId()',
    '[attr.aria-labelledby]': 'mrTabPanel().selectedId()',
  },
})
export class TabPanel {
  readonly mrTabPanel = input.required<{ panelId(): string; selectedId(): string }>();
}
