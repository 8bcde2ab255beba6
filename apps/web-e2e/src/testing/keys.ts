import type { Locator, Page } from 'playwright-core';

/** Presses a key until this is so, at most 60 times. */
export async function pressUntil(page: Page, key: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    if (await isSo()) return;
    await page.keyboard.press(key);
    // What is read next must be what the key has done.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  throw new Error(`${key} was pressed in vain`);
}

/** Whether the keyboard is in there. */
export function hasFocus(locator: Locator): () => Promise<boolean> {
  return () => locator.evaluate((element) => element.contains(document.activeElement));
}
