import { DIALOG_DATA, DialogRef } from '@millrace/web-ui';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { CommandPalette } from './command-palette';
import { CommandRegistry } from './command-registry';

let fixture: ComponentFixture<CommandPalette>;
const data: { only?: string } = {};
const close = jest.fn();
const ran: string[] = [];

beforeEach(async () => {
  close.mockClear();
  ran.length = 0;
  TestBed.configureTestingModule({
    providers: [
      { provide: DialogRef, useValue: { close } },
      { provide: DIALOG_DATA, useValue: data },
    ],
  });
  const command = (label: string) => ({ id: label, label, run: () => ran.push(label) });
  TestBed.inject(CommandRegistry).register(
    { id: 'actions', heading: 'Actions', prefix: '>', commands: () => [command('New workflow'), command('Sign out')] },
    { id: 'pages', heading: 'Pages', commands: () => [command('Runs'), command('Settings')] },
  );
  await show();
});

async function show(): Promise<void> {
  fixture = TestBed.createComponent(CommandPalette);
  await fixture.whenStable();
}

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const input = (): HTMLInputElement => element().querySelector('input') as HTMLInputElement;
const active = (): string | undefined => element().querySelector('[aria-selected="true"]')?.textContent?.trim();

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) input().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  await fixture.whenStable();
}

async function type(text: string): Promise<void> {
  input().value = text;
  input().dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

it('arrows move through the groups and around the ends; the field tells which is active', async () => {
  expect(active()).toBe('New workflow');
  await press('ArrowDown', 'ArrowDown');
  expect(active()).toBe('Runs');
  const id = input().getAttribute('aria-activedescendant');
  expect(element().querySelector(`[id="${id}"]`)?.textContent).toContain('Runs');
  await press('ArrowUp', 'ArrowUp', 'ArrowUp');
  expect(active()).toBe('Settings');
});

it('Enter closes the palette and runs the active command', async () => {
  await type('sett');
  await press('Enter');
  expect(close).toHaveBeenCalled();
  expect(ran).toEqual(['Settings']);
});

it('a click runs what it is on', async () => {
  element().querySelectorAll<HTMLElement>('[role=option]')[1]?.click();
  expect(ran).toEqual(['Sign out']);
});

it('typing goes back to the best answer, and says when there is none', async () => {
  await press('ArrowDown', 'ArrowDown');
  await type('new');
  expect(active()).toBe('New workflow');
  await type('zzz');
  await new Promise((resolve) => setTimeout(resolve, 130));
  await fixture.whenStable();
  expect(element().textContent).toContain('Nothing matches “zzz”.');
  await press('Enter');
  expect(ran).toEqual([]);
});

it('tells what can be typed first, as far as there is something of it', async () => {
  const foot = (): string => element().querySelector('.foot')?.textContent ?? '';
  expect(foot()).toContain('actions');
  expect(foot()).not.toContain('steps');
  TestBed.inject(CommandRegistry).register({ id: 'steps', heading: 'Steps', prefix: '@', commands: () => [] });
  await fixture.whenStable();
  expect(foot()).toContain('steps');
});

it('can be asked for one kind alone', async () => {
  data.only = 'pages';
  await show();
  const options = [...element().querySelectorAll('[role=option]')].map((option) => option.textContent?.trim());
  expect(options).toEqual(['Runs', 'Settings']);
  delete data.only;
});
