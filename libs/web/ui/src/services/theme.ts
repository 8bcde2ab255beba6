import { computed, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

/** What the person chose. */
export type ThemeChoice = 'system' | 'light' | 'dark';
const KEY = 'millrace.theme';

/** Light, dark, or what the system says; remembered by this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly #document = inject(DOCUMENT);
  readonly #choice = signal<ThemeChoice>(this.#remembered());
  readonly #systemIsDark = signal(this.#query()?.matches ?? false);
  readonly choice = this.#choice.asReadonly();
  /** What is shown. */
  readonly shown = computed(() => {
    const choice = this.#choice();
    if (choice !== 'system') return choice;
    return this.#systemIsDark() ? 'dark' : 'light';
  });

  constructor() {
    this.#query()?.addEventListener('change', (event) => this.#systemIsDark.set(event.matches));
    effect(() => this.#apply(this.#choice()));
  }

  /** Chooses a theme. */
  choose(choice: ThemeChoice): void {
    this.#choice.set(choice);
    this.#document.defaultView?.localStorage.setItem(KEY, choice);
  }

  /** Goes from light to dark or back. */
  toggle(): void {
    this.choose(this.shown() === 'dark' ? 'light' : 'dark');
  }

  #apply(choice: ThemeChoice): void {
    const root = this.#document.documentElement;
    if (choice === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
  }

  #remembered(): ThemeChoice {
    const stored = this.#document.defaultView?.localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  }

  #query(): MediaQueryList | undefined {
    return this.#document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  }
}
