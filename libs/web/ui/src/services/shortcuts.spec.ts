import { TestBed } from '@angular/core/testing';
import { Shortcuts, type Shortcut } from './shortcuts';

const shortcut = (
  id: string,
  keys: string | string[],
  rest: Partial<Shortcut> = {},
): Shortcut & { readonly run: jest.Mock } => {
  const run = jest.fn();
  return { id, keys, label: id, group: 'Canvas', ...rest, run } as Shortcut & { readonly run: jest.Mock };
};
const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...init });
  target.dispatchEvent(event);
  return event;
};

let shortcuts: Shortcuts;
beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '';
  shortcuts = TestBed.inject(Shortcuts);
});

it('runs what is registered and keeps the key from the browser', () => {
  const duplicate = shortcut('duplicate', 'Mod+D');
  shortcuts.register(duplicate);
  expect(press('d', { ctrlKey: true }).defaultPrevented).toBe(true);
  expect(duplicate.run).toHaveBeenCalledTimes(1);
});

it('answers to each of several keys', () => {
  const add = shortcut('add', ['N', 'Tab']);
  shortcuts.register(add);
  press('n');
  press('Tab');
  expect(add.run).toHaveBeenCalledTimes(2);
});

it('is gone once it is given back', () => {
  const add = shortcut('add', 'N');
  const giveBack = shortcuts.register(add);
  giveBack();
  press('n');
  expect(add.run).not.toHaveBeenCalled();
});

it('the latest registered wins; one that does not apply leaves the key to the others', () => {
  const page = shortcut('page', 'Escape');
  let isOpen = true;
  const panel = shortcut('panel', 'Escape', { when: () => isOpen });
  shortcuts.register(page);
  shortcuts.register(panel);
  press('Escape');
  isOpen = false;
  press('Escape');
  expect([panel.run.mock.calls.length, page.run.mock.calls.length]).toEqual([1, 1]);
});

it('is silent while somebody types, unless it says otherwise', () => {
  const add = shortcut('add', 'N');
  const save = shortcut('save', 'Mod+S', { whileTyping: true });
  shortcuts.register(add, save);
  const field = document.body.appendChild(document.createElement('input'));
  press('n', {}, field);
  press('s', { ctrlKey: true }, field);
  expect([add.run.mock.calls.length, save.run.mock.calls.length]).toEqual([0, 1]);
});

it('a checkbox is no place to type', () => {
  const add = shortcut('add', 'N');
  shortcuts.register(add);
  const box = document.body.appendChild(document.createElement('input'));
  box.type = 'checkbox';
  press('n', {}, box);
  expect(add.run).toHaveBeenCalled();
});

it('leaves a key alone that somebody else has handled, or that it hands back', () => {
  const add = shortcut('add', 'N');
  const copy = shortcut('copy', 'Mod+C');
  copy.run.mockReturnValue(false);
  shortcuts.register(add, copy);
  document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  press('n');
  expect(add.run).not.toHaveBeenCalled();
  expect(press('c', { ctrlKey: true }).defaultPrevented).toBe(false);
});

it('other keys are remembered, and given up again', () => {
  const add = shortcut('add', 'N');
  shortcuts.register(add);
  shortcuts.remap('add', 'shift+mod+a');
  expect(shortcuts.keysOf('add')).toBe('Mod+Shift+A');
  press('n');
  expect(add.run).not.toHaveBeenCalled();
  press('A', { ctrlKey: true, shiftKey: true });
  expect(add.run).toHaveBeenCalledTimes(1);
  expect(localStorage.getItem('millrace.shortcuts')).toContain('Mod+Shift+A');
  shortcuts.remap('add', null);
  expect(shortcuts.listed()[0]).toMatchObject({ keys: ['N'], remapped: false });
});

it('single letters can be turned off; combinations stay', () => {
  const add = shortcut('add', 'N');
  const list = shortcut('list', '?');
  shortcuts.register(add, list);
  shortcuts.allowSingleLetters(false);
  press('n');
  press('?', { shiftKey: true });
  expect([add.run.mock.calls.length, list.run.mock.calls.length]).toEqual([0, 1]);
});

it('lists each shortcut once', () => {
  shortcuts.register(shortcut('add', 'N'));
  shortcuts.register(shortcut('add', 'N'));
  expect(shortcuts.listed()).toHaveLength(1);
});
