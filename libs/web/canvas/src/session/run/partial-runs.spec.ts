import { type Edit, type WorkflowDocument, applyEdit } from '@millrace/workflow-model';
import { DocumentIndex } from '../document/document-index';
import type { Pins } from '../pins/pinned-data';
import { catalogue } from '../testing/definitions';
import { after, contextOf, documentOf, expressions } from '../testing/documents';
import { addNode } from '../operations/add-node';
import { deleteElements } from '../operations/delete-elements';
import { rename } from '../operations/rename';
import { dirtyNodes } from './dirty-nodes';
import { type RunMode, runPlan } from './run-plan';

const before = documentOf(
  [
    { id: 't', type: 'manual-trigger' },
    { id: 'a', label: 'Fetch', type: 'http-request', config: { url: 'x' } },
    { id: 'b', type: 'log', config: { message: '{{Fetch.title}}' } },
    'c',
    'd',
  ],
  ['t>a', 'a>b', 'b>c', 'a>d'],
);

interface World {
  readonly pinsBefore?: Pins;
  readonly pins?: Pins;
  readonly ran?: (id: string) => boolean;
}
function marks(draft: WorkflowDocument, { pinsBefore = {}, pins = {}, ran = () => true }: World = {}) {
  const found = dirtyNodes({ before, index: DocumentIndex.of(draft), pinsBefore, pins, hasRun: ran, expressions });
  return Object.fromEntries([...found].map(([id, reason]) => [id, reason.code]));
}
const edited = (...edits: Edit[]) => applyEdit(before, { kind: 'batch', edits });
const copy = (document: WorkflowDocument) => JSON.parse(JSON.stringify(document)) as WorkflowDocument;

describe('stale outputs', () => {
  it('are none when nothing changed, whoever’s objects they are', () => {
    expect(marks(copy(before))).toEqual({});
  });

  it('are those of nodes whose params, settings or type changed', () => {
    const draft = edited(
      { kind: 'updateConfig', nodeId: 'a', path: ['url'], value: 'y' },
      { kind: 'setNodeSettings', nodeId: 'c', settings: { onError: 'continue' } },
      { kind: 'replaceNode', node: { ...before.nodes[4]!, type: 'merge' } },
    );
    expect(marks(draft)).toEqual({ a: 'PARAMS_CHANGED', c: 'PARAMS_CHANGED', d: 'PARAMS_CHANGED' });
  });

  it('are none for moves, descriptions, notes and names', () => {
    const draft = edited(
      { kind: 'moveNodes', moves: [{ nodeId: 'a', position: { x: 1, y: 1 } }] },
      { kind: 'describeNode', nodeId: 'b', description: 'why' },
      { kind: 'setName', name: 'New' },
    );
    expect(marks(draft)).toEqual({});
  });

  it('are none when renaming only rewrote references', () => {
    const draft = after(before, rename(contextOf(before), 'a', 'Get it'));
    expect(draft.nodes[2]?.config).toEqual({ message: '{{Getit.title}}' });
    expect(marks(draft)).toEqual({});
  });

  it('are those after an inserted node, which itself never ran', () => {
    const place = { kind: 'into', edgeId: 'a>b' } as const;
    const draft = after(before, addNode(contextOf(before), { type: 'log', place }));
    expect(marks(draft, { ran: (id) => id !== 'new1' })).toEqual({ b: 'NODE_INSERTED' });
  });

  it('are those after a deleted node, joined again or not', () => {
    expect(marks(after(before, deleteElements(contextOf(before), { nodeIds: ['b'] })))).toEqual({ c: 'NODE_DELETED' });
    expect(marks(after(before, deleteElements(contextOf(before), { nodeIds: ['b'] }, 'never')))).toEqual({
      c: 'NODE_DELETED',
    });
  });

  it('are those that a new or lost connection leads to', () => {
    const draft = edited(
      { kind: 'addEdge', edge: { ...before.edges[0]!, id: 'new', source: 'b', target: 'd' } },
      { kind: 'removeEdge', edgeId: 'b>c' },
    );
    expect(marks(draft)).toEqual({ d: 'CONNECTION_CHANGED', c: 'CONNECTION_CHANGED' });
  });

  it('are none when an edge is only drawn anew', () => {
    const draft = edited(
      { kind: 'removeEdge', edgeId: 'a>b' },
      { kind: 'addEdge', edge: { ...before.edges[1]!, id: 'other' } },
    );
    expect(marks(draft)).toEqual({});
  });

  it('are those after a node that was turned off or on', () => {
    expect(marks(edited({ kind: 'setEnabled', nodeId: 'a', enabled: false }))).toEqual({
      b: 'ENABLED_CHANGED',
      d: 'ENABLED_CHANGED',
    });
  });

  it('are those whose pin was taken away, and never those that are pinned', () => {
    expect(marks(before, { pinsBefore: { a: { main: 1 }, b: { main: 2 } }, pins: { b: { main: 2 } } })).toEqual({
      a: 'UNPINNED',
    });
    const draft = edited({ kind: 'updateConfig', nodeId: 'a', path: ['url'], value: 'y' });
    expect(marks(draft, { pins: { a: { main: 1 } } })).toEqual({});
  });

  it('are only those of nodes that have an output', () => {
    const draft = edited({ kind: 'updateConfig', nodeId: 'a', path: ['url'], value: 'y' });
    expect(marks(draft, { ran: (id) => id !== 'a' })).toEqual({});
  });

  it('tell what was done to the node itself before what happened around it', () => {
    const draft = edited(
      { kind: 'updateConfig', nodeId: 'b', path: ['message'], value: 'y' },
      { kind: 'setEnabled', nodeId: 'a', enabled: false },
    );
    expect(marks(draft)['b']).toBe('PARAMS_CHANGED');
  });

  it('compare each config once for each object', () => {
    let reads = 0;
    const config = { url: 'x' };
    const counting = new Proxy(config, {
      ownKeys: (target) => {
        reads += 1;
        return Reflect.ownKeys(target);
      },
    });
    const draft = {
      ...before,
      nodes: before.nodes.map((node) => (node.id === 'a' ? { ...node, config: counting } : node)),
    };
    const once = { ...draft, nodes: draft.nodes.map((node) => ({ ...node })) };
    marks(once);
    const first = reads;
    marks({ ...once, nodes: once.nodes.map((node) => ({ ...node })) });
    expect([first > 0, reads]).toEqual([true, first]);
  });
});

