import { signal } from '@angular/core';
import * as expressions from '@millrace/expression';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { memoryStore } from '../ports/key-value-store';
import type { ExpressionTools } from '../ports/expression-tools';
import { CHECK_MS, ProblemMonitor } from '../problems/problem-monitor';
import { catalogue } from '../testing/definitions';
import { documentOf } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';
import { PinnedData } from './pinned-data';

describe('pinned data', () => {
  it('is kept for each workflow in this browser', () => {
    const store = memoryStore();
    const pins = new PinnedData(store);
    pins.open('w');
    pins.pin('a', { x: 1 });
    pins.add({ b: null });
    expect([pins.count(), pins.isPinned('b'), pins.valueOf('b'), pins.valueOf('c')]).toEqual([
      2,
      true,
      null,
      undefined,
    ]);
    pins.unpin('a');
    const again = new PinnedData(store);
    again.open('w');
    expect(again.values()).toEqual({ b: null });
    again.open('other');
    expect(again.values()).toEqual({});
    again.open('w');
    again.clear();
    pins.open('w');
    expect(pins.count()).toBe(0);
  });

  it('holds for the page when it cannot be kept, and is none when what was kept cannot be read', () => {
    const store = memoryStore();
    const full = new PinnedData({
      ...store,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    });
    full.open('w');
    full.pin('a', 1);
    expect(full.valueOf('a')).toBe(1);
    for (const text of ['{', '[1]', 'null', '1']) {
      store.setItem('millrace.pins.w', text);
      const pins = new PinnedData(store);
      pins.open('w');
      expect(pins.values()).toEqual({});
    }
  });

  it('is kept nowhere without a workflow', () => {
    const store = memoryStore();
    const pins = new PinnedData(store);
    pins.open(undefined);
    pins.pin('a', 1);
    expect(pins.valueOf('a')).toBe(1);
    pins.open(undefined);
    expect(pins.count()).toBe(0);
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

  it('leave expressions out until their library is there', () => {
    const { monitor, tools } = made();
    tools.set(undefined);
    monitor.check();
    expect(monitor.of('l').map(({ code }) => code)).not.toContain('UNKNOWN_REFERENCE');
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

  it('are not looked for any more once put away', async () => {
    const { timers, monitor, change } = made();
    change(documentOf([]));
    monitor.dispose();
    await timers.pass(CHECK_MS);
    expect(monitor.all()).toEqual([]);
  });
});
