import type { Edit } from '@millrace/workflow-model';
import { documentOf } from '../testing/documents';
import { memoryStore } from '../ports/key-value-store';
import { COALESCE_MS, History, type HistoryStep, MAX_STEPS } from './history';
import { HistoryStore, MAX_STORED_CHARACTERS } from './history-store';

const named = (name: string): Edit => ({ kind: 'setName', name });
const step = (label: string, more: Partial<HistoryStep> = {}): HistoryStep => ({
  label,
  edit: named(label),
  inverse: named(`not ${label}`),
  selectionBefore: {},
  selectionAfter: {},
  atMs: 0,
  ...more,
});
const config = (value: string, path: string[] = ['url']): Edit => ({ kind: 'updateConfig', nodeId: 'a', path, value });
const typed = (value: string, before: string, atMs: number): HistoryStep =>
  step('Type', { edit: config(value), inverse: config(before), coalesce: 'config:a:url', atMs });

describe('history', () => {
  it('gives steps back in the opposite order, and again', () => {
    const history = new History();
    expect([history.canUndo(), history.canRedo(), history.takeUndo()]).toEqual([false, false, undefined]);
    history.record(step('one'));
    history.record(step('two'));
    expect(history.undoLabel()).toBe('two');
    expect(history.takeUndo()?.label).toBe('two');
    expect([history.undoLabel(), history.redoLabel()]).toEqual(['one', 'two']);
    expect(history.takeRedo()?.label).toBe('two');
    expect([history.canRedo(), history.takeRedo()]).toEqual([false, undefined]);
  });

  it('forgets what was undone when something new is done', () => {
    const history = new History();
    history.record(step('one'));
    history.takeUndo();
    history.record(step('other'));
    expect([history.canRedo(), history.undoLabel()]).toEqual([false, 'other']);
  });

  it('keeps the latest steps only', () => {
    const history = new History();
    for (let number = 0; number < MAX_STEPS + 5; number += 1) history.record(step(String(number)));
    expect(history.content().done).toHaveLength(MAX_STEPS);
    expect(history.content().done[0]?.label).toBe('5');
  });

  it('makes one step of typing, which sets the last value and takes back to the first', () => {
    const history = new History();
    history.record(typed('h', '', 0));
    history.record(typed('he', 'h', 100));
    history.record(typed('hey', 'he', 200));
    expect(history.content().done).toHaveLength(1);
    expect(history.takeUndo()).toMatchObject({
      edit: config('hey'),
      inverse: config(''),
    });
  });

  it('keeps the selection of the first part and the last', () => {
    const history = new History();
    history.record({ ...typed('h', '', 0), selectionBefore: { nodeIds: ['x'] } });
    history.record({ ...typed('he', 'h', 1), selectionBefore: { nodeIds: ['y'] }, selectionAfter: { nodeIds: ['z'] } });
    expect(history.takeUndo()).toMatchObject({
      selectionBefore: { nodeIds: ['x'] },
      selectionAfter: { nodeIds: ['z'] },
    });
  });

  it('begins a new step after a pause, for another key, and after undo, redo and leaving the field', () => {
    const history = new History();
    const count = () => history.content().done.length;
    history.record(typed('a', '', 0));
    history.record(typed('b', 'a', COALESCE_MS + 1));
    expect(count()).toBe(2);
    history.record(step('other', { coalesce: 'x', atMs: COALESCE_MS + 1 }));
    history.record(typed('c', 'b', COALESCE_MS + 1));
    expect(count()).toBe(4);
    history.seal();
    history.record(typed('d', 'c', COALESCE_MS + 1));
    expect(count()).toBe(5);
    history.takeUndo();
    history.record(typed('e', 'c', COALESCE_MS + 1));
    expect(count()).toBe(5);
    history.takeUndo();
    history.takeRedo();
    history.record(typed('f', 'e', COALESCE_MS + 1));
    expect(count()).toBe(6);
  });

  it('makes one move of a drag', () => {
    const history = new History();
    const move = (x: number): Edit => ({ kind: 'moveNodes', moves: [{ nodeId: 'a', position: { x, y: 0 } }] });
    for (let x = 20; x <= 60; x += 20) {
      history.record(step('Move', { edit: move(x), inverse: move(x - 20), coalesce: 'move:a', atMs: x }));
    }
    expect(history.takeUndo()?.edit).toEqual(move(60));
  });

  it('keeps both parts when the second does not say all that the first said', () => {
    const history = new History();
    history.record(step('a', { edit: config('x', ['one']), coalesce: 'k' }));
    history.record(step('b', { edit: config('y', ['two']), coalesce: 'k' }));
    expect(history.takeUndo()?.edit).toEqual({ kind: 'batch', edits: [config('x', ['one']), config('y', ['two'])] });
  });
});

describe('history over a reload', () => {
  const document = documentOf(['a']);
  const content = { done: [step('one'), step('two')], undone: [step('three')] };

  it('comes back as it was', () => {
    const store = new HistoryStore(memoryStore());
    store.write('w', document, content);
    expect(store.read('w')).toMatchObject({ history: content });
    expect(store.read('other')).toBeUndefined();
    store.forget('w');
    expect(store.read('w')).toBeUndefined();
  });

  it('comes with the document that was not saved', () => {
    const store = new HistoryStore(memoryStore());
    store.write('w', document, content, 7);
    expect(store.read('w')?.unsaved).toEqual({ document, revision: 7 });
  });

  it('gives up the oldest steps before the document when there is little room', () => {
    const store = new HistoryStore(memoryStore());
    const long = 'x'.repeat(MAX_STORED_CHARACTERS / 40);
    const done = Array.from({ length: 60 }, (_, number) => step(`${number}`, { edit: named(long) }));
    store.write('w', document, { done, undone: [] }, 1);
    const kept = store.read('w');
    expect(kept?.history.done.map(({ label }) => label)).toEqual(done.slice(-10).map(({ label }) => label));
    expect(kept?.unsaved).toBeDefined();
  });

  it('keeps nothing in a store that is full, and does not fail', () => {
    const full = {
      ...memoryStore(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const store = new HistoryStore(full);
    expect(() => store.write('w', document, content)).not.toThrow();
    expect(store.read('w')).toBeUndefined();
  });

  it.each(['{', '1', '{}', '{"fingerprint":"x","history":{"done":[1],"undone":[]}}', 'null'])(
    'takes nothing from %s',
    (text) => {
      const entries = memoryStore();
      entries.setItem('millrace.draft.w', text);
      expect(new HistoryStore(entries).read('w')).toBeUndefined();
    },
  );

  it('takes no document that is none', () => {
    const entries = memoryStore();
    const store = new HistoryStore(entries);
    store.write('w', { ...document, nodes: 'none' as never }, content, 1);
    expect(store.read('w')).toBeUndefined();
  });

  it('takes no document that is not what was written', () => {
    const entries = memoryStore();
    const store = new HistoryStore(entries);
    store.write('w', document, content, 1);
    expect(store.read('w')?.unsaved?.document).toEqual(document);
    const text = entries.getItem('millrace.draft.w') ?? '';
    entries.setItem('millrace.draft.w', text.replaceAll(document.name, 'Another'));
    expect(store.read('w')).toBeUndefined();
  });
});
