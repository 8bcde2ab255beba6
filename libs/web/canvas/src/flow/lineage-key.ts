import type { WritableSignal } from '@angular/core';
import type { EditorSession } from '../session/editor-session';

/** Milliseconds that Shift is held until what the selected node reads from and feeds lights up. */
const HOLD_MS = 300;

/** What a {@link LineageKey} works with. */
export interface LineageKeyParts {
  readonly session: () => Pick<EditorSession, 'params' | 'selection'>;
  /** Nodes that are lit. */
  readonly lit: WritableSignal<ReadonlySet<string>>;
}

/** Lights up the relatives by expression of the one selected node while Shift is held and nothing else is done with it. */
export class LineageKey {
  readonly #parts: LineageKeyParts;
  readonly #listeners: Readonly<Record<string, (event: Event) => void>>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LineageKeyParts) {
    this.#parts = parts;
    const end = (): void => this.#end();
    this.#listeners = {
      keydown: (event) => this.#pressed(event as KeyboardEvent),
      keyup: end,
      pointerdown: end,
      blur: end,
    };
    for (const [name, listener] of Object.entries(this.#listeners)) globalThis.addEventListener(name, listener);
  }

  dispose(): void {
    this.#end();
    for (const [name, listener] of Object.entries(this.#listeners)) globalThis.removeEventListener(name, listener);
  }

  #pressed({ key, repeat, target }: KeyboardEvent): void {
    if (key === 'Shift' && repeat) return;
    this.#end();
    if (key !== 'Shift' || isWriting(target)) return;
    this.#timer = setTimeout(() => this.#light(), HOLD_MS);
  }

  #light(): void {
    const { params, selection } = this.#parts.session();
    const nodeId = selection.onlyNode();
    if (nodeId === undefined) return;
    this.#parts.lit.set(new Set([...params.readsFrom(nodeId), ...params.readBy(nodeId)]));
  }

  #end(): void {
    clearTimeout(this.#timer);
    if (this.#parts.lit().size > 0) this.#parts.lit.set(new Set());
  }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
