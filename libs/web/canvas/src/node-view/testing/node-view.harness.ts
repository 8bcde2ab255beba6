import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';

/** One param of an open node view. */
export class ParamFieldHarness extends ComponentHarness {
  static hostSelector = 'mr-param-field';

  /** The one of a param. */
  static with(name: string): HarnessPredicate<ParamFieldHarness> {
    return new HarnessPredicate(ParamFieldHarness, { selector: `[data-testid="param-${name}"]` });
  }

  readonly #input = this.locatorForOptional('input:not([type=radio]), textarea');
  readonly #error = this.locatorForOptional('.error');

  /** What is written in its plain input; undefined when it has none. */
  async text(): Promise<string | undefined> {
    return (await this.#input())?.getProperty<string>('value');
  }

  /** Types into its plain input, over what is there. */
  async type(text: string): Promise<void> {
    const input = await this.#input();
    await input?.setInputValue(text);
    await input?.dispatchEvent('input');
  }

  /** The words under it that say what is wrong. */
  async error(): Promise<string | undefined> {
    return (await this.#error())?.text();
  }

  /** How its value is written: `Fixed`, `Template` or `Expression`. */
  async mode(): Promise<string | undefined> {
    const chosen = await this.locatorForOptional('mr-segmented.modes input:checked')();
    return (await chosen?.getAttribute('aria-label')) ?? undefined;
  }

  /** Chooses how it is written. */
  async choose(mode: 'Fixed' | 'Template' | 'Expression'): Promise<void> {
    const option = await this.locatorFor(`mr-segmented.modes input[aria-label="${mode}"]`)();
    await option.click();
    await option.dispatchEvent('change');
  }

  /** Presses the first button whose label begins so. */
  async press(label: string): Promise<void> {
    for (const button of await this.locatorForAll('button')())
      if ((await button.text()).startsWith(label)) return button.click();
  }

  /** Whether the editor of templates and expressions stands in it. */
  async isEditor(): Promise<boolean> {
    return (await this.locatorForOptional('mr-code-editor')()) !== null;
  }
}

/** The settings of an open node view. */
export class SettingsHarness extends ComponentHarness {
  static hostSelector = 'mr-settings-tab';

  /** Chooses what happens on failure, by its words. */
  async choose(words: string): Promise<void> {
    for (const label of await this.locatorForAll('mr-segmented label')()) {
      if ((await label.text()) === words) await label.click();
    }
  }

  /** Turns a switch by the start of its words. */
  async toggle(words: string): Promise<void> {
    for (const label of await this.locatorForAll('mr-toggle label')()) {
      if ((await label.text()).startsWith(words)) await label.click();
    }
  }
}

/** An open node view. */
export class NodeViewHarness extends ComponentHarness {
  static hostSelector = 'mr-node-view';
  readonly #name = this.locatorFor('[data-testid=node-name]');
  readonly #run = this.locatorFor('[data-testid=run-step]');

  /** The param of a name. */
  async param(name: string): Promise<ParamFieldHarness> {
    return this.locatorFor(ParamFieldHarness.with(name))();
  }

  /** Names of the params that are shown. */
  async params(): Promise<readonly string[]> {
    const fields = await this.locatorForAll('mr-param-field')();
    const ids = await Promise.all(fields.map((field) => field.getAttribute('data-testid')));
    return ids.map((id) => (id ?? '').replace('param-', ''));
  }

  async name(): Promise<string> {
    return (await this.#name()).getProperty<string>('value');
  }

  /** Writes another name and leaves the field. */
  async rename(name: string): Promise<void> {
    const field = await this.#name();
    await field.setInputValue(name);
    await field.dispatchEvent('change');
  }

  async runLabel(): Promise<string> {
    return (await this.#run()).text();
  }

  async canRun(): Promise<boolean> {
    return (await (await this.#run()).getAttribute('aria-disabled')) !== 'true';
  }

  async run(): Promise<void> {
    await (await this.#run()).click();
  }

  /** Goes to a tab by its label. */
  async open(tab: 'Parameters' | 'Settings' | 'Docs'): Promise<void> {
    for (const each of await this.locatorForAll('mr-param-pane [role=tab]')()) {
      if ((await each.text()).startsWith(tab)) await each.click();
    }
  }

  /** The settings, when their tab is open. */
  async settings(): Promise<SettingsHarness> {
    return this.locatorFor(SettingsHarness)();
  }

  /** What a pane says. */
  async textOf(pane: 'input' | 'output'): Promise<string> {
    return (await this.locatorFor(`[data-testid=${pane}-pane]`)()).text();
  }

  /** Presses a button by its label. */
  async press(label: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) {
      const name = (await button.getAttribute('aria-label')) ?? (await button.text());
      if (name === label) return button.click();
    }
    throw new Error(`No button "${label}".`);
  }
}
