import { planFaults } from './faults';
import { planOf } from './plan';
import { Random } from './random';

const wanted = { seed: 7, runs: 200, lastsMs: 60_000, faultEveryMs: 5_000 };
const places = { canary: 'http://canary', workflows: new Map<string, string>(), account: 'a' };

/** A plan with its documents, as text. */
const written = (seed: number): string => {
  const { workflows, ...rest } = planOf({ ...wanted, seed });
  return JSON.stringify([
    workflows.map((workflow) => [workflow, workflow.document(places), workflow.expected(5)]),
    rest,
  ]);
};

describe('a plan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(written(7)).toBe(written(7));
    expect(written(8)).not.toBe(written(7));
  });

  it('holds every way to start and nodes of every kind', () => {
    const { workflows } = planOf(wanted);
    expect(new Set(workflows.map(({ start }) => start))).toEqual(
      new Set(['webhook', 'api', 'schedule', 'event', 'call']),
    );
    const types = new Set(
      [1, 2, 3].flatMap((seed) =>
        planOf({ ...wanted, seed }).workflows.flatMap((workflow) =>
          (workflow.document(places) as { nodes: { type: string }[] }).nodes.map(({ type }) => type),
        ),
      ),
    );
    const kinds = [
      'timer',
      'approval-gate',
      'loop',
      'repeat',
      'run-workflow',
      'publish-event',
      'http-request',
      'condition',
    ];
    expect([...types]).toEqual(expect.arrayContaining(kinds));
  });

  it('calls only workflows that were published before', () => {
    const names: string[] = [];
    for (const { name, children } of planOf(wanted).workflows) {
      expect(names).toEqual(expect.arrayContaining([...children]));
      names.push(name);
    }
  });

  it('spreads as many starts as were asked for, each with a key of its own', () => {
    const { starts } = planOf(wanted);
    expect(new Set(starts.map(({ key }) => key)).size).toBe(200);
    expect(starts.every(({ atMs }) => atMs >= 0 && atMs < 60_000)).toBe(true);
    expect(starts.filter(({ interference }) => interference !== undefined).length).toBeGreaterThan(5);
  });

  it('meets every kind of fault once before it meets one again', () => {
    const kinds = planFaults(new Random(3), { lastsMs: 1_000_000, everyMs: 10_000 }).map(({ kind }) => kind);
    expect(new Set(kinds.slice(0, 10)).size).toBe(10);
    expect(kinds.length).toBeGreaterThan(60);
  });
});
