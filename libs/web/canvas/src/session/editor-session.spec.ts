import type { WorkflowDocument } from '@millrace/workflow-model';
import './testing/structured-clone';
import { NodeCatalogue } from './catalogue/node-catalogue';
import { EditorSession } from './editor-session';
import type { EditorSessionOptions } from './editor-session-options';
import { memoryStore } from './ports/key-value-store';
import { definitions } from './testing/definitions';
import { chainOf, documentOf, expressions, wires } from './testing/documents';
import { ManualTimers, settled } from './testing/manual-timers';
import { MemoryGateway } from './testing/memory-gateway';

const start = documentOf(
  [
    { id: 't', label: 'Start', type: 'manual-trigger' },
    { id: 'f', label: 'Fetch', type: 'http-request', config: { url: 'https://a.io' } },
    { id: 'l', label: 'Log', type: 'log', config: { message: '{{Fetch.title}}' } },
  ],
  ['t>f', 'f>l'],
);

async function opened(document: WorkflowDocument = start, more: Partial<EditorSessionOptions> = {}) {
  const timers = new ManualTimers();
  const gateway = new MemoryGateway(document);
  let count = 0;
  const options = { timers, gateway, expressions, newId: () => `new${(count += 1)}`, store: memoryStore(), ...more };
  const session = new EditorSession({ catalogue: new NodeCatalogue(definitions), ...options });
  await session.load('w');
  const configOf = (id: string) => session.node(id)?.config;
  return { session, timers, gateway: (more.gateway as MemoryGateway) ?? gateway, options, configOf };
}

describe('opening', () => {
  it('loads the draft with its live version and what is derived from it', async () => {
    const gateway = new MemoryGateway(start);
    gateway.published = { versionId: 'v', version: '1.2.0', document: start };
    gateway.enabled = true;
    const { session } = await opened(start, { gateway });
    expect([session.status(), session.workflowId(), session.name(), session.liveVersion(), session.enabled()]).toEqual([
      'ready',
      'w',
      'Workflow',
      '1.2.0',
      true,
    ]);
    expect([session.nodes().length, session.edges().length, session.isEmpty(), session.revision()]).toEqual([
      3,
      2,
      false,
      1,
    ]);
    expect([session.aliases().idByAlias.get('Fetch'), session.definitionOf('f')?.title]).toEqual(['f', 'HTTP request']);
    expect([session.changesAhead(), session.saveState(), session.mustWarn()]).toEqual([0, 'saved', false]);
  });

  it('tells that it cannot be loaded, and can try again', async () => {
    const gateway = new MemoryGateway(start);
    gateway.fault = 'unreachable';
    const { session } = await opened(start, { gateway });
    expect([session.status(), session.loadError()]).toEqual(['failed', new Error('unreachable')]);
    gateway.fault = 'none';
    await session.load('w');
    expect([session.status(), session.loadError()]).toEqual(['ready', undefined]);
  });

  it('shows a document that cannot be changed', () => {
    const session = new EditorSession({ catalogue: new NodeCatalogue(definitions), expressions });
    session.view(start);
    expect([session.status(), session.isReadonly(), session.actions.rename('f', 'Other')]).toEqual([
      'ready',
      true,
      false,
    ]);
    expect([session.refusal()?.code, session.undo(), session.document()]).toEqual(['READ_ONLY', false, start]);
  });

  it('says that it is still loading while the expression library is on its way', async () => {
    let arrive = (_tools: typeof expressions): void => {};
    const { session } = await opened(start, { expressions: () => new Promise((resolve) => (arrive = resolve)) });
    expect([session.actions.rename('f', 'Get'), session.refusal()?.code]).toEqual([false, 'STILL_LOADING']);
    arrive(expressions);
    await settled();
    expect([session.actions.rename('f', 'Get'), session.refusal()]).toEqual([true, undefined]);
  });

  it('lets what was done meanwhile wait for the library, but not for ever', async () => {
    let arrive = (_tools: typeof expressions): void => {};
    const { session, timers } = await opened(start, {
      expressions: () => new Promise((resolve) => (arrive = resolve)),
    });
    const heard: string[] = [];
    void session.loaded().then(() => heard.push('impatient'));
    await timers.pass(4_000);
    expect(heard).toEqual(['impatient']);
    void session.loaded().then(() => heard.push('patient'));
    arrive(expressions);
    await settled();
    expect([heard, session.actions.rename('f', 'Get')]).toEqual([['impatient', 'patient'], true]);
    await session.loaded();
  });
});

