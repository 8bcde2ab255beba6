import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import { Theme } from '../services/theme';
import { ButtonHarness, show } from '../testing';
import { initialsOf } from './avatar';
import { Splitter } from './splitter';

@Component({
  selector: 'mr-test-page',
  imports: [Button, IconButton, Splitter],
  template: `
    <mr-splitter #bar name="palette" [initial]="300" [min]="200" [max]="400" />
    <mr-splitter name="dock" axis="horizontal" sizes="after" [initial]="240" />
    <output>{{ bar.size() }}</output>
    <button mr-button busy (click)="clicks.push('busy')">Publish</button>
    <button mr-icon-button icon="x" label="Close" (click)="clicks.push('close')"></button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly clicks: string[] = [];
}

const bars = (element: HTMLElement): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('mr-splitter')];
const press = (bar: HTMLElement | undefined, key: string, shiftKey = false): void =>
  void bar?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, cancelable: true }));
beforeEach(() => localStorage.clear());

describe('splitter', () => {
  it('is moved by arrows within its limits', async () => {
    const { element, fixture } = await show(Page);
    const [bar, dock] = bars(element);
    press(bar, 'ArrowRight');
    press(bar, 'ArrowRight', true);
    await fixture.whenStable();
    expect(element.querySelector('output')?.textContent).toBe('380');
    expect(bar?.getAttribute('aria-valuenow')).toBe('380');
    press(bar, 'End');
    press(bar, 'ArrowRight');
    press(dock, 'ArrowUp');
    await fixture.whenStable();
    expect([bar?.getAttribute('aria-valuenow'), dock?.getAttribute('aria-valuenow')]).toEqual(['400', '256']);
  });

  it('is dragged', async () => {
    const { element, fixture } = await show(Page);
    const [bar] = bars(element);
    const point = (type: string, clientX: number): void =>
      void bar?.dispatchEvent(new MouseEvent(type, { clientX, button: 0 }));
    point('pointerdown', 100);
    point('pointermove', 60);
    point('pointerup', 60);
    point('pointermove', 10);
    await fixture.whenStable();
    expect(bar?.getAttribute('aria-valuenow')).toBe('260');
  });

  it('is remembered, and goes back on double click', async () => {
    const first = await show(Page);
    press(bars(first.element)[0], 'Home');
    first.fixture.destroy();
    const { element, fixture } = await show(Page);
    expect(bars(element)[0]?.getAttribute('aria-valuenow')).toBe('200');
    bars(element)[0]?.dispatchEvent(new MouseEvent('dblclick'));
    await fixture.whenStable();
    expect(bars(element)[0]?.getAttribute('aria-valuenow')).toBe('300');
  });
});

it('a busy button does nothing and says so; an icon button is named by its label', async () => {
  const { inside, page } = await show(Page);
  const publish = await inside.getHarness(ButtonHarness.with({ name: 'Publish' }));
  await publish.click();
  await (await inside.getHarness(ButtonHarness.with({ name: 'Close' }))).click();
  expect([await publish.isBusy(), page.clicks]).toEqual([true, ['close']]);
});

it('the theme is chosen, remembered and put on the page', () => {
  const theme = TestBed.inject(Theme);
  expect([theme.choice(), theme.shown()]).toEqual(['system', 'light']);
  theme.toggle();
  TestBed.tick();
  expect([document.documentElement.dataset['theme'], localStorage.getItem('millrace.theme')]).toEqual(['dark', 'dark']);
  theme.choose('system');
  TestBed.tick();
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

it('initials come from names and mail addresses', () => {
  expect(['Ada Lovelace', 'grace@example.com', 'grace.m.hopper@example.com', ''].map(initialsOf)).toEqual([
    'AL',
    'G',
    'GH',
    '',
  ]);
});
