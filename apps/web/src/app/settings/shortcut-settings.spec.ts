import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Shortcuts } from '@millrace/web-ui';
import { ShortcutSettings } from './shortcut-settings';

let fixture: ComponentFixture<ShortcutSettings>;
let shortcuts: Shortcuts;

beforeEach(async () => {
  localStorage.clear();
  shortcuts = TestBed.inject(Shortcuts);
  const group = 'Everywhere';
  shortcuts.register(
    { id: 'palette', keys: 'Mod+K', label: 'Search', group, run: () => undefined },
    { id: 'sheet', keys: '?', label: 'Shortcuts', group, run: () => undefined },
  );
  fixture = TestBed.createComponent(ShortcutSettings);
  await fixture.whenStable();
});

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (): HTMLButtonElement => element().querySelector('li button:last-child') as HTMLButtonElement;

async function press(key: string, parts: KeyboardEventInit = {}): Promise<void> {
  button().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...parts }));
  await fixture.whenStable();
}

async function record(): Promise<void> {
  button().click();
  await fixture.whenStable();
}

it('gives a shortcut other keys, and its own back', async () => {
  await record();
  expect(button().textContent).toContain('Press keys');
  await press('j', { ctrlKey: true });
  expect(shortcuts.keysOf('palette')).toBe('Mod+J');
  element().querySelector<HTMLButtonElement>('[aria-label="Give Search its own keys back"]')?.click();
  expect(shortcuts.keysOf('palette')).toBe('Mod+K');
});

it('refuses keys that mean something else already', async () => {
  await record();
  await press('?', { shiftKey: true });
  expect(element().querySelector('[role=alert]')?.textContent).toContain('already means “Shortcuts”');
  expect(shortcuts.keysOf('palette')).toBe('Mod+K');
  await press('Escape');
  expect(button().textContent).not.toContain('Press keys');
});

it('waits for the key while only a modifier is down', async () => {
  await record();
  await press('Control', { ctrlKey: true });
  expect(button().textContent).toContain('Press keys');
});