describe('opening twice', () => {
  it('shows what was asked for last, whichever comes first', async () => {
    const { session, gateway } = await opened();
    let arrive = (_loaded: Awaited<ReturnType<MemoryGateway['load']>>): void => {};
    const slow = new Promise<Awaited<ReturnType<MemoryGateway['load']>>>((resolve) => (arrive = resolve));
    const { load } = gateway;
    const loaded = await gateway.load('slow');
    gateway.load = (id) => (id === 'slow' ? slow : load.call(gateway, id));
    const first = session.load('slow');
    await session.load('quick');
    arrive(loaded);
    await first;
    expect([session.workflowId(), session.status()]).toEqual(['quick', 'ready']);
  });

  it('asks again for the expression library when it did not arrive', async () => {
    let asks = 0;
    const arrive = () => ((asks += 1) === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(expressions));
    const { session, timers } = await opened(start, { expressions: arrive });
    await settled();
    expect(session.expressions()).toBeUndefined();
    await timers.pass(5_000);
    expect([asks, session.expressions()]).toEqual([2, expressions]);
  });

  it('leaves nothing of the first behind, and saves what was not saved', async () => {
    const { session, timers, gateway } = await opened();
    await session.publish();
    session.actions.setName('Changed');
    session.view(chainOf(2));
    expect([
      session.liveVersion(),
      session.history.canUndo(),
      session.selection.isEmpty(),
      session.saveState(),
    ]).toEqual([undefined, false, true, 'saved']);
    await timers.pass(60_000);
    expect(gateway.saves.map((document) => document.name)).toEqual(['Changed']);
    session.dispose();
  });
});

