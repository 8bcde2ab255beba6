// Measures the editor in Chromium against the built product: transfer, opening, frames, completion, event to paint. By hand only.
// Usage: node tools/bench/editor-bench.mjs [--json file]
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { buildWeb } from '../build-web.mjs';
import { chromiumFlags, ensureChromium } from '../chromium.mjs';
import { startProduct } from './product.mjs';

/** What the editor promises; `most` is a ceiling, `least` a floor. */
const BUDGETS = {
  'first load, compressed (kB)': { most: 350 },
  'open 100 nodes (ms)': { most: 700 },
  'open 500 nodes (ms)': { most: 1_500 },
  'open 2,000 nodes (ms)': {},
  'pan, at once, 500 nodes (fps)': {},
  'pan 500 nodes (fps)': { least: 55 },
  'zoom 500 nodes (fps)': { least: 55 },
  'drag 500 nodes (fps)': { least: 55 },
  'pan, at once, 2,000 nodes (fps)': {},
  'pan 2,000 nodes (fps)': { least: 20 },
  'zoom 2,000 nodes (fps)': { least: 20 },
  'drag 2,000 nodes (fps)': { least: 20 },
  'keystroke to completion (ms)': { most: 50 },
  'event to paint (ms)': { most: 200 },
};
const ROUNDS = 3;
const STEPS = 60;
/** What an opened page still does by itself (wires, the minimap, what comes late) is over by then. */
const SETTLED_MS = 2_500;
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken } } }';
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** A trigger and rows of log nodes behind it, ten in a chain. */
function documentOf(count) {
  const node = (id, type, x, y, config = {}) => ({ id, type, label: id, position: { x, y }, config });
  const nodes = [node('start', 'manual-trigger', 0, 0)];
  const edges = [];
  for (let index = 1; index < count; index += 1) {
    const column = (index - 1) % 10;
    const row = Math.floor((index - 1) / 10);
    nodes.push(
      node(`n${index}`, 'log', 320 * (column + 1), 120 * row, {
        message: index === 3 && count === 100 ? '{{ trigger.name }}' : `Line ${index}`,
      }),
    );
    edges.push({
      id: `e${index}`,
      source: column === 0 ? 'start' : `n${index - 1}`,
      sourceHandle: 'main',
      target: `n${index}`,
    });
  }
  // The small one waits first, so that the page listens before the rest happens.
  if (count === 11) Object.assign(nodes[1], { type: 'timer', config: { duration: 'PT2S' } });
  return { name: `Of ${count} nodes`, nodes, edges };
}

async function signIn(context) {
  const input = { email: `${randomBytes(6).toString('hex')}@example.com`, password: randomBytes(9).toString('hex') };
  const answer = await context.request.post('/graphql', { data: { query: SIGN_UP, variables: { input } } });
  const { data } = await answer.json();
  const headers = { authorization: `Bearer ${data.signUp.session.accessToken}` };
  return async (document) => {
    const saved = await context.request.post('/api/workflows', { data: document, headers });
    if (!saved.ok()) throw new Error(await saved.text());
    return (await saved.json()).id;
  };
}

/** Bytes on the wire until the editor stands, with nothing in the cache. */
async function firstLoad(context, id) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`/workflows/${id}`, { waitUntil: 'networkidle' });
  await page.locator('[data-node]').first().waitFor();
  await page.close();
  return bytes / 1_000;
}

/** From the click in the list to all cards painted, code and lists being there already. */
async function open(page, name, count) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto('/workflows');
    const link = page.getByRole('link', { name, exact: true });
    await link.waitFor();
    times.push(
      await link.evaluate(
        (element, wanted) =>
          new Promise((resolve) => {
            const since = performance.now();
            const look = () => {
              const isThere = globalThis.document.querySelectorAll('[data-node]').length >= wanted;
              const isDrawn = globalThis.document.querySelector('[data-edge] path[d]') !== null;
              globalThis.requestAnimationFrame(() =>
                isThere && isDrawn ? resolve(performance.now() - since) : look(),
              );
            };
            element.click();
            look();
          }),
        count,
      ),
    );
  }
  return median(times);
}

/** Frames that the page paints a second while `move` is made. */
async function framesDuring(page, move) {
  await page.evaluate(() => {
    globalThis.frames_ = [];
    const count = (at) => {
      globalThis.frames_.push(at);
      globalThis.counting_ = globalThis.requestAnimationFrame(count);
    };
    globalThis.counting_ = globalThis.requestAnimationFrame(count);
  });
  await move();
  return page.evaluate(() => {
    globalThis.cancelAnimationFrame(globalThis.counting_);
    const frames = globalThis.frames_;
    return (1_000 * (frames.length - 1)) / (frames.at(-1) - frames[0]);
  });
}

