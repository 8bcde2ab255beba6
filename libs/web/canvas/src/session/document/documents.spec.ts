import fc from 'fast-check';
import {
  type ElementsDiff,
  type WorkflowDocument,
  applyEdit,
  canonicalDocument,
  invertEdit,
} from '@millrace/workflow-model';
import { chainOf, documentOf } from '../testing/documents';
import { countChanges, diffOf } from './changes-ahead';
import { DocumentIndex, aliasOfNode } from './document-index';
import { editBetween } from './edit-between';
import { byReference } from './map-by-reference';
import { mergeDocuments } from './merge-documents';
import { fingerprint, sameContent, shareEqual } from './same-content';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const note = (id: string, text = '') => ({ id, text, position: { x: 0, y: 0 }, size: { width: 200, height: 100 } });

/** Any two documents over the same few ids. */
const anyDocument: fc.Arbitrary<WorkflowDocument> = fc
  .record({
    ids: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']),
    wires: fc.shuffledSubarray(['a>b', 'b>c', 'a>c', 'c>d', 'd>e', 'a>e']),
    urls: fc.array(fc.constantFrom('x', 'y'), { minLength: 5, maxLength: 5 }),
    notes: fc.shuffledSubarray(['n', 'm']),
    members: fc.subarray(['a', 'b', 'c']),
    name: fc.constantFrom('One', 'Two'),
    timezone: fc.constantFrom('UTC', 'Europe/Berlin'),
    tags: fc.subarray(['t']),
  })
  .map(({ ids, wires, urls, notes, members, name, timezone, tags }) => {
    const has = (id: string | undefined): boolean => id !== undefined && ids.includes(id);
    return documentOf(
      ids.map((id, place) => ({ id, config: { url: urls[place] ?? '' } })),
      wires.filter((wire) => wire.split('>').every(has)),
      {
        name,
        settings: { timezone },
        metadata: { tags },
        notes: notes.map((id, place) => note(id, urls[place])),
        groups: [{ id: 'g', label: 'G', nodeIds: members.filter(has) }],
      },
    );
  });

/** What a document says, whatever the order of its nodes, notes and groups. */
function content(document: WorkflowDocument): string {
  const byId = <T extends { id: string }>(list: readonly T[]): T[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { nodes, notes, groups } = document;
  return canonicalDocument({ ...document, nodes: byId(nodes), notes: byId(notes), groups: byId(groups) });
}

describe('the edit between two documents', () => {
  it('makes the one of the other, edges in their order', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const result = applyEdit(before, editBetween(before, after));
        expect(content(result)).toBe(content(after));
        expect(result.edges.map((edge) => edge.id)).toEqual(after.edges.map((edge) => edge.id));
      }),
    );
  });

  it('can be taken back', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const edit = editBetween(before, after);
        expect(applyEdit(applyEdit(before, edit), invertEdit(before, edit))).toEqual(before);
      }),
    );
  });

  it('is empty between equal documents, and keeps what is equal as it is', () => {
    const document = documentOf(['a', 'b'], ['a>b']);
    expect(editBetween(document, copy(document))).toEqual({ kind: 'batch', edits: [] });
    const changed = { ...copy(document), name: 'New' };
    expect(applyEdit(document, editBetween(document, changed)).nodes).toBe(document.nodes);
  });
});