describe('changing', () => {
  it('makes a step of undo of every action, selection included', async () => {
    const { session } = await opened();
    session.selection.selectNode('l');
    const id = session.actions.addNode({ type: 'code', place: { kind: 'after', nodeId: 'l' } });
    expect([session.selection.onlyNode(), session.history.undoLabel()]).toEqual([id, 'Add Code']);
    expect(session.undo()).toBe(true);
    expect([session.document(), session.selection.onlyNode()]).toEqual([start, 'l']);
    expect(session.redo()).toBe(true);
    expect([session.nodes().length, session.selection.onlyNode()]).toEqual([4, id]);
    expect([session.undo(), session.undo(), session.redo(), session.redo()]).toEqual([true, false, true, false]);
  });

  it('renames in every config, as one step', async () => {
    const { session, configOf } = await opened();
    session.actions.rename('f', 'Get it');
    expect(configOf('l')).toEqual({ message: '{{Getit.title}}' });
    session.undo();
    expect(session.document()).toEqual(start);
  });

  it('makes one step of typing into a param, until the field is left', async () => {
    const { session, timers, configOf } = await opened();
    for (const text of ['h', 'ht', 'htt']) session.actions.setParam('f', ['url'], text);
    session.history.seal();
    session.actions.setParam('f', ['url'], 'http');
    expect(session.history.content().done).toHaveLength(2);
    session.undo();
    expect(configOf('f')).toEqual({ url: 'htt' });
    session.undo();
    expect(configOf('f')).toEqual({ url: 'https://a.io' });
    session.actions.setParam('f', ['url'], 'x');
    await timers.pass(5_000);
    session.actions.setParam('f', ['url'], undefined);
    expect([configOf('f'), session.history.content().done.length]).toEqual([{}, 2]);
  });

  it('makes one step of a drag and one of arrow keys', async () => {
    const { session } = await opened();
    for (const x of [20, 40, 60]) session.actions.move({ nodes: [{ id: 'f', position: { x, y: 0 } }] }, true);
    expect(session.history.content().done).toHaveLength(1);
    session.selection.selectNode('f');
    for (let times = 0; times < 3; times += 1) session.actions.nudge({ x: 20, y: 0 });
    expect([session.node('f')?.position.x, session.history.content().done.length]).toEqual([120, 2]);
    session.undo();
    session.undo();
    expect(session.document()).toEqual(start);
  });

  it('puts everything in a group into one step, groups in groups too', async () => {
    const { session } = await opened();
    session.group('Set up', () => {
      session.actions.rename('f', 'A');
      session.group('inside', () => session.actions.setName('New'));
      session.actions.toggleEnabled(['l']);
    });
    expect(session.history.content().done.map(({ label }) => label)).toEqual(['Set up']);
    session.undo();
    expect(session.document()).toEqual(start);
    session.group('Nothing', () => {});
    expect(session.history.canUndo()).toBe(false);
  });

  it('keeps a step for what was done before a group broke off', async () => {
    const { session } = await opened();
    const breakOff = () => {
      session.actions.setName('New');
      throw new Error('broken');
    };
    expect(() => session.group('Broken', breakOff)).toThrow('broken');
    session.undo();
    expect(session.name()).toBe('Workflow');
  });

  it('does nothing for what changes nothing', async () => {
    const { session } = await opened();
    expect(session.apply({ kind: 'setName', name: 'Workflow' }, { label: 'Same' })).toBe(false);
    expect([session.history.canUndo(), session.saveState()]).toEqual([false, 'saved']);
  });

  it('tells why something was refused, until the next thing works', async () => {
    const { session } = await opened();
    expect([session.actions.connect({ nodeId: 'l' }, { nodeId: 'f' }), session.refusal()?.code]).toEqual([
      false,
      'CYCLE',
    ]);
    session.dismissRefusal();
    expect(session.refusal()).toBeUndefined();
    session.actions.connect({ nodeId: 'l' }, { nodeId: 'l' });
    session.actions.setName('Other');
    expect(session.refusal()).toBeUndefined();
  });

  it('puts another document in place of this one as one step', async () => {
    const { session } = await opened();
    expect(session.replaceDocument({ ...chainOf(4), name: 'Restored' }, 'Restore 1.0.0')).toBe(true);
    expect([session.name(), session.nodes().length, session.history.undoLabel()]).toEqual([
      'Restored',
      4,
      'Restore 1.0.0',
    ]);
    session.undo();
    expect(session.document()).toEqual(start);
  });
});

