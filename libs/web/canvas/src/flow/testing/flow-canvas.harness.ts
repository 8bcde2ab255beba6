import { ComponentHarness, HarnessPredicate, type TestElement, TestKey } from '@angular/cdk/testing';

/** The card of a node. */
export class NodeCardHarness extends ComponentHarness {
  static hostSelector = '[data-node]';

  /** The one of a node. */
  static with(id: string): HarnessPredicate<NodeCardHarness> {
    return new HarnessPredicate(NodeCardHarness, { selector: `[data-node="${id}"]` });
  }

  readonly #name = this.locatorFor('.name');
  readonly #summary = this.locatorFor('.summary');
  readonly #badge = this.locatorForOptional('.badge');
  readonly #failure = this.locatorForOptional('.failure');

  async name(): Promise<string> {
    return (await this.#name()).text();
  }

  /** The line below the name. */
  async summary(): Promise<string> {
    return (await this.#summary()).text();
  }

  /** What it is called for those who listen. */
  async label(): Promise<string> {
    return (await (await this.host()).getAttribute('aria-label')) ?? '';
  }

  /** What its badge says: `running`, `disabled` … */
  async status(): Promise<string | undefined> {
    return (await (await this.#badge())?.getAttribute('data-status')) ?? undefined;
  }

  /** Why it failed, as the card says. */
  async failure(): Promise<string | undefined> {
    return (await this.#failure())?.text();
  }

  /** Labels of its outputs, when there are several. */
  async ports(): Promise<readonly string[]> {
    const labels = await this.locatorForAll('.after .port-label')();
    return Promise.all(labels.map((label) => label.text()));
  }

  /** Presses a button of it by its label; those of its toolbar come when something points at it. */
  async press(label: string): Promise<void> {
    await (await this.locatorFor('mr-node-card')()).dispatchEvent('pointerenter');
    for (const button of await this.locatorForAll('button')())
      if ((await button.getAttribute('aria-label')) === label) return button.click();
    throw new Error(`No button "${label}".`);
  }

  /** Labels of everything that can be pressed while something points at it. */
  async buttons(): Promise<readonly string[]> {
    await (await this.locatorFor('mr-node-card')()).dispatchEvent('pointerenter');
    const buttons = await this.locatorForAll('button')();
    return Promise.all(buttons.map(async (button) => (await button.getAttribute('aria-label')) ?? ''));
  }

  async open(): Promise<void> {
    await (await this.host()).dispatchEvent('dblclick');
  }
}

/** A note behind the nodes. */
export class StickyNoteHarness extends ComponentHarness {
  static hostSelector = 'mr-sticky-note';

  /** What is written on it. */
  async text(): Promise<string> {
    return (await this.host()).text();
  }

  /** Opens it, writes, and leaves it. */
  async write(text: string): Promise<void> {
    await (await this.host()).dispatchEvent('dblclick');
    const area: TestElement = await this.locatorFor('textarea')();
    await area.setInputValue(text);
    await area.dispatchEvent('blur');
  }

  /** Presses Enter on its sheet. */
  async pressEnter(): Promise<void> {
    await (await this.host()).sendKeys(TestKey.ENTER);
  }

  async isEditing(): Promise<boolean> {
    return (await this.locatorForOptional('textarea')()) !== null;
  }

  /** Opens it by keyboard, writes, and keeps it. */
  async writeByKey(text: string): Promise<void> {
    await this.pressEnter();
    const area: TestElement = await this.locatorFor('textarea')();
    await area.setInputValue(text);
    await area.sendKeys(TestKey.ESCAPE);
  }
}

/** The drawn workflow. */
export class FlowCanvasHarness extends ComponentHarness {
  static hostSelector = 'mr-flow-canvas';

  async card(id: string): Promise<NodeCardHarness> {
    return this.locatorFor(NodeCardHarness.with(id))();
  }

  async cards(): Promise<readonly NodeCardHarness[]> {
    return this.locatorForAll(NodeCardHarness)();
  }

  async notes(): Promise<readonly StickyNoteHarness[]> {
    return this.locatorForAll(StickyNoteHarness)();
  }

  /** What the connections are called for those who listen. */
  async connections(): Promise<readonly string[]> {
    const edges = await this.locatorForAll('[data-edge]')();
    return Promise.all(edges.map(async (edge) => (await edge.getAttribute('aria-label')) ?? ''));
  }

  /** Titles of the frames around groups. */
  async groups(): Promise<readonly string[]> {
    const titles = await this.locatorForAll('[data-group] .title')();
    return Promise.all(titles.map((title) => title.text()));
  }

  /** What the tiles of collapsed groups say. */
  async tiles(): Promise<readonly { readonly name: string; readonly count: string; readonly status?: string }[]> {
    return Promise.all((await this.locatorForAll(GroupTileHarness)()).map((tile) => tile.says()));
  }

  /** Expands a collapsed group. */
  async expand(groupId: string): Promise<void> {
    await (await this.locatorFor(`[data-testid="expand-${groupId}"]`)()).click();
  }
}

/** The tile of a collapsed group. */
class GroupTileHarness extends ComponentHarness {
  static hostSelector = 'mr-group-tile';

  async says(): Promise<{ readonly name: string; readonly count: string; readonly status?: string }> {
    const name = await (await this.locatorFor('.name')()).text();
    const count = await (await this.locatorFor('.count')()).text();
    const status = await (await this.locatorForOptional('.status')())?.getAttribute('data-status');
    return { name, count, ...(status && { status }) };
  }
}
