import fc from 'fast-check';
import type { WorkflowDocument } from '../document';
import { documentOf } from '../testing/documents';
import { anyEdit, editedDocument } from '../testing/edits';
import { applyEdit } from './apply-edit';
import type { Edit } from './edit';
import { invertEdit } from './invert-edit';

/** Property tests freeze everything they hand in: an edit that wrote in place would throw. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('setCredential', () => {
  const document = documentOf([{ id: 'a', type: 'no-op', credentials: { account: 'c1' } }], []);
  const credentialsIn = (changed: WorkflowDocument): unknown => changed.nodes[0]?.credentials;

  it('chooses an account, another one, and none', () => {
    const edit = { kind: 'setCredential', nodeId: 'a' } as const;
    const chosen = applyEdit(document, { ...edit, slot: 'model', credentialId: 'c2' });
    expect(credentialsIn(chosen)).toEqual({ account: 'c1', model: 'c2' });
    const without = applyEdit(chosen, { ...edit, slot: 'model' });
    expect(credentialsIn(without)).toEqual({ account: 'c1' });
    const none = applyEdit(without, { ...edit, slot: 'account' });
    expect(none.nodes[0]).not.toHaveProperty('credentials');
    expect(applyEdit(document, invertEdit(document, { ...edit, slot: 'account', credentialId: 'c9' }))).toBe(document);
  });

  it('changes nothing when it fits nothing', () => {
    const edit = { kind: 'setCredential', slot: 'account', credentialId: 'c1' } as const;
    expect(applyEdit(document, { ...edit, nodeId: 'a' })).toBe(document);
    expect(applyEdit(document, { ...edit, nodeId: 'ghost' })).toBe(document);
  });
});

describe('loops', () => {
  const document = documentOf(
    [
      { id: 'inner', type: 'no-op', parent: 'nested' },
      { id: 'loop', type: 'loop' },
      { id: 'after', type: 'no-op' },
      { id: 'nested', type: 'loop', parent: 'loop' },
    ],
    ['loop>after'],
  );

  it('are removed with everything inside, and come back whole', () => {
    const edit: Edit = { kind: 'removeNode', nodeId: 'loop' };
    const after = applyEdit(document, edit);
    expect(after.nodes.map((node) => node.id)).toEqual(['after']);
    expect(after.edges).toEqual([]);
    expect(applyEdit(after, invertEdit(document, edit))).toEqual(document);
  });

  it('take nodes in and let them out', () => {
    const edit: Edit = { kind: 'setParent', nodeId: 'after', parent: 'loop' };
    const after = applyEdit(document, edit);
    expect(after.nodes[2]?.parent).toBe('loop');
    expect(applyEdit(after, invertEdit(document, edit)).nodes[2]).not.toHaveProperty('parent');
    expect(applyEdit(document, { kind: 'setParent', nodeId: 'after' })).toBe(document);
  });
});

describe('applyEdit and invertEdit together', () => {
  it('come back to an equal document after any edit', () => {
    fc.assert(
      fc.property(editedDocument, anyEdit, (document, edit) => {
        frozen(document);
        const inverse = invertEdit(document, edit);
        expect(applyEdit(applyEdit(document, edit), inverse)).toEqual(document);
      }),
      { numRuns: 2_000 },
    );
  });

  it('come back through any sequence of edits, step by step, and go forward again', () => {
    fc.assert(
      fc.property(editedDocument, fc.array(anyEdit, { maxLength: 15 }), (document, edits) => {
        const states: WorkflowDocument[] = [frozen(document)];
        const inverses: Edit[] = [];
        for (const edit of edits) {
          const current = states.at(-1) ?? document;
          inverses.push(invertEdit(current, edit));
          states.push(applyEdit(current, edit));
        }
        let current = states.at(-1) ?? document;
        for (let step = edits.length - 1; step >= 0; step -= 1) {
          const inverse = inverses[step];
          const redo = inverse === undefined ? undefined : invertEdit(current, inverse);
          const after = current;
          current = inverse === undefined ? current : applyEdit(current, inverse);
          expect(current).toEqual(states[step]);
          if (redo !== undefined) expect(applyEdit(current, redo)).toEqual(after);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('come back from a batch as one step', () => {
    fc.assert(
      fc.property(editedDocument, fc.array(anyEdit, { maxLength: 8 }), (document, edits) => {
        const batch: Edit = { kind: 'batch', edits };
        const after = applyEdit(frozen(document), batch);
        expect(applyEdit(after, invertEdit(document, batch))).toEqual(document);
        expect(after).toEqual(edits.reduce(applyEdit, document));
      }),
      { numRuns: 500 },
    );
  });

  it('survive being written as JSON and read back', () => {
    fc.assert(
      fc.property(editedDocument, anyEdit, (document, edit) => {
        const inverse = JSON.parse(JSON.stringify(invertEdit(document, edit))) as Edit;
        const sent = JSON.parse(JSON.stringify(edit)) as Edit;
        expect(applyEdit(applyEdit(document, sent), inverse)).toEqual(document);
      }),
    );
  });

  it('never make a document with an id twice', () => {
    fc.assert(
      fc.property(editedDocument, fc.array(anyEdit, { maxLength: 15 }), (document, edits) => {
        const after = edits.reduce(applyEdit, document);
        for (const list of [after.nodes, after.edges, after.notes, after.groups]) {
          expect(new Set(list.map((element) => element.id)).size).toBe(list.length);
        }
      }),
    );
  });
});

describe('invertEdit', () => {
  const document = documentOf(['a', 'b', 'c'], ['a>b', 'b>c', 'a>c'], {
    groups: [
      { id: 'g', label: 'G', nodeIds: ['c', 'b'] },
      { id: 'h', label: 'H', nodeIds: ['a'] },
    ],
  });

  it('puts a removed node back with its edges and groups, each in its place', () => {
    const edit: Edit = { kind: 'removeNode', nodeId: 'b' };
    const after = applyEdit(document, edit);
    expect(after.edges.map((edge) => edge.id)).toEqual(['a>c']);
    const back = applyEdit(after, invertEdit(document, edit));
    expect(back).toEqual(document);
    expect(back.edges.map((edge) => edge.id)).toEqual(['a>b', 'b>c', 'a>c']);
    expect(back.groups[0]?.nodeIds).toEqual(['c', 'b']);
  });

  it('keeps edges that led to nowhere when an added node goes again', () => {
    const dangling = documentOf(['a'], ['a>new']);
    const [node] = documentOf(['new']).nodes;
    if (node === undefined) throw new Error('no node');
    const edit: Edit = { kind: 'addNode', node };
    expect(applyEdit(applyEdit(dangling, edit), invertEdit(dangling, edit))).toEqual(dangling);
  });

  it('takes the first container away that a config edit had to make', () => {
    const edit: Edit = { kind: 'updateConfig', nodeId: 'a', path: ['body', 'fields', 0, 'name'], value: 'x' };
    expect(invertEdit(document, edit)).toEqual({ kind: 'updateConfig', nodeId: 'a', path: ['body'] });
  });

  it('is an empty batch for an edit that does not fit', () => {
    expect(invertEdit(document, { kind: 'removeNode', nodeId: 'ghost' })).toEqual({ kind: 'batch', edits: [] });
    expect(invertEdit(document, { kind: 'setEnabled', nodeId: 'ghost', enabled: false })).toEqual({
      kind: 'batch',
      edits: [],
    });
  });
});