describe('every action on the canvas', () => {
  it('works on the selection when nothing else is named', async () => {
    const { session } = await opened();
    const { actions, selection } = session;
    selection.select({ nodeIds: ['f', 'l'] });
    actions.duplicate();
    expect([
      session
        .nodes()
        .slice(3)
        .map((node) => node.label),
      wires(session.document()).length,
    ]).toEqual([['Fetch 1', 'Log 1'], 3]);
    actions.toggleEnabled();
    expect(session.nodes().map((node) => node.enabled)).toEqual([true, true, true, false, false]);
    const groupId = actions.group();
    expect([...selection.groupIds()]).toEqual([groupId]);
    actions.updateGroup(groupId ?? '', { collapsed: true });
    actions.ungroup();
    expect(session.groups()).toEqual([]);
    actions.align('top');
    actions.remove();
    expect(session.nodes()).toHaveLength(3);
  });

  it('cuts and pastes over another session', async () => {
    const one = await opened();
    const two = await opened(documentOf([{ id: 'x', label: 'Fetch' }]));
    one.session.pins.pin('f', { main: { title: 'pinned' } });
    const text = one.session.actions.cut({ nodeIds: ['f', 'l'] });
    expect(wires(one.session.document())).toEqual([]);
    expect(two.session.actions.paste(text ?? '', { x: 0, y: 0 })).toBe(true);
    const [, fetched, logged] = two.session.nodes();
    expect([fetched?.label, logged?.config]).toEqual(['Fetch 1', { message: '{{Fetch1.title}}' }]);
    expect(two.session.pins.valueOf(fetched?.id ?? '')).toEqual({ title: 'pinned' });
    expect(two.session.actions.paste('nonsense', { x: 0, y: 0 })).toBe(false);
  });

  it('pins pasted data on the selected trigger', async () => {
    const { session } = await opened();
    session.selection.selectNode('t');
    expect(session.actions.paste('{"order":1}', { x: 0, y: 0 })).toBe(true);
    expect([session.pins.valueOf('t'), session.history.canUndo()]).toEqual([{ order: 1 }, false]);
  });

  it('edits notes, edges, descriptions, settings, name and details', async () => {
    const { session } = await opened();
    const { actions } = session;
    const noteId = actions.addNote({ x: 0, y: 0 }) ?? '';
    for (const text of ['H', 'Hi']) actions.updateNote(noteId, { text });
    actions.labelEdge('t>f', ' go ');
    actions.describe('f', 'why');
    actions.setSettings('f', { onError: 'error-port' });
    actions.setName(' New ');
    actions.setWorkflowSettings({ timezone: 'Europe/Berlin' });
    actions.setMetadata({ tags: ['a'] });
    actions.replaceNode('l', 'stop');
    actions.moveAfter('f', 'f');
    actions.distribute('across', ['t', 'f', 'l']);
    actions.alignToGrid(['t', 'f', 'l']);
    expect(session.history.content().done).toHaveLength(9);
    expect(session.document()).toMatchObject({
      name: 'New',
      settings: { timezone: 'Europe/Berlin' },
      metadata: { tags: ['a'] },
      notes: [{ text: 'Hi' }],
    });
    expect([session.edges()[0]?.label, session.node('f')?.description, session.node('l')?.type]).toEqual([
      'go',
      'why',
      'stop',
    ]);
    actions.labelEdge('t>f', '');
    actions.describe('f', '');
    expect([session.edges()[0], session.node('f')?.description]).toEqual([start.edges[0], undefined]);
    expect([actions.setName('  '), session.refusal()?.code, actions.labelEdge('gone', 'x')]).toEqual([
      false,
      'NAME_EMPTY',
      false,
    ]);
    while (session.undo());
    expect(session.document()).toEqual(start);
  });

  it('connects, reconnects and disconnects', async () => {
    const { session } = await opened();
    const { actions } = session;
    actions.disconnect('f>l');
    actions.connect({ nodeId: 't' }, { nodeId: 'l' });
    actions.reconnect(session.edges()[1]?.id ?? '', { from: { nodeId: 'f' } });
    expect(wires(session.document())).toEqual(['t>f', 'f>l']);
    expect(actions.whyNotConnect({ nodeId: 'l' }, { nodeId: 't' })?.code).toBe('INTO_TRIGGER');
  });

  it('tidies up with a library that it loads then', async () => {
    const { session } = await opened();
    expect(await session.actions.tidyUp()).toBe(true);
    expect([session.history.undoLabel(), session.node('f')?.position]).toEqual(['Tidy up', { x: 320, y: 0 }]);
  });

  it('remembers what was added last', async () => {
    const { session } = await opened();
    session.actions.addNode({ type: 'code', place: { kind: 'free', position: { x: 0, y: 0 } } });
    expect(session.catalogue.recent().map((definition) => definition.type)).toEqual(['code']);
  });
});

