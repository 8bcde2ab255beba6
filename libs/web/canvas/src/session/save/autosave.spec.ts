import type { WorkflowDocument } from '@millrace/workflow-model';
import { documentOf } from '../testing/documents';
import { ManualTimers, settled } from '../testing/manual-timers';
import { MemoryGateway } from '../testing/memory-gateway';
import { AUTOSAVE_MAX_MS, AUTOSAVE_MS, Autosave } from './autosave';
import { backoffMs } from './backoff';

const first = documentOf(['a']);
const named = (name: string): WorkflowDocument => ({ ...first, name });

function rig() {
  const timers = new ManualTimers();
  const gateway = new MemoryGateway(first);
  const conflicts: number[] = [];
  let current = first;
  const autosave = new Autosave({
    workflowId: 'w',
    gateway,
    timers,
    saved: { document: first, revision: 1 },
    current: () => current,
    onConflict: ({ currentRevision }) => conflicts.push(currentRevision),
  });
  const type = (document: WorkflowDocument): void => {
    current = document;
    autosave.changed();
  };
  const savedNames = (): string[] => gateway.saves.map((document) => document.name);
  return { timers, gateway, autosave, conflicts, type, savedNames };
}

describe('autosave', () => {
  it('saves a moment after the last change', async () => {
    const { timers, autosave, type, savedNames } = rig();
    expect([autosave.state(), autosave.mustWarn()]).toEqual(['saved', false]);
    type(named('a'));
    await timers.pass(AUTOSAVE_MS - 1);
    type(named('b'));
    expect([autosave.state(), autosave.unsavedChanges(), autosave.mustWarn()]).toEqual(['unsaved', 2, true]);
    await timers.pass(AUTOSAVE_MS - 1);
    expect(savedNames()).toEqual([]);
    await timers.pass(1);
    expect(savedNames()).toEqual(['b']);
    expect([autosave.state(), autosave.revision(), autosave.unsavedChanges()]).toEqual(['saved', 2, 0]);
    expect(autosave.saved().savedAt).toBeDefined();
  });

  it('saves in between when changes never pause', async () => {
    const { timers, type, savedNames } = rig();
    for (let ms = 0; ms <= AUTOSAVE_MAX_MS; ms += 1_000) {
      type(named(String(ms)));
      await timers.pass(1_000);
    }
    expect(savedNames().length).toBe(1);
  });

  it('has one save under way at a time, and then saves what came meanwhile', async () => {
    const { timers, gateway, autosave, type, savedNames } = rig();
    let open = (): void => {};
    gateway.gate = new Promise((resolve) => (open = resolve));
    type(named('a'));
    await timers.pass(AUTOSAVE_MS);
    type(named('b'));
    await timers.pass(AUTOSAVE_MS * 5);
    expect([gateway.requests, autosave.state()]).toEqual([1, 'saving']);
    open();
    await settled();
    expect([savedNames(), autosave.state(), autosave.unsavedChanges()]).toEqual([['a'], 'unsaved', 1]);
    await timers.pass(AUTOSAVE_MS);
    expect([savedNames(), autosave.state()]).toEqual([['a', 'b'], 'saved']);
  });

  it('needs no request when everything was taken back', async () => {
    const { timers, gateway, autosave, type } = rig();
    type(named('a'));
    type(first);
    expect([autosave.state(), autosave.unsavedChanges(), timers.pending]).toEqual(['saved', 0, 0]);
    await timers.pass(AUTOSAVE_MS * 2);
    expect(gateway.requests).toBe(0);
  });

  it('saves at once when told to, and waits for what is under way', async () => {
    const { autosave, gateway, type, savedNames } = rig();
    expect(await autosave.flush()).toBe(true);
    expect(gateway.requests).toBe(0);
    type(named('a'));
    const one = autosave.flush();
    type(named('b'));
    expect(await autosave.flush()).toBe(true);
    expect(await one).toBe(true);
    expect(savedNames()).toEqual(['a', 'b']);
  });
});