describe('the plan of a partial run', () => {
  interface Facts {
    readonly stale?: readonly string[];
    readonly without?: readonly string[];
    readonly pins?: Pins;
    readonly document?: WorkflowDocument;
    readonly lastTriggerId?: string;
  }
  function plan(nodeId: string, mode: RunMode, facts: Facts = {}) {
    const { stale = [], without = [], pins = {}, document = before, lastTriggerId } = facts;
    const index = DocumentIndex.of(document);
    const made = catalogue();
    const { run, reuse, pinned, runsPrevious, ...rest } = runPlan({
      index,
      nodeId,
      mode,
      pins,
      stale: new Map(stale.map((id) => [id, { code: 'PARAMS_CHANGED', message: '' }])),
      hasOutput: (id) => !without.includes(id),
      isTrigger: (id) => made.isTrigger(index.node(id)!),
      sourceExecutionId: 'last',
      ...(lastTriggerId === undefined ? {} : { lastTriggerId }),
    });
    return { run: run.join(' '), reuse: reuse.join(' '), pinned: pinned.join(' '), runsPrevious, ...rest };
  }

  it('of a step runs it alone over what is there', () => {
    expect(plan('b', 'step')).toEqual({
      mode: 'step',
      nodeId: 'b',
      run: 'b',
      reuse: 't a',
      pinned: '',
      runsPrevious: false,
      triggerNodeId: 't',
      sourceExecutionId: 'last',
    });
  });

  it('of a step runs again from the earliest stale node before it', () => {
    expect(plan('c', 'step', { stale: ['a'] })).toMatchObject({ run: 'a b c', reuse: 't', runsPrevious: true });
  });

  it('of a step runs first what never ran, and nothing beside its way', () => {
    expect(plan('c', 'step', { without: ['b', 'd'] })).toMatchObject({ run: 'b c', reuse: 't a', runsPrevious: true });
  });

  it('of a step runs everything when nothing ran before, and reuses nothing', () => {
    const whole = plan('c', 'step', { without: ['t', 'a', 'b', 'c', 'd'] });
    expect(whole).toMatchObject({ run: 't a b c', reuse: '' });
    expect(whole).not.toHaveProperty('sourceExecutionId');
  });

  it('takes a pin instead of running, and cares for nothing before it', () => {
    expect(plan('c', 'step', { without: ['t', 'a', 'b'], pins: { b: { main: 1 } } })).toMatchObject({
      run: 'c',
      reuse: '',
      pinned: 'b',
      runsPrevious: false,
    });
  });

  it('runs the target even when it is pinned', () => {
    expect(plan('b', 'step', { pins: { b: { main: 1 } } })).toMatchObject({ run: 'b', pinned: '' });
  });

  it('to here runs everything on the way anew', () => {
    expect(plan('c', 'to')).toMatchObject({ run: 'a b c', reuse: 't', runsPrevious: true });
    expect(plan('c', 'to', { pins: { a: { main: 1 } } })).toMatchObject({ run: 'b c', reuse: '', pinned: 'a' });
    expect(plan('c', 'to', { without: ['t'] })).toMatchObject({ run: 't a b c' });
  });

  it('from here runs it and what follows, over what is there', () => {
    expect(plan('b', 'from')).toMatchObject({ run: 'b c', reuse: 't a', runsPrevious: false });
    expect(plan('a', 'from', { pins: { b: { main: 1 } } })).toMatchObject({ run: 'a c d', pinned: 'b' });
  });

  it('from here also needs what else leads to where it goes', () => {
    const document = documentOf(
      [{ id: 't', type: 'manual-trigger' }, 'a', 'x', { id: 'm', type: 'merge' }],
      ['t>a', 't>x', 'a>m', 'x>m'],
    );
    expect(plan('a', 'from', { document })).toMatchObject({ run: 'a m', reuse: 't x' });
    expect(plan('a', 'from', { document, without: ['x'] })).toMatchObject({ run: 'a x m', reuse: 't' });
  });

  it('begins with the trigger of the last run when that leads here, else with the first that does', () => {
    const document = documentOf(
      [{ id: 't', type: 'manual-trigger' }, { id: 'u', type: 'webhook-trigger' }, 'a', 'alone'],
      ['t>a', 'u>a'],
    );
    const trigger = (nodeId: string, lastTriggerId?: string) =>
      plan(nodeId, 'step', { document, ...(lastTriggerId && { lastTriggerId }) }).triggerNodeId;
    expect([trigger('a'), trigger('a', 'u'), trigger('a', 'gone'), trigger('u', 't'), trigger('alone')]).toEqual([
      't',
      'u',
      't',
      'u',
      undefined,
    ]);
  });
});
