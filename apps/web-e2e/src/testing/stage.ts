import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { Canary, Product, type ProductOptions } from '@millrace/e2e-kit';
import { Visitor } from './visitor';

/** Longest that a step of a journey may take. */
const STEP_TIMEOUT_MS = 20_000;

/** The product, a browser and the outside world, for the journeys of one file. */
export interface Stage {
  readonly product: Product;
  readonly browser: Browser;
  readonly canary: Canary;
}

/** Starts what the journeys of this file need, once; answers how to tell a journey. Options may name what was started for them. */
export function stage(
  options: ProductOptions | (() => Promise<ProductOptions>) = {},
): (title: string, walk: (visitor: Visitor) => Promise<void>) => void {
  let current: Stage;
  const endings: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const wanted = typeof options === 'function' ? await options() : options;
    const canary = await Canary.start();
    endings.unshift(() => canary.stop());
    const product = await Product.start(wanted);
    endings.unshift(() => product.stop());
    const browser = await launch();
    endings.unshift(() => browser.close());
    current = { product, browser, canary };
  });
  afterAll(async () => {
    for (const end of endings) await end();
  });
  return (title, walk) => {
    it(title, () => tell(current, title, walk));
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
    args: (process.env['MILLRACE_BROWSER_FLAGS'] ?? '').split(' ').filter(Boolean),
    // The flags say how.
    headless: true,
  });
}

/** Walks with a browser profile of its own. A failure leaves a picture of every page and the trace. */
async function tell(current: Stage, title: string, walk: (visitor: Visitor) => Promise<void>): Promise<void> {
  const context = await current.browser.newContext({
    baseURL: current.product.api.url,
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  await context.tracing.start({ screenshots: true, snapshots: true });
  const visitor = await Visitor.open(current, context);
  try {
    await walk(visitor);
    visitor.checkFaults();
    current.product.checkLogs();
    await context.tracing.stop();
  } catch (error) {
    const folder = path.join('tmp', 'web-e2e', title.replace(/\W+/g, '-').toLowerCase().slice(0, 80));
    mkdirSync(folder, { recursive: true });
    const pages = context.pages();
    for (const [index, page] of pages.entries()) {
      await page.screenshot({ path: path.join(folder, `page-${index + 1}.png`) }).catch(() => undefined);
    }
    await context.tracing.stop({ path: path.join(folder, 'trace.zip') }).catch(() => undefined);
    process.stderr.write(`Picture and trace of the failure: ${folder}\n${visitor.faults.join('\n')}\n`);
    throw error;
  } finally {
    await context.close();
  }
}
