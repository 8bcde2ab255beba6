import type { OverlayRef } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { Icon } from '../icons/icon';
import { Keys } from '../keys/keys';
import { headingOf, itemOf, type MenuEntry, type MenuItem } from './menu-entry';

/** Opens a menu beside an item. */
export type OpenBeside = (
  anchor: HTMLElement,
  entries: readonly MenuEntry[],
  label: string,
) => { panel: MenuPanel; overlay: OverlayRef };

/** The panel of a menu. Arrows move, Enter runs, Right opens what is beside, Left and Escape go back, letters jump. */
@Component({
  selector: 'mr-menu-panel',
  imports: [Icon, Keys],
  templateUrl: './menu-panel.html',
  styleUrl: './menu-panel.scss',
  host: {
    class: 'mr-floating',
    role: 'menu',
    '[attr.aria-label]': 'label()',
    '(keydown)': 'onKey($event)',
    '(contextmenu)': '$event.preventDefault()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MenuPanel {
  readonly entries = input.required<readonly MenuEntry[]>();
  readonly label = input('Menu');
  readonly openBeside = input.required<OpenBeside>();
  /** Everything closes: something ran, or was dismissed. */
  readonly closing = output<void>();
  /** Only this panel closes: back to its parent. */
  readonly back = output<void>();
  protected readonly itemOf = itemOf;
  protected readonly headingOf = headingOf;
  protected readonly openIndex = signal(-1);
  protected readonly hasSigns = computed(() =>
    this.entries().some((entry) => itemOf(entry)?.icon ?? itemOf(entry)?.checked !== undefined),
  );
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  #child: { panel: MenuPanel; overlay: OverlayRef } | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#closeChild());
  }

  /** Moves the keyboard to the first item. */
  focusFirst(): void {
    this.#items()[0]?.focus();
  }

  protected run(item: MenuItem, index: number, anchor: HTMLElement): void {
    if (item.disabled) return;
    if (item.children) return this.#openChild(item, index, anchor, true);
    this.closing.emit();
    item.run?.();
  }

  protected enter(item: MenuItem, index: number, anchor: HTMLElement): void {
    anchor.focus({ preventScroll: true });
    if (index === this.openIndex()) return;
    this.#closeChild();
    if (item.children && !item.disabled) this.#openChild(item, index, anchor, false);
  }

  protected onKey(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (!this.#goes(event.key, items, at)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #goes(key: string, items: readonly HTMLElement[], at: number): boolean {
    const last = items.length - 1;
    if (key === 'ArrowDown') items[at >= last ? 0 : at + 1]?.focus();
    else if (key === 'ArrowUp') items[at <= 0 ? last : at - 1]?.focus();
    else if (key === 'Home') items[0]?.focus();
    else if (key === 'End') items[last]?.focus();
    else if (key === 'Escape' || key === 'Tab') this.closing.emit();
    else if (key === 'ArrowLeft') this.back.emit();
    else if (key === 'ArrowRight') this.#openAt(items[at]);
    else if (/^\S$/u.test(key)) this.#jump(key, items, at);
    else return false;
    return true;
  }

  #jump(letter: string, items: readonly HTMLElement[], at: number): void {
    const from = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    from.find((item) => item.dataset['label']?.toLowerCase().startsWith(letter.toLowerCase()))?.focus();
  }

  #openAt(element: HTMLElement | undefined): void {
    const index = Number(element?.dataset['index'] ?? -1);
    const item = itemOf(this.entries()[index]);
    if (element && item?.children && !item.disabled) this.#openChild(item, index, element, true);
  }

  #openChild(item: MenuItem, index: number, anchor: HTMLElement, focus: boolean): void {
    this.#closeChild();
    this.#child = this.openBeside()(anchor, item.children ?? [], item.label);
    this.openIndex.set(index);
    this.#child.panel.closing.subscribe(() => this.closing.emit());
    this.#child.panel.back.subscribe(() => {
      this.#closeChild();
      anchor.focus();
    });
    if (focus) this.#child.panel.focusFirst();
  }

  #closeChild(): void {
    this.#child?.overlay.dispose();
    this.#child = undefined;
    this.openIndex.set(-1);
  }

  #items(): readonly HTMLElement[] {
    return [...this.#element.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }
}
