import { KeptKeys } from './kept-keys';

function press(key: string, init: KeyboardEventInit = {}): boolean {
  return document.body.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init }));
}

it('keeps letters from everybody until it is released, and gives them in order', () => {
  const keys = new KeptKeys();
  expect([press(' '), press('P'), press('r')]).toEqual([false, false, false]);
  expect(keys.release()).toBe(' Pr');
  expect(press('i')).toBe(true);
  expect(keys.release()).toBe(' Pr');
});

it('leaves keys alone that write nothing', () => {
  const keys = new KeptKeys();
  expect([press('Escape'), press('s', { ctrlKey: true }), press('z', { metaKey: true })]).toEqual([true, true, true]);
  expect(keys.release()).toBe('');
});
