import type { Page } from 'playwright-core';

interface Hearing {
  said: string[];
}

/** Begins to write down what screen readers are told, from the next page on. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hearing = globalThis as unknown as Hearing;
    hearing.said = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const words = element?.closest('.cdk-live-announcer-element')?.textContent?.trim();
        if (words) hearing.said.push(words);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Waits until screen readers were told this. @throws Error when they were not */
export async function hears(page: Page, words: RegExp): Promise<void> {
  await page.waitForFunction(
    ({ source, flags }) => (globalThis as unknown as Hearing).said.some((text) => new RegExp(source, flags).test(text)),
    { source: words.source, flags: words.flags },
  );
}
