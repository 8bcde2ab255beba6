import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const axe = readFileSync(path.join('node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const run = (
  options: string,
): string => `axe.run({ resultTypes: ['violations']${options} }).then(({ violations }) => JSON.stringify(violations.map(({ id, impact, help, nodes }) =>
  ({ id, impact, help, nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => ({ html: html.slice(0, 300), failureSummary })) }))))`;

/**
 * Serious and critical breaches of accessibility that axe finds on the page as it is shown now, as text; empty when there are none.
 * In the other theme, which differs in colours alone, contrast is looked at again.
 */
export async function audit(page: Page): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [own, other] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  const found = (await breaches(page)).map((text) => `${own}: ${text}`);
  await page.emulateMedia({ colorScheme: other });
  found.push(...(await breaches(page, ", runOnly: ['color-contrast']")).map((text) => `${other}: ${text}`));
  await page.emulateMedia({ colorScheme: own });
  return found;
}

async function breaches(page: Page, options = ''): Promise<string[]> {
  await settled(page);
  // Through the debugger: the page's own policy allows no foreign script.
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Runtime.evaluate', { expression: `${axe}; undefined` });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: run(options),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    const violations = JSON.parse(String(result.value)) as Violation[];
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(textOf);
  } finally {
    await session.detach();
  }
}

/** Waits for what moves or changes its colour, except for what never ends. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A theme that was just switched shows from the next frame on.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

function textOf({ id, impact, help, nodes }: Violation): string {
  return `${impact} ${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html}\n      ${failureSummary ?? ''}`).join('\n')}`;
}
