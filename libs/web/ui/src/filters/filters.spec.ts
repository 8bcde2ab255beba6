import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { SearchField } from '../fields/search-field';
import { ButtonHarness, loadOverlays, show } from '../testing';
import { FilterBar } from './filter-bar';
import { FilterChoice, type FilterOption } from './filter-choice';
import { FilterPill } from './filter-pill';

@Component({
  selector: 'mr-test-page',
  imports: [FilterBar, FilterChoice, FilterPill, SearchField],
  template: `
    <mr-filter-bar label="Runs" [active]="status().length > 0" (cleared)="status.set([])">
      <mr-search label="Search runs" />
      <mr-filter-choice label="Status" [options]="statuses" [(chosen)]="status" />
      <mr-filter-choice label="Tags" several [options]="tags" [(chosen)]="tag" />
      <mr-filter-pill label="Broken" [count]="2" [on]="broken()" (pressed)="broken.set(!broken())" />
      <button mrFilterEnd type="button">Refresh</button>
    </mr-filter-bar>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly statuses: readonly FilterOption[] = [
    { value: 'live', label: 'Live' },
    { value: 'off', label: 'Off' },
  ];
  readonly tags: readonly FilterOption[] = Array.from({ length: 12 }, (_unused, index) => ({
    value: `t${index}`,
    label: `Tag ${index}`,
    count: index,
  }));
  readonly status = signal<readonly string[]>([]);
  readonly tag = signal<readonly string[]>([]);
  readonly broken = signal(false);
}

async function shown() {
  await loadOverlays();
  const page = await show(Page);
  const press = async (element: Element | null | undefined): Promise<void> => {
    (element as HTMLElement).click();
    await page.fixture.whenStable();
  };
  return { ...page, press, open: (label: string) => press(pillOf(page.element, label)) };
}

const pillOf = (element: HTMLElement, label: string): Element | undefined =>
  [...element.querySelectorAll('mr-filter-pill .main')].find((one) => one.textContent?.trim().startsWith(label));
const panel = (): HTMLElement => document.querySelector<HTMLElement>('.mr-popover') as HTMLElement;
const options = (): HTMLElement[] => [...panel().querySelectorAll<HTMLElement>('[role=option]')];

it('a pill takes one of its options, says which, closes, and is cleared beside it', async () => {
  const { page, element, press, open } = await shown();
  await open('Status');
  expect(options().map((one) => one.textContent?.trim())).toEqual(['Live', 'Off']);
  await press(options()[1]);
  expect([page.status(), panel()]).toEqual([['off'], null]);
  expect(pillOf(element, 'Status')?.textContent).toContain('Off');
  await press(element.querySelector('[aria-label="Clear the filter status"]'));
  expect([page.status(), element.querySelector('.clear')]).toEqual([[], null]);
});

it('choosing the same again takes it away', async () => {
  const { page, press, open } = await shown();
  page.status.set(['off']);
  await open('Status');
  await press(options()[1]);
  expect(page.status()).toEqual([]);
});

it('several are chosen without closing, in the order of the list', async () => {
  const { page, element, press, open } = await shown();
  await open('Tags');
  await press(options()[3]);
  await press(options()[1]);
  expect(page.tag()).toEqual(['t1', 't3']);
  expect(pillOf(element, 'Tags')?.textContent).toContain('Tag 1, Tag 3');
  await press(options()[3]);
  expect(page.tag()).toEqual(['t1']);
});

it('many are searched, and arrows go from the search into the list', async () => {
  const { fixture, open } = await shown();
  await open('Tags');
  const search = panel().querySelector<HTMLInputElement>('input') as HTMLInputElement;
  expect(document.activeElement).toBe(search);
  search.value = 'tag 11';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  await fixture.whenStable();
  expect(options()).toHaveLength(1);
  search.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  expect(document.activeElement).toBe(options()[0]);
  search.value = 'zzz';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  await fixture.whenStable();
  expect(panel().textContent).toContain('Nothing matches');
});

it('what is chosen and no option any more is told as it is', async () => {
  const { page, fixture, element } = await shown();
  page.tag.set(['gone']);
  await fixture.whenStable();
  expect(pillOf(element, 'Tags')?.textContent).toContain('gone');
});

it('one without a panel is switched on and off', async () => {
  const { page, element, press } = await shown();
  await press(pillOf(element, 'Broken'));
  expect([page.broken(), pillOf(element, 'Broken')?.getAttribute('aria-pressed')]).toEqual([true, 'true']);
});

it('the bar offers the way back while something is left out', async () => {
  const { page, fixture, inside } = await shown();
  const back = () => inside.getHarnessOrNull(ButtonHarness.with({ name: 'Clear filters' }));
  expect(await back()).toBeNull();
  page.status.set(['off']);
  await fixture.whenStable();
  await (await back())?.click();
  expect(page.status()).toEqual([]);
});
