import { rmSync } from 'node:fs';
import { chromiumFlags, ensureChromium } from '../../tools/chromium.mjs';

/** Before all journeys: finds or installs the browser, and forgets the failures of last time. */
export default function findBrowser() {
  process.env.CHROME_PATH = ensureChromium();
  process.env.MILLRACE_BROWSER_FLAGS = chromiumFlags.join(' ');
  rmSync('tmp/web-e2e', { recursive: true, force: true });
}
