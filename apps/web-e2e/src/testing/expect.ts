import type { Locator } from 'playwright-core';

/** Waits until exactly this can be seen. @throws Error when it cannot */
export async function expectVisible(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

/** Waits until this cannot be seen any more. @throws Error when it still can */
export async function expectGone(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'hidden' });
}