describe('autosave during faults', () => {
  it('tries again, with longer and longer pauses, until the server is back', async () => {
    const { timers, gateway, autosave, type, savedNames } = rig();
    gateway.fault = 'unreachable';
    type(named('a'));
    await timers.pass(AUTOSAVE_MS);
    expect(autosave.state()).toBe('offline');
    await timers.pass(1_000 + 2_000 + 4_000);
    expect(gateway.requests).toBe(4);
    gateway.fault = 'none';
    await timers.pass(8_000);
    expect([savedNames(), autosave.state()]).toEqual([['a'], 'saved']);
  });

  it('pauses between one second and thirty', () => {
    expect([1, 2, 3, 6, 40].map(backoffMs)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000]);
  });

  it('says that a flush did not work', async () => {
    const { autosave, gateway, type } = rig();
    gateway.fault = 'unreachable';
    type(named('a'));
    expect(await autosave.flush()).toBe(false);
  });

  it('waits while the browser is offline and saves as soon as it is back', async () => {
    const { timers, gateway, autosave, type, savedNames } = rig();
    autosave.setOnline(false);
    type(named('a'));
    expect(autosave.state()).toBe('offline');
    await timers.pass(60_000);
    expect(gateway.requests).toBe(0);
    autosave.setOnline(true);
    await settled();
    expect([savedNames(), autosave.state()]).toEqual([['a'], 'saved']);
  });

  it('keeps what was not saved when the connection goes, and minds nothing when all is saved', async () => {
    const { autosave, type } = rig();
    autosave.setOnline(false);
    autosave.setOnline(false);
    expect(autosave.state()).toBe('saved');
    autosave.setOnline(true);
    type(named('a'));
    autosave.setOnline(false);
    expect(autosave.state()).toBe('offline');
  });

  it('tells why the server refuses, and tries again after the next change only', async () => {
    const { timers, gateway, autosave, type, savedNames } = rig();
    gateway.fault = 'refused';
    type(named('a'));
    await timers.pass(60_000);
    expect([autosave.state(), autosave.error()?.code, gateway.requests]).toEqual(['error', 'FORBIDDEN', 1]);
    gateway.fault = 'none';
    type(named('b'));
    expect(autosave.error()).toBeUndefined();
    await timers.pass(AUTOSAVE_MS);
    expect(savedNames()).toEqual(['b']);
  });
});

describe('autosave during a conflict', () => {
  it('stops and tells, and goes on upon the other draft once that is settled', async () => {
    const { timers, gateway, autosave, conflicts, type } = rig();
    gateway.store(named('theirs'));
    type(named('mine'));
    await timers.pass(AUTOSAVE_MS);
    expect([autosave.state(), conflicts]).toEqual(['conflict', [2]]);
    type(named('mine 2'));
    await timers.pass(60_000);
    expect([autosave.state(), gateway.requests, await autosave.flush()]).toEqual(['conflict', 1, false]);
    autosave.resolved({ document: named('theirs'), revision: 2 });
    await settled();
    expect([gateway.document.name, gateway.revision, autosave.state()]).toEqual(['mine 2', 3, 'saved']);
  });

  it('knows a document again that it sent without hearing back', async () => {
    const { timers, gateway, autosave, conflicts, type } = rig();
    gateway.fault = 'answer-lost';
    type(named('mine'));
    await timers.pass(AUTOSAVE_MS);
    gateway.fault = 'none';
    await timers.pass(1_000);
    expect(conflicts).toEqual([2]);
    expect(autosave.maySend((document) => document.name === 'mine')).toBe(true);
    expect(autosave.maySend((document) => document.name === 'other')).toBe(false);
  });
});

describe('leaving the page', () => {
  it('hands over what is not saved, once', () => {
    const { gateway, autosave, type } = rig();
    autosave.leave();
    expect(gateway.leaves).toEqual([]);
    type(named('a'));
    autosave.leave();
    autosave.leave();
    expect(gateway.leaves.map(({ document, revision }) => [document.name, revision])).toEqual([['a', 1]]);
  });

  it('counts the save that is under way', async () => {
    const { timers, gateway, autosave, type } = rig();
    gateway.gate = new Promise(() => {});
    type(named('a'));
    await timers.pass(AUTOSAVE_MS);
    type(named('b'));
    autosave.leave();
    expect(gateway.leaves.map(({ document, revision }) => [document.name, revision])).toEqual([['b', 2]]);
  });

  it('saves nothing after it was put away', async () => {
    const { timers, gateway, autosave, type } = rig();
    type(named('a'));
    autosave.dispose();
    await timers.pass(60_000);
    expect([gateway.requests, await autosave.flush()]).toEqual([0, false]);
  });
});
