import { ComponentHarness, HarnessPredicate, TestKey, type BaseHarnessFilters } from '@angular/cdk/testing';

/** Finds a control by its accessible name or label. */
export interface NamedFilters extends BaseHarnessFilters {
  readonly name?: string | RegExp;
}

/** A `mr-button` or `mr-icon-button`. */
export class ButtonHarness extends ComponentHarness {
  static hostSelector = '[mr-button], [mr-icon-button], [mr-chip]';

  static with(filters: NamedFilters = {}): HarnessPredicate<ButtonHarness> {
    return new HarnessPredicate(ButtonHarness, filters).addOption('name', filters.name, (harness, name) =>
      HarnessPredicate.stringMatches(harness.name(), name),
    );
  }

  async name(): Promise<string> {
    const host = await this.host();
    return (await host.getAttribute('aria-label')) ?? (await host.text()).trim();
  }

  async click(): Promise<void> {
    await (await this.host()).click();
  }

  async isDisabled(): Promise<boolean> {
    return (await this.host()).getProperty<boolean>('disabled');
  }

  async isBusy(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-busy')) === 'true';
  }
}

/** A `mr-toggle` or a `mr-checkbox`. */
export class CheckHarness extends ComponentHarness {
  static hostSelector = 'mr-toggle, mr-checkbox';

  static with(filters: NamedFilters = {}): HarnessPredicate<CheckHarness> {
    return new HarnessPredicate(CheckHarness, filters).addOption('name', filters.name, (harness, name) =>
      HarnessPredicate.stringMatches(harness.name(), name),
    );
  }

  async name(): Promise<string> {
    const text = (await (await this.host()).text()).trim();
    return text || ((await (await this.#box()).getAttribute('aria-label')) ?? '');
  }

  async isChecked(): Promise<boolean> {
    return (await this.#box()).getProperty<boolean>('checked');
  }

  async toggle(): Promise<void> {
    await (await this.#box()).click();
  }

  readonly #box = this.locatorFor('input');
}

/** A `mr-field` with what it says. */
export class FieldHarness extends ComponentHarness {
  static hostSelector = 'mr-field';
  readonly #error = this.locatorForOptional('.error');
  readonly #help = this.locatorForOptional('.help');
  readonly #label = this.locatorFor('label');
  readonly control = this.locatorForOptional('input, textarea, [role=combobox]');

  static with(filters: BaseHarnessFilters & { readonly label?: string | RegExp } = {}): HarnessPredicate<FieldHarness> {
    return new HarnessPredicate(FieldHarness, filters).addOption('label', filters.label, (harness, label) =>
      HarnessPredicate.stringMatches(harness.label(), label),
    );
  }

  async label(): Promise<string> {
    return (await (await this.#label()).text()).replace(/\s*(\*|optional)$/, '').trim();
  }

  async error(): Promise<string | null> {
    return (await (await this.#error())?.text())?.trim() ?? null;
  }

  async help(): Promise<string | null> {
    return (await (await this.#help())?.text())?.trim() ?? null;
  }

  async type(text: string): Promise<void> {
    const control = await this.control();
    await control?.clear();
    await control?.sendKeys(text);
  }
}

/** A `mr-select` or a `mr-combobox`. */
export class SelectHarness extends ComponentHarness {
  static hostSelector = 'mr-select, mr-combobox';
  readonly #trigger = this.locatorFor('[role=combobox]');
  readonly #options = this.documentRootLocatorFactory().locatorForAll('mr-option-list [role=option]');

  async text(): Promise<string> {
    const trigger = await this.#trigger();
    return (await trigger.getProperty<string>('value')) || (await trigger.text()).trim();
  }

  async open(): Promise<void> {
    if (!(await this.isOpen())) await (await this.#trigger()).click();
  }

  async isOpen(): Promise<boolean> {
    return (await (await this.#trigger()).getAttribute('aria-expanded')) === 'true';
  }

  async optionTexts(): Promise<string[]> {
    return Promise.all((await this.#options()).map(async (option) => (await option.text()).trim()));
  }

  async choose(label: string): Promise<void> {
    await this.open();
    for (const option of await this.#options()) {
      if ((await option.text()).trim().startsWith(label)) return option.click();
    }
    throw new Error(`No option “${label}”`);
  }

  async type(text: string): Promise<void> {
    const trigger = await this.#trigger();
    await trigger.clear();
    await trigger.sendKeys(text);
  }

  async press(...keys: (string | TestKey)[]): Promise<void> {
    await (await this.#trigger()).sendKeys(...keys);
  }

  async activeOption(): Promise<string | null> {
    const id = await (await this.#trigger()).getAttribute('aria-activedescendant');
    if (id === null) return null;
    const option = await this.documentRootLocatorFactory().locatorForOptional(`[id="${id}"]`)();
    return (await option?.text())?.trim() ?? null;
  }
}

/** A `mr-segmented`. */
export class SegmentedHarness extends ComponentHarness {
  static hostSelector = 'mr-segmented';
  readonly #labels = this.locatorForAll('label');
  readonly #chosen = this.locatorForOptional('label.on');

  async chosen(): Promise<string | null> {
    return (await (await this.#chosen())?.text())?.trim() ?? null;
  }

  async choose(text: string): Promise<void> {
    for (const label of await this.#labels()) {
      if ((await label.text()).trim() === text) return label.click();
    }
    throw new Error(`No choice “${text}”`);
  }
}

/** A `mr-tabs`. */
export class TabsHarness extends ComponentHarness {
  static hostSelector = 'mr-tabs';
  readonly #tabs = this.locatorForAll('[role=tab]');
  readonly #selected = this.locatorFor('[role=tab][aria-selected=true]');

  async labels(): Promise<string[]> {
    return Promise.all((await this.#tabs()).map(async (tab) => (await tab.text()).trim()));
  }

  async selected(): Promise<string> {
    return (await (await this.#selected()).text()).trim();
  }

  async press(key: TestKey): Promise<void> {
    await (await this.#selected()).sendKeys(key);
  }
}