describe('saving', () => {
  it('saves by itself, and counts what is ahead of the live version', async () => {
    const { session, timers, gateway } = await opened();
    await session.publish();
    session.actions.setName('New');
    session.actions.move({ nodes: [{ id: 'f', position: { x: 0, y: 400 } }] });
    expect([session.changesAhead(), session.saveState(), session.unsavedChanges()]).toEqual([1, 'unsaved', 2]);
    await timers.pass(1_500);
    expect([session.saveState(), session.revision(), gateway.document.name]).toEqual(['saved', 2, 'New']);
    expect(session.savedAt()).toBeDefined();
  });

  it('saves before it publishes, and publishes nothing that is not saved', async () => {
    const { session, gateway } = await opened();
    session.actions.setName('New');
    expect(await session.publish({ note: 'first' })).toMatchObject({ kind: 'done' });
    expect([
      session.liveVersion(),
      session.changesAhead(),
      session.enabled(),
      gateway.published?.document.name,
    ]).toEqual(['1.0.0', 0, true, 'New']);
    gateway.fault = 'unreachable';
    session.actions.setName('Newer');
    expect(await session.publish()).toMatchObject({ kind: 'refused', code: 'NOT_SAVED' });
    await session.setEnabled(false);
    expect(session.enabled()).toBe(false);
  });

  it('shows what only the server knows to be wrong, until its node changes', async () => {
    const gateway = new MemoryGateway(start);
    const rule = {
      code: 'INVALID_PARAM',
      severity: 'error',
      message: 'Too late.',
      nodeId: 'f',
      path: ['url'],
    } as const;
    gateway.rules = (document) => (document.nodes[1]?.config['url'] === 'https://b.io' ? [rule] : []);
    const { session, timers } = await opened(start, { gateway });
    await settled();
    expect(session.problems.of('f')).toEqual([]);
    session.actions.setParam('f', ['url'], 'https://b.io');
    await timers.pass(1_500);
    await settled();
    expect([session.problems.of('f'), session.problems.canPublish()]).toEqual([[rule], false]);
    session.actions.setName('Other');
    session.problems.check();
    expect(session.problems.of('f')).toEqual([rule]);
    session.actions.setParam('f', ['url'], 'https://c.io');
    session.problems.check();
    expect(session.problems.of('f')).toEqual([]);
  });

  it('makes a checkpoint of what is saved', async () => {
    const { session, gateway } = await opened();
    session.actions.setName('New');
    expect(await session.checkpoint('Before lunch')).toEqual({ kind: 'done', versionId: 'c1' });
    expect(gateway.checkpoints).toEqual([{ expectedRevision: 2, name: 'Before lunch' }]);
    gateway.fault = 'unreachable';
    session.actions.setName('Newer');
    expect([await session.checkpoint(), await session.flush()]).toMatchObject([{ code: 'NOT_SAVED' }, false]);
  });

  it('is told when the connection goes and comes', async () => {
    const { session, timers } = await opened();
    session.setOnline(false);
    session.actions.setName('New');
    expect([session.saveState(), session.mustWarn()]).toEqual(['offline', true]);
    session.setOnline(true);
    await timers.pass(0);
    expect(session.saveState()).toBe('saved');
  });
});

describe('a conflict', () => {
  const theirs = {
    ...start,
    nodes: start.nodes.map((node) => (node.id === 'l' ? { ...node, label: 'Theirs' } : node)),
  };

  async function inConflict() {
    const rig = await opened();
    rig.gateway.store(theirs);
    rig.session.actions.setParam('f', ['url'], 'mine');
    await rig.timers.pass(1_500);
    return rig;
  }

  it('shows the other’s draft, who saved it, and whether both fit together', async () => {
    const { session } = await inConflict();
    expect(session.saveState()).toBe('conflict');
    expect(session.conflict()).toMatchObject({ theirRevision: 2, savedBy: 'Ana', merged: { clashes: [] } });
  });

  it('is settled by keeping mine as a new revision', async () => {
    const { session, gateway, timers } = await inConflict();
    session.resolveConflict('mine');
    await timers.pass(0);
    expect([session.saveState(), gateway.revision, session.conflict()]).toEqual(['saved', 3, undefined]);
    expect([gateway.document.nodes[1]?.config, gateway.document.nodes[2]?.label]).toEqual([{ url: 'mine' }, 'Log']);
  });

  it('is settled by taking theirs, which can be undone', async () => {
    const { session, gateway, timers, configOf } = await inConflict();
    session.resolveConflict('theirs');
    await timers.pass(0);
    expect([session.saveState(), gateway.requests, session.node('l')?.label]).toEqual(['saved', 1, 'Theirs']);
    session.undo();
    expect([configOf('f'), session.node('l')?.label]).toEqual([{ url: 'mine' }, 'Log']);
  });

  it('is settled by putting both together', async () => {
    const { session, gateway, timers, configOf } = await inConflict();
    session.actions.setName('Also mine');
    session.resolveConflict('merge');
    await timers.pass(0);
    expect([session.name(), configOf('f'), session.node('l')?.label]).toEqual(['Also mine', { url: 'mine' }, 'Theirs']);
    expect([session.saveState(), gateway.document.name, gateway.revision]).toEqual(['saved', 'Also mine', 3]);
  });

  it('is none when the answer to the own save was lost', async () => {
    const { session, gateway, timers } = await opened();
    gateway.fault = 'answer-lost';
    session.actions.setName('Mine');
    await timers.pass(1_500);
    gateway.fault = 'none';
    session.actions.setName('Mine 2');
    await timers.pass(5_000);
    expect([session.conflict(), session.saveState(), gateway.document.name]).toEqual([undefined, 'saved', 'Mine 2']);
  });

  it('waits for the other’s draft when it cannot be had at once', async () => {
    const { session, gateway, timers } = await opened();
    gateway.store(theirs);
    session.actions.setName('Mine');
    const { load } = gateway;
    gateway.load = () => Promise.reject(new Error('unreachable'));
    await timers.pass(1_500);
    expect([session.saveState(), session.conflict()]).toEqual(['conflict', undefined]);
    gateway.load = load;
    await timers.pass(5_000);
    expect(session.conflict()).toBeDefined();
  });
});