describe('merging two drafts', () => {
  const base = documentOf(['a', 'b', 'c'], ['a>b', 'b>c'], { notes: [note('n', 'old')] });
  const edit = (change: (document: WorkflowDocument) => void): WorkflowDocument => {
    const changed = copy(base);
    change(changed);
    return changed;
  };
  const config = (document: WorkflowDocument, id: string) => document.nodes.find((node) => node.id === id)?.config;

  it('puts changes of different nodes together', () => {
    const mine = edit((d) => void (d.nodes[0]!.config = { x: 1 }));
    const theirs = edit((d) => {
      d.nodes[1]!.config = { y: 2 };
      d.name = 'Theirs';
      d.notes[0]!.text = 'new';
    });
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect([config(document, 'a'), config(document, 'b'), document.name, document.notes[0]?.text]).toEqual([
      { x: 1 },
      { y: 2 },
      'Theirs',
      'new',
    ]);
  });

  it('keeps what both added and drops what either removed', () => {
    const mine = edit((d) => {
      d.nodes.push({ ...d.nodes[0]!, id: 'm', label: 'm' });
      d.edges = d.edges.filter((edge) => edge.id !== 'a>b');
    });
    const theirs = edit((d) => void d.nodes.push({ ...d.nodes[0]!, id: 't', label: 't' }));
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect([document.nodes.map((node) => node.id), document.edges.map((edge) => edge.id), clashes]).toEqual([
      ['a', 'b', 'c', 'm', 't'],
      ['b>c'],
      [],
    ]);
  });

  it('tells of nodes that both changed, and takes mine', () => {
    const mine = edit((d) => void (d.nodes[0]!.config = { x: 1 }));
    const theirs = edit((d) => void (d.nodes[0]!.config = { x: 2 }));
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toEqual([{ kind: 'node', id: 'a', label: 'a' }]);
    expect(config(document, 'a')).toEqual({ x: 1 });
  });

  it('does not mind when both changed the same to the same', () => {
    const both = edit((d) => void (d.nodes[0]!.config = { x: 1 }));
    expect(mergeDocuments(base, both, copy(both)).clashes).toEqual([]);
  });

  it('tells of a node that one changed and the other removed', () => {
    const mine = edit((d) => void (d.nodes[0]!.config = { x: 1 }));
    const theirs = edit((d) => {
      d.nodes.shift();
      d.edges.shift();
    });
    expect(mergeDocuments(base, mine, theirs).clashes).toEqual([{ kind: 'node', id: 'a', label: 'a' }]);
    expect(mergeDocuments(base, theirs, mine).clashes).toEqual([{ kind: 'node', id: 'a', label: 'a' }]);
  });

  it('tells of an edge to a node that the other removed, and leaves none dangling', () => {
    const mine = edit((d) => void d.edges.push({ ...d.edges[0]!, id: 'a>c', target: 'c' }));
    const theirs = edit((d) => {
      d.nodes.pop();
      d.edges.pop();
    });
    const { document, clashes } = mergeDocuments(base, mine, theirs);
    expect(clashes).toEqual([{ kind: 'edge', id: 'a>c' }]);
    expect(document.edges.map((edge) => edge.id)).toEqual(['a>b']);
  });

  it('tells of a cycle that neither had', () => {
    const free = documentOf(['a', 'b']);
    const mine = { ...free, edges: documentOf(['a', 'b'], ['a>b']).edges };
    const theirs = { ...free, edges: documentOf(['a', 'b'], ['b>a']).edges };
    expect(mergeDocuments(free, mine, theirs).clashes).toEqual([{ kind: 'graph', id: 'a' }]);
  });

  it('tells of names, settings and details that both changed', () => {
    const mine = edit(
      (d) => void Object.assign(d, { name: 'M', settings: { timezone: 'M' }, metadata: { tags: ['m'] } }),
    );
    const theirs = edit(
      (d) => void Object.assign(d, { name: 'T', settings: { timezone: 'T' }, metadata: { tags: ['t'] } }),
    );
    expect(mergeDocuments(base, mine, theirs).clashes.map((clash) => clash.kind)).toEqual([
      'name',
      'settings',
      'metadata',
    ]);
  });

  it('gives the other’s draft when I changed nothing, and mine when they did not, whatever the drafts', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (start, changed) => {
        expect(content(mergeDocuments(start, start, changed).document)).toBe(content(changed));
        expect(content(mergeDocuments(start, changed, start).document)).toBe(content(changed));
        expect(mergeDocuments(start, changed, start).clashes).toEqual([]);
      }),
    );
  });
});

