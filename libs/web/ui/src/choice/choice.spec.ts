import { TestKey } from '@angular/cdk/testing';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { Field } from '../fields/field';
import { Tabs } from '../tabs/tabs';
import { CheckHarness, FieldHarness, SegmentedHarness, SelectHarness, show, TabsHarness } from '../testing';
import { Checkbox } from './checkbox';
import { Combobox } from './combobox';
import { Segmented } from './segmented';
import { Select } from './select';
import { Toggle } from './toggle';

@Component({
  selector: 'mr-test-page',
  imports: [Checkbox, Combobox, Field, Segmented, Select, Tabs, Toggle],
  template: `
    <mr-field label="Method" [error]="error()"><mr-select [options]="methods" [(value)]="method" /></mr-field>
    <mr-combobox label="Zone" [options]="zones" [free]="free()" [(value)]="zone" (searched)="searched.set($event)" />
    <mr-toggle [(checked)]="enabled">Enabled</mr-toggle>
    <mr-checkbox label="Row 1" [(checked)]="ticked" />
    <mr-segmented label="Kind" [options]="kinds" [(value)]="kind" />
    <mr-tabs label="Node" [tabs]="tabs" [(value)]="tab" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly methods = [
    { value: 'get', label: 'GET' },
    { value: 'put', label: 'PUT', disabled: true },
    { value: 'post', label: 'POST' },
    { value: 'patch', label: 'PATCH' },
  ];
  readonly zones = ['Europe/Vienna', 'Europe/London', 'Asia/Tokyo'].map((value) => ({ value, label: value }));
  readonly kinds = [
    { value: 'fixed', label: 'Fixed' },
    { value: 'template', label: 'Template' },
  ];
  readonly tabs = [
    { id: 'params', label: 'Parameters' },
    { id: 'settings', label: 'Settings', disabled: true },
    { id: 'docs', label: 'Docs' },
  ];
  readonly error = signal<string | null>(null);
  readonly method = signal<string | null>('get');
  readonly zone = signal<string | null>('Europe/Vienna');
  readonly free = signal(false);
  readonly searched = signal('');
  readonly enabled = signal(false);
  readonly ticked = signal(false);
  readonly kind = signal('fixed');
  readonly tab = signal('params');
}

const select = async (shown: Awaited<ReturnType<typeof show<Page>>>, index: number): Promise<SelectHarness> =>
  (await shown.inside.getAllHarnesses(SelectHarness))[index] as SelectHarness;

describe('select', () => {
  it('is chosen from by pointer', async () => {
    const shown = await show(Page);
    const method = await select(shown, 0);
    await method.choose('POST');
    expect([shown.page.method(), await method.text(), await method.isOpen()]).toEqual(['post', 'POST', false]);
  });

  it('arrows move past what is disabled, Enter chooses, letters jump, Escape leaves it as it was', async () => {
    const shown = await show(Page);
    const method = await select(shown, 0);
    await method.press(TestKey.DOWN_ARROW);
    expect(await method.activeOption()).toBe('GET');
    await method.press(TestKey.DOWN_ARROW);
    expect(await method.activeOption()).toBe('POST');
    await method.press('p');
    expect(await method.activeOption()).toBe('PATCH');
    await method.press(TestKey.ENTER);
    expect(shown.page.method()).toBe('patch');
    await method.press(TestKey.ENTER, TestKey.HOME, TestKey.ESCAPE);
    expect([shown.page.method(), await method.isOpen()]).toEqual(['patch', false]);
  });

  it('is labelled by its field and told its error', async () => {
    const shown = await show(Page);
    shown.page.error.set('Choose one.');
    const field = await shown.inside.getHarness(FieldHarness.with({ label: 'Method' }));
    expect(await field.error()).toBe('Choose one.');
    const trigger = shown.element.querySelector('mr-field [role=combobox]');
    expect(trigger?.getAttribute('aria-invalid')).toBe('true');
    expect(shown.element.querySelector(`#${trigger?.getAttribute('aria-describedby')}`)?.textContent).toContain(
      'Choose one.',
    );
    expect(shown.element.querySelector('mr-field label')?.getAttribute('for')).toBe(trigger?.id);
  });
});

describe('combobox', () => {
  it('finds by typing and chooses with Enter', async () => {
    const shown = await show(Page);
    const zone = await select(shown, 1);
    await zone.type('tok');
    expect([await zone.optionTexts(), shown.page.searched()]).toEqual([['Asia/Tokyo'], 'tok']);
    await zone.press(TestKey.ENTER);
    expect([shown.page.zone(), await zone.text()]).toEqual(['Asia/Tokyo', 'Asia/Tokyo']);
  });

  it('text that is no option is dropped, or kept where it may be free', async () => {
    const shown = await show(Page);
    const zone = await select(shown, 1);
    await zone.type('Mars');
    await zone.press(TestKey.ENTER);
    expect(shown.page.zone()).toBe('Europe/Vienna');
    shown.page.free.set(true);
    await zone.type('Mars');
    await zone.press(TestKey.ENTER);
    expect(shown.page.zone()).toBe('Mars');
  });
});

it('toggles and checkboxes are on or off, and have names', async () => {
  const shown = await show(Page);
  const toggle = await shown.inside.getHarness(CheckHarness.with({ name: 'Enabled' }));
  const box = await shown.inside.getHarness(CheckHarness.with({ name: 'Row 1' }));
  await toggle.toggle();
  await box.toggle();
  expect([shown.page.enabled(), await toggle.isChecked(), shown.page.ticked()]).toEqual([true, true, true]);
});

it('a segmented control holds one choice', async () => {
  const shown = await show(Page);
  const kind = await shown.inside.getHarness(SegmentedHarness);
  await kind.choose('Template');
  expect([shown.page.kind(), await kind.chosen()]).toEqual(['template', 'Template']);
});

it('arrows move between tabs, past what is disabled and around the ends', async () => {
  const shown = await show(Page);
  const tabs = await shown.inside.getHarness(TabsHarness);
  await tabs.press(TestKey.RIGHT_ARROW);
  expect([shown.page.tab(), await tabs.selected()]).toEqual(['docs', 'Docs']);
  await tabs.press(TestKey.RIGHT_ARROW);
  expect(shown.page.tab()).toBe('params');
  expect(await tabs.labels()).toEqual(['Parameters', 'Settings', 'Docs']);
});