describe('what others save meanwhile', () => {
  const theirs = (label: string) => ({
    ...start,
    nodes: start.nodes.map((node) => (node.id === 'l' ? { ...node, label } : node)),
  });

  it('is taken in, as a step that can be undone', async () => {
    const { session, gateway } = await opened();
    gateway.store(theirs('Theirs'));
    await session.follow(2);
    expect([session.node('l')?.label, session.revision(), session.saveState()]).toEqual(['Theirs', 2, 'saved']);
    expect(gateway.requests).toBe(0);
    session.undo();
    expect([session.node('l')?.label, session.saveState()]).toEqual(['Log', 'unsaved']);
  });

  it('is put together with what is not saved here, and both are saved', async () => {
    const { session, gateway, timers, configOf } = await opened();
    session.actions.setParam('f', ['url'], 'mine');
    gateway.store(theirs('Theirs'));
    await session.follow(2);
    await timers.pass(0);
    expect([session.node('l')?.label, configOf('f'), session.saveState()]).toEqual([
      'Theirs',
      { url: 'mine' },
      'saved',
    ]);
    expect([gateway.revision, gateway.document.nodes[1]?.config]).toEqual([3, { url: 'mine' }]);
  });

  it('is left alone where it clashes, until saving meets it', async () => {
    const { session, gateway, timers } = await opened();
    session.actions.rename('l', 'Mine');
    gateway.store(theirs('Theirs'));
    await session.follow(2);
    expect([session.node('l')?.label, session.saveState()]).toEqual(['Mine', 'unsaved']);
    await timers.pass(1_500);
    expect([session.saveState(), session.conflict()?.merged.clashes.length]).toEqual(['conflict', 1]);
  });

  it('is looked at after the own save when it came during that', async () => {
    const { session, gateway, timers } = await opened();
    session.actions.setParam('f', ['url'], 'mine');
    await timers.pass(1_500);
    let open = (): void => undefined;
    gateway.gate = new Promise((resolve) => (open = resolve));
    session.actions.setParam('f', ['url'], 'mine too');
    const saving = session.flush();
    await session.follow(4);
    open();
    await saving;
    gateway.store({ ...gateway.document, nodes: theirs('Theirs').nodes });
    await timers.pass(300);
    await settled();
    expect([session.revision(), session.node('l')?.label]).toEqual([4, 'Theirs']);
  });

  it('is nothing when the draft is the one that is here', async () => {
    const { session, gateway } = await opened();
    const { load } = gateway;
    gateway.load = () => Promise.reject(new Error('asked'));
    await session.follow(1);
    gateway.load = load;
    expect([session.revision(), session.history.undoLabel()]).toEqual([1, undefined]);
  });
});

