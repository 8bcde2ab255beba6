// Opens the gallery of components in Chromium: pictures at 1440 and 1024 px in both themes, and axe over each.
// Usage: node tools/ui-gallery.mjs [folder for the pictures]   (first: nx run web-ui:gallery; CHROMIUM names the browser)
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'tmp/ui-gallery');
const pictures = path.resolve(process.argv[2] ?? path.join(root, 'tmp/ui-gallery-pictures'));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
/** What is looked at open, by name. */
const OPENINGS = {
  menu: (page) => page.getByRole('button', { name: 'Menu', exact: true }).click(),
  select: (page) => page.getByRole('combobox', { name: 'When it fails' }).click(),
  popover: (page) => page.getByRole('button', { name: 'Popover' }).click(),
  dialog: (page) => page.getByRole('button', { name: 'Dialog' }).click(),
  confirm: (page) => page.getByRole('button', { name: 'Delete', exact: true }).click(),
  toast: (page) => page.getByRole('button', { name: 'Toast' }).click(),
};
mkdirSync(pictures, { recursive: true });

const server = createServer((request, response) => {
  const file = path.join(built, request.url === '/' ? 'index.html' : path.normalize(request.url.split('?')[0]));
  if (file.endsWith('favicon.ico')) return void response.writeHead(204).end();
  if (!file.startsWith(built) || !existsSync(file)) return void response.writeHead(404).end();
  response
    .writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
    .end(readFileSync(file));
}).listen(0, '127.0.0.1');
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: flags.split(' '),
});
let problems = 0;
for (const theme of ['light', 'dark']) for (const width of [1440, 1024]) problems += await look(theme, width);
await browser.close();
server.close();
console.log(problems === 0 ? `axe is content; pictures in ${path.relative(root, pictures)}` : `${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;

async function look(theme, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`console: ${message.text()}`));
  await page.addInitScript((choice) => localStorage.setItem('millrace.theme', choice), theme);
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForSelector('.cm-editor');
  await page.waitForSelector('mr-markdown table');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: path.join(pictures, `${theme}-${width}.png`), fullPage: true });
  let found = await audit(page, `${theme} ${width}`);
  for (const [name, open] of Object.entries(width === 1440 ? OPENINGS : {})) {
    await open(page);
    await page.waitForSelector('.cdk-overlay-pane *');
    await page.screenshot({ path: path.join(pictures, `${theme}-${name}.png`) });
    found += await audit(page, `${theme} ${name}`);
    await page.keyboard.press('Escape');
  }
  await page.close();
  return found;
}

async function audit(page, where) {
  await page.addScriptTag({ path: path.join(root, 'node_modules/axe-core/axe.min.js') });
  // What floats stands outside the landmarks: that is where dialogs and menus belong.
  const { violations } = await page.evaluate(() => {
    const region = { enabled: globalThis.document.querySelector('.cdk-overlay-pane') === null };
    return globalThis.axe.run({ resultTypes: ['violations'], rules: { region } });
  });
  for (const { id, help, nodes } of violations) {
    console.error(
      `${where}: ${id}: ${help}\n${nodes
        .slice(0, 6)
        .map(({ html }) => `    ${html.slice(0, 200)}`)
        .join('\n')}`,
    );
    for (const { any } of nodes.slice(0, 6)) if (any[0]?.message) console.error(`      ${any[0].message}`);
  }
  return violations.length;
}
