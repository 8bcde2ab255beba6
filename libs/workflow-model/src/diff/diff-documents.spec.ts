import fc from 'fast-check';
import { applyEdit } from '../edit/apply-edit';
import type { Edit } from '../edit/edit';
import { documentOf } from '../testing/documents';
import { anyEdit, editedDocument } from '../testing/edits';
import { canonicalDocument } from './canonical-document';
import { diffDocuments } from './diff-documents';

const before = documentOf([{ id: 'a', config: { url: 'x', list: [1, 2] } }, 'b', 'c'], ['a>b', 'b>c'], {
  notes: [{ id: 'n', text: 'note', position: { x: 0, y: 0 }, size: { width: 1, height: 1 } }],
});
const after = (...edits: Edit[]): ReturnType<typeof diffDocuments> =>
  diffDocuments(before, applyEdit(before, { kind: 'batch', edits }));

describe('diffDocuments', () => {
  it('says that a document is the same as itself and as an equal one', () => {
    expect(diffDocuments(before, before).same).toBe(true);
    expect(diffDocuments(before, structuredClone(before)).same).toBe(true);
  });

  it('does not count id, version and execution order', () => {
    expect(diffDocuments(before, { ...before, id: 'other', version: '2.0.0', executionOrder: ['a'] }).same).toBe(true);
  });

  it('has the nodes and edges that came and went', () => {
    const [node] = documentOf(['d']).nodes;
    if (node === undefined) throw new Error('no node');
    const diff = after({ kind: 'addNode', node }, { kind: 'removeNode', nodeId: 'c' });
    expect(diff.nodes.added.map(({ id }) => id)).toEqual(['d']);
    expect(diff.nodes.removed.map(({ id }) => id)).toEqual(['c']);
    expect(diff.edges.removed.map(({ id }) => id)).toEqual(['b>c']);
    expect(diff.same).toBe(false);
  });

  it('names the path of every changed value with what was and what is', () => {
    const diff = after(
      { kind: 'updateConfig', nodeId: 'a', path: ['list', 1], value: 3 },
      { kind: 'updateConfig', nodeId: 'a', path: ['method'], value: 'GET' },
      { kind: 'updateConfig', nodeId: 'a', path: ['url'] },
      { kind: 'renameNode', nodeId: 'a', label: 'New' },
    );
    const [changed] = diff.nodes.changed;
    expect(changed?.id).toBe('a');
    expect(changed?.layoutOnly).toBe(false);
    expect(changed?.changes).toEqual(
      expect.arrayContaining([
        { path: ['config', 'list', 1], before: 2, after: 3 },
        { path: ['config', 'method'], after: 'GET' },
        { path: ['config', 'url'], before: 'x' },
        { path: ['label'], before: 'a', after: 'New' },
      ]),
    );
    expect(changed?.changes).toHaveLength(4);
  });

  it('tells apart what only moves the picture', () => {
    const diff = after({ kind: 'moveNodes', moves: [{ nodeId: 'b', position: { x: 5, y: 0 } }] });
    expect(diff.nodes.changed.map((changed) => changed.layoutOnly)).toEqual([true]);
    expect(diff.same).toBe(false);
  });

  it('takes a list that became an object for one change', () => {
    const diff = after({ kind: 'updateConfig', nodeId: 'a', path: ['list'], value: { '0': 1 } });
    expect(diff.nodes.changed[0]?.changes).toEqual([{ path: ['config', 'list'], before: [1, 2], after: { '0': 1 } }]);
  });

  it('tells null from absence', () => {
    const diff = after({ kind: 'updateConfig', nodeId: 'b', path: ['body'], value: null });
    expect(diff.nodes.changed[0]?.changes).toEqual([{ path: ['config', 'body'], after: null }]);
  });

  it('has changes of name, settings, metadata, notes and edges', () => {
    const diff = after(
      { kind: 'setName', name: 'New' },
      { kind: 'setWorkflowSettings', settings: { timezone: 'Europe/Berlin' } },
      { kind: 'setMetadata', metadata: { tags: ['x'], author: 'me' } },
      { kind: 'removeNote', noteId: 'n' },
      {
        kind: 'replaceEdge',
        edge: { id: 'a>b', source: 'a', sourceHandle: 'main', target: 'c', targetHandle: 'main' },
      },
    );
    expect(diff.name).toEqual({ before: 'Workflow', after: 'New' });
    expect(diff.settings).toEqual([{ path: ['timezone'], before: 'UTC', after: 'Europe/Berlin' }]);
    expect(diff.metadata).toHaveLength(2);
    expect(diff.notes.removed).toHaveLength(1);
    expect(diff.edges.changed[0]?.changes).toEqual([{ path: ['target'], before: 'b', after: 'c' }]);
  });

  it('takes what is undefined for absent', () => {
    const same = { ...before, nodes: before.nodes.map((node) => ({ ...node, description: undefined })) };
    expect(diffDocuments(before, same).same).toBe(true);
  });

  it('says the same exactly when the canonical documents are equal but for the order of elements', () => {
    fc.assert(
      fc.property(editedDocument, fc.array(anyEdit, { maxLength: 4 }), (document, edits) => {
        const changed = edits.reduce(applyEdit, document);
        const { same } = diffDocuments(document, changed);
        const sorted = (value: typeof document): string =>
          canonicalDocument({
            ...value,
            nodes: value.nodes.toSorted(byId),
            edges: value.edges.toSorted(byId),
            notes: value.notes.toSorted(byId),
            groups: value.groups.toSorted(byId),
          });
        expect(same).toBe(sorted(document) === sorted(changed));
      }),
    );
  });

  it('is the mirror image when the documents change places', () => {
    fc.assert(
      fc.property(editedDocument, editedDocument, (one, other) => {
        const there = diffDocuments(one, other);
        const back = diffDocuments(other, one);
        expect(there.nodes.added).toEqual(back.nodes.removed);
        expect(there.edges.removed).toEqual(back.edges.added);
        expect(there.nodes.changed.map(({ id }) => id).sort()).toEqual(back.nodes.changed.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('canonicalDocument', () => {
  it('does not depend on id, version, execution order and the order of keys', () => {
    const shuffled = Object.fromEntries(Object.entries({ ...before, id: 'x', version: '9.0.0' }).reverse());
    expect(canonicalDocument({ ...(shuffled as typeof before), executionOrder: ['a'] })).toBe(
      canonicalDocument(before),
    );
  });

  it('depends on the order of nodes, which decides what runs first', () => {
    expect(canonicalDocument({ ...before, nodes: before.nodes.toReversed() })).not.toBe(canonicalDocument(before));
  });
});

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