describe('a reload', () => {
  it('brings back history and selection', async () => {
    const { session, timers, options, gateway } = await opened();
    session.selection.selectNode('f');
    session.actions.setParam('f', ['url'], 'new');
    await timers.pass(5_000);
    const again = await opened(gateway.document, { ...options, gateway });
    expect([again.session.saveState(), again.session.history.undoLabel()]).toEqual(['saved', 'Change url of Fetch']);
    again.session.undo();
    expect([again.configOf('f'), again.session.selection.onlyNode()]).toEqual([{ url: 'https://a.io' }, 'f']);
    expect(again.session.redo()).toBe(true);
  });

  it('brings back what was not saved, and saves it', async () => {
    const { session, timers, options, gateway } = await opened();
    gateway.fault = 'unreachable';
    session.actions.setName('Not saved');
    await timers.pass(3_000);
    gateway.fault = 'none';
    const again = await opened(start, { ...options, gateway });
    expect([again.session.name(), again.session.saveState()]).toEqual(['Not saved', 'unsaved']);
    await again.session.flush();
    expect(gateway.document.name).toBe('Not saved');
    again.session.undo();
    expect(again.session.name()).toBe('Workflow');
  });

  it('brings back history also when the last save went out with the page', async () => {
    const { session, options, gateway } = await opened();
    session.actions.setName('Last words');
    session.leave();
    expect(gateway.document.name).toBe('Last words');
    const again = await opened(gateway.document, { ...options, gateway });
    expect([again.session.name(), again.session.saveState(), again.session.history.canUndo()]).toEqual([
      'Last words',
      'saved',
      true,
    ]);
  });

  it('forgets a history that does not lead to the draft any more', async () => {
    const { session, timers, options, gateway } = await opened();
    session.actions.setName('Mine');
    await timers.pass(5_000);
    gateway.store({ ...start, name: 'Theirs' });
    const again = await opened(start, { ...options, gateway });
    expect([again.session.name(), again.session.history.canUndo()]).toEqual(['Theirs', false]);
  });
});

describe('a workflow of 2,000 nodes', () => {
  it('derives anew only what an edit touches', async () => {
    const { session } = await opened(chainOf(2_000));
    const before = { index: session.index(), order: session.selection.rovingOrder(), diff: session.diff() };
    session.actions.setParam('n1000', ['x'], 1);
    const after = session.index();
    expect(after.hasSameWiring(before.index)).toBe(true);
    expect(after.aliases).toBe(before.index.aliases);
    expect(session.selection.rovingOrder()).toBe(before.order);
    const shared = session.nodes().filter((node, place) => node === before.index.document.nodes[place]);
    expect(shared).toHaveLength(1_999);
  });

  it('compares only changed nodes with the live version', async () => {
    const gateway = new MemoryGateway(chainOf(2_000));
    gateway.published = {
      versionId: 'v',
      version: '1.0.0',
      document: JSON.parse(JSON.stringify(gateway.document)) as WorkflowDocument,
    };
    const { session } = await opened(gateway.document, { gateway });
    const live = session.published()?.document.nodes ?? [];
    session.actions.setParam('n7', ['x'], 1);
    expect(
      session
        .nodes()
        .filter((node, place) => node !== live[place])
        .map((node) => node.id),
    ).toEqual(['n7']);
    expect(session.changesAhead()).toBe(1);
  });

  it('checks nothing while typing, and once afterwards', async () => {
    let checks = 0;
    const counting = {
      ...expressions,
      checkExpressions: (...input: Parameters<typeof expressions.checkExpressions>) => {
        checks += 1;
        return expressions.checkExpressions(...input);
      },
    };
    const { session, timers } = await opened(chainOf(50), { expressions: counting });
    checks = 0;
    for (let typed = 0; typed < 20; typed += 1) session.actions.setParam('n3', ['x'], typed);
    expect([checks, session.problems.isStale()]).toEqual([0, true]);
    await timers.pass(1_000);
    expect([checks, session.problems.isStale()]).toEqual([1, false]);
  });
});
