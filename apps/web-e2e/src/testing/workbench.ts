import type { Locator, Page } from 'playwright-core';
import { until, type Client } from '@millrace/e2e-kit';
import { expectVisible } from './expect';

/** A point of the page. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** The editor, as hands and eyes meet it. */
export class Workbench {
  constructor(readonly page: Page) {}

  /** Makes an empty workflow from the list, and waits for its canvas. */
  static async begin(page: Page): Promise<Workbench> {
    await page.goto('/workflows');
    await page.getByRole('button', { name: /new workflow/i }).click();
    await page.waitForURL(/\/workflows\/[0-9a-f-]{36}/);
    const bench = new Workbench(page);
    await expectVisible(page.getByTestId('add-first'));
    return bench;
  }

  /** Saves a document by API and opens it. */
  static async open(page: Page, client: Client, document: unknown): Promise<Workbench> {
    const { id } = await client.ok('POST', '/api/workflows', document);
    await page.goto(`/workflows/${id}`);
    const bench = new Workbench(page);
    await bench.isDrawn();
    return bench;
  }

  get workflowId(): string {
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }

  /** Waits until the canvas shows everything and stands still: what is pressed before that finds other places. */
  async isDrawn(): Promise<void> {
    await expectVisible(this.page.locator('f-flow:not([aria-busy])'));
    await expectVisible(this.cards);
  }

  /** All cards on the canvas. */
  get cards(): Locator {
    return this.page.locator('[data-node]');
  }

  get edges(): Locator {
    return this.page.locator('[data-edge]');
  }

  /** The card of the node with this name. */
  card(label: string): Locator {
    return this.cards.filter({ has: this.page.getByText(label, { exact: true }) }).first();
  }

  async idOf(label: string): Promise<string> {
    return (await this.card(label).getAttribute('data-node')) ?? '';
  }

  async port(label: string, port: string): Promise<Locator> {
    return this.page.getByTestId(`port-${await this.idOf(label)}-${port}`);
  }

  /** What a card says about its run: `running`, `completed` … */
  status(label: string): Locator {
    return this.card(label).locator('[data-status]');
  }

  /** Waits until the card says this. */
  async shows(label: string, status: string, timeoutMs?: number): Promise<void> {
    const options = timeoutMs === undefined ? {} : { timeout: timeoutMs };
    await this.card(label).locator(`[data-status="${status}"]`).waitFor(options);
  }

  /** Chooses in the open drawer, with the mouse. */
  async pick(type: string): Promise<void> {
    const before = await this.cards.count();
    await this.page.getByTestId(`palette-item-${type}`).click();
    await this.hasCards(before + 1);
    await this.leaveNewNode();
  }

  /** A node that was just added shows its view if there is something to fill in, else its card has the focus. */
  async leaveNewNode(): Promise<void> {
    const view = this.page.getByTestId('node-view');
    const focused = this.page.locator('[data-node]:focus');
    await expectVisible(view.or(focused));
    if (await view.isVisible()) await this.closeNode();
    await expectVisible(focused);
  }

  /** The plus behind an output of a node, then a type from the drawer. */
  async addAfter(label: string, port: string, type: string): Promise<void> {
    await this.fit();
    await this.page.getByTestId(`add-after-${await this.idOf(label)}-${port}`).click();
    await this.pick(type);
  }

  async hasCards(count: number): Promise<void> {
    await until(`${count} cards on the canvas`, async () => (await this.cards.count()) === count, 10_000);
  }

  async hasEdges(count: number): Promise<void> {
    await until(`${count} connections on the canvas`, async () => (await this.edges.count()) === count, 10_000);
  }

  /** Everything in sight, with the mouse. */
  async fit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Fit to window' }).click();
  }

  /** Presses, moves in steps as a hand does, and lets go. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 6, from.y + 4, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 12 });
    await mouse.up();
  }

  /** Draws a marquee around these cards, from one empty corner to the other. */
  async marquee(labels: readonly string[]): Promise<void> {
    const boxes = await Promise.all(labels.map((label) => this.card(label).boundingBox()));
    const known = boxes.filter((box) => box !== null);
    const from = { x: Math.min(...known.map(({ x }) => x)) - 16, y: Math.min(...known.map(({ y }) => y)) - 16 };
    const to = {
      x: Math.max(...known.map(({ x, width }) => x + width)) + 8,
      y: Math.max(...known.map(({ y, height }) => y + height)) + 16,
    };
    await this.drag(from, to);
  }

  /** Waits until exactly these cards are selected. */
  async hasSelected(labels: readonly string[]): Promise<void> {
    const selected = this.page.locator('[data-node].f-selected .name');
    const wanted = JSON.stringify([...labels].sort());
    await until(
      `selected: ${wanted}`,
      async () => JSON.stringify((await selected.allInnerTexts()).sort()) === wanted,
      10_000,
    );
  }

  /** Moves the mouse to the middle of a connection until its buttons show: the canvas may still be on its way. */
  async pointAtWire(from: string, to: string): Promise<void> {
    const { mouse } = this.page;
    await until(`the buttons of the connection from ${from} to ${to}`, async () => {
      const [start, end] = [await this.middleOf(this.card(from)), await this.middleOf(this.card(to))];
      const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
      await mouse.move(middle.x - 40, middle.y);
      await mouse.move(middle.x, middle.y, { steps: 8 });
      return (await this.page.locator('[data-testid^="insert-"]').count()) > 0;
    });
  }

  async middleOf(locator: Locator): Promise<Point> {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`Not on the page: ${String(locator)}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Draws a wire from an output to a node's input, with the mouse. */
  async wire(from: string, port: string, to: string): Promise<void> {
    const before = await this.edges.count();
    await this.drag(await this.middleOf(await this.port(from, port)), await this.middleOf(await this.port(to, 'in')));
    await this.hasEdges(before + 1);
  }

  /** Waits until everything is on the server. */
  async saved(): Promise<void> {
    // What was done last shows from the next frame on.
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await expectVisible(this.page.locator('[data-testid="save-chip"][data-state="saved"]'));
  }

  /** Arranges everything with the button below the canvas, and waits until it stands there. */
  async tidyUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tidy up' }).click();
    await expectVisible(this.page.getByRole('button', { name: 'Undo Tidy up' }));
    await this.saved();
  }

  /** Waits until a card is not on its way any more: of two clicks at the same place, the second would meet something else. */
  async standsStill(label: string): Promise<void> {
    let before: string | undefined;
    await until(`${label} stands still`, async () => {
      const last = before;
      before = JSON.stringify(await this.card(label).boundingBox());
      return before === last;
    });
  }

  /** Opens the node view with the mouse. */
  async openNode(label: string): Promise<Locator> {
    await this.standsStill(label);
    await this.card(label).dblclick();
    const view = this.page.getByTestId('node-view');
    await expectVisible(view);
    return view;
  }

  /** Closes the node view with the keyboard. */
  async closeNode(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.getByTestId('node-view').waitFor({ state: 'hidden' });
  }

  /** Starts a run with the button below the canvas. */
  async run(): Promise<void> {
    await this.page.getByTestId('run-button').click();
  }

  /** Names and connections as people see them: `Log.main>Merge`, sorted. */
  async picture(): Promise<{ readonly nodes: string[]; readonly edges: number }> {
    const nodes = await this.cards.locator('.name').allInnerTexts();
    return { nodes: nodes.sort(), edges: await this.edges.count() };
  }
}
