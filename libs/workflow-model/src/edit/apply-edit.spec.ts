import type { WorkflowDocument, WorkflowNode } from '../document';
import { documentOf } from '../testing/documents';
import { applyEdit } from './apply-edit';
import type { Edit } from './edit';

const document = documentOf(
  [{ id: 'a', config: { url: 'x', headers: [{ name: 'n' }] } }, 'b', { id: 'c', description: 'third' }],
  ['a>b', 'b>c'],
  {
    notes: [{ id: 'n1', text: 'note', position: { x: 0, y: 0 }, size: { width: 1, height: 1 } }],
    groups: [
      { id: 'g1', label: 'G', nodeIds: ['a', 'b'] },
      { id: 'g2', label: 'H', nodeIds: ['c'] },
    ],
  },
);

function nodeIn(from: WorkflowDocument, id: string): WorkflowNode {
  const node = from.nodes.find((other) => other.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

function newNode(id: string): WorkflowNode {
  return nodeIn(documentOf([id]), id);
}

const ids = (list: readonly { id: string }[]): string[] => list.map((element) => element.id);

describe('applyEdit on nodes', () => {
  it('adds a node at the end, or where it is told', () => {
    expect(ids(applyEdit(document, { kind: 'addNode', node: newNode('d') }).nodes)).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(applyEdit(document, { kind: 'addNode', node: newNode('d'), index: 1 }).nodes)).toEqual([
      'a',
      'd',
      'b',
      'c',
    ]);
    expect(ids(applyEdit(document, { kind: 'addNode', node: newNode('d'), index: 99 }).nodes)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('removes a node with its edges and its places in groups', () => {
    const after = applyEdit(document, { kind: 'removeNode', nodeId: 'b' });
    expect(ids(after.nodes)).toEqual(['a', 'c']);
    expect(after.edges).toEqual([]);
    expect(after.groups[0]?.nodeIds).toEqual(['a']);
    expect(after.groups[1]).toBe(document.groups[1]);
  });

  it('moves several nodes at once and leaves the others where they are', () => {
    const after = applyEdit(document, {
      kind: 'moveNodes',
      moves: [
        { nodeId: 'a', position: { x: 1, y: 2 } },
        { nodeId: 'ghost', position: { x: 9, y: 9 } },
        { nodeId: 'c', position: { x: 3, y: 4 } },
      ],
    });
    expect(after.nodes.map((node) => node.position)).toEqual([
      { x: 1, y: 2 },
      { x: 0, y: 0 },
      { x: 3, y: 4 },
    ]);
    expect(after.nodes[1]).toBe(document.nodes[1]);
  });

  it('sets and takes away values inside a config', () => {
    const set = applyEdit(document, { kind: 'updateConfig', nodeId: 'a', path: ['headers', 0, 'value'], value: 'v' });
    expect(nodeIn(set, 'a').config).toEqual({ url: 'x', headers: [{ name: 'n', value: 'v' }] });
    const unset = applyEdit(document, { kind: 'updateConfig', nodeId: 'a', path: ['headers'] });
    expect(nodeIn(unset, 'a').config).toEqual({ url: 'x' });
  });

  it('sets null as a value, not as absence', () => {
    const after = applyEdit(document, { kind: 'updateConfig', nodeId: 'b', path: ['body'], value: null });
    expect(nodeIn(after, 'b').config).toEqual({ body: null });
  });

  it('replaces or empties a whole config, which stays an object', () => {
    const replaced = applyEdit(document, { kind: 'updateConfig', nodeId: 'a', path: [], value: { only: 1 } });
    expect(nodeIn(replaced, 'a').config).toEqual({ only: 1 });
    const emptied = applyEdit(document, { kind: 'updateConfig', nodeId: 'a', path: [] });
    expect(nodeIn(emptied, 'a').config).toEqual({});
    expect(applyEdit(document, { kind: 'updateConfig', nodeId: 'a', path: [], value: [1] })).toBe(document);
  });

  it('never reaches a prototype through a config', () => {
    const edit: Edit = { kind: 'updateConfig', nodeId: 'a', path: ['__proto__', 'polluted'], value: true };
    expect(applyEdit(document, edit)).toBe(document);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('renames, describes, configures and switches a node', () => {
    expect(nodeIn(applyEdit(document, { kind: 'renameNode', nodeId: 'a', label: 'New' }), 'a').label).toBe('New');
    expect(nodeIn(applyEdit(document, { kind: 'describeNode', nodeId: 'a', description: 'D' }), 'a').description).toBe(
      'D',
    );
    expect(nodeIn(applyEdit(document, { kind: 'describeNode', nodeId: 'c' }), 'c')).not.toHaveProperty('description');
    const settings = { onError: 'continue' as const, timeoutMs: 5 };
    expect(nodeIn(applyEdit(document, { kind: 'setNodeSettings', nodeId: 'a', settings }), 'a').settings).toBe(
      settings,
    );
    expect(nodeIn(applyEdit(document, { kind: 'setEnabled', nodeId: 'a', enabled: false }), 'a').enabled).toBe(false);
  });

  it('replaces a node in its place and keeps its edges', () => {
    const after = applyEdit(document, { kind: 'replaceNode', node: { ...newNode('b'), type: 'timer' } });
    expect(ids(after.nodes)).toEqual(['a', 'b', 'c']);
    expect(nodeIn(after, 'b').type).toBe('timer');
    expect(after.edges).toBe(document.edges);
  });
});

describe('applyEdit on edges, notes and groups', () => {
  const edge = { id: 'new', source: 'a', sourceHandle: 'main', target: 'c', targetHandle: 'main' };
  const note = { id: 'n2', text: 'x', position: { x: 1, y: 1 }, size: { width: 2, height: 2 } };
  const group = { id: 'g3', label: 'I', nodeIds: [] };

  it('adds, replaces and removes edges', () => {
    expect(ids(applyEdit(document, { kind: 'addEdge', edge, index: 0 }).edges)).toEqual(['new', 'a>b', 'b>c']);
    expect(ids(applyEdit(document, { kind: 'removeEdge', edgeId: 'a>b' }).edges)).toEqual(['b>c']);
    const replaced = applyEdit(document, { kind: 'replaceEdge', edge: { ...edge, id: 'a>b', label: 'yes' } });
    expect(replaced.edges[0]).toMatchObject({ id: 'a>b', target: 'c', label: 'yes' });
  });

  it('adds, updates and removes notes', () => {
    expect(ids(applyEdit(document, { kind: 'addNote', note }).notes)).toEqual(['n1', 'n2']);
    expect(applyEdit(document, { kind: 'updateNote', note: { ...note, id: 'n1' } }).notes[0]?.text).toBe('x');
    expect(applyEdit(document, { kind: 'removeNote', noteId: 'n1' }).notes).toEqual([]);
  });

  it('adds, updates and removes groups, and leaves their nodes', () => {
    expect(ids(applyEdit(document, { kind: 'addGroup', group }).groups)).toEqual(['g1', 'g2', 'g3']);
    expect(applyEdit(document, { kind: 'updateGroup', group: { ...group, id: 'g1' } }).groups[0]?.nodeIds).toEqual([]);
    const removed = applyEdit(document, { kind: 'removeGroup', groupId: 'g1' });
    expect(ids(removed.groups)).toEqual(['g2']);
    expect(removed.nodes).toBe(document.nodes);
  });
});

describe('applyEdit on the document', () => {
  it('sets name, settings and metadata', () => {
    expect(applyEdit(document, { kind: 'setName', name: 'New' }).name).toBe('New');
    const settings = { timezone: 'Europe/Berlin' };
    expect(applyEdit(document, { kind: 'setWorkflowSettings', settings }).settings).toBe(settings);
    const metadata = { tags: ['x'] };
    expect(applyEdit(document, { kind: 'setMetadata', metadata }).metadata).toBe(metadata);
  });

  it('applies a batch in order', () => {
    const edits: Edit[] = [
      { kind: 'addNode', node: newNode('d') },
      { kind: 'addEdge', edge: { id: 'c>d', source: 'c', sourceHandle: 'main', target: 'd', targetHandle: 'main' } },
      { kind: 'renameNode', nodeId: 'd', label: 'Last' },
      { kind: 'removeNode', nodeId: 'c' },
    ];
    const after = applyEdit(document, { kind: 'batch', edits });
    expect(ids(after.nodes)).toEqual(['a', 'b', 'd']);
    expect(ids(after.edges)).toEqual(['a>b']);
    expect(nodeIn(after, 'd').label).toBe('Last');
  });

  it.each<[string, Edit]>([
    ['an id that is taken', { kind: 'addNode', node: newNode('a') }],
    ['an unknown node', { kind: 'renameNode', nodeId: 'ghost', label: 'x' }],
    ['an unknown node to remove', { kind: 'removeNode', nodeId: 'ghost' }],
    ['an unknown node to move', { kind: 'moveNodes', moves: [{ nodeId: 'ghost', position: { x: 1, y: 1 } }] }],
    ['an unknown edge', { kind: 'removeEdge', edgeId: 'ghost' }],
    ['an unknown note', { kind: 'removeNote', noteId: 'ghost' }],
    ['an unknown group', { kind: 'removeGroup', groupId: 'ghost' }],
    ['a value that is there already', { kind: 'renameNode', nodeId: 'a', label: 'a' }],
    ['a name that it has already', { kind: 'setName', name: 'Workflow' }],
    ['an empty batch', { kind: 'batch', edits: [] }],
    ['a path through text', { kind: 'updateConfig', nodeId: 'a', path: ['url', 'x'], value: 1 }],
    ['nothing at a path', { kind: 'updateConfig', nodeId: 'a', path: ['missing'] }],
  ])('gives the same object back for %s', (_name, edit) => {
    expect(applyEdit(document, edit)).toBe(document);
  });

  it('shares everything that it does not touch', () => {
    const after = applyEdit(document, { kind: 'renameNode', nodeId: 'a', label: 'New' });
    expect(after.nodes[1]).toBe(document.nodes[1]);
    expect(after.nodes[0]?.config).toBe(document.nodes[0]?.config);
    expect(after.edges).toBe(document.edges);
    expect(after.groups).toBe(document.groups);
    expect(document.nodes[0]?.label).toBe('a');
  });
});
