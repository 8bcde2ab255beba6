import { signal } from '@angular/core';
import { DocumentIndex } from '../document/document-index';
import { documentOf } from '../testing/documents';
import { type Direction, neighbourOf } from './neighbours';
import { Selection } from './selection';

const at = (id: string, x: number, y: number) => ({ id, position: { x, y } });
const note = { id: 'note', text: '', position: { x: 0, y: 0 }, size: { width: 100, height: 100 } };
const document = documentOf(
  [at('a', 0, 0), at('b', 300, -100), at('c', 300, 100), at('d', 600, 0), at('alone', 0, 500)],
  ['a>b', 'a>c', 'b>d', 'c>d'],
  { notes: [note], groups: [{ id: 'g', label: 'G', nodeIds: ['a'] }] },
);

function made() {
  const source = signal(DocumentIndex.of(document));
  return { source, selection: new Selection(source) };
}
const ids = (selection: Selection) => [...selection.nodeIds()].sort();

describe('a selection', () => {
  it('is empty at first, and is set, cleared and counted', () => {
    const { selection } = made();
    expect([selection.isEmpty(), selection.onlyNode()]).toEqual([true, undefined]);
    selection.select({ nodeIds: ['a'], edgeIds: ['a>b'], noteIds: ['note'], groupIds: ['g'] });
    expect([selection.size(), selection.hasNode('a'), selection.hasEdge('a>b')]).toEqual([4, true, true]);
    expect(selection.snapshot()).toEqual({ nodeIds: ['a'], edgeIds: ['a>b'], noteIds: ['note'], groupIds: ['g'] });
    selection.clear();
    expect(selection.isEmpty()).toBe(true);
  });

  it('names the node when it is the only thing selected', () => {
    const { selection } = made();
    selection.selectNode('a');
    expect(selection.onlyNode()).toBe('a');
    selection.select({ noteIds: ['note'] }, 'add');
    expect(selection.onlyNode()).toBeUndefined();
  });

  it.each([
    ['replace', ['b', 'c']],
    ['add', ['a', 'b', 'c']],
    ['toggle', ['a', 'c']],
    ['subtract', ['a']],
  ] as const)('follows a marquee that is to %s', (mode, expected) => {
    const { selection } = made();
    selection.select({ nodeIds: ['a', 'b'] });
    selection.select({ nodeIds: ['b', 'c'] }, mode);
    expect(ids(selection)).toEqual(expected);
  });

  it('takes all nodes and notes', () => {
    const { selection } = made();
    selection.selectAll();
    expect([ids(selection), [...selection.noteIds()]]).toEqual([['a', 'alone', 'b', 'c', 'd'], ['note']]);
  });

  it('takes everything before or after, with what was selected', () => {
    const { selection } = made();
    selection.selectNode('d');
    selection.selectUpstream();
    expect(ids(selection)).toEqual(['a', 'b', 'c', 'd']);
    selection.selectNode('b');
    selection.selectDownstream();
    expect([ids(selection), selection.focusedNode()]).toEqual([['b', 'd'], 'b']);
  });

  it('loses what leaves the document, and has it again when it comes back', () => {
    const { source, selection } = made();
    selection.select({ nodeIds: ['a', 'd'] });
    source.set(DocumentIndex.of({ ...document, nodes: document.nodes.filter((node) => node.id !== 'd') }));
    expect([ids(selection), selection.onlyNode()]).toEqual([['a'], 'a']);
    source.set(DocumentIndex.of(document));
    expect(ids(selection)).toEqual(['a', 'd']);
  });

  it('stays the same object while it says the same, so that nothing is drawn anew', () => {
    const { source, selection } = made();
    selection.select({ nodeIds: ['a'] });
    const before = selection.selected();
    source.set(source().next({ ...document, name: 'Other' }));
    selection.select({ nodeIds: ['a'] });
    expect(selection.selected()).toBe(before);
  });
});

describe('the roving focus', () => {
  it('begins at the first node and goes in topological order', () => {
    const { selection } = made();
    expect([selection.focusedNode(), selection.rovingOrder()]).toEqual(['a', ['a', 'b', 'c', 'd', 'alone']]);
  });

  it('follows what is selected, and moves without selecting', () => {
    const { selection } = made();
    selection.selectNode('c');
    expect(selection.focusedNode()).toBe('c');
    selection.focus('d');
    expect([selection.focusedNode(), ids(selection)]).toEqual(['d', ['c']]);
  });

  it('falls back to the first node when its own goes', () => {
    const { source, selection } = made();
    selection.selectNode('d');
    source.set(DocumentIndex.of({ ...document, nodes: document.nodes.slice(0, 2) }));
    expect(selection.focusedNode()).toBe('a');
  });

  it('moves with the arrows, alone or adding', () => {
    const { selection } = made();
    selection.selectNode('a');
    expect(selection.moveTo('right')).toBe('b');
    expect(selection.moveTo('down', 'add')).toBe('c');
    expect(ids(selection)).toEqual(['b', 'c']);
    expect(selection.moveTo('up')).toBe('b');
  });
});

describe('neighbours', () => {
  const index = DocumentIndex.of(document);
  it.each<[string, Direction, string | undefined]>([
    ['a', 'right', 'b'],
    ['d', 'left', 'b'],
    ['b', 'right', 'd'],
    ['b', 'down', 'c'],
    ['c', 'up', 'b'],
    ['a', 'down', 'alone'],
    ['alone', 'up', 'a'],
    ['alone', 'right', 'c'],
    ['a', 'left', undefined],
    ['d', 'right', undefined],
    ['gone', 'right', undefined],
  ])('of %s to the %s is %s', (from, direction, to) => {
    expect(neighbourOf(index, from, direction)).toBe(to);
  });

  it('along an edge goes before one that is merely nearer', () => {
    const far = DocumentIndex.of(documentOf([at('x', 0, 0), at('near', 250, 0), at('wired', 900, 400)], ['x>wired']));
    expect(neighbourOf(far, 'x', 'right')).toBe('wired');
  });
});
