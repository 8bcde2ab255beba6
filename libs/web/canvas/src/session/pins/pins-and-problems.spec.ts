import { signal } from '@angular/core';
import type { WorkflowDocument } from '@millrace/workflow-model';
import type { ExpressionTools } from '../ports/expression-tools';
import { CHECK_MS, ProblemMonitor } from '../problems/problem-monitor';
import { catalogue } from '../testing/definitions';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';
import { MemoryGateway } from '../testing/memory-gateway';
import { PinnedData } from './pinned-data';

describe('pinned data', () => {
  function made() {
    const timers = new ManualTimers();
    const gateway = new MemoryGateway(documentOf([]));
    const pins = new PinnedData({ gateway, timers });
    pins.open('w');
    return { timers, gateway, pins };
  }

  it('shows at once and is kept by the server', async () => {
    const { gateway, pins } = made();
    pins.pin('a', { main: { x: 1 } });
    pins.add({ b: { true: null } });
    expect([
      pins.count(),
      pins.isPinned('b'),
      pins.valueOf('b'),
      pins.valueOf('b', 'false'),
      pins.valueOf('c'),
    ]).toEqual([2, true, null, undefined, undefined]);
    expect(await pins.flush()).toBe(true);
    expect(gateway.pins).toEqual({ a: { main: { x: 1 } }, b: { true: null } });
    pins.unpin('a');
    pins.unpin('never');
    await pins.flush();
    expect(gateway.pins).toEqual({ b: { true: null } });
    pins.clear();
    await pins.flush();
    expect([pins.count(), gateway.pins]).toEqual([0, {}]);
  });

  it('begins with what the server has', () => {
    const { pins } = made();
    pins.open('other', { a: { main: 1 } });
    expect([pins.valueOf('a'), pins.count()]).toEqual([1, 1]);
    pins.open('third');
    expect(pins.count()).toBe(0);
  });

  it('is sent again until it arrives, and waits for that before a run', async () => {
    const { gateway, pins, timers } = made();
    gateway.fault = 'unreachable';
    pins.pin('a', { main: 1 });
    expect([await pins.flush(), pins.valueOf('a'), gateway.pins]).toEqual([false, 1, {}]);
    gateway.fault = 'none';
    await timers.pass(30_000);
    expect([gateway.pins, await pins.flush()]).toEqual([{ a: { main: 1 } }, true]);
  });

  it('keeps the last of several changes', async () => {
    const { gateway, pins } = made();
    let open: () => void = () => undefined;
    gateway.gate = new Promise((resolve) => (open = resolve));
    pins.pin('a', { main: 1 });
    pins.pin('a', { main: 2 });
    pins.pin('a', { main: 3 });
    open();
    await pins.flush();
    expect([gateway.pins, gateway.requests]).toEqual([{ a: { main: 3 } }, 2]);
  });

  it('is taken back when the server refuses it, and says why', async () => {
    const { gateway, pins } = made();
    pins.pin('a', { main: 1 });
    await pins.flush();
    gateway.pinRefusal = { code: 'PIN_TOO_LARGE', message: 'Too large.' };
    pins.pin('a', { main: 2 });
    pins.pin('b', { main: 3 });
    expect(await pins.flush()).toBe(true);
    expect([pins.values(), pins.error()]).toEqual([
      { a: { main: 1 } },
      { nodeId: 'b', code: 'PIN_TOO_LARGE', message: 'Too large.' },
    ]);
    gateway.pinRefusal = undefined;
    pins.pin('b', { main: 4 });
    await pins.flush();
    expect([pins.valueOf('b'), pins.error()]).toEqual([4, undefined]);
  });

  it('is kept nowhere without a workflow', async () => {
    const { gateway, pins } = made();
    pins.open(undefined);
    pins.pin('a', { main: 1 });
    expect([pins.valueOf('a'), await pins.flush(), gateway.requests]).toEqual([1, true, 0]);
    pins.open(undefined);
    expect(pins.count()).toBe(0);
  });

  it('forgets what was on its way when another workflow opens', async () => {
    const { gateway, pins, timers } = made();
    gateway.fault = 'unreachable';
    pins.pin('a', { main: 1 });
    await pins.flush();
    pins.open('other');
    gateway.fault = 'none';
    await timers.pass(60_000);
    expect([gateway.pins, pins.count()]).toEqual([{}, 0]);
  });
});

