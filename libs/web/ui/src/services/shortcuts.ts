import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { combinationOf, normalised } from '../keys/combination';

/** Something that the keyboard does. */
export interface Shortcut {
  /** Stable; remapping is stored by it: `canvas.duplicate`. */
  readonly id: string;
  /** For example `Mod+D`; several when they do the same. */
  readonly keys: string | readonly string[];
  /** In the list of shortcuts: "Duplicate". */
  readonly label: string;
  /** Where the list shows it: "Canvas". */
  readonly group: string;
  /** Whether it applies now; a shortcut that does not apply leaves the key to others. */
  readonly when?: () => boolean;
  /** Also while typing in a field. */
  readonly whileTyping?: boolean;
  /** `false` leaves the key to the browser after all. */
  readonly run: (event: KeyboardEvent) => void | boolean;
}

/** A shortcut as the list shows it. */
export interface ListedShortcut {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly keys: readonly string[];
  readonly remapped: boolean;
}

const KEY = 'millrace.shortcuts';
interface Stored {
  readonly keys: Readonly<Record<string, string>>;
  readonly singleLetters: boolean;
}

/** Every shortcut of the product, in one place: run, listed (`?`) and remapped here. The latest registered wins. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  readonly #document = inject(DOCUMENT);
  readonly #registered = signal<readonly Shortcut[]>([]);
  readonly #stored = signal<Stored>(this.#read());
  /** Whether single letters work; some people must turn them off. */
  readonly singleLetters = computed(() => this.#stored().singleLetters);
  /** What works now, without what was registered twice. */
  readonly listed = computed<readonly ListedShortcut[]>(() => {
    const byId = new Map(this.#registered().map((shortcut) => [shortcut.id, shortcut]));
    return [...byId.values()].map((shortcut) => this.#listed(shortcut));
  });

  constructor() {
    this.#document.addEventListener('keydown', this.#onKey);
    inject(DestroyRef).onDestroy(() => this.#document.removeEventListener('keydown', this.#onKey));
  }

  /** Adds shortcuts until the returned function is called. In a component: `inject(DestroyRef).onDestroy(shortcuts.register(…))`. */
  register(...shortcuts: readonly Shortcut[]): () => void {
    this.#registered.update((registered) => [...registered, ...shortcuts]);
    return () => this.#registered.update((registered) => registered.filter((one) => !shortcuts.includes(one)));
  }

  /** The keys that do something now; undefined for an unknown id. */
  keysOf(id: string): string | undefined {
    return this.listed().find((shortcut) => shortcut.id === id)?.keys[0];
  }

  /** Other keys for a shortcut; null gives the default back. */
  remap(id: string, keys: string | null): void {
    this.#stored.update(({ keys: mapped, singleLetters }) => {
      const { [id]: _dropped, ...others } = mapped;
      return { singleLetters, keys: keys === null ? others : { ...others, [id]: normalised(keys) } };
    });
    this.#write();
  }

  /** Turns single letters on or off. */
  allowSingleLetters(allowed: boolean): void {
    this.#stored.update((stored) => ({ ...stored, singleLetters: allowed }));
    this.#write();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const pressed = event.defaultPrevented ? '' : combinationOf(event);
    if (pressed === '') return;
    const typing = isTyping(event);
    for (const shortcut of this.#registered().toReversed()) {
      if (typing && !shortcut.whileTyping) continue;
      if (!this.#answersTo(shortcut, pressed) || shortcut.when?.() === false) continue;
      if (shortcut.run(event) !== false) event.preventDefault();
      return;
    }
  };

  #answersTo(shortcut: Shortcut, pressed: string): boolean {
    if (!this.singleLetters() && /^[A-Z]$/.test(pressed)) return false;
    return this.#keysOf(shortcut).some((keys) => normalised(keys) === pressed);
  }

  #keysOf({ id, keys }: Shortcut): readonly string[] {
    const mapped = this.#stored().keys[id];
    if (mapped !== undefined) return [mapped];
    return typeof keys === 'string' ? [keys] : keys;
  }

  #listed(shortcut: Shortcut): ListedShortcut {
    const { id, label, group } = shortcut;
    return { id, label, group, keys: this.#keysOf(shortcut), remapped: this.#stored().keys[id] !== undefined };
  }

  #read(): Stored {
    const fallback: Stored = { keys: {}, singleLetters: true };
    const text = this.#document.defaultView?.localStorage.getItem(KEY);
    if (!text) return fallback;
    try {
      return { ...fallback, ...(JSON.parse(text) as Partial<Stored>) };
    } catch (error) {
      if (error instanceof SyntaxError) return fallback;
      throw error;
    }
  }

  #write(): void {
    this.#document.defaultView?.localStorage.setItem(KEY, JSON.stringify(this.#stored()));
  }
}

/** Whether the key goes into a text: a field, an editor. Escape and combinations with Mod of a field stay its own too. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0] ?? event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('.cm-editor, [contenteditable="true"]')) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
