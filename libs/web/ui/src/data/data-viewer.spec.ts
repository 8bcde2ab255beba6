import { TestKey } from '@angular/cdk/testing';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { ButtonHarness, DataTreeHarness, SegmentedHarness, show } from '../testing';
import { PATH_MIME } from './data-path';
import { DataViewer, type DataView } from './data-viewer';

@Component({
  selector: 'mr-test-page',
  imports: [DataViewer],
  template:
    '<mr-data-viewer root="Fetch.data" [data]="data()" [(view)]="view" [(query)]="query" (pathChosen)="chosen.push($event)" />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly data = signal<unknown>({ id: 7, items: [{ name: 'Ada' }, { name: 'Bob' }] });
  readonly view = signal<DataView>('json');
  readonly query = signal('');
  readonly chosen: string[] = [];
}

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
  });
});

it('arrows walk and fold the tree; Enter chooses the path', async () => {
  const { inside, page } = await show(Page);
  const tree = await inside.getHarness(DataTreeHarness);
  expect(await tree.names()).toEqual(['id', 'items', '0', 'name', '1', 'name']);
  await tree.press(TestKey.DOWN_ARROW, TestKey.DOWN_ARROW, TestKey.DOWN_ARROW, TestKey.ENTER);
  expect(page.chosen).toEqual(['Fetch.data.items[0].name']);
  await tree.press(TestKey.LEFT_ARROW, TestKey.LEFT_ARROW);
  expect(await tree.names()).toEqual(['id', 'items', '0', '1', 'name']);
  await tree.press(TestKey.RIGHT_ARROW, TestKey.HOME, TestKey.ENTER);
  expect(page.chosen.at(-1)).toBe('Fetch.data.id');
});

it('as JSON, texts stand in quotes; in the schema, as they are', async () => {
  const { page, element, fixture } = await show(Page);
  page.data.set({ code: '5', count: 5, note: 'say "hi"' });
  await fixture.whenStable();
  const values = (): string[] => [...element.querySelectorAll('.value')].map((one) => one.textContent?.trim() ?? '');
  expect(values()).toEqual(['"5"', '5', String.raw`"say \"hi\""`]);
  page.view.set('schema');
  await fixture.whenStable();
  expect(values()).toEqual(['5', '5', 'say "hi"']);
  page.data.set('plain');
  page.view.set('json');
  await fixture.whenStable();
  expect(element.querySelector('.plain')?.textContent).toBe('"plain"');
});

it('the path of a row is copied, with Alt its value', async () => {
  const { inside } = await show(Page);
  const tree = await inside.getHarness(DataTreeHarness);
  const host = document.querySelector('[role=tree]');
  host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', ctrlKey: true }));
  host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, altKey: true }));
  await tree.names();
  expect(written).toEqual(['Fetch.data.id', '7']);
});

it('a dragged row carries its path, for any field and for ours', async () => {
  const { element } = await show(Page);
  const carried = new Map<string, string>();
  const event = new Event('dragstart', { bubbles: true });
  Object.assign(event, { dataTransfer: { setData: (type: string, text: string) => carried.set(type, text) } });
  element.querySelector('[role=treeitem]')?.dispatchEvent(event);
  expect(Object.fromEntries(carried)).toEqual({ [PATH_MIME]: 'Fetch.data.id', 'text/plain': '{{ Fetch.data.id }}' });
});

it('a search shows what it finds in every view', async () => {
  const { inside, page, element } = await show(Page);
  page.query.set('bob');
  const tree = await inside.getHarness(DataTreeHarness);
  expect(await tree.names()).toEqual(['items', '1', 'name']);
  page.data.set([{ name: 'Ada' }, { name: 'Bob' }]);
  page.view.set('table');
  await (await inside.getHarness(SegmentedHarness)).chosen();
  expect(element.querySelectorAll('tbody tr')).toHaveLength(1);
});

it('a table turns its pages, and its cells are chosen by Enter', async () => {
  const { inside, page, element } = await show(Page);
  page.data.set(Array.from({ length: 60 }, (_unused, index) => ({ n: index })));
  page.view.set('table');
  const next = await inside.getHarness(ButtonHarness.with({ name: 'Next page' }));
  expect(element.querySelector('footer')?.textContent).toContain('1–25 of 60');
  await next.click();
  expect(element.querySelector('footer')?.textContent).toContain('26–50 of 60');
  const cell = element.querySelector<HTMLElement>('tbody td[tabindex="0"]');
  cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(page.chosen).toEqual(['Fetch.data[25].n']);
});

it('asks before it shows much', async () => {
  const { inside, page, element } = await show(Page);
  page.data.set({ text: 'x'.repeat(5_000_000) });
  const button = await inside.getHarness(ButtonHarness.with({ name: 'Show it' }));
  expect(element.textContent).toContain('This is 5.0 MB of data');
  await button.click();
  expect(element.querySelector('mr-data-tree')).not.toBeNull();
});

it('draws a window of a hundred thousand rows', async () => {
  const { page, fixture, element } = await show(Page);
  page.data.set(Array.from({ length: 100_000 }, (_unused, index) => index));
  await fixture.whenStable();
  expect(element.querySelectorAll('[role=treeitem]').length).toBeLessThan(60);
});