describe('problems', () => {
  const broken = documentOf(
    [
      { id: 't', type: 'manual-trigger' },
      { id: 'f', label: 'Fetch', type: 'http-request' },
      { id: 'l', label: 'Log', type: 'log', config: { message: '{{Nobody.x}}' } },
    ],
    ['t>f', 'f:odd>l'],
  );

  function made(document: WorkflowDocument = broken) {
    const timers = new ManualTimers();
    const source = signal(document);
    const tools = signal<ExpressionTools | undefined>(expressions);
    const monitor = new ProblemMonitor({ timers, catalogue: catalogue(), document: source, expressions: tools });
    const change = (next: WorkflowDocument): void => {
      source.set(next);
      monitor.changed();
    };
    return { timers, monitor, change, source, tools };
  }

  it('are found in the document and its expressions, by node and by edge', () => {
    const { monitor } = made();
    monitor.check();
    expect(monitor.of('f').map(({ code }) => code)).toContain('MISSING_PARAM');
    expect(monitor.of('l').map(({ code }) => code)).toContain('UNKNOWN_REFERENCE');
    expect([...monitor.byEdge().keys()]).toEqual(['f:odd>l']);
    expect([monitor.canPublish(), monitor.of('t'), monitor.errors().length + monitor.warnings().length]).toEqual([
      false,
      [],
      monitor.all().length,
    ]);
  });

  it('are not known until what checks is there', () => {
    const { monitor, tools } = made();
    tools.set(undefined);
    monitor.check();
    expect([monitor.all(), monitor.isStale()]).toEqual([[], true]);
    tools.set(expressions);
    monitor.check();
    expect([monitor.all().length > 0, monitor.isStale()]).toEqual([true, false]);
  });

  it('are looked for a moment after the last change', async () => {
    const { timers, monitor, change } = made();
    monitor.check();
    const mended = documentOf([{ id: 't', type: 'manual-trigger' }]);
    change(broken);
    change(mended);
    await timers.pass(CHECK_MS - 1);
    expect([monitor.isStale(), monitor.canPublish()]).toEqual([true, false]);
    await timers.pass(1);
    expect([monitor.isStale(), monitor.canPublish()]).toEqual([false, true]);
  });

  it('are not looked for when only the picture changed', async () => {
    const { timers, monitor, change } = made();
    monitor.check();
    const before = monitor.all();
    change({ ...broken, nodes: broken.nodes.map((node) => ({ ...node, position: { x: 9, y: 9 } })), notes: [] });
    expect([monitor.isStale(), timers.pending]).toEqual([false, 0]);
    change({ ...broken, nodes: broken.nodes.map((node) => ({ ...node, label: `${node.label} 2` })) });
    await timers.pass(CHECK_MS);
    expect(monitor.all()).not.toBe(before);
  });

  it('are looked for when a node gets its first account', async () => {
    const { timers, monitor, change } = made();
    monitor.check();
    change({ ...broken, nodes: broken.nodes.map((node) => ({ ...node, credentials: { account: 'a' } })) });
    expect(monitor.isStale()).toBe(true);
    await timers.pass(CHECK_MS);
    expect(monitor.isStale()).toBe(false);
  });

  it('are not looked for any more once put away', async () => {
    const { timers, monitor, change } = made();
    change(documentOf([]));
    monitor.dispose();
    await timers.pass(CHECK_MS);
    expect(monitor.all()).toEqual([]);
  });
});
