import fc from 'fast-check';
import type { ReusedResult } from '../event';
import type { TestGraph, TestNode } from './graphs';
import type { Intervention, Outcome, Plan } from './simulated-runner';

const PORTS = ['main', 'true', 'false', 'error'];
const MAX_NODES = 9;

/** Mostly plain nodes, so that runs get far. */
const node: fc.Arbitrary<TestNode> = fc
  .record({
    disabled: rarely(true as const),
    onError: rarely<'continue' | 'error-port'>('continue', 'error-port'),
    join: rarely<'any' | 'all'>('any', 'any', 'all'),
    joins: rarely<'any' | 'all'>('any', 'all'),
    terminal: rarely(true),
    retry: rarely(
      { maxAttempts: 3, baseMs: 100, backoff: 'exponential' as const },
      { maxAttempts: 2, baseMs: 50, backoff: 'fixed' as const },
    ),
  })
  .map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)));

/** Acyclic: edges lead from smaller to greater numbers. Nodes that `n0` does not reach stand for other triggers. */
const graph: fc.Arbitrary<TestGraph> = fc.integer({ min: 1, max: MAX_NODES }).chain((count) => {
  const edge = fc.record({ from: fc.nat(count - 1), to: fc.nat(count - 1), port: fc.constantFrom('main', ...PORTS) });
  return fc
    .record({
      nodes: fc.array(node, { minLength: count, maxLength: count }),
      edges: fc.array(edge, { maxLength: 2 * count }),
      timeoutMs: rarely(150, 1_000),
    })
    .map(({ nodes, edges, timeoutMs }) => ({
      nodes: Object.fromEntries(nodes.map((drawn, index) => [`n${index}`, enabledFirst(drawn, index)])),
      edges: edges.filter(({ from, to }) => from < to).map(({ from, to, port }) => `n${from}:${port}>n${to}`),
      ...(timeoutMs !== undefined && { timeoutMs }),
    }));
});

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ports' as const), ports: fc.subarray(PORTS) }) },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        kind: fc.constant('fail' as const),
        fault: fc.constantFrom<'transient' | 'user' | 'bug'>('transient', 'transient', 'user', 'bug'),
        retryAfterMs: fc.nat(500),
      },
      { requiredKeys: ['kind', 'fault'] },
    ),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('timer' as const), ms: fc.integer({ min: -10, max: 300 }) }) },
  {
    weight: 2,
    arbitrary: fc.record(
      { kind: fc.constant('event' as const), name: fc.constantFrom('x', 'y'), timeoutMs: fc.nat(300) },
      { requiredKeys: ['kind', 'name'] },
    ),
  },
  { weight: 2, arbitrary: fc.constant<Outcome>({ kind: 'crash' }) },
);

const intervention: fc.Arbitrary<Intervention> = fc.record({
  step: fc.nat(30),
  kind: fc.constantFrom('cancel', 'terminate', 'pause', 'pause', 'resume', 'resume', 'signal', 'signal'),
});

const ports: fc.Arbitrary<Outcome> = fc.constant({ kind: 'ports', ports: ['main'] });

const iterate: fc.Arbitrary<Outcome> = fc.record({
  kind: fc.constant('iterate' as const),
  count: fc.nat(4),
  concurrency: fc.integer({ min: 1, max: 3 }),
  onTurnError: fc.constantFrom('stop' as const, 'continue' as const),
});

/** The body of a loop: a few nodes one after the other or beside each other, the first of them perhaps a loop again. */
interface Body {
  readonly length: number;
  readonly chained: boolean;
  readonly wishes: readonly Outcome[];
  readonly outcomes: readonly (readonly Outcome[])[];
  readonly inner?: Body;
}

