import { executionOutput } from '@millrace/engine';
import type { ExecutionState } from '@millrace/engine';
import type { Json, JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import fc from 'fast-check';
import { documentOf } from '../testing/earlier-runs';
import { simulateRun } from '../testing/simulated-run';
import type { NodeBehaviour, SimulatedRun } from '../testing/simulated-run';
import type { ForkPlan } from './fork-plan';
import { failedPoints } from './fork-points';
import { planFork } from './plan-fork';

const MOST = 7;
const ids = Array.from({ length: MOST }, (_, index) => `n${index}`);
const BODY = ['x', 'y'];

interface Drawn {
  readonly document: WorkflowDocument;
  readonly behaviour: NodeBehaviour;
  readonly loops: readonly string[];
}

/** Any graph without cycles, some of whose nodes are loops over two nodes; one of those may hold a loop. */
const workflows = (joins: fc.Arbitrary<string[]>): fc.Arbitrary<Drawn> =>
  fc
    .record({
      edges: fc.uniqueArray(fc.tuple(fc.nat(MOST - 1), fc.nat(MOST - 1), fc.constantFrom('main', 'main', 'other')), {
        selector: (edge) => edge.join(),
        minLength: 4,
        maxLength: 12,
      }),
      ports: fc.array(fc.subarray(['main', 'other'], { minLength: 1 }), { minLength: MOST, maxLength: MOST }),
      loops: fc.subarray(ids.slice(1), { maxLength: 2 }),
      isNested: fc.boolean(),
      items: fc.array(fc.nat(2), { maxLength: 4 }),
      joins,
    })
    .map(({ edges, ports, loops, isNested, items, joins }) => {
      const bodies = loops.flatMap((loop) => BODY.map((id) => [`${loop}${id}`, { parent: loop }] as const));
      const nested = isNested && loops[0] ? [[`${loops[0]}xz`, { parent: `${loops[0]}x` }] as const] : [];
      const own = ids.map((id) => [id, { settings: { join: joins.includes(id) ? 'any' : 'all' } }] as const);
      const nodes = Object.fromEntries<JsonObject>([...own, ...bodies, ...nested]);
      const outside = edges.filter(([from, to]) => from < to).map(([from, to, port]) => `n${from}:${port}>n${to}`);
      const inside = loops.map((loop) => `${loop}x>${loop}y`);
      const portsOf = (id: string): readonly string[] => ports[ids.indexOf(id)] ?? ['main'];
      const behaviour = { ports: portsOf, items: (): Json[] => items };
      return {
        document: documentOf(nodes, ['n0>n1', ...outside.filter((edge) => edge !== 'n0:main>n1'), ...inside]),
        behaviour,
        loops,
      };
    });

const drawn = workflows(fc.constant([]));
/** What a node is given that joins any of its parents depends on which of them is first, so that forks may come to something else. */
const drawnWithAnyJoins = workflows(fc.subarray(ids));

/** What a run came to: its status, its result, and what each node gave. What a loop gave tells of each of its turns. */
function outcome(state: ExecutionState): unknown {
  const nodes = [...state.nodes].map(([id, { status, ports }]) => [id, status, ports] as const);
  return { status: state.status, output: executionOutput(state, (id) => id), nodes: nodes.sort(byFirst) };
}

function byFirst([one]: readonly [string, ...unknown[]], [other]: readonly [string, ...unknown[]]): number {
  return one < other ? -1 : 1;
}

/** Every node and turn of a run that it could be forked from. */
function pointsOf(state: ExecutionState, within = ''): string[] {
  return [...state.nodes].flatMap(([id, { loop }]) => [
    `${within}${id}`,
    ...[...(loop?.turns ?? [])].flatMap(([turn, inner]) => [
      `${within}${id}/${turn}`,
      ...pointsOf(inner, `${within}${id}/${turn}/`),
    ]),
  ]);
}

function planned(run: SimulatedRun, document: WorkflowDocument, from: readonly string[]): ForkPlan | undefined {
  try {
    const source = { executionId: 'source', document, state: run.state };
    return planFork({ source, document, isSameVersion: true, from, hasTrigger: false });
  } catch (error) {
    expect((error as { code?: string }).code).toBe('NOTHING_TO_FORK');
    return undefined;
  }
}

it('any fork of any finished run with the same version and input gives what the source gave', () => {
  fc.assert(
    fc.property(drawn, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), ({ document, behaviour }, picks) => {
      const source = simulateRun(document, 'n0', {}, behaviour);
      const points = pointsOf(source.state);
      const from = picks.map((pick) => points[pick % points.length] as string);
      const plan = planned(source, document, from);
      if (plan === undefined) return;
      const fork = simulateRun(document, 'n0', plan.known, behaviour);

      expect(source.state.status).toBe('completed');
      expect(outcome(fork.state)).toEqual(outcome(source.state));
      expect(fork.calls.length).toBeLessThanOrEqual(source.calls.length);
    }),
    { numRuns: 400 },
  );
});

