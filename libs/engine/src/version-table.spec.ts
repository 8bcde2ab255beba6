import { VersionTable } from './version-table';
import type { NodeState } from './state';

function node(attempts: number): NodeState {
  return { status: 'running', attempts, interruptions: 0, ports: {} };
}

describe('VersionTable', () => {
  it('leaves older tables as they were', () => {
    const one = VersionTable.empty<NodeState>().with('a', node(1));
    const two = one.with('b', node(1));
    const three = two.with('a', node(2));

    expect([...one]).toEqual([['a', node(1)]]);
    expect([...two.keys()]).toEqual(['a', 'b']);
    expect(two.get('a')).toEqual(node(1));
    expect(three.get('a')).toEqual(node(2));
    expect([one.size, two.size, three.size]).toEqual([1, 2, 2]);
    expect(one.has('b')).toBe(false);
  });

  it('lets two tables be made from the same one', () => {
    const base = VersionTable.empty<NodeState>().with('a', node(1));
    const left = base.with('a', node(2)).with('l', node(1));
    const right = base.with('r', node(1)).with('a', node(3));

    expect([...left]).toEqual([
      ['a', node(2)],
      ['l', node(1)],
    ]);
    expect([...right]).toEqual([
      ['a', node(3)],
      ['r', node(1)],
    ]);
    expect([...base]).toEqual([['a', node(1)]]);
  });

  it('shows nothing of what is added while it is read', () => {
    const base = VersionTable.empty<NodeState>().with('a', node(1));
    const seen: string[] = [];
    for (const [id] of base) {
      seen.push(id);
      base.with(`${id}x`, node(1));
    }

    expect(seen).toEqual(['a']);
  });

  it('tells which nodes changed since an earlier position', () => {
    const one = VersionTable.empty<NodeState>().with('a', node(1));
    const three = one.with('b', node(1)).with('a', node(2));
    three.with('c', node(1));

    expect(three.changedSince(one.position)).toEqual(['b', 'a']);
    expect(three.changedSince(three.position)).toEqual([]);
  });

  it('is a map to its readers', () => {
    const table = VersionTable.of(
      new Map([
        ['a', node(1)],
        ['b', node(2)],
      ]),
    );
    const seen: [string, number][] = [];
    table.forEach((value, id, map) => {
      seen.push([id, value.attempts]);
      expect(map).toBe(table);
    });

    expect(seen).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...table.values()].map((value) => value.attempts)).toEqual([1, 2]);
    expect(VersionTable.of(table)).toBe(table);
  });

  it('does not copy when the newest table is changed, and copies what is seen when an older one is', () => {
    let table = VersionTable.empty<NodeState>();
    const set = jest.spyOn(Map.prototype, 'set');
    for (let index = 0; index < 100; index += 1) table = table.with(`n${index}`, node(1));
    const straight = set.mock.calls.length;
    const older = table;
    table.with('x', node(1));
    older.with('y', node(1));
    const withFork = set.mock.calls.length;
    set.mockRestore();

    expect(straight).toBe(100);
    expect(withFork).toBe(100 + 1 + 100 + 1);
  });
});