function bodies(depth: number): fc.Arbitrary<Body> {
  return fc.record(
    {
      length: fc.integer({ min: 0, max: 3 }),
      chained: fc.boolean(),
      wishes: fc.array(fc.oneof(iterate, iterate, outcome), { minLength: 1, maxLength: 2 }),
      outcomes: fc.array(fc.array(fc.oneof(ports, outcome), { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      ...(depth > 0 && { inner: bodies(depth - 1) }),
    },
    { requiredKeys: ['length', 'chained', 'wishes', 'outcomes'] },
  );
}

/** The plan with a body put into one of its nodes. */
function withBody(plan: Plan, parent: string, body: Body): Plan {
  const inside = Array.from({ length: body.length }, (_, index) => `${parent}b${index}`);
  const edges = body.chained ? inside.slice(1).map((id, index) => `${inside[index]}>${id}`) : [];
  const own = Object.fromEntries(inside.map((id, index) => [id, body.outcomes[index] ?? []]));
  const next: Plan = {
    ...plan,
    graph: {
      ...plan.graph,
      nodes: {
        ...plan.graph.nodes,
        ...Object.fromEntries(inside.map((id) => [id, { parent, retry: { maxAttempts: 2, baseMs: 50 } }])),
      },
      edges: [...plan.graph.edges, ...edges],
    },
    outcomes: { ...plan.outcomes, ...own, [parent]: body.wishes },
  };
  const [first] = inside;
  return body.inner === undefined || first === undefined ? next : withBody(next, first, body.inner);
}

const ids = Array.from({ length: MAX_NODES }, (_, index) => `n${index}`);

const reusedResult: fc.Arbitrary<ReusedResult> = fc.record({
  ports: fc
    .subarray(PORTS)
    .map((ports) => Object.fromEntries(ports.map((port) => [port, { value: `reused on ${port}` }]))),
  from: fc.constantFrom('pin' as const, { executionId: 'earlier' }),
});

/** Partial runs may leave out any node, the trigger too. */
const part: fc.Arbitrary<Pick<Plan, 'only' | 'reuse'>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        only: fc.subarray(ids, { minLength: 3 }),
        reuse: fc.dictionary(fc.constantFrom(...ids), reusedResult, { maxKeys: 4, noNullPrototype: true }),
      },
      { requiredKeys: [] },
    ),
  },
);

/** Any run that can happen: graph, what its nodes come to, and what people do to it meanwhile. It begins at `n0`. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    graph,
    part,
    outcomes: fc.array(fc.array(outcome, { maxLength: 4 }), { minLength: MAX_NODES, maxLength: MAX_NODES }),
    pure: fc.subarray(ids),
    interventions: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Intervention[]>([]) },
      { weight: 1, arbitrary: fc.array(intervention, { maxLength: 4 }) },
    ),
    choices: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }),
    effortMs: fc.nat(20),
  })
  .map(({ outcomes, part: { only, reuse }, ...plan }) => ({
    ...plan,
    // A run without any of its nodes is told apart from one that begins nowhere: see the spec of `decide`.
    ...(only?.some((id) => id in plan.graph.nodes) && { only }),
    ...(reuse && { reuse }),
    outcomes: Object.fromEntries(outcomes.map((list, index) => [`n${index}`, list])),
  }));

/** The same with loops, which may hold loops. */
export const plansWithLoops: fc.Arbitrary<Plan> = fc
  .record({
    plan: plans,
    loops: fc.array(fc.record({ at: fc.integer({ min: 1, max: 4 }), body: bodies(1) }), { minLength: 1, maxLength: 2 }),
  })
  .map(({ plan, loops }) => {
    const places = new Map(loops.map(({ at, body }) => [`n${at}`, body]));
    return [...places].reduce((next, [id, body]) => (id in plan.graph.nodes ? withBody(next, id, body) : next), plan);
  });

function rarely<T>(...values: T[]): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );
}

function enabledFirst(drawn: TestNode, index: number): TestNode {
  if (index > 0) return drawn;
  const { disabled: _disabled, ...rest } = drawn;
  return rest;
}