interface Retried {
  readonly whole: SimulatedRun;
  readonly source: SimulatedRun;
  readonly fork: SimulatedRun;
}

/** Holds for every run of which one node fails, once that is retried. */
function everyRetry(workflow: fc.Arbitrary<Drawn>, check: (retried: Retried) => void): void {
  let retried = 0;
  fc.assert(
    fc.property(workflow, fc.nat(), ({ document, behaviour }, pick) => {
      const whole = simulateRun(document, 'n0', {}, behaviour);
      const victim = whole.calls[pick % whole.calls.length] as string;
      const source = simulateRun(document, 'n0', {}, { ...behaviour, fails: (key) => key === victim });
      if (source.state.status !== 'failed') return;
      const plan = planned(source, document, failedPoints(source.state)) as ForkPlan;
      check({ whole, source, fork: simulateRun(document, 'n0', plan.known, behaviour) });
      retried += 1;
    }),
    { numRuns: 400 },
  );
  expect(retried).toBeGreaterThan(100);
}

it('any retry of any failed run gives what it would have given without the failure', () => {
  everyRetry(drawn, ({ whole, fork }) => expect(outcome(fork.state)).toEqual(outcome(whole.state)));
});

it('no retry calls a node again that went well', () => {
  everyRetry(drawnWithAnyJoins, ({ source, fork }) => {
    const wentWell = new Set(completedIn(source.state));
    expect(fork.calls.filter((key) => wentWell.has(key))).toEqual([]);
    expect(fork.state.status).toBe('completed');
  });
});

it('a fork of a fork gives the same again', () => {
  fc.assert(
    fc.property(drawn, fc.nat(), fc.nat(), ({ document, behaviour }, first, second) => {
      const source = simulateRun(document, 'n0', {}, behaviour);
      const points = pointsOf(source.state);
      const once = planned(source, document, [points[first % points.length] as string]);
      if (once === undefined) return;
      const fork = simulateRun(document, 'n0', once.known, behaviour);
      const others = pointsOf(fork.state);
      const twice = planned(fork, document, [others[second % others.length] as string]);
      if (twice === undefined) return;

      expect(outcome(simulateRun(document, 'n0', twice.known, behaviour).state)).toEqual(outcome(source.state));
    }),
    { numRuns: 200 },
  );
});

/** Places of the nodes without a body that completed, outside of loops that began anew. */
function completedIn(state: ExecutionState, within = ''): string[] {
  return [...state.nodes].flatMap(([id, { status, loop }]) => [
    ...(status === 'completed' && loop === undefined ? [`${within}${id}`] : []),
    ...[...(loop?.turns ?? [])].flatMap(([turn, inner]) => completedIn(inner, `${within}${id}/${turn}/`)),
  ]);
}
