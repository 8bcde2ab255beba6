import { ComponentHarness, type TestElement, TestKey } from '@angular/cdk/testing';

/** The open drawer of nodes. */
export class NodePaletteHarness extends ComponentHarness {
  static hostSelector = 'mr-node-palette';
  readonly #search = this.locatorFor('input[role=combobox]');
  readonly #lines = this.locatorForAll('[role=option]');

  /** What it asks. */
  async heading(): Promise<string> {
    return (await this.locatorFor('h2')()).text();
  }

  /** Titles of the lines, in order. */
  async titles(): Promise<readonly string[]> {
    const titles = await this.locatorForAll('[role=option] .title')();
    return Promise.all(titles.map(async (title) => (await title.text()).replace(/\s+/g, ' ').trim()));
  }

  /** What lines say about the account that they need, by title. */
  async accounts(): Promise<Readonly<Record<string, string>>> {
    const said = await this.locatorForAll('[role=option] .top:has(.account)')();
    const texts = await Promise.all(said.map(async (top) => (await top.text()).replace(/\s+/g, ' ').trim()));
    return Object.fromEntries(
      texts.map((text) => {
        const [, title = '', account = ''] = /^(.*) (Needs a credential|Credential ready)$/.exec(text) ?? [];
        return [title, account];
      }),
    );
  }

  /** Headings above the lines. */
  async sections(): Promise<readonly string[]> {
    const headings = await this.locatorForAll('.lines .heading')();
    return Promise.all(headings.map((heading) => heading.text()));
  }

  /** Title of the line that Enter picks. */
  async active(): Promise<string | undefined> {
    const line = await this.locatorForOptional('[role=option][aria-selected=true] .title')();
    return (await line?.text())?.replace(/\s+/g, ' ').trim();
  }

  /** Types into the search, over what is there. */
  async type(text: string): Promise<void> {
    const search = await this.#search();
    await search.setInputValue(text);
    await search.dispatchEvent('input');
  }

  /** Presses a key in the search. */
  async press(key: TestKey): Promise<void> {
    await (await this.#search()).sendKeys(key);
  }

  /** Presses a chip by its label. */
  async choose(category: string): Promise<void> {
    for (const chip of await this.locatorForAll('.chips button')())
      if ((await chip.text()) === category) return chip.click();
    throw new Error(`No category "${category}".`);
  }

  /** The line of a type. */
  async line(type: string): Promise<TestElement> {
    return this.locatorFor(`[data-testid="palette-item-${type}"]`)();
  }

  /** Whether something follows the pointer. */
  async isDragging(): Promise<boolean> {
    return (await this.locatorForOptional('.dragged')()) !== null;
  }

  /** How many lines there are. */
  async count(): Promise<number> {
    return (await this.#lines()).length;
  }
}
