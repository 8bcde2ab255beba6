import { signal } from '@angular/core';
import type { EditorSession } from '../session/editor-session';
import { LineageKey } from './lineage-key';

let key: LineageKey;

function made({ only }: { readonly only?: string } = { only: 'f' }) {
  const lit = signal<ReadonlySet<string>>(new Set());
  const session = {
    params: { readsFrom: (id: string) => [`${id}-source`], readBy: (id: string) => [`${id}-reader`] },
    selection: { onlyNode: () => only },
  } as unknown as EditorSession;
  key = new LineageKey({ session: () => session, lit });
  return () => [...lit()];
}

const press = (name: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...init }));

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  key.dispose();
  jest.useRealTimers();
});

it('holding Shift lights what the selected node reads from and feeds', () => {
  const lit = made();
  press('Shift');
  jest.advanceTimersByTime(299);
  press('Shift', { repeat: true });
  expect(lit()).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(lit()).toEqual(['f-source', 'f-reader']);
  globalThis.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
  expect(lit()).toEqual([]);
});

it('Shift with another key is a shortcut', () => {
  const lit = made();
  press('Shift');
  press('P', { shiftKey: true });
  jest.runAllTimers();
  expect(lit()).toEqual([]);
});

it('nothing lights up without one node selected, nor while somebody writes', () => {
  const lit = made({});
  press('Shift');
  jest.runAllTimers();
  expect(lit()).toEqual([]);
  key.dispose();
  const other = made();
  document.body.innerHTML = '<input />';
  press('Shift', {}, document.querySelector('input')!);
  jest.runAllTimers();
  expect(other()).toEqual([]);
});

it('it ends with a click or when the window is left', () => {
  const lit = made();
  for (const end of ['pointerdown', 'blur']) {
    press('Shift');
    jest.runAllTimers();
    expect(lit()).toHaveLength(2);
    globalThis.dispatchEvent(new Event(end));
    expect(lit()).toEqual([]);
  }
});
