import { after, contextOf, documentOf, done, refusalOf } from '../testing/documents';
import { collapseGroups, group, groupsOf, ungroup, updateGroup } from './groups';
import { addNote, updateNote } from './notes';
import { toggleEnabled } from './set-enabled';

describe('notes', () => {
  const note = { id: 'n', text: 'Hi', position: { x: 0, y: 0 }, size: { width: 240, height: 160 } };
  const document = documentOf(['a'], [], { notes: [note] });

  it('are put on the grid and selected', () => {
    const operation = addNote(contextOf(document), { x: 31, y: 49 }, '# Read me');
    const [, made] = after(document, operation).notes;
    expect(made).toMatchObject({ id: 'new1', text: '# Read me', position: { x: 40, y: 40 }, color: 'yellow' });
    expect(operation).toMatchObject({ noteId: 'new1', select: { noteIds: ['new1'] } });
  });

  it('change, and stay large enough to be read', () => {
    const changes = { text: 'Ho', color: '#abc', size: { width: 10, height: 333 } };
    expect(after(document, updateNote(contextOf(document), 'n', changes)).notes[0]).toEqual({
      ...note,
      ...changes,
      size: { width: 120, height: 340 },
    });
    expect(refusalOf(updateNote(contextOf(document), 'gone', {}))).toBe('NO_SUCH_NOTE');
  });
});

describe('groups', () => {
  const document = documentOf(['a', 'b', 'c', 'd'], [], {
    groups: [
      { id: 'one', label: 'Group 1', nodeIds: ['a', 'b'] },
      { id: 'two', label: 'Two', nodeIds: ['c'] },
    ],
  });

  it('are made of nodes, which leave the groups that they were in', () => {
    const operation = done(group(contextOf(document), ['b', 'c', 'd', 'gone']));
    expect(after(document, operation).groups).toEqual([
      { id: 'one', label: 'Group 1', nodeIds: ['a'] },
      { id: 'new1', label: 'Group 2', nodeIds: ['b', 'c', 'd'] },
    ]);
    expect(operation).toMatchObject({ groupId: 'new1', select: { groupIds: ['new1'] } });
  });

  it('are taken apart and leave their nodes selected', () => {
    const operation = done(ungroup(contextOf(document), ['one']));
    expect(after(document, operation).groups.map((each) => each.id)).toEqual(['two']);
    expect(operation.select).toEqual({ nodeIds: ['a', 'b'] });
  });

  it('collapse and expand together, and those that are so already stay as they are', () => {
    const collapsed = done(collapseGroups(contextOf(document), ['one', 'two'], true));
    expect([collapsed.label, collapsed.select]).toEqual(['Collapse groups', { groupIds: ['one', 'two'] }]);
    const small = after(document, collapsed);
    const expanded = done(collapseGroups(contextOf(small), ['two'], false));
    expect([expanded.label, expanded.select]).toEqual(['Expand group', { nodeIds: ['c'] }]);
    expect(after(small, expanded).groups.map((each) => each.collapsed)).toEqual([true, undefined]);
    expect(refusalOf(collapseGroups(contextOf(small), ['one'], true))).toBe('NOTHING_SELECTED');
  });

  it('collapse, expand, and change their name and words', () => {
    const collapsed = done(updateGroup(contextOf(document), 'two', { collapsed: true }));
    expect(collapsed.label).toBe('Collapse group');
    expect(after(document, collapsed).groups[1]?.collapsed).toBe(true);
    expect(done(updateGroup(contextOf(document), 'two', { collapsed: false })).label).toBe('Expand group');
    const named = done(updateGroup(contextOf(document), 'two', { label: 'New', description: 'why' }));
    expect(named.label).toBe('Rename group');
    expect(after(document, named).groups[1]).toEqual({ id: 'two', label: 'New', nodeIds: ['c'], description: 'why' });
  });

  it('are found by their nodes', () => {
    expect(groupsOf(contextOf(document).index, ['b', 'd']).map((each) => each.id)).toEqual(['one']);
  });

  it('are refused without nodes, and when they are gone', () => {
    expect(refusalOf(group(contextOf(document), ['gone']))).toBe('NOTHING_SELECTED');
    expect(refusalOf(ungroup(contextOf(document), []))).toBe('NOTHING_SELECTED');
    expect(refusalOf(updateGroup(contextOf(document), 'gone', {}))).toBe('NO_SUCH_GROUP');
  });
});

describe('turning nodes off and on', () => {
  const document = documentOf(['a', { id: 'off', enabled: false }]);
  const toggled = (...ids: string[]) =>
    after(document, toggleEnabled(contextOf(document), ids)).nodes.map((node) => node.enabled);

  it('turns all off when one is on, else all on', () => {
    expect(toggled('a')).toEqual([false, false]);
    expect(toggled('a', 'off')).toEqual([false, false]);
    expect(toggled('off')).toEqual([true, true]);
  });

  it('says what it did and refuses nothing', () => {
    expect(done(toggleEnabled(contextOf(document), ['a'])).label).toBe('Disable a');
    expect(done(toggleEnabled(contextOf(document), ['a', 'off'])).label).toBe('Disable 2 nodes');
    expect(done(toggleEnabled(contextOf(document), ['off'])).label).toBe('Enable off');
    expect(refusalOf(toggleEnabled(contextOf(document), ['gone']))).toBe('NOTHING_SELECTED');
  });
});
