import { ComponentHarness } from '@angular/cdk/testing';

/** The turns of a loop. */
export class TurnStepperHarness extends ComponentHarness {
  static hostSelector = 'mr-turn-stepper';

  readonly #counts = this.locatorFor('.counts');
  readonly #input = this.locatorFor('input');

  /** "3 / 10, 1 failed". */
  async counts(): Promise<string> {
    return (await this.#counts()).text();
  }

  /** Number of the turn that is looked at, from 1; empty for all of them. */
  async turn(): Promise<string> {
    return (await this.#input()).getProperty<string>('value');
  }

  /** Writes the number of a turn. */
  async jump(turn: string): Promise<void> {
    const input = await this.#input();
    await input.setInputValue(turn);
    await input.dispatchEvent('change');
  }

  /** Presses a button by its name. */
  async press(label: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) {
      const name = (await button.getAttribute('aria-label')) ?? (await button.text());
      if (name.trim() === label) return button.click();
    }
    throw new Error(`No button "${label}".`);
  }
}
