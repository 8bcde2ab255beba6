import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** An open menu; take it from the document root loader. */
export class MenuHarness extends ComponentHarness {
  static hostSelector = 'mr-menu-panel';
  readonly #items = this.locatorForAll('[role^=menuitem]');

  async labels(): Promise<string[]> {
    return Promise.all((await this.#items()).map(async (item) => (await item.getAttribute('data-label')) ?? ''));
  }

  async run(label: string): Promise<void> {
    for (const item of await this.#items()) {
      if ((await item.getAttribute('data-label')) === label) return item.click();
    }
    throw new Error(`The menu offers no “${label}”`);
  }

  async focused(): Promise<string | null> {
    for (const item of await this.#items()) {
      if (await item.isFocused()) return item.getAttribute('data-label');
    }
    return null;
  }

  async press(key: TestKey | string): Promise<void> {
    for (const item of await this.#items()) {
      if (await item.isFocused()) return item.sendKeys(key);
    }
    throw new Error('No item of the menu has the focus');
  }
}

/** An open dialog or drawer; take it from the document root loader. */
export class DialogHarness extends ComponentHarness {
  static hostSelector = '.cdk-dialog-container';
  readonly #heading = this.locatorFor('h2');
  readonly #buttons = this.locatorForAll('button');

  async heading(): Promise<string> {
    return (await (await this.#heading()).text()).trim();
  }

  async press(label: string): Promise<void> {
    for (const button of await this.#buttons()) {
      const name = (await button.getAttribute('aria-label')) ?? (await button.text()).trim();
      if (name === label) return button.click();
    }
    throw new Error(`The dialog has no button “${label}”`);
  }

  async type(text: string): Promise<void> {
    const input = await this.locatorFor('input, textarea')();
    await input.clear();
    await input.sendKeys(text);
  }
}

/** The toasts that are shown; take it from the document root loader. */
export class ToastsHarness extends ComponentHarness {
  static hostSelector = 'mr-toast-outlet';
  readonly #messages = this.locatorForAll('.toast p');
  readonly #buttons = this.locatorForAll('.toast button');

  async messages(): Promise<string[]> {
    return Promise.all((await this.#messages()).map((message) => message.text()));
  }

  async press(label: string): Promise<void> {
    for (const button of await this.#buttons()) {
      const name = (await button.getAttribute('aria-label')) ?? (await button.text()).trim();
      if (name === label) return button.click();
    }
    throw new Error(`No toast has a button “${label}”`);
  }
}

/** A `mr-table`. */
export class TableHarness extends ComponentHarness {
  static hostSelector = 'mr-table';
  readonly #rows = this.locatorForAll('tbody tr:not(.place)');
  readonly #places = this.locatorForAll('tbody tr.place');
  readonly #heads = this.locatorForAll('th');

  /** Text of all rows, cell by cell. */
  async cells(): Promise<string[][]> {
    const texts: string[][] = [];
    for (const row of await this.#rows()) {
      texts.push(
        (await row.text({ exclude: '.mr-visually-hidden' }))
          .split('\n')
          .map((text) => text.trim())
          .filter(Boolean),
      );
    }
    return texts;
  }

  async count(): Promise<number> {
    return (await this.#rows()).length;
  }

  async isLoading(): Promise<boolean> {
    return (await this.#places()).length > 0;
  }

  async clickRow(index: number): Promise<void> {
    await (await this.#rows())[index]?.click();
  }

  async pressOnRow(index: number, ...keys: (string | TestKey)[]): Promise<void> {
    const row = (await this.#rows())[index];
    await row?.focus();
    await row?.sendKeys(...keys);
  }

  async focusedRow(): Promise<number> {
    const rows = await this.#rows();
    for (const [index, row] of rows.entries()) if (await row.isFocused()) return index;
    return -1;
  }

  /** Sort of the columns, by label. */
  async sorts(): Promise<Record<string, string | null>> {
    const heads = await this.#heads();
    return Object.fromEntries(
      await Promise.all(heads.map(async (head) => [(await head.text()).trim(), await head.getAttribute('aria-sort')])),
    );
  }

  async sortBy(label: string): Promise<void> {
    for (const button of await this.locatorForAll('th button')()) {
      if ((await button.text()).trim() === label) return button.click();
    }
    throw new Error(`No column “${label}” to sort by`);
  }
}

/** The tree of a `mr-data-viewer`. */
export class DataTreeHarness extends ComponentHarness {
  static hostSelector = 'mr-data-tree';
  readonly #tree = this.locatorFor('[role=tree]');
  readonly #rows = this.locatorForAll('[role=treeitem]');

  /** Names of the rows that are drawn. */
  async names(): Promise<string[]> {
    const names = await this.locatorForAll('[role=treeitem] .name, [role=treeitem] .pill')();
    return Promise.all(names.map(async (name) => (await name.text()).trim()));
  }

  async press(...keys: (string | TestKey)[]): Promise<void> {
    await (await this.#tree()).sendKeys(...keys);
  }

  async active(): Promise<string | null> {
    for (const row of await this.#rows()) {
      if ((await row.getAttribute('aria-selected')) === 'true') return (await row.text()).trim();
    }
    return null;
  }
}

/** A `mr-code-editor`, with CodeMirror in it or not yet. */
export class CodeEditorHarness extends ComponentHarness {
  static hostSelector = 'mr-code-editor';
  readonly #content = this.locatorForOptional('.cm-content');
  readonly #waiting = this.locatorForOptional('pre');

  async isReady(): Promise<boolean> {
    return (await this.#content()) !== null;
  }

  async text(): Promise<string> {
    return (await (await this.#content())?.text()) ?? (await (await this.#waiting())?.text()) ?? '';
  }

  async label(): Promise<string | null> {
    return (await (await this.#content())?.getAttribute('aria-label')) ?? null;
  }
}