describe('what documents say', () => {
  it('is the same apart from id and version', () => {
    const document = documentOf(['a']);
    expect(sameContent(document, { ...copy(document), id: 'x', version: '9.0.0' })).toBe(true);
    expect(sameContent(document, { ...copy(document), name: 'x' })).toBe(false);
    expect(sameContent(document, documentOf([]))).toBe(false);
  });

  it('has a fingerprint that tells documents apart', () => {
    const prints = Array.from({ length: 200 }, (_, number) =>
      fingerprint(documentOf([{ id: 'a', config: { number } }])),
    );
    expect(new Set(prints).size).toBe(200);
    expect(fingerprint(documentOf(['a']))).toBe(fingerprint(copy(documentOf(['a']))));
  });

  it('counts changes that mean something, not moved cards', () => {
    const live = documentOf(['a', 'b'], ['a>b']);
    const draft = copy(live);
    draft.nodes[0]!.position = { x: 999, y: 0 };
    expect(countChanges(live, draft)).toBe(0);
    draft.nodes = [draft.nodes[0]!, { ...draft.nodes[1]!, config: { x: 1 } }];
    draft.edges = [];
    draft.name = 'New';
    expect([countChanges(live, draft), countChanges(undefined, draft), countChanges(live, live)]).toEqual([3, 0, 0]);
  });

  it('counts what a diff tells', () => {
    const meaningful = ({ added, removed, changed }: ElementsDiff<unknown>): number =>
      added.length + removed.length + changed.filter((element) => !element.layoutOnly).length;
    fc.assert(
      fc.property(anyDocument, anyDocument, (live, draft) => {
        const diff = diffOf(live, draft);
        const lists = diff === undefined ? [] : [diff.nodes, diff.edges, diff.notes, diff.groups];
        const parts = [diff?.name !== undefined, diff?.settings.length !== 0, diff?.metadata.length !== 0];
        const told = lists.reduce((sum, list) => sum + meaningful(list), 0) + parts.filter(Boolean).length;
        expect(countChanges(live, draft)).toBe(told);
      }),
    );
  });

  it('shares equal elements, so that comparing them later is a matter of references', () => {
    const live = documentOf(['a', 'b'], ['a>b']);
    const draft = copy(live);
    draft.nodes[1]!.config = { x: 1 };
    const shared = shareEqual(live, draft);
    expect(shared.nodes[0]).toBe(live.nodes[0]);
    expect(shared.nodes[1]).toBe(draft.nodes[1]);
    expect(shared).toEqual(draft);
  });
});

describe('the index of a document', () => {
  it('keeps every part that an edit does not touch', () => {
    const document = chainOf(50);
    const before = DocumentIndex.of(document);
    const edited = applyEdit(document, { kind: 'updateConfig', nodeId: 'n7', path: ['x'], value: 1 });
    const after = before.next(edited);
    expect(after.hasSameWiring(before)).toBe(true);
    expect(after.aliases).toBe(before.aliases);
    expect(after.edgeById).toBe(before.edgeById);
    expect(after.order).toBe(before.order);
    expect(after.upstreamOf('n9')).toBe(before.upstreamOf('n9'));
    expect(after.node('n7')?.config).toEqual({ x: 1 });
  });

  it('works out anew what an edit touches', () => {
    const before = DocumentIndex.of(chainOf(3));
    const renamed = before.next(applyEdit(before.document, { kind: 'renameNode', nodeId: 'n1', label: 'Two' }));
    expect([renamed.aliases.aliasById.get('n1'), renamed.hasSameWiring(before)]).toEqual(['Two', true]);
    const cut = renamed.next(applyEdit(renamed.document, { kind: 'removeEdge', edgeId: 'n0>n1' }));
    expect([cut.incoming('n1'), [...cut.upstreamOf('n2')], cut.hasSameWiring(renamed)]).toEqual([[], ['n1'], false]);
    expect(cut.aliases).toBe(renamed.aliases);
  });

  it('knows what comes before and after, and where', () => {
    const index = DocumentIndex.of(documentOf(['d', 'a', 'b', 'c'], ['a>b', 'a>c', 'b>d', 'c>d']));
    expect(index.order).toEqual(['a', 'b', 'c', 'd']);
    expect(index.rank.get('d')).toBe(3);
    expect([...index.upstreamOf('d')].sort()).toEqual(['a', 'b', 'c']);
    expect([...index.downstreamOf('a')].sort()).toEqual(['b', 'c', 'd']);
    expect(index.next(index.document)).toBe(index);
  });

  it('leaves out edges to nowhere and puts cycles last', () => {
    const document = documentOf(['x', 'y', 'z'], ['x>y', 'y>x', 'z>gone']);
    const index = DocumentIndex.of(document);
    expect([index.order, index.outgoing('z')]).toEqual([['z', 'x', 'y'], []]);
  });

  it('works each alias out once for each node object', () => {
    const document = documentOf([
      { id: 'a', label: 'Fetch Data' },
      { id: 'b', label: '!!' },
    ]);
    expect(document.nodes.map(aliasOfNode)).toEqual(['FetchData', 'b']);
    let count = 0;
    const counted = byReference((node: { label: string }) => {
      count += 1;
      return node.label;
    });
    for (const node of [...document.nodes, ...document.nodes]) counted(node);
    expect(count).toBe(2);
  });
});
