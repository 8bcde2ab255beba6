import type { WorkflowDocument } from '@millrace/workflow-model';
import { RecentDocuments } from './recent-documents';

const document = (name: string, filler = 0) =>
  ({ id: name, name, nodes: [{ id: 'n', config: { text: 'x'.repeat(filler) } }] }) as unknown as WorkflowDocument;

describe('RecentDocuments', () => {
  it('answers what it was given and nothing else', () => {
    const recent = new RecentDocuments();
    recent.set('a', document('A'));
    expect(recent.get('a')?.name).toBe('A');
    expect(recent.get('b')).toBeUndefined();
  });

  it('freezes documents all the way down', () => {
    const kept = new RecentDocuments().set('a', document('A'));
    expect(() => Object.assign(kept, { name: 'B' })).toThrow(TypeError);
    expect(() => Object.assign(kept.nodes[0]?.config ?? {}, { text: 'B' })).toThrow(TypeError);
  });

  it('drops the least recently used entry when there are too many', () => {
    const recent = new RecentDocuments({ maxEntries: 2, maxBytes: 1e6 });
    recent.set('a', document('A'));
    recent.set('b', document('B'));
    recent.get('a');
    recent.set('c', document('C'));
    expect([recent.get('a'), recent.get('b'), recent.get('c')].map((kept) => kept?.name)).toEqual([
      'A',
      undefined,
      'C',
    ]);
  });

  it('drops entries until the bytes fit, replaced ones counted once', () => {
    const recent = new RecentDocuments({ maxEntries: 100, maxBytes: 3_000 });
    for (let round = 0; round < 10; round += 1) recent.set('a', document('A', 1_000));
    recent.set('b', document('B', 1_000));
    expect(recent.get('a')).toBeDefined();
    recent.set('c', document('C', 1_500));
    expect(recent.get('b')).toBeUndefined();
    expect(recent.get('c')).toBeDefined();
  });

  it('keeps nothing that is larger than everything it may keep', () => {
    const recent = new RecentDocuments({ maxEntries: 100, maxBytes: 100 });
    expect(recent.set('a', document('A', 1_000)).name).toBe('A');
    expect(recent.get('a')).toBeUndefined();
  });
});