/** Frames per second by gesture; the first begins in the moment in which the last card is there. */
async function fluency(page) {
  const canvas = await page.locator('mr-flow-canvas').boundingBox();
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2];
  const travel = async (way) => {
    for (let step = 0; step < STEPS; step += 1) await page.mouse.move(x + way * 3 * step, y + way * 2 * step);
  };
  const panned = async (way) => {
    await page.mouse.move(x, y);
    return framesDuring(page, async () => {
      await page.mouse.down({ button: 'middle' });
      await travel(way);
      await page.mouse.up({ button: 'middle' });
    });
  };
  const atOnce = await panned(1);
  await page.waitForTimeout(SETTLED_MS);
  const pan = await panned(-1);
  const zoom = await framesDuring(page, async () => {
    await page.keyboard.down('Control');
    for (let step = 0; step < STEPS; step += 1) await page.mouse.wheel(0, step % 20 < 10 ? -40 : 40);
    await page.keyboard.up('Control');
  });
  const cards = await page.locator('[data-node]').all();
  const boxes = await Promise.all(cards.slice(0, 200).map((card) => card.boundingBox()));
  const inSight = boxes.find((box) => box && box.x > canvas.x + 80 && box.y > canvas.y + 80 && box.y < y && box.x < x);
  const drag = await framesDuring(page, async () => {
    await page.mouse.move(inSight.x + inSight.width / 2, inSight.y + inSight.height / 2);
    await page.mouse.down();
    for (let step = 0; step < STEPS; step += 1) await page.mouse.move(inSight.x + 20 + 3 * step, inSight.y + 20 + step);
    await page.mouse.up();
  });
  return { pan, zoom, drag, 'pan, at once,': atOnce };
}

/** From a key in a template to the list of completions. */
async function completion(page, id) {
  await page.goto(`/workflows/${id}?open=n3`);
  const field = page.getByTestId('param-message').locator('.cm-content');
  await field.waitFor();
  await field.click();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type('{{ t');
    await page.locator('.cm-tooltip-autocomplete').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.evaluate(() => {
      globalThis.shown_ = new Promise((resolve) => {
        let since = 0;
        globalThis.addEventListener('keydown', () => (since = performance.now()), { capture: true, once: true });
        const watch = new globalThis.MutationObserver(() => {
          if (!globalThis.document.querySelector('.cm-tooltip-autocomplete li')) return;
          watch.disconnect();
          globalThis.requestAnimationFrame(() => resolve(performance.now() - since));
        });
        watch.observe(globalThis.document.body, { childList: true, subtree: true });
      });
    });
    await page.keyboard.type('t');
    times.push(await page.evaluate(() => globalThis.shown_));
    await page.keyboard.press('Escape');
  }
  return median(times);
}

/** From an event's arrival over the socket to its card painted, at most: a frame that tells of several nodes counts for all of them. */
async function eventToPaint(page, id) {
  await page.addInitScript(() => {
    const { WebSocket: Native } = globalThis;
    globalThis.arrived_ = {};
    globalThis.WebSocket = class extends Native {
      constructor(...given) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if (!/node.completed/i.test(String(data))) return;
          for (const [, nodeId] of String(data).matchAll(/"nodeId":"([^"]+)"/g)) {
            globalThis.arrived_[nodeId] ??= performance.now();
          }
        });
      }
    };
    globalThis.painted_ = {};
    globalThis.addEventListener('DOMContentLoaded', () =>
      new globalThis.MutationObserver(() => {
        const badges = globalThis.document.querySelectorAll('[data-node] [data-status="completed"]');
        globalThis.requestAnimationFrame(() => {
          const at = performance.now();
          for (const badge of badges) globalThis.painted_[badge.closest('[data-node]').dataset.node] ??= at;
        });
      }).observe(globalThis.document.documentElement, { childList: true, subtree: true, attributes: true }),
    );
  });
  await page.goto(`/workflows/${id}`);
  await page.getByTestId('run-button').click();
  await page.locator('[data-node="n10"] [data-status="completed"]').waitFor();
  await page.waitForTimeout(1_000);
  const delays = await page.evaluate(() =>
    Object.entries(globalThis.arrived_)
      .filter(([nodeId]) => nodeId in globalThis.painted_)
      .map(([nodeId, at]) => globalThis.painted_[nodeId] - at),
  );
  return delays.length ? median(delays) : Number.NaN;
}

async function measure(base) {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } });
  const found = {};
  try {
    const save = await signIn(context);
    const ids = {};
    for (const count of [11, 100, 500, 2_000]) ids[count] = await save(documentOf(count));
    found['first load, compressed (kB)'] = await firstLoad(context, ids[11]);
    const page = await context.newPage();
    found['open 100 nodes (ms)'] = await open(page, 'Of 100 nodes', 100);
    for (const [count, text] of [
      [500, '500'],
      [2_000, '2,000'],
    ]) {
      found[`open ${text} nodes (ms)`] = await open(page, `Of ${count} nodes`, count);
      for (const [how, fps] of Object.entries(await fluency(page))) found[`${how} ${text} nodes (fps)`] = fps;
    }
    found['keystroke to completion (ms)'] = await completion(page, ids[100]);
    found['event to paint (ms)'] = await eventToPaint(await context.newPage(), ids[11]);
  } catch (error) {
    // What was measured until then is still worth telling.
    console.error(error);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
  return found;
}

function verdict(value, { most, least }) {
  if (value === undefined || Number.isNaN(value)) return 'not measured';
  if (most === undefined && least === undefined) return '';
  return (most === undefined || value <= most) && (least === undefined || value >= least) ? 'kept' : 'MISSED';
}

await buildWeb();
const product = await startProduct();
try {
  const found = await measure(product.base);
  for (const [name, budget] of Object.entries(BUDGETS)) {
    const value = found[name];
    const limit = budget.most ? `≤ ${budget.most}` : budget.least ? `≥ ${budget.least}` : '';
    const shown = value === undefined || Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 1 : 0);
    console.log(`${name.padEnd(32)}${shown.padStart(9)}  ${limit.padEnd(8)} ${verdict(value, budget)}`);
  }
  const json = JSON.stringify(found, null, 2);
  const place = process.argv.indexOf('--json');
  if (place > 0) writeFileSync(process.argv[place + 1], `${json}\n`);
  else console.log(json);
} finally {
  await product.stop();
}
