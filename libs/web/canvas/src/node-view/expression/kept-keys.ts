/** Letters that are typed while one field takes the place of another: neither would get them. */
export class KeptKeys {
  #text = '';
  readonly #keep = (event: KeyboardEvent): void => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.isComposing) return;
    this.#text += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  constructor() {
    document.addEventListener('keydown', this.#keep, { capture: true });
  }

  /** Keeps no more. Answers what was typed. */
  release(): string {
    document.removeEventListener('keydown', this.#keep, { capture: true });
    return this.#text;
  }
}
