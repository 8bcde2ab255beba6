import { combinationOf, isApple, keySigns, keyWords, normalised, partsOf } from './combination';

const press = (key: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...init });

it('Mod is Command on Apple keyboards and Ctrl elsewhere', () => {
  expect(keySigns('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(keySigns('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(isApple('MacIntel')).toBe(true);
  expect(isApple('Linux x86_64')).toBe(false);
});

it('keys are told in words to those who listen', () => {
  expect(keyWords('Mod+Enter', false)).toBe('Control Enter');
  expect(keyWords('Mod+Alt+ArrowUp', true)).toBe('Command Option Up');
});

it('a plus can be the key itself', () => {
  expect(partsOf('Mod++')).toEqual(['Mod', '+']);
  expect(partsOf('+')).toEqual(['+']);
});

it('an event says its combination in the order of the modifiers', () => {
  expect(combinationOf(press('z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z');
  expect(combinationOf(press('z', { metaKey: true }), true)).toBe('Mod+Z');
  expect(combinationOf(press('k', { ctrlKey: true }), true)).toBe('Ctrl+K');
  expect(combinationOf(press(' '), false)).toBe('Space');
});

it('a sign that is typed with Shift is named by the sign', () => {
  expect(combinationOf(press('?', { shiftKey: true }), false)).toBe('?');
  expect(combinationOf(press('P', { shiftKey: true }), false)).toBe('Shift+P');
  expect(combinationOf(press('Enter', { shiftKey: true }), false)).toBe('Shift+Enter');
});

it('with Alt the letter on the key counts, not what it prints', () => {
  expect(combinationOf(press('®', { altKey: true, code: 'KeyR' }), true)).toBe('Alt+R');
});

it('a modifier alone is no combination', () => {
  expect(combinationOf(press('Shift', { shiftKey: true }), false)).toBe('');
});

it('spellings of one combination are equal', () => {
  expect(normalised('shift+p')).toBe('Shift+P');
  expect(normalised('n')).toBe('N');
  expect(normalised('Shift+Mod+p')).toBe('Mod+Shift+P');
});
