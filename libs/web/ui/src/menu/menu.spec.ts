import { TestKey } from '@angular/cdk/testing';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Button } from '../button/button';
import { ButtonHarness, MenuHarness, show } from '../testing';
import type { MenuEntry } from './menu-entry';
import { ContextMenuTrigger, MenuTrigger } from './menu-triggers';

@Component({
  selector: 'mr-test-page',
  imports: [Button, ContextMenuTrigger, MenuTrigger],
  template: `
    <button mr-button [mrMenu]="entries">More</button>
    <button class="node" [mrContextMenu]="entries">Node</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly ran: string[] = [];
  readonly entries: readonly MenuEntry[] = [
    { label: 'Open', run: () => this.ran.push('open') },
    { heading: 'Edit' },
    { label: 'Rename', disabled: true, run: () => this.ran.push('rename') },
    'divider',
    { label: 'Select', children: [{ label: 'Upstream', run: () => this.ran.push('upstream') }] },
    { label: 'Delete', danger: true, run: () => this.ran.push('delete') },
  ];
}

const openMenu = async () => {
  const shown = await show(Page);
  const button = await shown.inside.getHarness(ButtonHarness.with({ name: 'More' }));
  await button.click();
  return { ...shown, menu: await shown.everywhere.getHarness(MenuHarness) };
};

it('opens with the focus on its first item and says so at its button', async () => {
  const { menu, element } = await openMenu();
  expect([await menu.labels(), await menu.focused()]).toEqual([['Open', 'Rename', 'Select', 'Delete'], 'Open']);
  expect(element.querySelector('[mr-button]')?.getAttribute('aria-expanded')).toBe('true');
});

it('runs an item, closes, and gives the focus back', async () => {
  const { menu, page, element, everywhere } = await openMenu();
  await menu.run('Delete');
  expect(page.ran).toEqual(['delete']);
  expect(await everywhere.getAllHarnesses(MenuHarness)).toEqual([]);
  expect(document.activeElement).toBe(element.querySelector('[mr-button]'));
});

it('a disabled item does nothing', async () => {
  const { menu, page, everywhere } = await openMenu();
  await menu.run('Rename');
  expect(page.ran).toEqual([]);
  expect(await everywhere.getAllHarnesses(MenuHarness)).toHaveLength(1);
});

it('arrows go around, letters jump', async () => {
  const { menu } = await openMenu();
  await menu.press(TestKey.UP_ARROW);
  expect(await menu.focused()).toBe('Delete');
  await menu.press(TestKey.DOWN_ARROW);
  expect(await menu.focused()).toBe('Open');
  await menu.press('s');
  expect(await menu.focused()).toBe('Select');
});

it('Right opens what is beside, Left comes back, Enter there runs it and closes all', async () => {
  const { menu, page, everywhere } = await openMenu();
  await menu.press('s');
  await menu.press(TestKey.RIGHT_ARROW);
  const [, beside] = await everywhere.getAllHarnesses(MenuHarness);
  expect(await beside?.focused()).toBe('Upstream');
  await beside?.press(TestKey.LEFT_ARROW);
  expect(await everywhere.getAllHarnesses(MenuHarness)).toHaveLength(1);
  expect(await menu.focused()).toBe('Select');
  await menu.press(TestKey.RIGHT_ARROW);
  const [, again] = await everywhere.getAllHarnesses(MenuHarness);
  await again?.run('Upstream');
  expect(page.ran).toEqual(['upstream']);
  expect(await everywhere.getAllHarnesses(MenuHarness)).toEqual([]);
});

it('Escape closes', async () => {
  const { menu, everywhere } = await openMenu();
  await menu.press(TestKey.ESCAPE);
  expect(await everywhere.getAllHarnesses(MenuHarness)).toEqual([]);
});

it('a right click and Shift+F10 open a context menu', async () => {
  const { element, everywhere } = await show(Page);
  const node = element.querySelector('.node') as HTMLElement;
  node.dispatchEvent(new MouseEvent('contextmenu', { clientX: 10, clientY: 10, cancelable: true, bubbles: true }));
  const menu = await everywhere.getHarness(MenuHarness);
  await menu.press(TestKey.ESCAPE);
  node.dispatchEvent(new KeyboardEvent('keydown', { key: 'F10', shiftKey: true, bubbles: true }));
  expect(await everywhere.getAllHarnesses(MenuHarness)).toHaveLength(1);
});

it('can be found among the landmarks of the page while it is open', async () => {
  await openMenu();
  const landmark = document.querySelector('mr-menu-panel')?.closest('[role=region]');
  expect(landmark?.getAttribute('aria-label')).toBe('More');
});
